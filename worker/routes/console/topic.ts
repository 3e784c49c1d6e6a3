import { Hono } from 'hono'
import { loadCatalogue } from '#actions/catalogue.ts'
import { importEscoSkills, searchEscoSkills } from '#actions/esco-skill.ts'
import { putTopic } from '#actions/topic.ts'
import { decideSuggestion } from '#actions/topic-suggestion.ts'
import { toInstant } from '#contract/shape.ts'
import {
  type EscoImportShown,
  type EscoSkillShown,
  type EscoSkillsShown,
  escoSkillsInput,
  SUGGESTION_STATES,
  type TopicSuggestionShown,
  topicId,
  topicInput,
  topicSuggestionDecision,
} from '#contract/topic.ts'
import { countEscoSkills, type EscoSkill } from '#db/queries/esco-skill.ts'
import { listTopicSuggestions, type TopicSuggestion } from '#db/queries/topic-suggestion.ts'
import { ESCO_CREDIT } from '#domain/esco-skill.ts'
import { Problem } from '#domain/problem.ts'
import { checkShape, readJson } from '#http/body.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import { type Catalogue, topicsInOrder } from '#questionnaire/catalogue.ts'
import { indexTopics, searchTopics, type TopicIndex } from '#questionnaire/topic-search.ts'
import { showTopic } from '../topic.ts'

/** A whole file of ESCO skills in two languages is 2 MB; one with more about each still fits. */
const ESCO_BYTES_MAX = 12 * 1024 * 1024

export const topicRoutes = new Hono<App>()
  .put('/topics/:id', allow('programmes:write'), async (c) => {
    const { id } = checkShape(topicId, { id: c.req.param('id') })
    const input = await readJson(c, topicInput)
    const { catalogue, created } = await putTopic(c.get('ctx'), id, input)
    return c.json(showTopic(catalogue, id), created ? 201 : 200)
  })
  .get('/topic-suggestions', allow('programmes:read'), async (c) => {
    const { db } = c.get('ctx')
    const state = SUGGESTION_STATES.find((one) => one === (c.req.query('state') ?? 'open'))
    if (!state) {
      throw new Problem('invalid', {
        fr: '« state » doit être « open », « filed » ou « dismissed ».',
        en: '“state” must be “open”, “filed” or “dismissed”.',
      })
    }
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listTopicSuggestions(db, state, after, limit + 1)
    const index = indexOf(await loadCatalogue(c.get('ctx')))
    return c.json(
      toPage(
        rows,
        limit,
        (row) => showSuggestion(row, index),
        ({ created_at, id }) => ({ at: created_at, id }),
      ),
    )
  })
  .post('/topic-suggestions/:id/decision', allow('programmes:write'), async (c) => {
    const decision = await readJson(c, topicSuggestionDecision)
    const decided = await decideSuggestion(c.get('ctx'), c.req.param('id'), decision)
    return c.json(showSuggestion(decided, indexOf(await loadCatalogue(c.get('ctx')))))
  })
  .post('/esco-skills', allow('programmes:write'), async (c) => {
    const skills = await readJson(c, escoSkillsInput, ESCO_BYTES_MAX)
    const shown: EscoImportShown = await importEscoSkills(c.get('ctx'), skills)
    return c.json(shown)
  })
  .get('/esco-skills', allow('programmes:read'), async (c) => {
    const { db } = c.get('ctx')
    const { limit } = readPaging(c, afterInstant)
    const [found, total] = await Promise.all([
      searchEscoSkills(c.get('ctx'), c.req.query('q') ?? '', limit),
      countEscoSkills(db),
    ])
    const shown: EscoSkillsShown = {
      items: found.map(showSkill),
      next_cursor: null,
      total,
      credit: ESCO_CREDIT,
    }
    return c.json(shown)
  })

function indexOf(catalogue: Catalogue): TopicIndex {
  return indexTopics(topicsInOrder(catalogue).map(([id, { name }]) => ({ id, names: [name.fr, name.en] })))
}

function showSuggestion(row: TopicSuggestion, index: TopicIndex): TopicSuggestionShown {
  const { id, programme, text, language, state, topic } = row
  return {
    id,
    programme,
    text,
    language,
    state,
    topic,
    near: searchTopics(index, text, 3),
    created_at: toInstant(row.created_at),
    decided_at: toInstant(row.decided_at),
  }
}

function showSkill({ id, fr, en, group }: EscoSkill): EscoSkillShown {
  return { id, uri: `http://data.europa.eu/esco/skill/${id}`, name: { fr, en }, group }
}
