import type { SurveyMoment } from '#domain/feedback.ts'
import { type MeanInterval, meanInterval, meanOf, recommendationScore } from '#domain/mean.ts'
import type { Objective } from '#domain/programme.ts'
import { FEWEST_PEOPLE, type Proportion, wilsonInterval } from '#domain/proportion.ts'
import type { SurveyAnswers } from '#domain/survey.ts'
import type { Want } from './answers.ts'
import { levelName } from './survey.ts'
import { REVERSED, SCALES, type Scale, type StatementKey } from './survey-statements.ts'

/** What one person answered, by moment: of all their pairs together, each key from the first pair that has it. */
export interface SurveyedPerson {
  wants: readonly Want[]
  answers: Partial<Record<SurveyMoment, SurveyAnswers>>
}

/** What is compared before and after: the scales about the person, and single questions. */
export const COMPARED = ['SE', 'LD', 'CK', 'EM', 'CO', 'IV', 'PC1', 'LEVELS'] as const
export type Compared = (typeof COMPARED)[number]

/** Means of 1 to 5, or of levels 0 to 4; null of fewer than five people. `change` is after less before, of the same people. */
export interface Comparison {
  before: Mean | null
  after: Mean | null
  hindsight: Mean | null
  change: MeanInterval | null
  /** After less hindsight, of the same people: whoever learned something judges their start more sternly. */
  change_hindsight: MeanInterval | null
}

interface Mean {
  mean: number
  count: number
}

/** The mean of a scale as one person answered it, IV2 turned round; `then` takes the answers with hindsight. */
export function scaleOf(answers: SurveyAnswers | undefined, scale: Scale, then = false): number | null {
  const given = SCALES[scale].flatMap((key: StatementKey) => {
    const value = answers?.[then ? `${key}T` : key]
    if (typeof value !== 'number') return []
    return REVERSED.has(key) ? 6 - value : value
  })
  return meanOf(given)
}

/** Before, after and with hindsight, as means of the people of one role (P13, P14, W10–W12, W16–W18, C18, C19). */
export function compare(people: readonly SurveyedPerson[], what: Compared): Comparison {
  const rows = people.map(({ wants, answers }) => ({
    before: amountOf(answers.start, what, wants),
    after: amountOf(answers.end, what, wants),
    hindsight: what in SCALES ? scaleOf(answers.end, what as Scale, true) : null,
  }))
  const changes = (from: 'before' | 'hindsight') =>
    rows.flatMap(({ after, ...row }) => {
      const first = row[from]
      return after === null || first === null ? [] : after - first
    })
  return {
    before: told(rows.map(({ before }) => before)),
    after: told(rows.map(({ after }) => after)),
    hindsight: told(rows.map(({ hindsight }) => hindsight)),
    change: toldChange(changes('before')),
    change_hindsight: toldChange(changes('hindsight')),
  }
}

function amountOf(answers: SurveyAnswers | undefined, what: Compared, wants: readonly Want[]): number | null {
  if (what === 'PC1') return typeof answers?.['PC1'] === 'number' ? answers['PC1'] : null
  if (what !== 'LEVELS') return scaleOf(answers, what)
  return meanOf(wants.flatMap((want) => levelIn(answers, want) ?? []))
}

/** The level that somebody said to have on a topic they wanted. */
export function levelIn(answers: SurveyAnswers | undefined, want: Want): number | null {
  const levels = answers?.['LEVELS']
  const level = typeof levels === 'object' ? levels[levelName(want)] : undefined
  return typeof level === 'number' ? level : null
}

function told(values: readonly (number | null)[]): Mean | null {
  const given = values.filter((value) => value !== null)
  return given.length < FEWEST_PEOPLE ? null : { mean: meanOf(given) as number, count: given.length }
}

function toldChange(values: readonly number[]): MeanInterval | null {
  return values.length < FEWEST_PEOPLE ? null : meanInterval(values)
}

/** The mean of one statement in the last survey (PR1, AU1), or of REC as a score; null of fewer than five people. */
export function meanAtEnd(people: readonly SurveyedPerson[], key: StatementKey): MeanInterval | null {
  return toldChange(numbersAt(people, 'end', key))
}

export function recommendationAtEnd(people: readonly SurveyedPerson[]) {
  const answers = numbersAt(people, 'end', 'REC')
  return answers.length < FEWEST_PEOPLE ? null : recommendationScore(answers)
}

function numbersAt(people: readonly SurveyedPerson[], moment: SurveyMoment, key: string): number[] {
  return people.flatMap(({ answers }) => {
    const value = answers[moment]?.[key]
    return typeof value === 'number' ? value : []
  })
}

/** How many of those who wanted a topic reached the level they aimed at, as they say in the last survey (F8, P16). */
export interface Reached extends Proportion {
  topic: string
  reached: number
  of: number
}

/** By topic; one that fewer than five people wanted, or that would tell of fewer than five, is left out. */
export function targetsReached(people: readonly SurveyedPerson[]): Reached[] {
  const told = people.flatMap(({ wants, answers }) =>
    wants.flatMap((want) => {
      const level = levelIn(answers.end, want)
      return level === null ? [] : { topic: want.topic, isReached: level >= want.target }
    }),
  )
  return [...Map.groupBy(told, ({ topic }) => topic)].flatMap(([topic, answered]) => {
    const of = answered.length
    const reached = answered.filter(({ isReached }) => isReached).length
    const isTold = !wouldTell(reached) && !wouldTell(of - reached) && of >= FEWEST_PEOPLE
    const interval = isTold ? wilsonInterval(reached, of) : null
    return interval ? { topic, reached, of, ...interval } : []
  })
}

/** One to four people: so few that one could tell who. */
function wouldTell(count: number): boolean {
  return count > 0 && count < FEWEST_PEOPLE
}

/** The bounds of each answer of VAL, in months; the last has no upper one. */
const MONTHS: readonly (readonly [number, number | null])[] = [
  [0, 0],
  [0, 1],
  [1, 3],
  [3, 6],
  [6, null],
]

/** How many months people say were saved, all together: a range, for each said a range (F16, F21). */
export interface MonthsSaved {
  people: number
  at_least: number
  /** Null where somebody said more than six months. */
  at_most: number | null
}

/** The latest that each person said, at the end or 30 days later; null of fewer than five people. */
export function monthsSaved(people: readonly SurveyedPerson[]): MonthsSaved | null {
  const ranges = people.flatMap(({ answers }) => {
    const value = answers['month-3']?.['VAL'] ?? answers.end?.['VAL']
    const range = typeof value === 'number' ? MONTHS[value] : undefined
    return range ? [range] : []
  })
  if (ranges.length < FEWEST_PEOPLE) return null
  return {
    people: ranges.length,
    at_least: ranges.reduce((sum, [low]) => sum + low, 0),
    at_most: ranges.some(([, high]) => high === null)
      ? null
      : ranges.reduce((sum, [, high]) => sum + (high ?? 0), 0),
  }
}

/** Which measures tell of each objective of a programme (P7): topics bear no objective, what is measured does. */
export const OBJECTIVE_MEASURES = {
  tools: ['LEVELS', 'targets', 'AU1'],
  processes: ['PC1', 'PR1', 'ideas'],
  culture: ['SE', 'CK', 'CO', 'IV'],
} as const satisfies Record<Objective, readonly string[]>
