import { Hono } from 'hono'
import { loadCatalogue } from '#actions/catalogue.ts'
import type { Context } from '#actions/context.ts'
import { getProgramme } from '#actions/programme.ts'
import { OUTCOME_NOTE, OUTCOME_PROPOSAL_STATES, type OutcomesShown } from '#contract/outcome.ts'
import { toInstant } from '#contract/shape.ts'
import { countOutcomes, type OutcomeCounts } from '#db/queries/outcome.ts'
import { countLife } from '#db/queries/outcome-life.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { listSurveysOfProgramme } from '#db/queries/survey.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { PAIR_STATES } from '#domain/pair.ts'
import { PARTICIPANT_STATES, ROLES, type Role } from '#domain/participant.ts'
import { authoriseTotals } from '#domain/permission.ts'
import { FEWEST_PEOPLE, hideSmallCells, medianOf, wilsonInterval } from '#domain/proportion.ts'
import type { App } from '#http/service-context.ts'
import { showLife } from './outcome-life.ts'

export const outcomeRoutes = new Hono<App>().get('/programmes/:slug/outcomes', async (c) => {
  const ctx = c.get('ctx')
  authoriseTotals(ctx.actor)
  return c.json(await loadOutcomes(ctx, await getProgramme(ctx, c.req.param('slug'))))
})

/** The totals of a programme as they leave; whoever calls has made sure that the asker may read totals. */
export async function loadOutcomes(ctx: Context, programme: ProgrammeRow): Promise<OutcomesShown> {
  const [counts, life, surveys, catalogue] = await Promise.all([
    countOutcomes(ctx.db, programme.id),
    countLife(ctx.db, programme.id, ctx.now),
    listSurveysOfProgramme(ctx.db, programme.id),
    loadCatalogue(ctx),
  ])
  return {
    ...showOutcomes(programme.slug, ctx.now, counts),
    life: showLife(programme.objectives, life, surveys, catalogue),
  }
}

function showOutcomes(programme: string, now: number, counts: OutcomeCounts): Omit<OutcomesShown, 'life'> {
  return {
    programme,
    counted_at: toInstant(now),
    fewest_people: FEWEST_PEOPLE,
    note: OUTCOME_NOTE,
    sign_ups: counts.joined < FEWEST_PEOPLE ? null : counts.joined,
    participants: showParticipants(counts),
    waiting: counts.waiting && hideSmallCells(byName(ROLES, counts.waiting, 'role'), false),
    proposals: hideSmallCells(byName(OUTCOME_PROPOSAL_STATES, counts.proposals, 'state'), false),
    pairs: hideSmallCells(byName(PAIR_STATES, counts.pairs, 'state'), false),
    days_to_pair: showWait(counts.waitsMs),
    matched: showMatched(counts.waitsMs.length, counts.joined),
  }
}

/** All four cells of those who joined are one breakdown of `sign_ups`; who has not answered yet is none of it. */
function showParticipants({ participants }: OutcomeCounts): OutcomesShown['participants'] {
  const cells: Record<string, number> = {}
  for (const role of ROLES) for (const state of PARTICIPANT_STATES) cells[`${role} ${state}`] = 0
  for (const { role, state, count } of participants) cells[`${role} ${state}`]! += count
  const names = Object.keys(cells)
  const isPending = (name: string) => name.endsWith('pending')
  const pick = (keep: (name: string) => boolean) =>
    Object.fromEntries(names.filter(keep).map((name) => [name, cells[name] as number]))
  const shown = {
    ...hideSmallCells(pick(isPending), false),
    ...hideSmallCells(
      pick((name) => !isPending(name)),
      true,
    ),
  }
  const of = (role: Role) => ({
    pending: shown[`${role} pending`] ?? null,
    active: shown[`${role} active`] ?? null,
    withdrawn: shown[`${role} withdrawn`] ?? null,
  })
  return { mentor: of('mentor'), mentee: of('mentee') }
}

function byName<N extends string, F extends string>(
  names: readonly N[],
  rows: readonly ({ count: number } & Record<F, string>)[],
  field: F,
): Record<N, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<N, number>
  for (const row of rows) if (row[field] in counts) counts[row[field] as unknown as N] += row.count
  return counts
}

function showWait(waitsMs: readonly number[]): OutcomesShown['days_to_pair'] {
  const median = medianOf(waitsMs)
  if (median === null || waitsMs.length < FEWEST_PEOPLE) return null
  return { median: Math.round((median / DAY_MS) * 10) / 10, people: waitsMs.length }
}

/** Nothing where so few have, or have not, had a pair that one could tell who. */
function showMatched(people: number, of: number): OutcomesShown['matched'] {
  const others = of - people
  if (people < FEWEST_PEOPLE || (others > 0 && others < FEWEST_PEOPLE)) return null
  const interval = wilsonInterval(people, of)
  if (!interval) return null
  const round = (share: number) => Math.round(share * 10_000) / 10_000
  return {
    people,
    of,
    share: round(interval.share),
    low: round(interval.low),
    high: round(interval.high),
  }
}
