import { and, desc, eq, lt, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { keys } from '#db/schema/key.ts'

export type KeyRow = typeof keys.$inferSelect

/** How finely the last use is known: reading shall not mean writing. */
const TOUCH_MS = 300_000

/** The key with this secret, whether the newest or the one before it; by the index of either column. */
export async function findKeyByHash(db: Database, hash: string): Promise<KeyRow | undefined> {
  return db
    .select()
    .from(keys)
    .where(or(eq(keys.hash, hash), eq(keys.previous_hash, hash)))
    .get()
}

export async function findKey(db: Database, id: string): Promise<KeyRow | undefined> {
  return db.select().from(keys).where(eq(keys.id, id)).get()
}

/** Keys, the newest first; those that were revoked or ran out too. */
export async function listKeys(
  db: Database,
  after: { at: number; id: string } | null,
  limit: number,
): Promise<KeyRow[]> {
  return db
    .select()
    .from(keys)
    .where(
      after === null
        ? undefined
        : or(lt(keys.created_at, after.at), and(eq(keys.created_at, after.at), lt(keys.id, after.id))),
    )
    .orderBy(desc(keys.created_at), desc(keys.id))
    .limit(limit)
}

export function insertKey(db: Database, row: typeof keys.$inferInsert): SQLWrapper {
  return db.insert(keys).values(row)
}

export function updateKey(
  db: Database,
  { id, ...changes }: Pick<KeyRow, 'id' | 'version'> & Partial<KeyRow>,
): SQLWrapper {
  return db.update(keys).set(changes).where(eq(keys.id, id))
}

/** Notes when a key was last used, at most once in five minutes, however many ask at once. */
export async function touchKey(db: Database, { id, last_used_at }: KeyRow, now: number): Promise<void> {
  if (last_used_at !== null && now - last_used_at < TOUCH_MS) return
  await db.run(sql`UPDATE keys SET last_used_at = ${now}
    WHERE id = ${id} AND (last_used_at IS NULL OR last_used_at <= ${now - TOUCH_MS})`)
}
