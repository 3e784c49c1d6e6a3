import { listFeedbackOfPair } from '#db/queries/feedback.ts'
import { findTalentChoice } from '#db/queries/talent.ts'
import { listThankYousOfPair } from '#db/queries/thank-you.ts'
import { nameOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { surveyWindows } from '#domain/survey-schedule.ts'
import type { Context } from './context.ts'
import { type Contribution, loadContributions } from './contribution.ts'
import type { OwnPair } from './own-pair.ts'
import { mayThank } from './thank-you.ts'

/**
 * The end of one’s own pair: notes of thanks, the certificate, the last survey, and one’s choice about the talent team
 * with exactly what that team sees. Null where the end is far, or the pair ended before it.
 */
export async function loadClosing(ctx: Context, own: OwnPair) {
  const { pair, row, participant } = own
  const end = surveyWindows({ programme: row, pair }).find(({ moment }) => moment === 'end')
  if (!mayThank(own) || !end || ctx.now < end.from) return null
  const [notes, requests, choice, contributions] = await Promise.all([
    listThankYousOfPair(ctx.db, pair.id),
    listFeedbackOfPair(ctx.db, pair.id),
    findTalentChoice(ctx.db, participant.id),
    loadContributions(ctx, [participant]),
  ])
  const survey = requests.find(
    ({ kind, participant_id, state, expires_at }) =>
      kind === 'survey' && participant_id === participant.id && state === 'waiting' && expires_at > ctx.now,
  )
  const received = notes.find(({ author_id }) => author_id !== participant.id)
  return {
    pair: pair.id,
    partner: nameOf(own.partner),
    kind: row.kind,
    isCompleted: pair.ending === 'completed',
    mine: notes.find(({ author_id }) => author_id === participant.id)?.text ?? null,
    received: received ? { text: received.text, written_at: received.updated_at } : null,
    survey: survey?.id ?? null,
    time_zone: row.time_zone,
    talent: choice
      ? {
          participation: participant.id,
          isVisible: choice.visible,
          name: nameOf(own.me),
          role: own.role,
          contribution: contributions.get(participant.id) as Contribution,
        }
      : null,
  }
}

/**
 * What one’s certificate says: hours, sessions and topics of this pair, without any grade (P9, F11).
 * @throws Problem `not-found` for a pair that was not completed.
 */
export async function loadCertificate(ctx: Context, own: OwnPair) {
  const { pair, row, participant, role } = own
  if (pair.ending !== 'completed' || pair.ended_at === null) {
    throw notFound({ fr: 'Attestation', en: 'Certificate' })
  }
  const [contributions, notes] = await Promise.all([
    loadContributions(ctx, [participant], pair.id),
    listThankYousOfPair(ctx.db, pair.id),
  ])
  return {
    pair: pair.id,
    name: nameOf(own.me),
    partner: nameOf(own.partner),
    role,
    kind: row.kind,
    programme: { fr: row.words.fr.name, en: row.words.en.name },
    time_zone: row.time_zone,
    started_at: pair.started_at,
    ended_at: pair.ended_at,
    contribution: contributions.get(participant.id) as Contribution,
    thanks: notes.find(({ author_id }) => author_id !== participant.id)?.text ?? null,
  }
}
