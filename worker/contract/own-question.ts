import * as v from 'valibot'
import { PARTICIPANT_STATES, ROLES } from '#domain/participant.ts'
import type { OwnKey, OwnKind, OwnQuestion } from '#questionnaire/own-question.ts'
import { bothShown, countShown, line, prose } from './shape.ts'

const KINDS: Record<OwnKind, true> = {
  text: true,
  'long-text': true,
  choice: true,
  choices: true,
  scale: true,
  ranking: true,
  topics: true,
  availability: true,
  agreement: true,
}

const both = (max: number) => v.strictObject({ fr: line(max), en: line(max) })
const severalLines = v.pipe(prose(500), v.minLength(1))

/**
 * The name of a question in answers and exports. No hyphen behind the first: the fields of a form and the columns of
 * a file put the parts of an answer there.
 */
const key = v.pipe(
  v.string('ownKey'),
  v.regex(/^own-[a-z0-9_]{1,40}$/, 'ownKey'),
) as unknown as v.GenericSchema<OwnKey>

const option = v.strictObject({
  // `help` and `error` are what a page calls the help and the error of a question.
  value: v.pipe(v.string(), v.regex(/^(?!(?:help|error)$)[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'slug')),
  name: both(300),
})

const question: v.GenericSchema<unknown, OwnQuestion> = v.strictObject({
  key,
  kind: v.picklist(Object.keys(KINDS) as OwnKind[]),
  roles: v.pipe(v.array(v.picklist(['mentor', 'mentee'])), v.maxLength(2)),
  label: both(200),
  help: v.optional(v.nullable(v.strictObject({ fr: severalLines, en: severalLines })), null),
  why: both(400),
  required: v.optional(v.boolean(), false),
  options: v.optional(v.pipe(v.array(option), v.maxLength(40)), []),
})

/**
 * `PUT /programmes/{slug}/questions`: the whole list, in the order in which it is asked. `options` are what to pick
 * from, the five steps of a scale from low to high, or the one sentence to agree with.
 */
export const ownQuestionsInput = v.strictObject({ questions: v.pipe(v.array(question), v.maxLength(100)) })

const questionShown: v.GenericSchema<OwnQuestion> = v.strictObject({
  key,
  kind: v.picklist(Object.keys(KINDS) as OwnKind[]),
  roles: v.array(v.picklist(ROLES)),
  label: bothShown,
  help: v.nullable(bothShown),
  why: bothShown,
  required: v.boolean(),
  options: v.array(v.strictObject({ value: v.string(), name: bothShown })),
})

/** The questions of a programme in one version, on the wire; version 0 has none. */
export const ownQuestionsShown = v.strictObject({ version: countShown, questions: v.array(questionShown) })
export type OwnQuestionsShown = v.InferOutput<typeof ownQuestionsShown>

/** The number of a version in an address. */
export const versionNumber = v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'whole'), v.transform(Number))

/** An answer as it is kept: text, a number, a box, several of them, or the parts of one, as its question’s schema says. */
const answerValue = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.array(v.union([v.string(), v.record(v.string(), v.unknown())])),
  v.record(v.string(), v.unknown()),
]) as v.GenericSchema<unknown>

/** One line of `GET /programmes/{slug}/answers`; `label` and `text` are in the language of the request. */
export const answeredShown = v.strictObject({
  id: v.string(),
  person: v.string(),
  role: v.picklist(ROLES),
  state: v.picklist(PARTICIPANT_STATES),
  questionnaire_version: countShown,
  own_questions_version: countShown,
  answers: v.array(
    v.strictObject({ key: v.string(), label: v.string(), text: v.string(), value: answerValue }),
  ),
})
export type AnsweredShown = v.InferOutput<typeof answeredShown>
