import type { InferInput } from 'valibot'
import type {
  EscoSkillsShown,
  TopicShown,
  TopicSuggestionDecision,
  TopicSuggestionShown,
  TopicsShown,
  topicInput,
} from '#contract/topic.ts'
import { call, list } from './api.ts'

const name = encodeURIComponent

export type TopicBody = InferInput<typeof topicInput>

/** The doors about what people choose from. Each call throws an ApiError when it fails. */
export const topicsApi = {
  all: () => call<TopicsShown>('GET', '/topics?offered=all'),
  save: (id: string, topic: TopicBody) => call<TopicShown>('PUT', `/topics/${name(id)}`, topic),
  suggestions: () => list<TopicSuggestionShown>('/topic-suggestions'),
  decide: (id: string, decision: TopicSuggestionDecision) =>
    call<TopicSuggestionShown>('POST', `/topic-suggestions/${name(id)}/decision`, decision),
  skills: (query: string) => call<EscoSkillsShown>('GET', `/esco-skills?limit=12&q=${name(query)}`),
  importSkills: (rows: unknown) =>
    call<{ created: number; updated: number; unchanged: number }>('POST', '/esco-skills', rows),
}
