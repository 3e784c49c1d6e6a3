import type { SQLWrapper } from 'drizzle-orm'
import type { TopicSuggestionDecision } from '#contract/topic.ts'
import {
  decideTopicSuggestion,
  findTopicSuggestion,
  insertTopicSuggestion,
  type TopicSuggestion,
} from '#db/queries/topic-suggestion.ts'
import type { Language } from '#domain/language.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { topicOf } from '#questionnaire/catalogue.ts'
import { loadCatalogue } from './catalogue.ts'
import { type Context, commit } from './context.ts'

/**
 * What somebody missed in the list, kept for an organiser to file; nothing where nothing was written. It bears nobody’s
 * name. The statements go into the commit that takes the person on.
 */
export function suggestTopic(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
  programmeId: string,
  text: string | undefined,
  language: Language,
): SQLWrapper[] {
  const kept = text?.trim() ?? ''
  if (kept === '') return []
  return [
    insertTopicSuggestion(ctx.db, {
      id: ctx.newId('sug'),
      programme_id: programmeId,
      text: kept,
      language,
      state: 'open',
      topic: null,
      version: 1,
      created_at: ctx.now,
      decided_at: null,
    }),
  ]
}

/**
 * Files a suggestion under a topic, or lets it go.
 * @throws Problem `not-found`, `conflict` where it was decided before, `invalid` where there is no such topic.
 */
export async function decideSuggestion(
  ctx: Context,
  id: string,
  decision: TopicSuggestionDecision,
): Promise<TopicSuggestion> {
  authorise(ctx.actor, 'programmes:write')
  const suggestion = await findTopicSuggestion(ctx.db, id)
  if (!suggestion) throw notFound({ fr: 'Suggestion', en: 'Suggestion' })
  if (suggestion.state !== 'open') {
    throw new Problem('conflict', {
      fr: 'Cette suggestion est déjà traitée. Relisez la liste.',
      en: 'This suggestion has been dealt with already. Read the list again.',
    })
  }
  const topic = decision.decision === 'file' ? decision.topic : null
  if (topic !== null && !topicOf(await loadCatalogue(ctx), topic)) throw unknownTopic()
  // The row was inserted at version 1 by another commit, whose event speaks of the participant.
  const version = suggestion.version + 1
  await commit(ctx, {
    event: {
      type: 'topic-suggestion.decided',
      subject: id,
      version,
      data: { suggestion: id, decision: decision.decision, topic },
    },
    writes: [
      decideTopicSuggestion(ctx.db, id, {
        state: topic === null ? 'dismissed' : 'filed',
        topic,
        version,
        decided_at: ctx.now,
      }),
    ],
  })
  return (await findTopicSuggestion(ctx.db, id)) as TopicSuggestion
}

function unknownTopic(): Problem {
  return new Problem(
    'invalid',
    {
      fr: 'Rien n’a été enregistré.',
      en: 'Nothing was saved.',
    },
    [
      {
        pointer: '/topic',
        detail: {
          fr: 'Ce sujet n’existe pas. Choisissez-en un, ou ajoutez-le d’abord.',
          en: 'There is no such topic. Choose one, or add it first.',
        },
      },
    ],
  )
}
