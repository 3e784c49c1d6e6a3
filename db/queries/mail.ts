import { and, asc, eq, lte, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { mails } from '#db/schema/mail.ts'
import type { Language } from '#domain/language.ts'
import type { MailTemplate } from '#domain/mail.ts'

export type MailRow = typeof mails.$inferSelect

export interface MailToSend {
  id: string
  /** At most one mail is ever written for a key. */
  key: string
  template: MailTemplate
  language: Language
  to: string
  facts: Record<string, string>
  /** Not before this instant (epoch ms), such as the end of somebody’s quiet hours; now where absent. */
  after?: number
}

export function insertMails(rows: readonly MailToSend[], now: number): SQLWrapper[] {
  return inChunks(rows).map(
    (chunk) => sql`INSERT OR IGNORE INTO mails
        (id, key, template, language, to_address, facts, state, attempts, next_attempt_at, created_at)
      SELECT value ->> 'id', value ->> 'key', value ->> 'template', value ->> 'language', value ->> 'to',
        value -> 'facts', 'waiting', 0, max(${now}, coalesce(value ->> 'after', 0)), ${now} FROM json_each(${chunk})`,
  )
}

export async function listMailsDue(db: Database, now: number, limit: number): Promise<MailRow[]> {
  return db
    .select()
    .from(mails)
    .where(and(eq(mails.state, 'waiting'), lte(mails.next_attempt_at, now)))
    .orderBy(asc(mails.created_at), asc(mails.id))
    .limit(limit)
}

/** Takes a mail for the time of one attempt; of two workers, one gets it. */
export async function claimMail(db: Database, mail: MailRow, nextAttemptAt: number): Promise<boolean> {
  const claimed = await db
    .update(mails)
    .set({ attempts: mail.attempts + 1, next_attempt_at: nextAttemptAt })
    .where(and(eq(mails.id, mail.id), eq(mails.attempts, mail.attempts), eq(mails.state, 'waiting')))
    .returning({ id: mails.id })
    .get()
  return claimed !== undefined
}

/** A mail that left keeps no address and no facts. */
export async function recordMail(
  db: Database,
  id: string,
  outcome: { state: 'sent' | 'failed' | 'waiting'; last_outcome: string; sent_at: number | null },
): Promise<void> {
  const isOver = outcome.state !== 'waiting'
  await db
    .update(mails)
    .set({ ...outcome, ...(isOver ? { to_address: null, facts: null } : {}) })
    .where(eq(mails.id, id))
    .run()
}
