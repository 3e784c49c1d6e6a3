import * as v from 'valibot'
import { JOB_FAMILIES, type JobFamily } from '#domain/job-family.ts'
import { topicDescribed, topicGroupShown } from './questionnaire.ts'
import { bothShown, countShown, instantShown, language, line, slug } from './shape.ts'

/** The id of a topic in an address. */
export const topicId = v.strictObject({ id: slug })

/**
 * `PUT /topics/{id}`: the topic whole. `family`: the job family in and near which it is useful; null where it is useful
 * in any. `esco`: an ESCO identifier, whole or its last part. `offered`: whether people may choose it from now on.
 */
export const topicInput = v.strictObject({
  group: slug,
  name: v.strictObject({ fr: line(80), en: line(80) }),
  family: v.optional(v.nullable(v.picklist(Object.keys(JOB_FAMILIES) as JobFamily[])), null),
  nature: v.optional(v.picklist(['hard', 'soft']), 'hard'),
  esco: v.optional(v.nullable(line(100)), null),
  offered: v.optional(v.boolean(), true),
})
export type TopicInput = v.InferOutput<typeof topicInput>

/** A topic on the wire. */
export const topicShown = v.strictObject({
  ...topicDescribed.entries,
  /** Whether people can choose it today. */
  offered: v.boolean(),
  /** Whether the organisation added it; the product’s own keep their id when they are renamed. */
  own: v.boolean(),
})
export type TopicShown = v.InferOutput<typeof topicShown>

/** `GET /topics`: all of them at once, group by group, or those that a search finds, best first. */
export const topicsShown = v.strictObject({
  version: v.string(),
  groups: v.array(topicGroupShown),
  items: v.array(topicShown),
  next_cursor: v.null(),
})
export type TopicsShown = v.InferOutput<typeof topicsShown>

/** `POST /topic-suggestions/{id}/decision`: it is a topic (which), or it is none. */
export const topicSuggestionDecision = v.variant('decision', [
  v.strictObject({ decision: v.literal('file'), topic: slug }),
  v.strictObject({ decision: v.literal('dismiss') }),
])
export type TopicSuggestionDecision = v.InferOutput<typeof topicSuggestionDecision>

export const SUGGESTION_STATES = ['open', 'filed', 'dismissed'] as const

/** A suggestion on the wire; `near` are the topics that are the most like it, best first. */
export const topicSuggestionShown = v.strictObject({
  id: v.string(),
  programme: v.string(),
  text: v.string(),
  language,
  state: v.picklist(SUGGESTION_STATES),
  topic: v.nullable(v.string()),
  near: v.array(v.string()),
  created_at: instantShown,
  decided_at: v.nullable(instantShown),
})
export type TopicSuggestionShown = v.InferOutput<typeof topicSuggestionShown>

/** `POST /esco-skills`: the rows of a file; properties that are not named here are left alone. */
export const escoSkillsInput = v.pipe(
  v.array(
    v.object({
      uri: line(200),
      fr: line(300),
      en: line(300),
      group: v.optional(v.nullable(line(40)), null),
    }),
  ),
  v.minLength(1),
  v.maxLength(50_000),
)
export type EscoSkillsInput = v.InferOutput<typeof escoSkillsInput>

/** What a file of skills changed. */
export const escoImportShown = v.strictObject({
  created: countShown,
  updated: countShown,
  unchanged: countShown,
})
export type EscoImportShown = v.InferOutput<typeof escoImportShown>

/** A skill on the wire; `id` is the last part of its `uri`. */
export const escoSkillShown = v.strictObject({
  id: v.string(),
  uri: v.string(),
  name: bothShown,
  group: v.nullable(v.string()),
})
export type EscoSkillShown = v.InferOutput<typeof escoSkillShown>

/** `GET /esco-skills?q=`: what a search finds, best first, of so many skills in all. */
export const escoSkillsShown = v.strictObject({
  items: v.array(escoSkillShown),
  next_cursor: v.null(),
  total: countShown,
  credit: bothShown,
})
export type EscoSkillsShown = v.InferOutput<typeof escoSkillsShown>
