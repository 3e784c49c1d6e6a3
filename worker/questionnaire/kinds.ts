import type { Language } from '#domain/language.ts'
import { availability } from './kinds/availability.ts'
import { agreement, choice, choices, list } from './kinds/choice.ts'
import { day, month } from './kinds/date.ts'
import type { Cell, Checked, Drawing, Fields, Kind } from './kinds/kind.ts'
import { number } from './kinds/number.ts'
import { ranking } from './kinds/ranking.ts'
import { dots, scale } from './kinds/scale.ts'
import { text, workplace } from './kinds/text.ts'
import { topicList } from './kinds/topic-list.ts'
import { topics } from './kinds/topics.ts'
import type { Markup } from './markup.ts'
import type { Question, QuestionKind } from './question.ts'

/** What each kind of question can do. */
export const KINDS: { [K in QuestionKind]: Kind<Extract<Question, { kind: K }>> } = {
  text: text as Kind<Extract<Question, { kind: 'text' }>>,
  'long-text': text,
  month,
  day,
  number,
  choice,
  choices,
  list,
  agreement,
  scale,
  dots,
  availability,
  'topics-offered': topics,
  'topics-wanted': topics,
  topics: topicList,
  ranking,
  workplace,
}

/** The abilities of a question’s own kind: the table above pairs each kind with its questions, which types forget. */
function kindOf(question: Question): Kind<Question> {
  return KINDS[question.kind] as Kind<Question>
}

export function drawQuestion(question: Question, raw: unknown, drawing: Drawing): Markup {
  return kindOf(question).draw(question, raw, drawing)
}

/** What a form says about a question, unchecked; undefined where it says nothing. */
export function readQuestion(question: Question, fields: Fields): unknown {
  return kindOf(question).read(question, fields)
}

export function checkQuestion(question: Question, raw: unknown): Checked {
  return kindOf(question).check(question, raw)
}

/** A checked value as readable text; empty where there is nothing to read. */
export function showAnswer(question: Question, value: unknown, language: Language): string {
  return value === undefined ? '' : kindOf(question).show(question, value, language)
}

/** The shape of an answer in JSON. */
export function answerSchema(question: Question): Record<string, unknown> {
  return kindOf(question).schema(question)
}

/** A checked value as cells of a table; the columns are the same whatever the answer. */
export function answerToCsv(question: Question, value: unknown, language: Language): Cell[] {
  return kindOf(question).toCsv(question, value, language)
}

/** How much an answer is, 0 to 1, to compare before with after; null where it is no amount. Never to rank people. */
export function answerToScore(question: Question, value: unknown): number | null {
  return value === undefined ? null : kindOf(question).toScore(question, value)
}
