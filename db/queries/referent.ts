import { type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'

/** Somebody of the team who reads what is said in confidence, with the name that HR knows for the address. */
export interface ReaderRow {
  id: string
  email: string
  language: 'fr' | 'en'
  person_id: string | null
  given_name: string | null
  family_name: string | null
}

const READER = sql.raw(`SELECT organisers.id, organisers.email, coalesce(people.language, 'fr') AS language,
    people.id AS person_id, people.given_name, people.family_name
  FROM organisers LEFT JOIN people ON people.email_key = organisers.email_key AND people.active = 1`)

/** Whoever may read in confidence: organisers and coaches, never those who see totals or one subsidiary only. */
const MAY_READ = sql.raw(`organisers.role IN ('organiser', 'coach')`)

/** The referent of a programme, while they are of the team; none where the whole team reads. */
export async function findReferent(db: Database, programmeId: string): Promise<ReaderRow | undefined> {
  const [row] = await db.all<ReaderRow>(sql`${READER}
    JOIN programmes ON programmes.referent_id = organisers.id
    WHERE programmes.id = ${programmeId} AND ${MAY_READ}`)
  return row
}

/** Somebody of the team by id, while they may read in confidence. */
export async function findReader(db: Database, organiserId: string): Promise<ReaderRow | undefined> {
  const [row] = await db.all<ReaderRow>(sql`${READER} WHERE organisers.id = ${organiserId} AND ${MAY_READ}`)
  return row
}

/** The whole team: whoever organises. */
export async function listReaders(db: Database): Promise<ReaderRow[]> {
  return db.all<ReaderRow>(sql`${READER} WHERE organisers.role = 'organiser' ORDER BY organisers.email_key`)
}

export function setReferent(
  programmeId: string,
  set: { referent_id: string | null; version: number; updated_at: number },
): SQLWrapper {
  return sql`UPDATE programmes SET referent_id = ${set.referent_id}, version = ${set.version}, updated_at = ${set.updated_at}
    WHERE id = ${programmeId}`
}

/** Nobody is the referent of anything any more who has left the team or may no longer read. */
export function clearReferent(organiserId: string): SQLWrapper {
  return sql`UPDATE programmes SET referent_id = NULL WHERE referent_id = ${organiserId}`
}
