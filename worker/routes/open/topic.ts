import { Hono } from 'hono'
import { loadCatalogue } from '#actions/catalogue.ts'
import type { TopicsShown } from '#contract/topic.ts'
import { isLanguage } from '#domain/language.ts'
import { Problem } from '#domain/problem.ts'
import type { App } from '#http/service-context.ts'
import { isOffered, topicsInOrder } from '#questionnaire/catalogue.ts'
import { describeGroups } from '#questionnaire/describe.ts'
import { indexTopics, searchTopics } from '#questionnaire/topic-search.ts'
import { showTopic } from '../topic.ts'

export const topicRoutes = new Hono<App>().get('/topics', async (c) => {
  const { q = '', language, offered = 'true' } = c.req.query()
  if (language !== undefined && !isLanguage(language)) {
    throw new Problem('invalid', {
      fr: '« language » doit être « fr » ou « en ».',
      en: '“language” must be “fr” or “en”.',
    })
  }
  const catalogue = await loadCatalogue(c.get('ctx'))
  const known = new Map(
    topicsInOrder(catalogue).filter(([id]) => offered === 'all' || isOffered(catalogue, id)),
  )
  const index = indexTopics(
    Array.from(known, ([id, { name, group }]) => {
      const groupName = catalogue.groups[group]
      return language
        ? { id, names: [name[language]], group: groupName?.[language] }
        : { id, names: [name.fr, name.en], group: `${groupName?.fr} ${groupName?.en}` }
    }),
  )
  const found: TopicsShown = {
    version: catalogue.version,
    groups: describeGroups(catalogue),
    items: searchTopics(index, q).map((id) => showTopic(catalogue, id)),
    next_cursor: null,
  }
  return c.json(found)
})
