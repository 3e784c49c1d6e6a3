import { and, eq, gt, type SQLWrapper, sql } from 'drizzle-orm'
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

/** A confirmed sign-up keeps the proof that the address was confirmed and lets go of everything else. */
export function confirmSignUp(id: string, now: number): SQLWrapper {
  return sql`UPDATE sign_ups SET confirmed_at = ${now}, answers = '{}', given_name = '', family_name = '' WHERE id = ${id}`
}
