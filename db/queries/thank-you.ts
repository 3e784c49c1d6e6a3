import { asc, eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { thankYouNotes } from '#db/schema/closing.ts'

export type ThankYouRow = typeof thankYouNotes.$inferSelect

/** The notes that the two of a pair wrote to each other, at most one each. */
export async function listThankYousOfPair(db: Database, pairId: string): Promise<ThankYouRow[]> {
  return db
    .select()
    .from(thankYouNotes)
    .where(eq(thankYouNotes.pair_id, pairId))
    .orderBy(asc(thankYouNotes.created_at), asc(thankYouNotes.id))
}

export function insertThankYou(db: Database, row: ThankYouRow): SQLWrapper {
  return db.insert(thankYouNotes).values(row)
}

export function updateThankYou(db: Database, { id, text, version, updated_at }: ThankYouRow): SQLWrapper {
  return db.update(thankYouNotes).set({ text, version, updated_at }).where(eq(thankYouNotes.id, id))
}
