import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import type { Language } from '#domain/language.ts'

/** Those of these participants who take part and signed an older charter than the one of today. */
export async function listBehindCharter(
  db: Database,
  participantIds: readonly string[],
): Promise<{ id: string; programme_id: string; charter_version: number }[]> {
  const found: { id: string; programme_id: string; charter_version: number }[] = []
  for (const chunk of inChunks([...new Set(participantIds)])) {
    found.push(
      ...(await db.all<{ id: string; programme_id: string; charter_version: number }>(sql`
        SELECT participants.id, participants.programme_id, participants.charter_version
        FROM json_each(${chunk}) AS wanted JOIN participants ON participants.id = wanted.value
        JOIN programmes ON programmes.id = participants.programme_id
        WHERE participants.state = 'active' AND participants.charter_version < programmes.charter_version
        ORDER BY participants.id`)),
    )
  }
  return found
}

/** How many of those who take part have signed this version or a later one, and how many have not. */
export async function countSignatures(
  db: Database,
  programmeId: string,
  version: number,
): Promise<{ signed: number; waiting: number }> {
  const row = await db.get<{ signed: number; waiting: number }>(sql`
    SELECT count(*) FILTER (WHERE charter_version >= ${version}) AS signed,
      count(*) FILTER (WHERE charter_version < ${version}) AS waiting
    FROM participants WHERE programme_id = ${programmeId} AND state = 'active'`)
  return { signed: row?.signed ?? 0, waiting: row?.waiting ?? 0 }
}

/** Somebody to write to about a charter that changed, with how they want to be written to; null where they never said. */
export interface Signatory {
  id: string
  email: string
  language: Language | null
  time_zone: string | null
  quiet_from: number | null
  quiet_to: number | null
}

/** Everybody who takes part in a programme and may be reminded of things, each once whatever their roles. */
export async function listSignatories(db: Database, programmeId: string): Promise<Signatory[]> {
  return db.all<Signatory>(sql`
    SELECT DISTINCT people.id, people.email, people.language, preferences.time_zone, preferences.quiet_from,
      preferences.quiet_to
    FROM participants JOIN people ON people.id = participants.person_id
    LEFT JOIN preferences ON preferences.person_id = people.id
    WHERE participants.programme_id = ${programmeId} AND participants.state = 'active'
      AND people.active = 1 AND people.email IS NOT NULL AND coalesce(preferences.reminders, 1) = 1
    ORDER BY people.id`)
}
