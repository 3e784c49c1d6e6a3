import { familyName } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import { answerSchema } from './kinds.ts'
import { FACET_NAMES, LAST_WORDS, LEVEL_WORDS } from './level.ts'
import type { Question, Questionnaire } from './question.ts'
import { CATALOGUE_VERSION, TOPIC_GROUPS, TOPICS } from './topics.ts'

/**
 * A questionnaire as JSON for the public door: blocks, questions with their words in both languages, options, the
 * JSON Schema of each answer, and the catalogue of topics with the words of the levels.
 */
export function describe(questionnaire: Questionnaire) {
  return {
    version: questionnaire.version,
    kind: questionnaire.kind,
    role: questionnaire.role,
    role_names: questionnaire.words,
    blocks: questionnaire.blocks.map((block) => ({
      key: block.key,
      title: block.title,
      intro: block.intro ?? null,
      questions: block.questions.map(describeQuestion),
    })),
    levels: { usage: LEVEL_WORDS.usage, stakes: LEVEL_WORDS.stakes, last: LAST_WORDS, facets: FACET_NAMES },
    topics: describeTopics(),
  }
}

function describeQuestion(question: Question) {
  return {
    key: question.key,
    kind: question.kind,
    label: question.label,
    help: question.help ?? null,
    why: question.why,
    required: question.required,
    options: optionsOf(question),
    answer: answerSchema(question),
  }
}

function optionsOf(question: Question): { value: string | number; name: Both }[] | null {
  if ('options' in question) return question.options.map(({ value, name }) => ({ value, name }))
  if (question.kind === 'scale') return question.steps.map((name, at) => ({ value: at + 1, name }))
  if (question.kind === 'dots') {
    return [
      { value: -2, name: question.left },
      { value: 2, name: question.right },
    ]
  }
  return question.kind === 'agreement' ? [{ value: 'true', name: question.text }] : null
}

function describeTopics() {
  return {
    version: CATALOGUE_VERSION,
    groups: Object.entries(TOPIC_GROUPS).map(([id, name]) => ({ id, name })),
    items: Object.entries(TOPICS).map(([id, topic]) => ({
      id,
      group: topic.group,
      transversal: topic.transversal,
      family: topic.family,
      family_name: topic.family === null ? null : familyName(topic.family),
      name: topic.name,
      esco: topic.esco ?? topic.digcomp ?? null,
      digcomp: topic.digcomp !== undefined,
    })),
  }
}
