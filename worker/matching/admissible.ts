import { type Arc, BestPairs } from './best-pairs.ts'
import type { Cohort } from './cohort.ts'
import { firstObstacle, RULES, type Rule } from './eligible.ts'
import { measurePair } from './score.ts'

/** How many pairs may be given to the solver and frozen with a run. */
export const ARCS_MAX = 250_000

/** What the rules left of everybody on the other side: how many partners, and how many each rule removed first. */
export interface Prospects {
  partners: number
  removed: Record<Rule, number>
}

/** The pairs that the rules allow, in rows by mentee with mentors ascending, and what became of all others. */
export interface Admissible {
  start: Int32Array
  mentor: Int32Array
  score: Int32Array
  mentors: Prospects[]
  mentees: Prospects[]
}

/**
 * Asks the rules about every pair and scores those they allow. Up to `limit` pairs all are kept; beyond, the best of
 * each mentee and of each mentor (see `BestPairs`), so that a run stays small enough to be stored whole.
 */
export function listAdmissible(cohort: Cohort, limit = ARCS_MAX): Admissible {
  const { mentors, mentees } = cohort
  const prospects = { mentors: mentors.map(noProspects), mentees: mentees.map(noProspects) }
  const mayExceed = mentors.length * mentees.length > limit
  const best = mayExceed ? new BestPairs(mentors.length, mentees.length, limit) : null
  const start = new Int32Array(mentees.length + 1)
  const mentor: number[] = []
  const score: number[] = []
  let count = 0
  for (let j = 0; j < mentees.length; j++) {
    const row = askRow(cohort, j, prospects)
    start[j + 1] = count += row.length
    best?.add(j, row)
    if (count > limit) continue
    for (const arc of row) {
      mentor.push(arc.mentor)
      score.push(arc.score)
    }
  }
  if (best && count > limit) return { ...best.rows(), ...prospects }
  return { start, mentor: Int32Array.from(mentor), score: Int32Array.from(score), ...prospects }
}

/** The pairs of one mentee that the rules allow, and a note of what became of each. */
function askRow(cohort: Cohort, j: number, prospects: Pick<Admissible, 'mentors' | 'mentees'>): Arc[] {
  const mentee = cohort.mentees[j]!
  const row: Arc[] = []
  for (let i = 0; i < cohort.mentors.length; i++) {
    const mentor = cohort.mentors[i]!
    const obstacle = firstObstacle(cohort, mentor, mentee)
    note(prospects.mentors[i]!, obstacle)
    note(prospects.mentees[j]!, obstacle)
    if (obstacle === null) row.push({ mentor: i, score: measurePair(cohort, mentor, mentee).score })
  }
  return row
}

function noProspects(): Prospects {
  return { partners: 0, removed: Object.fromEntries(RULES.map((rule) => [rule, 0])) as Record<Rule, number> }
}

function note(prospects: Prospects, obstacle: Rule | null): void {
  if (obstacle === null) prospects.partners += 1
  else prospects.removed[obstacle] += 1
}
