import * as v from 'valibot'
import type { OwnKey, OwnKind, OwnQuestion, OwnQuestions } from '#questionnaire/own-question.ts'
import { line, prose } from './shape.ts'

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
const key = v.custom<OwnKey>(
  (text) => typeof text === 'string' && /^own-[a-z0-9_]{1,40}$/.test(text),
  'ownKey',
)

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

/** The questions of a programme in one version, on the wire. */
export type OwnQuestionsShown = OwnQuestions

/** The number of a version in an address. */
export const versionNumber = v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'whole'), v.transform(Number))

/** One line of `GET /programmes/{slug}/answers`; `label` and `text` are in the language of the request. */
export interface AnsweredShown {
  id: string
  person: string
  role: 'mentor' | 'mentee'
  state: 'pending' | 'active' | 'withdrawn'
  questionnaire_version: number
  own_questions_version: number
  answers: { key: string; label: string; text: string; value: unknown }[]
}
