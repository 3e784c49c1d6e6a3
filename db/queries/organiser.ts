import { eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { organisers } from '#db/schema/organiser.ts'

export async function findOrganiser(db: Database, emailKey: string) {
  return db.select().from(organisers).where(eq(organisers.email_key, emailKey)).get()
}

export function insertOrganiser(db: Database, row: typeof organisers.$inferInsert): SQLWrapper {
  return db.insert(organisers).values(row)
}

/** Lets an address sign in. Sign-in itself never creates anybody. */
export function allowSignIn(id: string, emailKey: string, now: number): SQLWrapper {
  return sql`INSERT OR IGNORE INTO sign_in_users (id, name, email, emailVerified, createdAt, updatedAt)
    VALUES (${id}, '', ${emailKey}, 1, ${now}, ${now})`
}
