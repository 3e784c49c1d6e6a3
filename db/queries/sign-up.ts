import { and, eq, gt, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { signUps } from '#db/schema/sign-up.ts'

export type SignUpRow = typeof signUps.$inferSelect

export async function findSignUpByToken(db: Database, tokenHash: string): Promise<SignUpRow | undefined> {
  return db.select().from(signUps).where(eq(signUps.token_hash, tokenHash)).get()
}

export async function countSignUpsSince(db: Database, emailKey: string, since: number): Promise<number> {
  return db.$count(signUps, and(eq(signUps.email_key, emailKey), gt(signUps.created_at, since)))
}

export function insertSignUp(db: Database, row: typeof signUps.$inferInsert): SQLWrapper {
  return db.insert(signUps).values(row)
}

/**
 * Whether the very same sign-up waits for its confirmation already, received after an instant: somebody who got no answer
 * sent it again.
 */
export function isReceived(
  row: Pick<
    SignUpRow,
    'programme_id' | 'email_key' | 'role' | 'person_id' | 'given_name' | 'family_name' | 'answers'
  >,
  since: number,
): SQL {
  return sql`EXISTS (SELECT 1 FROM sign_ups WHERE programme_id = ${row.programme_id} AND email_key = ${row.email_key}
    AND role = ${row.role} AND person_id IS ${row.person_id} AND given_name = ${row.given_name} AND family_name = ${row.family_name}
    AND answers = ${JSON.stringify(row.answers)} AND confirmed_at IS NULL AND created_at > ${since})`
}

export async function wasReceived(db: Database, received: SQL): Promise<boolean> {
  const row = await db.get<{ received: number }>(sql`SELECT ${received} AS received`)
  return row?.received === 1
}

/**
 * A confirmed sign-up keeps the proof that the address was confirmed and lets go of everything else. Aborts the batch where
 * it has been confirmed already.
 */
export function confirmSignUp(id: string, now: number): SQLWrapper[] {
  return [
    sql`INSERT INTO guards (ok) SELECT EXISTS (SELECT 1 FROM sign_ups WHERE id = ${id} AND confirmed_at IS NULL)`,
    sql`DELETE FROM guards`,
    sql`UPDATE sign_ups SET confirmed_at = ${now}, answers = '{}', given_name = '', family_name = '' WHERE id = ${id}`,
  ]
}
