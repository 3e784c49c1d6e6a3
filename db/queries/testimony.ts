import { and, desc, eq, lt, or, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { testimonies } from '#db/schema/testimony.ts'

export type TestimonyRow = typeof testimonies.$inferSelect

export async function findTestimony(db: Database, id: string): Promise<TestimonyRow | undefined> {
  return db.select().from(testimonies).where(eq(testimonies.id, id)).get()
}

/** Testimonies of one state or of all, the newest first. */
export async function listTestimonies(
  db: Database,
  state: TestimonyRow['state'] | null,
  before: { at: number; id: string } | null,
  limit: number,
): Promise<TestimonyRow[]> {
  return db
    .select()
    .from(testimonies)
    .where(
      and(
        state === null ? undefined : eq(testimonies.state, state),
        before === null
          ? undefined
          : or(
              lt(testimonies.created_at, before.at),
              and(eq(testimonies.created_at, before.at), lt(testimonies.id, before.id)),
            ),
      ),
    )
    .orderBy(desc(testimonies.created_at), desc(testimonies.id))
    .limit(limit)
}

export function insertTestimony(db: Database, row: TestimonyRow): SQLWrapper {
  return db.insert(testimonies).values(row)
}

export function updateTestimony(db: Database, row: TestimonyRow): SQLWrapper {
  const { state, version, decided_at } = row
  return db.update(testimonies).set({ state, version, decided_at }).where(eq(testimonies.id, row.id))
}
