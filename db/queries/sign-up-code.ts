import { and, eq, gt, isNull, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { people } from '#db/schema/person.ts'
import { signUpCodes } from '#db/schema/sign-up-code.ts'
import type { PersonRow } from './person.ts'

export type SignUpCodeRow = typeof signUpCodes.$inferSelect

/** Whom a code that can still be used belongs to. */
export async function findCodeHolder(
  db: Database,
  codeHash: string,
  now: number,
): Promise<PersonRow | undefined> {
  const row = await db
    .select({ person: people })
    .from(signUpCodes)
    .innerJoin(people, eq(people.id, signUpCodes.person_id))
    .where(
      and(
        eq(signUpCodes.code_hash, codeHash),
        isNull(signUpCodes.used_at),
        gt(signUpCodes.expires_at, now),
        eq(people.active, true),
      ),
    )
    .get()
  return row?.person
}

export function insertSignUpCodes(rows: readonly SignUpCodeRow[]): SQLWrapper[] {
  return inChunks(rows).map(
    (chunk) => sql`INSERT INTO sign_up_codes (id, person_id, code_hash, created_at, expires_at)
      SELECT value ->> 'id', value ->> 'person_id', value ->> 'code_hash', value ->> 'created_at',
        value ->> 'expires_at' FROM json_each(${chunk})`,
  )
}

/** Ends the codes of people that nobody used, so that a new one takes their place. */
export function endUnusedCodes(personIds: readonly string[], now: number): SQLWrapper[] {
  return inChunks(personIds).map(
    (chunk) => sql`UPDATE sign_up_codes SET expires_at = ${now}
      WHERE used_at IS NULL AND expires_at > ${now} AND person_id IN (SELECT value FROM json_each(${chunk}))`,
  )
}

/** Uses a code up, and aborts the batch where somebody else has just used it. */
export function markCodeUsed(codeHash: string, now: number): SQLWrapper[] {
  return [
    sql`INSERT INTO guards (ok) SELECT EXISTS (SELECT 1 FROM sign_up_codes
      WHERE code_hash = ${codeHash} AND used_at IS NULL AND expires_at > ${now})`,
    sql`DELETE FROM guards`,
    sql`UPDATE sign_up_codes SET used_at = ${now} WHERE code_hash = ${codeHash}`,
  ]
}

/** Uses up what a person still holds: they have proved who they are, and need no code any more. */
export function useUpCodes(personId: string, now: number): SQLWrapper {
  return sql`UPDATE sign_up_codes SET used_at = ${now} WHERE person_id = ${personId} AND used_at IS NULL`
}
