import { listParticipantsOfPerson } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { findPreferences, lastPreferenceVersion, writePreferences } from '#db/queries/preference.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { personOf } from '#domain/permission.ts'
import { firstPreferences, type Preferences } from '#domain/preference.ts'
import { type Context, commit } from './context.ts'

/** The clock on somebody’s wall: the zone that they chose, else that of the programme. */
export async function zoneOf(
  ctx: Context,
  person: Pick<PersonRow, 'id'>,
  programme: Pick<ProgrammeRow, 'time_zone'>,
): Promise<string> {
  const chosen = await findPreferences(ctx.db, person.id)
  return chosen?.time_zone ?? programme.time_zone
}

/** One’s own preferences; version 0 where they are the usual ones. */
export async function loadOwnPreferences(ctx: Context): Promise<Preferences & { version: number }> {
  const personId = personOf(ctx.actor)
  const row = await findPreferences(ctx.db, personId)
  if (!row) return { ...firstPreferences(await listParticipantsOfPerson(ctx.db, personId)), version: 0 }
  const { time_zone, reminders, quiet_from, quiet_to, version } = row
  return { time_zone, reminders, quiet_from, quiet_to, version }
}

/** Keeps one’s own preferences whole, in the place of those before; the same again is said anew, for it is later. */
export async function putOwnPreferences(
  ctx: Context,
  wanted: Preferences,
): Promise<Preferences & { version: number }> {
  const personId = personOf(ctx.actor)
  const subject = `preferences/${personId}`
  const version = (await lastPreferenceVersion(ctx.db, subject)) + 1
  await commit(ctx, {
    event: { type: 'preferences.changed', subject, version, data: { person: personId } },
    writes: [writePreferences(ctx.db, { ...wanted, person_id: personId, version, updated_at: ctx.now })],
  })
  return { ...wanted, version }
}
