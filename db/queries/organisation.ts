import { eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { organisations } from '#db/schema/organisation.ts'

export type OrganisationRow = typeof organisations.$inferSelect

/** The profile, if an organiser has ever saved one. */
export async function findOrganisation(db: Database): Promise<OrganisationRow | undefined> {
  return db.select().from(organisations).where(eq(organisations.id, 'here')).get()
}

export function writeOrganisation(db: Database, row: OrganisationRow): SQLWrapper {
  const { profile, version, updated_at } = row
  return db
    .insert(organisations)
    .values(row)
    .onConflictDoUpdate({ target: organisations.id, set: { profile, version, updated_at } })
}
