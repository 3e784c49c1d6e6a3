import { findReader, findReferent } from '#db/queries/referent.ts'
import type { Context } from './context.ts'
import type { OpenedFeedback } from './feedback.ts'
import { readerName } from './referent.ts'

/**
 * Who reads a pulse, by name, to be shown before it is sent: the referent of the programme and the coach of the pair
 * (questionnaires.md §9), but for whoever is one of the two themselves.
 */
export async function readersOfPulse(
  ctx: Pick<Context, 'db'>,
  { row, pair, me, partner }: OpenedFeedback,
): Promise<string[]> {
  const [referent, coach] = await Promise.all([
    findReferent(ctx.db, row.id),
    pair.coach_id === null ? undefined : findReader(ctx.db, pair.coach_id),
  ])
  const readers = [referent, coach].filter((one) => one !== undefined)
  const besides = readers.filter(({ person_id }) => person_id !== me.id && person_id !== partner.id)
  return [...new Map(besides.map((one) => [one.id, readerName(one)])).values()]
}
