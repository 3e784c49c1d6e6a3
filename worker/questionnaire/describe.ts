import { familyName } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import { type Catalogue, isOffered, STARTING_CATALOGUE, topicsInOrder } from './catalogue.ts'
import { answerSchema } from './kinds.ts'
import { FACET_NAMES, LAST_WORDS, LEVEL_WORDS } from './level.ts'
import { type Question, type Questionnaire, questionsOf } from './question.ts'
import type { Topic } from './topics/topic.ts'

/**
 * A questionnaire as JSON for the public door: blocks, questions with their words in both languages, options, the
 * JSON Schema of each answer, the programme’s own questions last, and the topics with the words of the levels.
 */
export function describe(questionnaire: Questionnaire) {
  return {
    version: questionnaire.version,
    own_questions_version: questionnaire.own_version,
    kind: questionnaire.kind,
    role: questionnaire.role,
    role_names: questionnaire.words,
    blocks: questionnaire.blocks.map((block) => ({
      key: block.key,
      title: block.title,
      intro: block.intro ?? null,
      questions: block.questions.map(describeQuestion),
    })),
    levels: {
      usage: [...LEVEL_WORDS.usage],
      stakes: [...LEVEL_WORDS.stakes],
      last: [...LAST_WORDS],
      facets: FACET_NAMES,
    },
    topics: describeTopics(catalogueOf(questionnaire)),
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

function catalogueOf(questionnaire: Questionnaire): Catalogue {
  const asked = questionsOf(questionnaire).find((question) => 'catalogue' in question)
  return asked ? asked.catalogue : STARTING_CATALOGUE
}

/** The topics that people can choose today, group by group. */
export function describeTopics(catalogue: Catalogue) {
  return {
    version: catalogue.version,
    groups: describeGroups(catalogue),
    items: topicsInOrder(catalogue)
      .filter(([id]) => isOffered(catalogue, id))
      .map(([id, topic]) => describeTopic(id, topic)),
  }
}

/** The groups in the order in which people read them. */
export function describeGroups({ groups }: Catalogue): { id: string; name: Both }[] {
  return Object.entries(groups).map(([id, name]) => ({ id, name }))
}

/** One topic, as the public doors show it. */
export function describeTopic(id: string, topic: Topic) {
  return {
    id,
    group: topic.group,
    transversal: topic.transversal,
    family: topic.family,
    family_name: topic.family === null ? null : familyName(topic.family),
    nature: topic.nature,
    name: topic.name,
    esco: topic.esco ?? topic.digcomp ?? null,
    digcomp: topic.digcomp !== undefined,
  }
}
