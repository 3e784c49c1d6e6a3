import { and, eq, gt, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { drafts } from '#db/schema/draft.ts'

export type DraftRow = typeof drafts.$inferSelect

export async function findDraftByToken(db: Database, tokenHash: string): Promise<DraftRow | undefined> {
  return db.select().from(drafts).where(eq(drafts.token_hash, tokenHash)).get()
}

export async function countDraftsSince(db: Database, emailKey: string, since: number): Promise<number> {
  return db.$count(drafts, and(eq(drafts.email_key, emailKey), gt(drafts.created_at, since)))
}

export function insertDraft(db: Database, row: DraftRow): SQLWrapper {
  return db.insert(drafts).values(row)
}

export function updateDraft(db: Database, id: string, set: Partial<DraftRow>): SQLWrapper {
  return db.update(drafts).set(set).where(eq(drafts.id, id))
}

export function deleteDraft(db: Database, id: string): SQLWrapper {
  return db.delete(drafts).where(eq(drafts.id, id))
}
