import { eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { preferences } from '#db/schema/preference.ts'

export type PreferenceRow = typeof preferences.$inferSelect

/** How somebody wants to be written to; undefined where they never said. */
export async function findPreferences(db: Database, personId: string): Promise<PreferenceRow | undefined> {
  return db.select().from(preferences).where(eq(preferences.person_id, personId)).get()
}

export function writePreferences(db: Database, row: PreferenceRow): SQLWrapper {
  const { person_id: _id, ...set } = row
  return db.insert(preferences).values(row).onConflictDoUpdate({ target: preferences.person_id, set })
}

/** The version of the last event about somebody’s preferences; they may have been erased since. */
export async function lastPreferenceVersion(db: Database, subject: string): Promise<number> {
  const row = await db.get<{ version: number | null }>(sql`
    SELECT max(version) AS version FROM events WHERE subject = ${subject}`)
  return row?.version ?? 0
}
