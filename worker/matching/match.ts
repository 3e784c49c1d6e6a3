import { type Admissible, ARCS_MAX, listAdmissible } from './admissible.ts'
import { type Assignment, assign, type Certificate, type Problem } from './assign.ts'
import { certify } from './certify.ts'
import { type Cohort, prepareCohort } from './cohort.ts'
import type { MatchInput } from './member.ts'
import { factsOf, type PairFacts } from './pair-facts.ts'
import { listWaiting, type Waiting } from './waiting.ts'

export { type MatchInput, pairKey } from './member.ts'

/** A match run, by participant id. Orders are impartial and always the same. */
export interface MatchResult {
  /** For everybody who looks for a mentor, the pairs given to the solver; some may have none. */
  candidates: { mentee: string; arcs: [mentor: string, score: number][] }[]
  pairs: { mentor: string; mentee: string; score: number; facts: PairFacts }[]
  waiting: Waiting[]
  /** How many have a free place, look for a mentor, and could be paired with each other. */
  mentors: number
  mentees: number
  arcs: number
  matched: number
  /** The sum of the scores of all pairs. */
  total: number
  certificate: Certificate
}

/**
 * Makes the best pairs that the rules allow: most pairs first, then the highest total score, exactly (C13), among all
 * admissible pairs up to 250,000 (beyond, see `BestPairs`). The result depends on who the people are and what they
 * answered, never on the order in which they arrive.
 * @throws Error where the proof of optimality does not hold; nothing may then be proposed
 */
export function runMatch(input: MatchInput): MatchResult {
  const cohort = prepareCohort(input)
  const admissible = listAdmissible(cohort, ARCS_MAX)
  const problem = problemOf(cohort, admissible)
  const assignment = assign(problem, { objective: 'coverage' })
  const verdict = certify(problem, assignment)
  if (!verdict.holds) throw new Error(`The assignment is not proved optimal: ${verdict.why}`)
  const pairs = pairsOf(cohort, problem, assignment)
  return {
    candidates: candidatesOf(cohort, admissible),
    pairs,
    waiting: listWaiting(
      cohort,
      admissible,
      new Set(pairs.flatMap(({ mentor, mentee }) => [mentor, mentee])),
    ),
    mentors: cohort.mentors.filter(isLooking).length,
    mentees: cohort.mentees.filter(isLooking).length,
    arcs: problem.mentor.length,
    matched: assignment.matched,
    total: assignment.total,
    certificate: assignment.certificate,
  }
}

function problemOf({ mentors, mentees }: Cohort, { start, mentor, score }: Admissible): Problem {
  return {
    mentors: mentors.length,
    mentees: mentees.length,
    capacity: Int32Array.from(mentors, ({ places }) => places),
    demand: Int32Array.from(mentees, ({ places }) => places),
    start,
    mentor,
    score,
  }
}

function isLooking({ member, places }: Cohort['mentors'][number]): boolean {
  return member.active && member.consents && places > 0
}

function candidatesOf({ mentors, mentees }: Cohort, admissible: Admissible): MatchResult['candidates'] {
  const candidates: MatchResult['candidates'] = []
  mentees.forEach((mentee, j) => {
    if (!isLooking(mentee)) return
    const arcs: [string, number][] = []
    for (let a = admissible.start[j]!; a < admissible.start[j + 1]!; a++) {
      arcs.push([mentors[admissible.mentor[a]!]!.member.id, admissible.score[a]!])
    }
    candidates.push({ mentee: mentee.member.id, arcs })
  })
  return candidates
}

function pairsOf(cohort: Cohort, problem: Problem, { arc }: Assignment): MatchResult['pairs'] {
  let j = 0
  return Array.from(arc, (a) => {
    while (a >= problem.start[j + 1]!) j++
    const [mentor, mentee] = [cohort.mentors[problem.mentor[a]!]!, cohort.mentees[j]!]
    return {
      mentor: mentor.member.id,
      mentee: mentee.member.id,
      score: problem.score[a]!,
      facts: factsOf(cohort, mentor, mentee),
    }
  })
}
