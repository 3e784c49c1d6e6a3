import * as v from 'valibot'
import { JOB_FAMILIES, type JobFamily } from '#domain/job-family.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import type { Facet } from '#questionnaire/answers.ts'
import type { Answering, QuestionKind } from '#questionnaire/question.ts'
import { bothShown, countShown } from './shape.ts'

const KINDS: Record<QuestionKind, true> = {
  text: true,
  'long-text': true,
  month: true,
  day: true,
  number: true,
  choice: true,
  choices: true,
  list: true,
  agreement: true,
  scale: true,
  dots: true,
  availability: true,
  'topics-offered': true,
  'topics-wanted': true,
  topics: true,
  ranking: true,
  workplace: true,
}

/** A topic as every door shows it; `esco` is the last part of an identifier, `digcomp` says that it belongs there too. */
export const topicDescribed = v.strictObject({
  id: v.string(),
  group: v.string(),
  transversal: v.boolean(),
  family: v.nullable(v.picklist(Object.keys(JOB_FAMILIES) as JobFamily[])),
  family_name: v.nullable(bothShown),
  nature: v.picklist(['hard', 'soft']),
  name: bothShown,
  esco: v.nullable(v.string()),
  digcomp: v.boolean(),
})

/** A group of topics, with its name. */
export const topicGroupShown = v.strictObject({ id: v.string(), name: bothShown })

const questionShown = v.strictObject({
  key: v.string(),
  kind: v.picklist(Object.keys(KINDS) as QuestionKind[]),
  label: bothShown,
  help: v.nullable(bothShown),
  why: bothShown,
  required: v.boolean(),
  options: v.nullable(v.array(v.strictObject({ value: v.union([v.string(), v.number()]), name: bothShown }))),
  /** The JSON Schema of an answer. */
  answer: v.record(v.string(), v.unknown()),
})

const facetNames: Record<Facet, typeof bothShown> = { usage: bothShown, stakes: bothShown }

/**
 * `GET /programmes/{slug}/questionnaires/{role}`: blocks and questions in the order in which they are asked, the words
 * of the levels (0 to 4), and the topics to choose from.
 */
export const questionnaireShown = v.strictObject({
  version: countShown,
  own_questions_version: countShown,
  kind: v.picklist(Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]),
  role: v.picklist(['mentor', 'mentee', 'both']) satisfies v.GenericSchema<Answering>,
  role_names: v.strictObject({ mentor: bothShown, mentee: bothShown }),
  blocks: v.array(
    v.strictObject({
      key: v.string(),
      title: bothShown,
      intro: v.nullable(bothShown),
      questions: v.array(questionShown),
    }),
  ),
  levels: v.strictObject({
    usage: v.array(bothShown),
    stakes: v.array(bothShown),
    last: v.array(bothShown),
    facets: v.strictObject(facetNames),
  }),
  topics: v.strictObject({
    version: v.string(),
    groups: v.array(topicGroupShown),
    items: v.array(topicDescribed),
  }),
})
export type QuestionnaireShown = v.InferOutput<typeof questionnaireShown>
