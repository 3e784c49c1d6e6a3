import type { Certificate } from './assign.ts'
import type { Problem } from './assignment-problem.ts'
import type { Rows } from './best-arcs.ts'
import { CandidatePass, type Candidates } from './candidates.ts'
import { type Cohort, prepareCohort } from './cohort.ts'
import { obstaclesOf } from './eligible.ts'
import { Kernel } from './kernel.ts'
import type { MatchInput, Wishes } from './member.ts'
import { type Pack, packOf } from './pack.ts'
import { FACT, FACTS, type Side } from './pack-side.ts'
import { factsOf, type PairFacts } from './pair-facts.ts'
import { PricingPass } from './pricing.ts'
import { prospectsOf } from './tally.ts'
import { listWaiting, type Waiting } from './waiting.ts'
import { type Choice, choose } from './wishes.ts'

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
  /** How many pairs the rules allow, whether or not they were given to the solver. */
  admissible: number
  matched: number
  /** The sum of the scores of all pairs. */
  total: number
  certificate: Certificate
  /** Among which pairs the choice is proved the best: all that the rules allow, or those given to the solver. */
  certified: 'all-pairs' | 'candidates'
  /** How often the choice was made, with the pairs added that the one before did not account for. */
  rounds: number
  /** The choice among the arcs, with what became of the wishes. */
  choice: Choice
}

/** After so many rounds of pricing, the choice is given as the best among the candidates only. */
const ROUNDS_MAX = 8

/** Up to so many pairs, who has no candidate is told every rule that stands in the way, and not only the first. */
const OBSTACLES_MAX = 300_000

/**
 * Makes the best pairs that the rules allow, exactly, for the objective and with the wishes of the input (C13; see
 * `choose`). The result depends on who the people are and what they answered, never on the order in which they arrive.
 * @throws Error where the proof of optimality does not hold; nothing may then be proposed
 * @throws WishFailure where a locked pair cannot be made or a named group not be served
 */
export function runMatch(input: MatchInput): MatchResult {
  const cohort = prepareCohort(input)
  const match = drain(matchInParts(packOf(input), input.wishes, input.objective))
  const { pack, candidates, best } = match
  const pairs = pairsOf(cohort, best)
  return {
    candidates: [...candidatesOf(match)],
    pairs,
    waiting: waitingOf(cohort, pack, candidates, best, pairs),
    mentors: countLooking(pack.mentors),
    mentees: countLooking(pack.mentees),
    arcs: best.rows.mentor.length,
    admissible: candidates.admissible,
    matched: best.choice.matched,
    total: best.choice.total,
    certificate: best.choice.certificate,
    certified: best.certified,
    rounds: best.rounds,
    choice: best.choice,
  }
}

/** A match among packed people. */
export interface PackedMatch {
  pack: Pack
  candidates: Omit<Candidates, 'rows'>
  best: BestChoice
}

/** So many pairs are looked at in one part: a few seconds. */
const PAIRS_A_PART = 50_000_000

/**
 * Makes the best pairs among packed people as `runMatch` does. Yields between its parts, so that who runs it can show
 * signs of life meanwhile; a part may take as long as choosing takes.
 */
export function* matchInParts(
  pack: Pack,
  wishes: Wishes,
  objective: MatchInput['objective'],
): Generator<void, PackedMatch> {
  const kernel = new Kernel(pack)
  const { rows, ...candidates } = yield* findCandidates(pack, kernel, wishes)
  const best = yield* chooseInParts(pack, kernel, { rows, areAll: candidates.areAll }, wishes, objective)
  return { pack, candidates, best }
}

function* findCandidates(pack: Pack, kernel: Kernel, wishes: Wishes): Generator<void, Candidates> {
  const pass = new CandidatePass(pack, kernel, wishes)
  const step = Math.max(1, Math.floor(PAIRS_A_PART / Math.max(1, pack.mentors.count)))
  while (pass.next < pack.mentees.count) {
    pass.run(Math.min(pack.mentees.count, pass.next + step))
    yield
  }
  return pass.close()
}

function drain<T>(parts: Generator<void, T>): T {
  for (;;) {
    const part = parts.next()
    if (part.done) return part.value
  }
}

/** A choice, the pairs that it was made among, and among which it is proved the best. */
export interface BestChoice {
  rows: Rows
  choice: Choice
  certified: MatchResult['certified']
  rounds: number
}

/**
 * Chooses among the candidates, prices all pairs with what the proof says everybody is worth, adds those that could
 * better the choice, and chooses again until there is none. The best worst pair (`fair`) is not sought among all pairs.
 */
export function chooseAmongAll(...task: Parameters<typeof chooseInParts>): BestChoice {
  return drain(chooseInParts(...task))
}

function* chooseInParts(
  pack: Pack,
  kernel: Kernel,
  candidates: Pick<Candidates, 'rows' | 'areAll'>,
  wishes: Wishes,
  objective: MatchInput['objective'],
  roundsMax = ROUNDS_MAX,
): Generator<void, BestChoice> {
  const people = { mentors: pack.mentors.references, mentees: pack.mentees.references }
  let { rows } = candidates
  for (let rounds = 1; ; rounds++) {
    const choice = choose(problemOf(pack, rows), people, wishes, objective)
    if (candidates.areAll) return { rows, choice, certified: 'all-pairs', rounds }
    if (objective === 'fair' || rounds > roundsMax) return { rows, choice, certified: 'candidates', rounds }
    yield
    const pricing = new PricingPass(kernel, rows, choice)
    pricing.run()
    if (pricing.found === 0) {
      return { rows, choice, certified: isWeighty(choice.problem) ? 'all-pairs' : 'candidates', rounds }
    }
    rows = pricing.close()
    yield
  }
}

/**
 * Whether a missing mentor costs as much among the candidates as it would among all pairs: it does unless there are
 * fewer arcs than could be chosen (see `certify`).
 */
function isWeighty({ capacity, demand, mentor }: Problem): boolean {
  return mentor.length >= Math.min(sum(capacity), sum(demand))
}

function sum(numbers: Int32Array): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** What the solver is given: the people of a pack and some of their pairs. */
export function problemOf({ mentors, mentees }: Pack, { start, mentor, score }: Rows): Problem {
  return {
    mentors: mentors.count,
    mentees: mentees.count,
    capacity: mentors.places,
    demand: mentees.places,
    start,
    mentor,
    score,
  }
}

/** Whether a participant takes part and has a place left. */
export function isLooking({ facts, places }: Side, row: number): boolean {
  return facts[row * FACTS + FACT.status] === 0 && places[row]! > 0
}

/** How many take part and have a place left. */
export function countLooking(side: Side): number {
  let count = 0
  for (let row = 0; row < side.count; row++) if (isLooking(side, row)) count += 1
  return count
}

/** The pairs that were given to the solver, for everybody who looks for a mentor. */
function* candidatesOf({
  pack: { mentors, mentees },
  best: {
    rows: { start, mentor, score },
  },
}: PackedMatch): Generator<MatchResult['candidates'][number]> {
  for (let j = 0; j < mentees.count; j++) {
    if (!isLooking(mentees, j)) continue
    const arcs: [string, number][] = []
    for (let a = start[j]!; a < start[j + 1]!; a++) arcs.push([mentors.ids[mentor[a]!]!, score[a]!])
    yield { mentee: mentees.ids[j]!, arcs }
  }
}

function pairsOf(cohort: Cohort, { rows, choice }: BestChoice): MatchResult['pairs'] {
  let j = 0
  return Array.from(choice.arc, (a) => {
    while (a >= rows.start[j + 1]!) j++
    const [mentor, mentee] = [cohort.mentors[rows.mentor[a]!]!, cohort.mentees[j]!]
    return {
      mentor: mentor.member.id,
      mentee: mentee.member.id,
      score: rows.score[a]!,
      facts: factsOf(cohort, mentor, mentee),
    }
  })
}

function waitingOf(
  cohort: Cohort,
  pack: Pack,
  { tally, areAll }: PackedMatch['candidates'],
  { rows, choice }: BestChoice,
  pairs: MatchResult['pairs'],
): Waiting[] {
  const { own } = cohort.rules
  const prospects = (table: Int32Array) => (_: unknown, k: number) =>
    prospectsOf(table, tally.columns, k, own)
  const paired = new Set(pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))
  const isSmall = cohort.mentors.length * cohort.mentees.length <= OBSTACLES_MAX
  return listWaiting(
    cohort,
    {
      mentors: cohort.mentors.map(prospects(tally.mentors)),
      mentees: cohort.mentees.map(prospects(tally.mentees)),
    },
    paired,
    {
      ...(areAll ? { problem: problemOf(pack, rows), arc: choice.arc } : {}),
      ...(isSmall
        ? {
            obstaclesOf: (i: number, j: number) =>
              obstaclesOf(cohort, cohort.mentors[i]!, cohort.mentees[j]!),
          }
        : {}),
    },
  )
}
