import { eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { keys } from '#db/schema/key.ts'

export type KeyRow = typeof keys.$inferSelect

export async function findKeyByHash(db: Database, hash: string): Promise<KeyRow | undefined> {
  return db.select().from(keys).where(eq(keys.hash, hash)).get()
}

export function insertKey(db: Database, row: typeof keys.$inferInsert): SQLWrapper {
  return db.insert(keys).values(row)
}

/** Notes when a key was last used, to the nearest five minutes, so that reading does not mean writing. */
export async function touchKey(db: Database, id: string, now: number): Promise<void> {
  await db.update(keys).set({ last_used_at: now }).where(eq(keys.id, id)).run()
}
