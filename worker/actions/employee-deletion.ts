import { sql } from 'drizzle-orm'
import { erasePerson } from '#db/queries/erasure.ts'
import { forgetAnswersAbout } from '#db/queries/idempotency-key.ts'
import { findOrganiser } from '#db/queries/organiser.ts'
import { listParticipantsOfPerson, type ParticipantRow, updateParticipant } from '#db/queries/participant.ts'
import { findPerson, forgetPerson, type PersonRow } from '#db/queries/person.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { authorise } from '#domain/permission.ts'
import { referenceOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { assertFollows, getEmployee } from './person.ts'
import { recheckPerson } from './recheck.ts'

/**
 * Deletes somebody at HR’s word: they leave every programme, their pairs end at once and kindly, open proposals lapse at
 * their deadline, their sessions end, and all that they gave or that was known of them is erased (GDPR art. 17). What
 * remains is a row without a name, on which the pairs of others hang, and a tombstone for whoever copies the list.
 * Who dies half-way has withdrawn somebody from programmes; asking again does the rest.
 * @throws Problem `not-found`, also the second time.
 */
export async function deleteEmployee(ctx: Context, reference: string): Promise<void> {
  authorise(ctx.actor, 'employees:write')
  const { id, version } = await getEmployee(ctx, reference)
  assertFollows(ctx, version)
  const person = await findPerson(ctx.db, id)
  if (!person) throw notFound({ fr: 'Personne', en: 'Person' })
  await removePerson(ctx, person)
}

/** The same for a person already found, by whichever door they are deleted. */
export async function removePerson(ctx: Context, person: PersonRow): Promise<void> {
  // What the request asked concerns the person, and is kept for the change that deletes them.
  const quiet: Context = { ...ctx, asked: { version: null, once: null } }
  for (const participant of await listParticipantsOfPerson(ctx.db, person.id)) {
    if (participant.state !== 'withdrawn') await withdraw(quiet, participant, person)
  }
  const organiser = person.email_key === null ? undefined : await findOrganiser(ctx.db, person.email_key)
  const version = person.version + 1
  await commit(ctx, {
    event: {
      type: 'person.deleted',
      subject: person.id,
      version,
      data: { person: referenceOf(person) },
    },
    guards: [sql`(SELECT version FROM people WHERE id = ${person.id}) = ${person.version}`],
    writes: [
      ...erasePerson(person, organiser !== undefined, ctx.now),
      ...forgetPerson(person, version, ctx.now),
      forgetAnswersAbout(person.id),
    ],
  })
  await recheckPerson(ctx, person.id)
}

async function withdraw(ctx: Context, participant: ParticipantRow, person: PersonRow): Promise<void> {
  const { slug } = await getProgrammeById(ctx.db, participant.programme_id)
  const version = participant.version + 1
  await commit(ctx, {
    event: {
      type: 'participant.withdrawn',
      subject: participant.id,
      version,
      data: {
        programme: slug,
        participant: participant.id,
        person: referenceOf(person),
        role: participant.role,
      },
    },
    writes: [updateParticipant(ctx.db, participant.id, { state: 'withdrawn', version, updated_at: ctx.now })],
  })
}
