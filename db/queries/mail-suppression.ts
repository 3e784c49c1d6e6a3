import { and, desc, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { untilAnswered } from '#db/failure.ts'
import { mailSuppressions } from '#db/schema/mail.ts'

export type MailSuppressionRow = typeof mailSuppressions.$inferSelect

/** Which of these addresses, by their hashes, refuse mail. */
export async function listRefusing(db: Database, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await untilAnswered(() =>
    db.all<{ hash: string }>(sql`SELECT address_hash AS hash FROM mail_suppressions
      WHERE address_hash IN (SELECT value FROM json_each(${JSON.stringify(hashes)}))`),
  )
  return new Set(rows.map(({ hash }) => hash))
}

export async function findMailSuppression(
  db: Database,
  hash: string,
): Promise<MailSuppressionRow | undefined> {
  return db.select().from(mailSuppressions).where(eq(mailSuppressions.address_hash, hash)).get()
}

/** The newest first. */
export async function listMailSuppressions(
  db: Database,
  before: { at: number; id: string } | null,
  limit: number,
): Promise<MailSuppressionRow[]> {
  const { address_hash: hash, created_at: at } = mailSuppressions
  return db
    .select()
    .from(mailSuppressions)
    .where(and(before === null ? undefined : sql`(${at}, ${hash}) < (${before.at}, ${before.id})`))
    .orderBy(desc(at), desc(hash))
    .limit(limit)
}

export function insertMailSuppression(db: Database, row: MailSuppressionRow): SQLWrapper {
  return db.insert(mailSuppressions).values(row)
}

export function deleteMailSuppression(db: Database, hash: string): SQLWrapper {
  return db.delete(mailSuppressions).where(eq(mailSuppressions.address_hash, hash))
}

/** The version of the last event about a subject that has no row of its own; 0 where there is none. */
export async function lastMailVersion(db: Database, subject: string): Promise<number> {
  const row = await db.get<{ version: number | null }>(sql`
    SELECT max(version) AS version FROM events WHERE subject = ${subject}`)
  return row?.version ?? 0
}
