import { ARCS_MAX, CandidatePass } from './candidates.ts'
import type { Cohort } from './cohort.ts'
import type { Passable } from './eligible.ts'
import { Kernel } from './kernel.ts'
import { NO_WISHES } from './member.ts'
import { packOf } from './pack.ts'
import { type Prospects, prospectsOf } from './tally.ts'

export { ARCS_MAX } from './candidates.ts'
export type { Prospects } from './tally.ts'

/** The pairs that the rules allow, in rows by mentee with mentors ascending, and what became of all others. */
export interface Admissible {
  start: Int32Array
  mentor: Int32Array
  score: Int32Array
  mentors: Prospects[]
  mentees: Prospects[]
}

/**
 * Asks the rules about every pair of a cohort and scores those they allow. Up to `limit` pairs all are kept; beyond,
 * the best of each mentee and of each mentor (see `BestArcs`). `without` a rule, it is a trial of what the rule costs.
 */
export function listAdmissible(
  cohort: Cohort,
  limit = ARCS_MAX,
  without: Passable | null = null,
): Admissible {
  const { mentors, mentees, rules, scoring, hierarchy, past, banned } = cohort
  const pack = packOf({
    mentors: mentors.map(({ member }) => member),
    mentees: mentees.map(({ member }) => member),
    rules,
    scoring,
    hierarchy,
    past,
    banned,
  })
  const pass = new CandidatePass(pack, new Kernel(pack, without), NO_WISHES, { limit })
  pass.run()
  const { rows, tally } = pass.close()
  const prospects = (table: Int32Array) => (_: unknown, k: number) =>
    prospectsOf(table, tally.columns, k, rules.own)
  return {
    ...rows,
    mentors: mentors.map(prospects(tally.mentors)),
    mentees: mentees.map(prospects(tally.mentees)),
  }
}
