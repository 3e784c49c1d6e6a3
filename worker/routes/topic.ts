import type { TopicShown } from '#contract/topic.ts'
import { notFound } from '#domain/problem.ts'
import { type Catalogue, isOffered, STARTING_CATALOGUE, topicOf } from '#questionnaire/catalogue.ts'
import { describeTopic } from '#questionnaire/describe.ts'

/**
 * A topic as the doors show it.
 * @throws Problem `not-found`.
 */
export function showTopic(catalogue: Catalogue, id: string): TopicShown {
  const topic = topicOf(catalogue, id)
  if (!topic) throw notFound({ fr: 'Sujet', en: 'Topic' })
  return {
    ...describeTopic(id, topic),
    offered: isOffered(catalogue, id),
    own: topicOf(STARTING_CATALOGUE, id) === undefined,
  }
}
