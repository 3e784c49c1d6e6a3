import { and, asc, desc, eq, inArray, lte, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { untilAnswered } from '#db/failure.ts'
import { mails } from '#db/schema/mail.ts'
import type { Language } from '#domain/language.ts'
import type { MailTemplate } from '#domain/mail.ts'
import { ABANDONED_MS, type AfterAttempt, isShortLived } from '#domain/mail-sending.ts'

export type MailRow = typeof mails.$inferSelect

export interface MailToSend {
  id: string
  /** At most one mail is ever written for a key. */
  key: string
  template: MailTemplate
  language: Language
  to: string
  facts: Record<string, string>
  /** Who is written to; where absent, whoever HR knows under the address, if anybody. */
  person_id?: string
  /** Several that are due at once leave as one. */
  reminder?: boolean
  /** Not before this instant (epoch ms), such as the end of somebody’s quiet hours; now where absent. */
  after?: number
}

/**
 * Mails to leave. Somebody who is known gets theirs at the address they have when this is written, and nothing once they have
 * none: whoever composed it may have read another a moment before.
 */
export function insertMails(rows: readonly MailToSend[], now: number): SQLWrapper[] {
  return inChunks(rows).map(
    (chunk) => sql`INSERT OR IGNORE INTO mails
        (id, key, template, language, to_address, person_id, reminder, facts, state, attempts, next_attempt_at, created_at)
      SELECT value ->> 'id', value ->> 'key', value ->> 'template', value ->> 'language',
        coalesce((SELECT email FROM people WHERE id = value ->> 'person_id'), value ->> 'to'),
        coalesce(value ->> 'person_id', (SELECT id FROM people WHERE email_key = lower(value ->> 'to'))),
        coalesce(value ->> 'reminder', 0), value -> 'facts', 'waiting', 0,
        max(${now}, coalesce(value ->> 'after', 0)), ${now} FROM json_each(${chunk})
      WHERE NOT EXISTS (SELECT 1 FROM people WHERE id = value ->> 'person_id' AND email IS NULL)`,
  )
}

export async function listMailsDue(db: Database, now: number, limit: number): Promise<MailRow[]> {
  return untilAnswered(() =>
    db
      .select()
      .from(mails)
      .where(and(eq(mails.state, 'waiting'), lte(mails.next_attempt_at, now)))
      .orderBy(asc(mails.created_at), asc(mails.id))
      .limit(limit),
  )
}

/** All mails that were under way as one, by the mark of that attempt. */
export async function listMailsMarked(db: Database, mark: string): Promise<MailRow[]> {
  return untilAnswered(() =>
    db
      .select()
      .from(mails)
      .where(and(eq(mails.message_id, mark), eq(mails.state, 'waiting')))
      .orderBy(asc(mails.created_at), asc(mails.id)),
  )
}

/** Mails whose worker never said what became of them wait again, and may have left since they were handed over. */
export async function recoverMails(db: Database, now: number): Promise<void> {
  await untilAnswered(() =>
    db.run(sql`UPDATE mails SET state = 'waiting', last_outcome = 'uncertain',
        sent_at = coalesce(sent_at, next_attempt_at - ${ABANDONED_MS}), next_attempt_at = ${now}
      WHERE state = 'sending' AND next_attempt_at <= ${now}`),
  )
}

/**
 * Takes mails for the time of one attempt, under its mark; of two workers, one gets them. Safe to ask again where the answer
 * of the store was lost.
 * @returns the ids of those that are ours now
 */
export async function claimMails(
  db: Database,
  rows: readonly Pick<MailRow, 'id' | 'attempts'>[],
  mark: string,
  abandonedAt: number,
): Promise<string[]> {
  const wanted = JSON.stringify(rows.map(({ id, attempts }) => ({ id, attempts })))
  const claimed = await untilAnswered(() =>
    db.all<{ id: string }>(sql`UPDATE mails SET state = 'sending', message_id = ${mark},
        attempts = (SELECT CAST(value ->> 'attempts' AS INTEGER) + 1 FROM json_each(${wanted}) WHERE value ->> 'id' = mails.id),
        next_attempt_at = ${abandonedAt}
      WHERE EXISTS (SELECT 1 FROM json_each(${wanted}) WHERE value ->> 'id' = mails.id
          AND ((mails.state = 'waiting' AND mails.attempts = value ->> 'attempts')
            OR (mails.state = 'sending' AND mails.message_id = ${mark})))
      RETURNING id`),
  )
  return claimed.map(({ id }) => id)
}

/** What became of a mail: what is kept of it, the outcome in one word, and the provider’s id of the message. */
export interface MailRecord extends AfterAttempt {
  id: string
  template: string
  outcome: string
  messageId: string | null
}

/**
 * Notes what became of mails that were claimed under a mark. A mail that left keeps no address and no facts; nor does one
 * that is over and whose facts are worth nothing later. News that comes late counts while nobody else has tried since; once
 * a mail counts as uncertain, only that it left.
 */
export async function recordMails(db: Database, records: readonly MailRecord[], mark: string): Promise<void> {
  const rows = JSON.stringify(
    records.map(({ template, ...record }) => ({
      ...record,
      isForgotten: record.state === 'sent' || (record.state !== 'waiting' && isShortLived(template)) ? 1 : 0,
      // What certainly did not leave leaves as something new the next time.
      message: record.state === 'sent' ? record.messageId : record.sent_at === null ? null : mark,
    })),
  )
  await untilAnswered(() =>
    db.run(sql`UPDATE mails SET state = told.state, last_outcome = told.outcome, attempts = told.attempts,
        next_attempt_at = told.next_attempt_at, sent_at = told.sent_at, message_id = told.message,
        to_address = CASE WHEN told.is_forgotten THEN NULL ELSE to_address END,
        facts = CASE WHEN told.is_forgotten THEN NULL ELSE facts END
      FROM (SELECT value ->> 'id' AS id, value ->> 'state' AS state, value ->> 'outcome' AS outcome,
          CAST(value ->> 'attempts' AS INTEGER) AS attempts, value ->> 'next_attempt_at' AS next_attempt_at,
          value ->> 'sent_at' AS sent_at, value ->> 'message' AS message, value ->> 'isForgotten' AS is_forgotten
        FROM json_each(${rows})) AS told
      WHERE mails.id = told.id AND mails.message_id = ${mark}
        AND (mails.state IN ('sending', 'waiting') OR (mails.state = 'uncertain' AND told.state = 'sent'))`),
  )
}

/** Ends mails that wait and are not sent, such as those to an address that refuses mail. */
export async function endMails(
  db: Database,
  rows: readonly Pick<MailRow, 'id' | 'attempts' | 'template'>[],
  { state, outcome }: { state: 'failed' | 'uncertain'; outcome: string },
): Promise<void> {
  const ended = JSON.stringify(
    rows.map(({ id, attempts, template }) => ({ id, attempts, isForgotten: isShortLived(template) ? 1 : 0 })),
  )
  await untilAnswered(() =>
    db.run(sql`UPDATE mails SET state = ${state}, last_outcome = ${outcome},
        to_address = CASE WHEN ended.is_forgotten THEN NULL ELSE to_address END,
        facts = CASE WHEN ended.is_forgotten THEN NULL ELSE facts END
      FROM (SELECT value ->> 'id' AS id, value ->> 'attempts' AS attempts, value ->> 'isForgotten' AS is_forgotten
        FROM json_each(${ended})) AS ended
      WHERE mails.id = ended.id AND mails.state = 'waiting' AND mails.attempts = ended.attempts`),
  )
}

const PROBLEMS = ['failed', 'uncertain'] as const

/** Mails that could not leave, or may not have left, the newest first. */
export async function listMailProblems(
  db: Database,
  before: { at: number; id: string } | null,
  limit: number,
): Promise<MailRow[]> {
  return db
    .select()
    .from(mails)
    .where(
      and(
        inArray(mails.state, [...PROBLEMS]),
        before === null ? undefined : sql`(${mails.created_at}, ${mails.id}) < (${before.at}, ${before.id})`,
      ),
    )
    .orderBy(desc(mails.created_at), desc(mails.id))
    .limit(limit)
}

export async function findMail(db: Database, id: string): Promise<MailRow | undefined> {
  return db.select().from(mails).where(eq(mails.id, id)).get()
}

/** Lets a mail leave anew, to an address, as if it never had been tried. */
export function renewMail(db: Database, id: string, to: string, now: number): SQLWrapper {
  return db
    .update(mails)
    .set({
      state: 'waiting',
      to_address: to,
      attempts: 0,
      next_attempt_at: now,
      sent_at: null,
      message_id: null,
    })
    .where(and(eq(mails.id, id), inArray(mails.state, [...PROBLEMS])))
}

/** How machines name people, by our id: the `external_id`, or the id where there is none. */
export async function listMailedReferences(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.all<{ id: string; reference: string }>(sql`
    SELECT id, coalesce(external_id, id) AS reference FROM people
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return new Map(rows.map(({ id, reference }) => [id, reference]))
}

/** Who, of those about to get some words about a trouble of a pair, got the same about any of its troubles since an instant (epoch ms). */
export async function listToldAlready(
  db: Database,
  pairId: string,
  about: readonly MailToSend[],
  since: number,
): Promise<Set<string>> {
  const rows = await db.all<{ person: string }>(sql`
    SELECT letter.value ->> 'person_id' AS person FROM json_each(${JSON.stringify(about)}) AS letter
      JOIN troubles ON troubles.pair_id = ${pairId}
      JOIN mails ON mails.key = (letter.value ->> 'template') || ':' || troubles.id || ':' || (letter.value ->> 'person_id')
    WHERE mails.created_at > ${since}`)
  return new Set(rows.map(({ person }) => person))
}
