import * as v from 'valibot'
import { JOB_FAMILIES, type JobFamily } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import type { describeTopic } from '#questionnaire/describe.ts'
import { line, slug } from './shape.ts'

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
export type TopicShown = ReturnType<typeof describeTopic> & {
  /** Whether people can choose it today. */
  offered: boolean
  /** Whether the organisation added it; the product’s own keep their id when they are renamed. */
  own: boolean
}

/** `GET /topics`: all of them at once, group by group, or those that a search finds, best first. */
export interface TopicsShown {
  version: string
  groups: { id: string; name: Both }[]
  items: TopicShown[]
  next_cursor: null
}

/** `POST /topic-suggestions/{id}/decision`: it is a topic (which), or it is none. */
export const topicSuggestionDecision = v.variant('decision', [
  v.strictObject({ decision: v.literal('file'), topic: slug }),
  v.strictObject({ decision: v.literal('dismiss') }),
])
export type TopicSuggestionDecision = v.InferOutput<typeof topicSuggestionDecision>

export interface TopicSuggestionShown {
  id: string
  programme: string
  text: string
  language: 'fr' | 'en'
  state: 'open' | 'filed' | 'dismissed'
  topic: string | null
  /** The topics that are the most like it, best first. */
  near: string[]
  created_at: string
  decided_at: string | null
}

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

export interface EscoSkillShown {
  /** The last part of the identifier. */
  id: string
  uri: string
  name: Both
  group: string | null
}

/** `GET /esco-skills?q=`: what a search finds, best first, of so many skills in all. */
export interface EscoSkillsShown {
  items: EscoSkillShown[]
  next_cursor: null
  total: number
  credit: Both
}
