import type { Both, Language } from '#domain/language.ts'
import type { Facet } from '../answers.ts'
import { FACET_NAMES, LAST_WORDS, LEVEL_WORDS } from '../level.ts'
import type { TopicsQuestion } from '../question.ts'
import { isTopic, TOPICS } from '../topics.ts'
import {
  type Checked,
  type Flaw,
  flaw,
  isBlank,
  type Kind,
  one,
  part,
  plain,
  strangers,
  unanswered,
  whole,
} from './kind.ts'
import { drawTopicRows } from './topic-row.ts'

/** The parts of one row, in the order in which they are filled in. */
export const ROW_PARTS = {
  'topics-offered': ['topic', 'facet', 'level', 'last'],
  'topics-wanted': ['topic', 'facet', 'level', 'target'],
} as const

const DETAILS = {
  topic: { fr: 'Choisissez un sujet dans la liste.', en: 'Pick a topic from the list.' },
  facet: {
    fr: 'Choisissez un côté du sujet : l’usage ou les enjeux.',
    en: 'Choose one side of the topic: usage or stakes.',
  },
  level: { fr: 'Dites où vous en êtes aujourd’hui.', en: 'Say where you stand today.' },
  last: {
    fr: 'Dites quand vous avez pratiqué ce sujet pour la dernière fois.',
    en: 'Say when you last practised this topic.',
  },
  target: { fr: 'Dites jusqu’où vous voulez aller.', en: 'Say how far you want to go.' },
} satisfies Record<string, Both>

/** Up to three rows; a row whose topic is left empty counts for nothing, whatever else it says. */
export const topics: Kind<TopicsQuestion> = {
  draw: drawTopicRows,
  read(question, fields) {
    const rows = Array.from({ length: question.topics_max }, (_, at) =>
      Object.fromEntries(
        ROW_PARTS[question.kind].map((name) => [
          name,
          one(fields, `${question.key}-${at + 1}-${name}`) ?? '',
        ]),
      ),
    )
    return rows.every((row) => isBlank(row.topic)) && rows.every((row) => isBlank(row.level))
      ? undefined
      : rows
  },
  check: checkTopics,
  show(question, value, language) {
    const rows = Array.isArray(value) ? value.slice(0, question.topics_max) : []
    return rows.map((row) => showRow(question, row, language)).join('\n')
  },
  schema(question) {
    const [low, name] = question.kind === 'topics-offered' ? [0, 'last'] : [1, 'target']
    return {
      type: 'array',
      minItems: question.required ? 1 : 0,
      maxItems: question.topics_max,
      items: {
        type: 'object',
        properties: {
          topic: { type: 'string', description: 'The id of one of `topics`.' },
          facet: { enum: [...question.facets] },
          level: { type: 'integer', minimum: 0, maximum: 4 },
          [name]: { type: 'integer', minimum: low, maximum: 4 },
        },
        required: [...ROW_PARTS[question.kind]],
        additionalProperties: false,
      },
    }
  },
}

function checkTopics(question: TopicsQuestion, raw: unknown): Checked {
  const missing = question.missing ?? DETAILS.topic
  if (isBlank(raw)) return unansweredTopics(question, missing)
  if (!Array.isArray(raw))
    return flaw(question, { fr: 'Donnez une liste de sujets.', en: 'Give a list of topics.' })
  if (raw.length > question.topics_max) {
    return flaw(question, {
      fr: `Gardez au plus ${question.topics_max} sujets, les plus importants.`,
      en: `Keep at most ${question.topics_max} topics, the most important ones.`,
    })
  }
  const flaws: Flaw[] = []
  const rows: Record<string, unknown>[] = []
  raw.forEach((row, at) => {
    const topic = part(row, 'topic')
    if (typeof topic === 'string' && topic.trim() === '') return
    const value = checkRow(question, row, at, flaws)
    if (!value) return
    if (rows.some((other) => other.topic === value.topic && other.facet === value.facet)) {
      flaws.push(
        rowFlaw(question, at, 'topic', {
          fr: 'Ce sujet est déjà dans votre liste. Choisissez-en un autre, ou laissez cette ligne vide.',
          en: 'This topic is already in your list. Pick another one, or leave this row empty.',
        }),
      )
    } else rows.push(value)
  })
  if (flaws.length > 0) return { flaws }
  return rows.length > 0 ? { value: rows, flaws } : unansweredTopics(question, missing)
}

/** Nothing chosen: the link of the summary leads to the first list of topics. */
function unansweredTopics(question: TopicsQuestion, missing: Both): Checked {
  const checked = unanswered(question, missing)
  return { flaws: checked.flaws.map((flaw) => ({ ...flaw, field: `${question.key}-1-topic` })) }
}

function rowFlaw(question: TopicsQuestion, at: number, name: string, detail: Both): Flaw {
  return { field: `${question.key}-${at + 1}-${name}`, pointer: `/${question.key}/${at}/${name}`, detail }
}

/** One row: its value, or nothing and the flaws that it adds. */
function checkRow(
  question: TopicsQuestion,
  row: unknown,
  at: number,
  flaws: Flaw[],
): Record<string, unknown> | undefined {
  const before = flaws.length
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    flaws.push({ ...rowFlaw(question, at, 'topic', DETAILS.topic), pointer: `/${question.key}/${at}` })
    return undefined
  }
  const parts = ROW_PARTS[question.kind]
  flaws.push(...strangers(`${question.key}-${at + 1}-topic`, `/${question.key}/${at}`, row, parts))
  const value: Record<string, unknown> = {}
  for (const name of parts) {
    const checked = checkPart(question, name, part(row, name))
    if (checked === null) flaws.push(partFlaw(question, at, name))
    else value[name] = checked
  }
  return flaws.length > before ? undefined : value
}

/** Where there is only one side, the form has no field for it: its flaw shows at the topic. */
function partFlaw(question: TopicsQuestion, at: number, name: keyof typeof DETAILS): Flaw {
  if (name !== 'facet' || question.facets.length > 1) return rowFlaw(question, at, name, DETAILS[name])
  const only = question.facets[0] ?? 'usage'
  const detail = {
    fr: `Ici, un sujet se prend d’un seul côté : « ${FACET_NAMES[only].fr} ». Choisissez-le.`,
    en: `Here a topic has one side only: “${FACET_NAMES[only].en}”. Choose that one.`,
  }
  return { ...rowFlaw(question, at, 'facet', detail), field: `${question.key}-${at + 1}-topic` }
}

function checkPart(
  question: TopicsQuestion,
  name: (typeof ROW_PARTS)[TopicsQuestion['kind']][number],
  raw: unknown,
): string | number | null {
  if (name === 'topic') return isTopic(raw) ? raw : null
  if (name === 'facet') {
    // Where there is only one side, nobody needs to say which.
    if (isBlank(raw) && question.facets.length === 1) return question.facets[0] ?? null
    return question.facets.find((facet) => facet === raw) ?? null
  }
  const number = whole(raw)
  return number === null || number < (name === 'target' ? 1 : 0) || number > 4 ? null : number
}

/** The level as people read it, by facet. */
export function levelWords(facet: Facet, level: number, language: Language): string {
  return LEVEL_WORDS[facet][level]?.[language] ?? ''
}

function showRow(question: TopicsQuestion, row: unknown, language: Language): string {
  const id = part(row, 'topic')
  const facet: Facet = part(row, 'facet') === 'stakes' ? 'stakes' : 'usage'
  const name = isTopic(id) ? (TOPICS[id]?.name[language] ?? '') : plain(id)
  const level = levelWords(facet, whole(part(row, 'level')) ?? -1, language)
  const head =
    language === 'fr' ? `${name} (${FACET_NAMES[facet].fr}) : ` : `${name} (${FACET_NAMES[facet].en}): `
  const and = language === 'fr' ? ' ; ' : '; '
  if (question.kind === 'topics-offered') {
    return head + [level, LAST_WORDS[whole(part(row, 'last')) ?? -1]?.[language] ?? ''].join(and)
  }
  const target = levelWords(facet, whole(part(row, 'target')) ?? -1, language)
  return language === 'fr'
    ? `${head}${level}${and}souhaité : ${target}`
    : `${head}${level}${and}goal: ${target}`
}
