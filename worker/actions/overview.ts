import { listOpenHelp } from '#db/queries/help.ts'
import type { PairRow } from '#db/queries/pair.ts'
import { listSessionsOfPairs } from '#db/queries/pair-session.ts'
import { listProgrammes } from '#db/queries/programme.ts'
import { listPulsesOfPairs } from '#db/queries/pulse.ts'
import { countPeople, listNamedPairs } from '#db/queries/task.ts'
import { authoriseOrganiser } from '#domain/permission.ts'
import { PAIR_HEALTHS, type PairHealth, pairHealth, pulsesBySession } from '#domain/pulse.ts'
import type { Context } from './context.ts'
import { hasEnded } from './designation.ts'
import { getProgramme } from './programme.ts'
import { troublesSeen } from './trouble-sight.ts'

/** The five numbers of the first screen, and how the live pairs fare; classes only, never what somebody answered. */
export interface Overview {
  candidates: number
  eligible: number
  matched: number
  healthy: number
  problems: number
  pairs: Record<PairHealth, number>
}

/** How a pair fares now, and after each session that tells something. */
export interface HealthSeen {
  now: PairHealth
  sessions: { session_id: string; health: PairHealth }[]
}

/** The class of each of these pairs, and after each of their sessions; a fixed number of statements. */
export async function healthOfPairs(
  ctx: Pick<Context, 'db'>,
  pairs: readonly Pick<PairRow, 'id' | 'mentor_id' | 'mentee_id'>[],
): Promise<Map<string, HealthSeen>> {
  const ids = pairs.map(({ id }) => id)
  const [sessions, pulses] = await Promise.all([
    listSessionsOfPairs(ctx.db, ids),
    listPulsesOfPairs(ctx.db, ids),
  ])
  const sessionsOf = Map.groupBy(sessions, ({ pair_id }) => pair_id)
  const pulsesOf = Map.groupBy(pulses, ({ pair_id }) => pair_id)
  return new Map(
    pairs.map((pair) => {
      const told = pulsesBySession(pulsesOf.get(pair.id) ?? [], sessionsOf.get(pair.id) ?? [], pair)
      const after = told.map(({ session_id }, at) => ({
        session_id,
        health: pairHealth(told.slice(0, at + 1)).class,
      }))
      return [pair.id, { now: after.at(-1)?.health ?? 'grey', sessions: after }]
    }),
  )
}

/**
 * Five numbers over every programme that is not over, or over one: who signed up, who can be matched, who is in a live
 * pair, pairs that fare well, and what is open: troubles of live pairs, as many as the list of tasks shows lines of them,
 * and calls for help.
 * @throws Problem `not-found` where no programme has this slug
 */
export async function loadOverview(ctx: Context, slug: string | null): Promise<Overview> {
  authoriseOrganiser(ctx.actor, 'programmes:read')
  const rows =
    slug === null
      ? (await listProgrammes(ctx.db, false, null, 500)).filter((row) => !hasEnded(row, ctx.now))
      : [await getProgramme(ctx, slug)]
  const ids = new Set(rows.map(({ id }) => id))
  const isHere = ({ programme_id }: { programme_id: string }) => ids.has(programme_id)
  const [people, named, troubles, help] = await Promise.all([
    countPeople(ctx.db),
    listNamedPairs(ctx.db, ctx.now),
    troublesSeen(ctx, null),
    listOpenHelp(ctx.db, null),
  ])
  const pairs = named
    .filter((pair) => isHere(pair) && pair.state !== 'ended')
    .map(({ id, mentor_participant, mentee_participant }) => ({
      id,
      mentor_id: mentor_participant,
      mentee_id: mentee_participant,
    }))
  const health = await healthOfPairs(ctx, pairs)
  const classes = Object.fromEntries(PAIR_HEALTHS.map((name) => [name, 0])) as Record<PairHealth, number>
  for (const { now } of health.values()) classes[now] += 1
  const counted = people.filter(isHere)
  const live = new Set(pairs.map(({ id }) => id))
  const open = troubles.filter(({ trouble }) => trouble.kind !== 'help' && live.has(trouble.pair_id)).length
  return {
    candidates: counted.reduce((sum, { candidates }) => sum + candidates, 0),
    eligible: counted.reduce((sum, { eligible }) => sum + eligible, 0),
    matched: new Set(pairs.flatMap(({ mentor_id, mentee_id }) => [mentor_id, mentee_id])).size,
    healthy: classes.good,
    problems: open + help.filter(isHere).length,
    pairs: classes,
  }
}
