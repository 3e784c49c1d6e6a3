import { findParticipant, type ParticipantRow } from '#db/queries/participant.ts'
import {
  findLastPairOf,
  findTalentChoice,
  listVisibleTalents,
  writeTalentChoice,
} from '#db/queries/talent.ts'
import { personOf } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { type Contribution, loadContributions } from './contribution.ts'

/** Keeps whether somebody’s contribution may be seen by the talent team; the same choice again writes nothing. */
export async function chooseTalent(
  ctx: Context,
  participant: ParticipantRow,
  isVisible: boolean,
): Promise<void> {
  const before = await findTalentChoice(ctx.db, participant.id)
  if (before?.visible === isVisible) return
  const version = (before?.version ?? 0) + 1
  await commit(ctx, {
    event: {
      type: 'talent.chosen',
      subject: `talent:${participant.id}`,
      version,
      data: { participant: participant.id },
    },
    writes: [
      writeTalentChoice(ctx.db, {
        participant_id: participant.id,
        programme_id: participant.programme_id,
        visible: isVisible,
        chosen_at: ctx.now,
        version,
      }),
    ],
  })
}

/**
 * Changes one’s own choice, once it was asked for: the question is asked when a pair closes, and only there.
 * @returns the pair that began last, whose page shows the choice; null for none.
 * @throws Problem `not-found` for somebody else’s participation, or one that was never asked.
 */
export async function changeOwnTalent(
  ctx: Context,
  participantId: string,
  isVisible: boolean,
): Promise<string | null> {
  const personId = personOf(ctx.actor)
  const participant = await findParticipant(ctx.db, participantId)
  if (!participant || participant.person_id !== personId) {
    throw notFound({ fr: 'Participation', en: 'Participation' })
  }
  const isAsked = (await findTalentChoice(ctx.db, participantId)) !== undefined
  if (isVisible && !isAsked) throw notFound({ fr: 'Choix de visibilité', en: 'Choice of visibility' })
  if (isAsked) await chooseTalent(ctx, participant, isVisible)
  return findLastPairOf(ctx.db, participantId)
}

/** Whoever wants to be seen, with facts alone: nothing of what was said, felt or answered (F10). */
export async function listTalents(ctx: Context, programmeId: string) {
  const talents = await listVisibleTalents(ctx.db, programmeId)
  const contributions = await loadContributions(
    ctx,
    talents.map(({ participant }) => participant),
  )
  return talents.map(({ participant, person, chosen_at }) => ({
    participant,
    person,
    chosen_at,
    contribution: contributions.get(participant.id) as Contribution,
  }))
}
