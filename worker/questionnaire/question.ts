import type { Both } from '#domain/language.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import type { Answers, Facet } from './answers.ts'
import type { Catalogue } from './catalogue.ts'
import type { OwnKey } from './own-question.ts'
import type { SurveyKey } from './survey-statements.ts'

/** What every question has: a stable key, its words, why it is asked, and whether matching cannot do without it. */
interface Asked {
  key: keyof Answers | OwnKey | SurveyKey
  label: Both
  help?: Both
  why: Both
  required: boolean
  /** What to do about a required answer that is missing; each kind has its own words otherwise. */
  missing?: Both
}

/** One of the answers to pick from. Numbers where the answer counts in a score, words otherwise. */
export interface Option {
  value: string | number
  name: Both
  group?: Both
}

/** Free text of `length_min` to `length_max` characters; `long-text` keeps line breaks. */
export interface TextQuestion extends Asked {
  kind: 'text' | 'long-text'
  length_min?: number
  length_max: number
}

/** A month, `YYYY-MM`. */
export interface MonthQuestion extends Asked {
  kind: 'month'
}

/** A day, `YYYY-MM-DD`. */
export interface DayQuestion extends Asked {
  kind: 'day'
}

/** A whole number from `min` to `max`; `usual` is shown before anybody answers. */
export interface NumberQuestion extends Asked {
  kind: 'number'
  min: number
  max: number
  usual: number
}

/** One answer among a few, all visible. */
export interface ChoiceQuestion extends Asked {
  kind: 'choice'
  options: readonly Option[]
}

/** Several answers among a few, all visible. */
export interface ChoicesQuestion extends Asked {
  kind: 'choices'
  options: readonly Option[]
}

/** One answer in a long list, by group. */
export interface ListQuestion extends Asked {
  kind: 'list'
  options: readonly Option[]
}

/** One box that is ticked or not; the answer is `true` or absent. */
export interface AgreementQuestion extends Asked {
  kind: 'agreement'
  text: Both
}

/** Five steps with words, answered 1 to 5. */
export interface ScaleQuestion extends Asked {
  kind: 'scale'
  steps: readonly [Both, Both, Both, Both, Both]
}

/** Five dots between two ends, answered −2 (left) to +2 (right). */
export interface DotsQuestion extends Asked {
  kind: 'dots'
  left: Both
  right: Both
}

/** When, where and how long: a week of 7 days × 5 parts, or two alternating weeks; hours are per month. */
export interface AvailabilityQuestion extends Asked {
  kind: 'availability'
  hours_min: number
  hours_max: number
  hours_usual: number
}

/** Up to three topics, each with a facet and levels described by what people do. */
export interface TopicsQuestion extends Asked {
  kind: 'topics-offered' | 'topics-wanted'
  facets: readonly Facet[]
  topics_max: number
  /** What there is to choose from. */
  catalogue: Catalogue
}

/** Up to `topics_max` topics, without levels. */
export interface TopicListQuestion extends Asked {
  kind: 'topics'
  topics_max: number
  /** What there is to choose from. */
  catalogue: Catalogue
}

/** Up to two answers, in order of importance. */
export interface RankingQuestion extends Asked {
  kind: 'ranking'
  options: readonly Option[]
}

/** The company and the workplace, in the person’s own words or from what HR knows. */
export interface WorkplaceQuestion extends Asked {
  kind: 'workplace'
  length_max: number
}

export type Question =
  | TextQuestion
  | MonthQuestion
  | DayQuestion
  | NumberQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | ListQuestion
  | AgreementQuestion
  | ScaleQuestion
  | DotsQuestion
  | AvailabilityQuestion
  | TopicsQuestion
  | TopicListQuestion
  | RankingQuestion
  | WorkplaceQuestion

export type QuestionKind = Question['kind']

/** A few questions about one thing, drawn and answered together. */
export interface Block {
  key: string
  title: Both
  intro?: Both
  questions: Question[]
}

/** Who fills a questionnaire in: one role, or both at once with what is common asked once. */
export type Answering = 'mentor' | 'mentee' | 'both'

export interface Questionnaire {
  version: number
  /** Which version of the programme’s own questions it has; 0 for none. */
  own_version: number
  kind: ProgrammeKind
  role: Answering
  /** What this kind of programme calls the two roles. */
  words: { mentor: Both; mentee: Both }
  blocks: Block[]
}

/** Every question of a questionnaire, in order. */
export function questionsOf(questionnaire: Questionnaire): Question[] {
  return questionnaire.blocks.flatMap((block) => block.questions)
}

/** What somebody answered to a question; undefined for nothing. */
export function answerTo(question: Question, answers: Answers): unknown {
  return (answers as Readonly<Record<string, unknown>>)[question.key]
}
