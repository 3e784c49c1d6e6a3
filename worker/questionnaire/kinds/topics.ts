import type { Both, Language } from '#domain/language.ts'
import type { Facet } from '../answers.ts'
import { isOffered, topicOf } from '../catalogue.ts'
import { FACET_NAMES, LAST_WORDS, LEVEL_WORDS } from '../level.ts'
import type { TopicsQuestion } from '../question.ts'
import {
  type Cell,
  type Checked,
  type Flaw,
  flaw,
  isBlank,
  type Kind,
  one,
  part,
  partCell,
  plain,
  shareOf,
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
  toCsv: topicCells,
  toScore: topicScore,
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
    if (checked === null) flaws.push(partFlaw(question, at, name, part(row, name)))
    else value[name] = checked
  }
  return flaws.length > before ? undefined : value
}

/** Where there is only one side, the form has no field for it: its flaw shows at the topic. */
function partFlaw(question: TopicsQuestion, at: number, name: keyof typeof DETAILS, raw: unknown): Flaw {
  const retired = name === 'topic' ? topicOf(question.catalogue, raw) : undefined
  if (retired) return rowFlaw(question, at, name, noLongerOffered(retired.name))
  if (name !== 'facet' || question.facets.length > 1) return rowFlaw(question, at, name, DETAILS[name])
  const only = question.facets[0] ?? 'usage'
  const detail = {
    fr: `Ici, un sujet se prend d’un seul côté : « ${FACET_NAMES[only].fr} ». Choisissez-le.`,
    en: `Here a topic has one side only: “${FACET_NAMES[only].en}”. Choose that one.`,
  }
  return { ...rowFlaw(question, at, 'facet', detail), field: `${question.key}-${at + 1}-topic` }
}

/** A topic that is known, but that people can no longer choose (W1). */
function noLongerOffered({ fr, en }: Both): Both {
  return {
    fr: `Le sujet « ${fr} » n’est plus proposé. Choisissez-en un autre dans la liste.`,
    en: `The topic “${en}” is no longer offered. Pick another one from the list.`,
  }
}

function checkPart(
  question: TopicsQuestion,
  name: (typeof ROW_PARTS)[TopicsQuestion['kind']][number],
  raw: unknown,
): string | number | null {
  if (name === 'topic') return isOffered(question.catalogue, raw) ? raw : null
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
  const name = topicOf(question.catalogue, id)?.name[language] ?? plain(id)
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

/** Four cells a row, as many rows as there may be topics; levels and times are their numbers. */
function topicCells(question: TopicsQuestion, value: unknown, language: Language): Cell[] {
  return Array.from({ length: question.topics_max }, (_, at) => {
    const row = Array.isArray(value) ? value[at] : undefined
    return ROW_PARTS[question.kind].map((name) =>
      partCell(question, `${at + 1}-${name}`, partText(question, name, part(row, name), language)),
    )
  }).flat()
}

function partText(
  question: TopicsQuestion,
  name: keyof typeof DETAILS,
  value: unknown,
  language: Language,
): string {
  if (name === 'topic') return topicOf(question.catalogue, value)?.name[language] ?? plain(value)
  if (name === 'facet') return value === 'usage' || value === 'stakes' ? FACET_NAMES[value][language] : ''
  return plain(value)
}

/**
 * The mean over the topics: of skill = .6·SKL/4 + .4·SKR/4 where something is offered, of the level today, SKL/4,
 * where something is wanted (questionnaires.md §3).
 */
function topicScore(question: TopicsQuestion, value: unknown): number | null {
  const rows = Array.isArray(value) ? value : []
  const scores = rows.flatMap((row) => {
    const [level, last] = [shareOf(part(row, 'level'), 0, 4), shareOf(part(row, 'last'), 0, 4)]
    if (level === null) return []
    return question.kind === 'topics-offered' ? 0.6 * level + 0.4 * (last ?? 0) : level
  })
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
