import type { InferInput } from 'valibot'
import type { escoSkillsInput, TopicSuggestionDecision, topicInput } from '#contract/topic.ts'
import { request, requestAll } from './api-client.ts'

export type TopicBody = InferInput<typeof topicInput>

/** The doors about what people choose from. Each call throws an ApiError when it fails. */
export const topicsApi = {
  all: () => request('GET /topics', { query: { offered: 'all' } }),
  save: (id: string, topic: TopicBody) => request('PUT /topics/:id', { params: { id }, body: topic }),
  suggestions: () => requestAll('GET /topic-suggestions'),
  decide: (id: string, decision: TopicSuggestionDecision) =>
    request('POST /topic-suggestions/:id/decision', { params: { id }, body: decision }),
  skills: (q: string) => request('GET /esco-skills', { query: { limit: '12', q } }),
  /** The rows of a file as it was read: what is not a skill is refused by name. */
  importSkills: (rows: unknown) =>
    request('POST /esco-skills', { body: rows as InferInput<typeof escoSkillsInput> }),
}
