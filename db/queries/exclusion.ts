import { and, asc, count, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { exclusions } from '#db/schema/exclusion.ts'

export type ExclusionRow = typeof exclusions.$inferSelect

/** Whom a person would rather not meet, as they wrote it themselves. Asked for by nobody but that person. */
export async function listExclusionsOfPerson(db: Database, personId: string): Promise<ExclusionRow[]> {
  return db
    .select()
    .from(exclusions)
    .where(eq(exclusions.person_id, personId))
    .orderBy(asc(exclusions.created_at), asc(exclusions.id))
    .limit(100)
}

export async function findExclusion(
  db: Database,
  personId: string,
  address: string,
): Promise<ExclusionRow | undefined> {
  return db
    .select()
    .from(exclusions)
    .where(and(eq(exclusions.person_id, personId), eq(exclusions.address, address)))
    .get()
}

export async function countExclusions(db: Database, personId: string): Promise<number> {
  const row = await db
    .select({ count: count() })
    .from(exclusions)
    .where(eq(exclusions.person_id, personId))
    .get()
  return row?.count ?? 0
}

/** Every exclusion whose address leads to somebody, by reference, for the matching and the last checks alone. */
export async function listExcludedPeople(db: Database): Promise<{ person: string; named: string }[]> {
  return db.all<{ person: string; named: string }>(sql`
    SELECT coalesce(author.external_id, author.id) AS person, coalesce(named.external_id, named.id) AS named
    FROM exclusions JOIN people AS author ON author.id = exclusions.person_id
    JOIN people AS named ON named.id = coalesce(exclusions.named_person_id,
      (SELECT id FROM people WHERE email_key = exclusions.address))`)
}

/** Whoever bears the address today is noted with it; that changes nothing that anybody can see. */
export function insertExclusion(row: Omit<ExclusionRow, 'named_person_id'>): SQLWrapper {
  return sql`INSERT INTO exclusions (id, person_id, address, named_person_id, created_at)
    VALUES (${row.id}, ${row.person_id}, ${row.address},
      (SELECT id FROM people WHERE email_key = ${row.address}), ${row.created_at})`
}

export function deleteExclusion(db: Database, id: string): SQLWrapper {
  return db.delete(exclusions).where(eq(exclusions.id, id))
}
