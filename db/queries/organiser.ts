import { asc, eq, gt, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { organisers } from '#db/schema/organiser.ts'

export type OrganiserRow = typeof organisers.$inferSelect

export async function findOrganiser(db: Database, emailKey: string): Promise<OrganiserRow | undefined> {
  return db.select().from(organisers).where(eq(organisers.email_key, emailKey)).get()
}

/** The programme team, in the order of their addresses. */
export async function listOrganisers(
  db: Database,
  afterKey: string | null,
  limit: number,
): Promise<OrganiserRow[]> {
  return db
    .select()
    .from(organisers)
    .where(afterKey === null ? undefined : gt(organisers.email_key, afterKey))
    .orderBy(asc(organisers.email_key))
    .limit(limit)
}

/** Somebody of the team by id, with the name that HR knows for the address. */
export async function findCoach(
  db: Database,
  id: string,
): Promise<{ id: string; email: string; name: string | null; language: 'fr' | 'en' } | undefined> {
  return db.get<{ id: string; email: string; name: string | null; language: 'fr' | 'en' } | undefined>(sql`
    SELECT organisers.id, organisers.email, people.given_name || ' ' || people.family_name AS name,
      coalesce(people.language, 'fr') AS language
    FROM organisers LEFT JOIN people ON people.email_key = organisers.email_key WHERE organisers.id = ${id}`)
}

/** Who of the team stands behind an account of the sign-in library. */
export async function findOrganiserByUser(db: Database, userId: string): Promise<OrganiserRow | undefined> {
  return db
    .select()
    .from(organisers)
    .where(sql`${organisers.email_key} = (SELECT email FROM sign_in_users WHERE id = ${userId})`)
    .get()
}

export function insertOrganiser(db: Database, row: typeof organisers.$inferInsert): SQLWrapper {
  return db.insert(organisers).values(row)
}

export function updateOrganiser(
  db: Database,
  { id, role, subsidiary, digest, version }: Omit<OrganiserRow, 'email' | 'email_key' | 'created_at'>,
): SQLWrapper {
  return db.update(organisers).set({ role, subsidiary, digest, version }).where(eq(organisers.id, id))
}

/**
 * Takes somebody out of the team and ends their sessions. The account they signed in with goes too, unless it is also
 * that of somebody who works here.
 */
export function deleteOrganiser({ id, email_key: key }: OrganiserRow): SQLWrapper[] {
  const users = sql`(SELECT id FROM sign_in_users WHERE email = ${key})`
  const isElsewhere = sql`EXISTS (SELECT 1 FROM people WHERE email_key = ${key})`
  return [
    sql`DELETE FROM organisers WHERE id = ${id}`,
    sql`DELETE FROM sign_in_sessions WHERE userId IN ${users}`,
    sql`DELETE FROM sign_in_accounts WHERE userId IN ${users} AND NOT ${isElsewhere}`,
    sql`DELETE FROM sign_in_users WHERE email = ${key} AND NOT ${isElsewhere}`,
  ]
}

/** The condition that the team has an organiser besides this one. */
export function otherOrganiser(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM organisers WHERE role = 'organiser' AND id <> ${id})`
}

export async function hasOtherOrganiser(db: Database, id: string): Promise<boolean> {
  const row = await db.get<{ held: number }>(sql`SELECT ${otherOrganiser(id)} AS held`)
  return row?.held === 1
}

/** Lets an address sign in. Sign-in itself never creates anybody. */
export function allowSignIn(id: string, emailKey: string, now: number): SQLWrapper {
  return sql`INSERT OR IGNORE INTO sign_in_users (id, name, email, emailVerified, createdAt, updatedAt)
    VALUES (${id}, '', ${emailKey}, 1, ${now}, ${now})`
}

/** Who gets the digest of Monday: organisers who have not stopped it, since when, each in their own language where HR has said it. */
export async function listDigestReaders(
  db: Database,
): Promise<{ id: string; email: string; language: 'fr' | 'en'; created_at: number }[]> {
  return db.all<{ id: string; email: string; language: 'fr' | 'en'; created_at: number }>(sql`
    SELECT organisers.id, organisers.email, coalesce(people.language, 'fr') AS language, organisers.created_at
    FROM organisers LEFT JOIN people ON people.email_key = organisers.email_key
    WHERE organisers.role = 'organiser' AND organisers.digest = 1 ORDER BY organisers.email_key`)
}

/** Whether somebody of the team wants the digest of Monday, by their id. */
export async function findDigestWish(
  db: Database,
  id: string,
): Promise<Pick<OrganiserRow, 'digest' | 'role' | 'version'> | undefined> {
  const { digest, role, version } = organisers
  return db.select({ digest, role, version }).from(organisers).where(eq(organisers.id, id)).get()
}

export function setDigestWish(db: Database, id: string, digest: boolean, version: number): SQLWrapper {
  return db.update(organisers).set({ digest, version }).where(eq(organisers.id, id))
}

/** Where organisers are written to, each in their own language where HR has said it, else in French. */
export async function listTeam(
  db: Database,
): Promise<{ id: string; email: string; language: 'fr' | 'en' }[]> {
  return db.all<{ id: string; email: string; language: 'fr' | 'en' }>(sql`
    SELECT organisers.id, organisers.email, coalesce(people.language, 'fr') AS language
    FROM organisers LEFT JOIN people ON people.email_key = organisers.email_key
    WHERE organisers.role = 'organiser' ORDER BY organisers.email_key`)
}
