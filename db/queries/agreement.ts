import { eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { pairAgreements } from '#db/schema/pair-agreement.ts'

export type AgreementRow = typeof pairAgreements.$inferSelect

/** What the two of a pair agreed on. Asked for by nobody but the two. */
export async function findAgreement(db: Database, pairId: string): Promise<AgreementRow | undefined> {
  return db.select().from(pairAgreements).where(eq(pairAgreements.pair_id, pairId)).get()
}

export function writeAgreement(db: Database, row: AgreementRow): SQLWrapper {
  const { pair_id: _pair, created_at: _created, ...set } = row
  return db.insert(pairAgreements).values(row).onConflictDoUpdate({ target: pairAgreements.pair_id, set })
}
