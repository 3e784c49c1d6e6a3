import { ADVERSARIAL } from './adversarial.ts'
import { findBars, judge, type Standing } from './bars.ts'
import { findReference, holdContest, type Outcome } from './contest.ts'
import { INSTANCES, type Instance } from './instances.ts'

const ALL: Record<string, Instance> = { ...INSTANCES, ...ADVERSARIAL }
const FAIR = ['a_Q', 'b_Q']

/** What can be measured: the instances a to g, those made to be difficult, and two under the fair objective. */
export const MATCHING_ROWS = [...Object.keys(ALL), ...FAIR.map((name) => `${name}_fair`)]

/** `munkres` knows only full tables; it would take minutes on the sparse instances, and much memory. */
const hasMunkres = (name: string) => /^[abc]_/.test(name) || name in ADVERSARIAL

/**
 * The solver beside scipy (and npm's `munkres` where it can) on the same machine in the same minutes, each in a process
 * of its own. A row that fails says so. Times in ms, memory in MB; a ratio below 1 means that we are faster.
 */
export async function measureMatching(asked: readonly string[] = []) {
  const python = findReference()
  if (!python) console.error('No python3 with scipy: there is no reference to compare with.')
  const rows = []
  for (const name of asked.length ? asked : MATCHING_ROWS) {
    const isFair = name.endsWith('_fair')
    const instance = ALL[name.replace('_fair', '')]!
    const problem = instance.make()
    const outcome = await holdContest(
      problem,
      isFair ? 'fair' : 'coverage',
      python,
      !isFair && hasMunkres(name),
    )
    const optimum = isFair ? undefined : instance.optimum
    rows.push(describe(name, problem.mentor.length, outcome, optimum, isFair))
    console.error(`${name}: ${outcome.error ?? `${round(outcome.warm_ms)} ms warm`}`)
  }
  return rows
}

export type MatchingRow = ReturnType<typeof describe>

function describe(
  instance: string,
  arcs: number,
  outcome: Outcome,
  optimum: number | undefined,
  isFair: boolean,
) {
  const { total, worst, reference, munkres, cold_ms, warm_ms } = outcome
  const { warm, cold } = isFair ? { warm: null, cold: null } : findBars(instance)
  const [warmRatio, coldRatio] = [over(warm_ms, reference?.ms), over(cold_ms, reference?.ms)]
  const isOptimum = optimum === undefined ? null : total === optimum
  const equalsScipy = reference && total === reference.total && (!isFair || worst === reference.worst)
  const isRight = outcome.certified && isOptimum !== false && equalsScipy !== false
  return {
    instance,
    arcs,
    total,
    worst,
    matched: outcome.matched,
    is_optimum: isOptimum,
    equals_scipy: equalsScipy,
    is_certified: outcome.certified,
    cold_ms: round(cold_ms),
    warm_ms: round(warm_ms),
    peak_mb: round(outcome.peak_mb),
    scipy_ms: reference ? round(reference.ms) : 'no reference',
    munkres_ms: munkres === 'too slow' || munkres === null ? munkres : round(munkres.ms),
    equals_munkres: munkres === 'too slow' || munkres === null ? null : total === munkres.total,
    warm_ratio: warmRatio,
    warm_bar: warm,
    warm_standing: judge(isRight, warmRatio, warm),
    cold_ratio: coldRatio,
    cold_bar: cold,
    cold_standing: judge(isRight, coldRatio, cold),
    ...(outcome.error && { error: outcome.error }),
  }
}

function over(ms: number | null, reference: number | undefined): number | null {
  return ms === null || reference === undefined ? null : Math.round((ms / reference) * 1000) / 1000
}

function round(number: number | null): number | null {
  return number === null ? null : Math.round(number * 10) / 10
}

/** The rows as a person reads them: fewer columns, bars beside ratios, and a last line that says where we stand. */
export function showMatching(rows: readonly MatchingRow[]): void {
  const limit = (ratio: number | null, bar: { bar: number } | null, standing: Standing) =>
    ratio === null ? standing : bar === null ? `${ratio}` : `${ratio} of ${bar.bar}: ${standing}`
  console.table(
    rows.map((row) => ({
      instance: row.instance,
      total: row.total,
      worst: row.worst,
      value: row.error ?? sayValue(row),
      certified: row.is_certified,
      cold_ms: row.cold_ms,
      warm_ms: row.warm_ms,
      peak_mb: row.peak_mb,
      scipy_ms: row.scipy_ms,
      munkres_ms: row.munkres_ms ?? '',
      warm: limit(row.warm_ratio, row.warm_bar, row.warm_standing),
      cold: limit(row.cold_ratio, row.cold_bar, row.cold_standing),
    })),
  )
  const count = (standings: Standing[]) => {
    const met = standings.filter((standing) => standing === 'bar' || standing === 'goal').length
    const goals = standings.filter((standing) => standing === 'goal').length
    return `${met} of ${met + standings.filter((standing) => standing === 'missed').length} bars met, ${goals} with the goal beyond`
  }
  console.log(`Warm: ${count(rows.map((row) => row.warm_standing))}.`)
  console.log(`Cold: ${count(rows.map((row) => row.cold_standing))}.`)
}

function sayValue({ is_optimum, equals_scipy, equals_munkres }: MatchingRow): string {
  const known = [is_optimum, equals_scipy, equals_munkres].filter((equal) => equal !== null)
  if (known.length === 0) return 'no reference'
  return known.every(Boolean) ? 'equal' : 'DIFFERENT'
}
