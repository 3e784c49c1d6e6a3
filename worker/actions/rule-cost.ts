import type { RuleCostShown } from '#contract/explanation.ts'
import type { Both } from '#domain/language.ts'
import { type Admissible, listAdmissible } from '#matching/admissible.ts'
import type { Problem } from '#matching/assignment-problem.ts'
import { prepareCohort } from '#matching/cohort.ts'
import type { Passable } from '#matching/eligible.ts'
import { RULE_WORDS } from '#matching/explain.ts'
import type { MatchInput } from '#matching/member.ts'
import { sayRuleCost } from '#matching/rule-cost.ts'
import { quote } from '#matching/words.ts'
import { askAgain } from './asked-again.ts'
import type { Context } from './context.ts'
import {
  assertSmall,
  type ExplainedRun,
  getComputedRun,
  loadExplainedRun,
  PAIRS_MAX,
} from './explained-run.ts'
import { chooseAgain } from './frozen-run.ts'

/** The rules of every programme that a dry run passes over; those about who takes part always hold. */
const TRIED = [
  'reporting-line',
  'language',
  'meeting',
  'seniority',
  'topic',
  'ban',
] as const satisfies Passable[]

/** A pair by the places of the two in the problem. */
interface Pair {
  mentor: number
  mentee: number
  score: number
}

/**
 * What each rule costs a run: the choice is made once more among its pairs and those that this rule alone keeps apart.
 * The run is as it was frozen; which pairs a rule alone removes is asked again with today’s answers (see `askAgain`).
 * The past is counted only as far as organisers know of it, and is never lifted.
 * @throws Problem `invalid` where the run is too large, `conflict` where it was never computed
 */
export async function listRuleCosts(ctx: Context, runId: string): Promise<RuleCostShown[]> {
  const run = await getComputedRun(ctx, runId)
  assertSmall(run)
  const explained = await loadExplainedRun(ctx, run)
  const input = await askAgain(ctx, explained)
  const known = new Known(explained)
  known.add(admissible(input, null))
  const costs = TRIED.map((rule) =>
    costOf(explained, rule, RULE_WORDS[rule].name, known.others(admissible(input, rule))),
  )
  for (const rule of input.rules.own) {
    const own = input.rules.own.filter(({ name }) => name !== rule.name)
    const without = known.others(admissible({ ...input, rules: { ...input.rules, own } }, null))
    costs.push(costOf(explained, `own:${rule.name}`, quote({ fr: rule.name, en: rule.name }), without))
  }
  const past = known.others(admissible({ ...input, past: new Set() }, null))
  return [
    ...costs,
    { rule: 'past', name: RULE_WORDS.past.name, removes: past.length, gain: null, ...sayPast(past.length) },
  ]
}

function costOf(explained: ExplainedRun, rule: string, name: Both, added: readonly Pair[]): RuleCostShown {
  const { choice, problem } = explained
  const free = added.length === 0 ? choice : chooseAgain({ ...explained, problem: withPairs(problem, added) })
  const gain = { pairs: free.matched - choice.matched, points: free.total - choice.total }
  const words = sayRuleCost({ arcs: added.length, matched: gain.pairs, total: gain.points })
  return { rule, name, removes: added.length, gain, ...words }
}

/** The pairs that the rules allow, of all people of the run, with the participants in the order of its rows. */
type Asked = Pick<Admissible, 'start' | 'mentor' | 'score'> & { mentors: string[]; mentees: string[] }

function admissible(input: MatchInput, without: Passable | null): Asked {
  const cohort = prepareCohort(input)
  const { start, mentor, score } = listAdmissible(cohort, PAIRS_MAX, without)
  return {
    start,
    mentor,
    score,
    mentors: cohort.mentors.map(({ member }) => member.id),
    mentees: cohort.mentees.map(({ member }) => member.id),
  }
}

/** The pairs of a run and those that all rules allow today, to tell others from. */
class Known {
  readonly #keys = new Set<number>()
  readonly #mentorAt: Map<string, number>
  readonly #menteeAt: Map<string, number>
  readonly #mentees: number

  constructor({ problem, mentors, mentees }: ExplainedRun) {
    this.#mentees = mentees.length
    this.#mentorAt = new Map(mentors.map(({ id }, i) => [id, i]))
    this.#menteeAt = new Map(mentees.map(({ id }, j) => [id, j]))
    for (let j = 0; j < problem.mentees; j++) {
      for (let a = problem.start[j]!; a < problem.start[j + 1]!; a++) {
        this.#keys.add(problem.mentor[a]! * this.#mentees + j)
      }
    }
  }

  add(asked: Asked): void {
    for (const { mentor, mentee } of this.others(asked)) this.#keys.add(mentor * this.#mentees + mentee)
  }

  others({ start, mentor, score, mentors, mentees }: Asked): Pair[] {
    const pairs: Pair[] = []
    mentees.forEach((id, row) => {
      const j = this.#menteeAt.get(id)!
      for (let a = start[row]!; a < start[row + 1]!; a++) {
        const i = this.#mentorAt.get(mentors[mentor[a]!]!)!
        if (!this.#keys.has(i * this.#mentees + j)) pairs.push({ mentor: i, mentee: j, score: score[a]! })
      }
    })
    return pairs
  }
}

/** The problem with more pairs, which it did not have. */
function withPairs(problem: Problem, added: readonly Pair[]): Problem {
  const addedTo = Map.groupBy(added, ({ mentee }) => mentee)
  const start = new Int32Array(problem.mentees + 1)
  const mentor = new Int32Array(problem.mentor.length + added.length)
  const score = new Int32Array(mentor.length)
  let at = 0
  for (let j = 0; j < problem.mentees; j++) {
    const row = [...(addedTo.get(j) ?? [])]
    for (let a = problem.start[j]!; a < problem.start[j + 1]!; a++) {
      row.push({ mentor: problem.mentor[a]!, mentee: j, score: problem.score[a]! })
    }
    row.sort((one, other) => one.mentor - other.mentor)
    for (const pair of row) {
      mentor[at] = pair.mentor
      score[at++] = pair.score
    }
    start[j + 1] = at
  }
  return { ...problem, start, mentor, score }
}

function sayPast(pairs: number): Both {
  const never = {
    fr: 'Un binôme déjà proposé ne l’est jamais une seconde fois\u00a0: cette règle ne se lève pas.',
    en: 'A pair that was proposed is never proposed again: this rule is not lifted.',
  }
  if (pairs === 0) return never
  return {
    fr: `À elle seule, cette règle écarte ${pairs.toLocaleString('fr')}\u00a0binôme${pairs > 1 ? 's' : ''}. ${never.fr}`,
    en: `By itself, this rule removes ${pairs.toLocaleString('en')} pair${pairs > 1 ? 's' : ''}. ${never.en}`,
  }
}
