import { findCoach } from '#db/queries/organiser.ts'
import { findPairWithPeople, type PairWithPeople } from '#db/queries/pair.ts'
import { listHistoryOfPair } from '#db/queries/pair-history.ts'
import { listSessionsOfPair, type PairSessionRow } from '#db/queries/pair-session.ts'
import { listPreparationsOfPair, type PreparationRow } from '#db/queries/preparation.ts'
import type { Both } from '#domain/language.ts'
import { PAIR_HISTORY_WORDS } from '#domain/pair-history.ts'
import { authorise } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import type { Context } from './context.ts'
import { type HealthSeen, healthOfPairs } from './pulse.ts'

const EVENTS = 200

/** A pair’s story as the team reads it. */
export interface PairHistory {
  found: PairWithPeople
  sessions: PairSessionRow[]
  preparations: PreparationRow[]
  coach: { id: string; email: string; name: string | null } | null
  health: HealthSeen
  events: { at: number; words: Both }[]
}

/**
 * What happened to a pair: its sessions without their places, its preparations without their reasons, what the event log
 * tells, and how it fares, as a class and for the team alone. A coach reads of the pairs they stand by.
 * @throws Problem `not-found` for a pair that is not there, or not a coach’s own
 */
export async function loadPairHistory(ctx: Context, id: string): Promise<PairHistory> {
  const { db, actor } = ctx
  authorise(actor, 'pairs:read')
  const found = await findPairWithPeople(db, id)
  if (!found || (actor.kind === 'coach' && found.pair.coach_id !== actor.id)) {
    throw notFound({ fr: 'Binôme', en: 'Pair' })
  }
  const [sessions, preparations, coach, events, health] = await Promise.all([
    listSessionsOfPair(db, id),
    listPreparationsOfPair(db, id),
    found.pair.coach_id === null ? undefined : findCoach(db, found.pair.coach_id),
    listHistoryOfPair(db, found.pair, EVENTS),
    healthOfPairs(ctx, [found.pair]),
  ])
  return {
    found,
    sessions,
    preparations,
    coach: coach ? { id: coach.id, email: coach.email, name: coach.name } : null,
    health: health.get(id) ?? { now: 'grey', sessions: [] },
    events: events.flatMap(({ type, occurred_at: at }) => {
      const words = PAIR_HISTORY_WORDS[type]
      return words ? [{ at, words }] : []
    }),
  }
}
