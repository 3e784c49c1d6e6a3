import {
  deleteMentorWish,
  listWishesOfPerson,
  type MentorWishRow,
  writeMentorWish,
} from '#db/queries/mentor-wish.ts'
import { findParticipants, type ParticipantRow } from '#db/queries/participant.ts'
import { findProgramme } from '#db/queries/programme.ts'
import { personOf } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

/**
 * A mentee names the mentor they would like (D1), by address. It is a preference: every rule still applies, the mentor
 * is told nothing, and the answer is the same whether the address is known or not.
 * @param address as `emailKey` writes it
 * @throws Problem `not-found` where the person is no mentee of the programme.
 */
export async function wishForMentor(ctx: Context, slug: string, address: string): Promise<MentorWishRow> {
  const participation = await findMenteeParticipation(ctx, slug)
  const before = await findWish(ctx, participation)
  if (before?.address === address) return before
  const row = {
    id: ctx.newId('wsh'),
    participant_id: participation.id,
    address,
    created_at: ctx.now,
  }
  await commit(ctx, {
    event: { type: 'mentor-wish.created', subject: row.id, version: 1, data: { mentor_wish: row.id } },
    writes: writeMentorWish(row),
  })
  return { ...row, named_person_id: null }
}

/** @throws Problem `not-found` where the person is no mentee of the programme, or wished for nobody. */
export async function withdrawWish(ctx: Context, slug: string): Promise<void> {
  const wish = await findWish(ctx, await findMenteeParticipation(ctx, slug))
  if (!wish) throw notFound({ fr: 'Souhait', en: 'Wish' })
  await commit(ctx, {
    event: { type: 'mentor-wish.deleted', subject: wish.id, version: 2, data: { mentor_wish: wish.id } },
    writes: [deleteMentorWish(ctx.db, wish.id)],
  })
}

async function findMenteeParticipation(ctx: Context, slug: string): Promise<ParticipantRow> {
  const personId = personOf(ctx.actor)
  const programme = await findProgramme(ctx.db, slug)
  const mine = programme ? await findParticipants(ctx.db, programme.id, personId) : []
  const mentee = mine.find(({ role, state }) => role === 'mentee' && state !== 'withdrawn')
  if (!mentee) throw notFound({ fr: 'Participation', en: 'Participation' })
  return mentee
}

async function findWish(ctx: Context, participation: ParticipantRow): Promise<MentorWishRow | undefined> {
  const wishes = await listWishesOfPerson(ctx.db, participation.person_id)
  return wishes.find(({ participant_id }) => participant_id === participation.id)
}
