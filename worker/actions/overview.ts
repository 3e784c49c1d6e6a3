import { listOpenHelp } from '#db/queries/help.ts'
import { listProgrammes } from '#db/queries/programme.ts'
import { countPeople, listNamedPairs } from '#db/queries/task.ts'
import { authoriseOrganiser } from '#domain/permission.ts'
import { PAIR_HEALTHS, type PairHealth } from '#domain/pulse.ts'
import type { Context } from './context.ts'
import { hasEnded } from './designation.ts'
import { getProgramme } from './programme.ts'
import { healthOfPairs } from './pulse.ts'
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
