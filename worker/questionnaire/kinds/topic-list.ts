import type { Both, Language } from '#domain/language.ts'
import { type Catalogue, isOffered, topicOf, topicsInOrder } from '../catalogue.ts'
import { type Markup, markup } from '../markup.ts'
import type { Option, TopicListQuestion } from '../question.ts'
import { drawListOptions, pick } from './choice.ts'
import { described, drawError, drawGroup, flawOf, idOf } from './frame.ts'
import {
  type Checked,
  type Drawing,
  type Flaw,
  flaw,
  isBlank,
  type Kind,
  noScore,
  one,
  partCell,
  plain,
  unanswered,
} from './kind.ts'

const WORDS = {
  topic: { fr: 'Sujet', en: 'Topic' },
  none: { fr: 'Pas de réponse', en: 'No answer' },
} satisfies Record<string, Both>

const PICK = { fr: 'Choisissez un sujet dans la liste.', en: 'Pick a topic from the list.' }
const ANOTHER = {
  fr: 'Ce sujet est déjà choisi. Prenez-en un autre, ou laissez cette liste vide.',
  en: 'This topic is already chosen. Pick another one, or leave this list empty.',
}

/** A few topics of the catalogue, in order, without levels: for the questions that programmes add. */
export const topicList: Kind<TopicListQuestion> = {
  draw(question, raw, drawing) {
    const chosen = Array.isArray(raw) ? raw : []
    const lists = placesOf(question).map((at) => drawList(question, at, chosen[at], drawing))
    return drawGroup(question, drawing, markup`<div class="qn-ranks">${lists}</div>`)
  },
  read(question, fields) {
    const chosen = placesOf(question).map((at) => one(fields, `${question.key}-${at + 1}`) ?? '')
    return chosen.every(isBlank) ? undefined : chosen
  },
  check: checkTopicList,
  show: (question, value, language) => topicNames(question, value, language).join(', '),
  schema: (question) => ({
    type: 'array',
    items: { type: 'string', description: 'The id of one of `topics`.' },
    minItems: question.required ? 1 : 0,
    maxItems: question.topics_max,
    uniqueItems: true,
  }),
  toCsv(question, value, language) {
    const names = topicNames(question, value, language)
    return placesOf(question).map((at) => partCell(question, at + 1, names[at] ?? ''))
  },
  toScore: noScore,
}

const placesOf = (question: TopicListQuestion) => Array.from({ length: question.topics_max }, (_, at) => at)

/** The field of one list; the first bears the name of the question, for links from the summary to land on. */
const fieldAt = (question: TopicListQuestion, at: number) =>
  at === 0 ? question.key : `${question.key}-${at + 1}`

/** What a list offers: the topics that people can choose today, under the names of their groups. */
function optionsOf(catalogue: Catalogue): Option[] {
  return topicsInOrder(catalogue)
    .filter(([id]) => isOffered(catalogue, id))
    .map(([value, { name, group }]) => ({ value, name, group: catalogue.groups[group] }))
}

function drawList(question: TopicListQuestion, at: number, chosen: unknown, drawing: Drawing): Markup {
  const { language } = drawing
  const field = fieldAt(question, at)
  const mistake = flawOf(drawing, field)
  const options = optionsOf(question.catalogue)
  const drawn = drawListOptions(options, pick(options, chosen), language)
  const label = question.topics_max === 1 ? WORDS.topic[language] : `${WORDS.topic[language]} ${at + 1}`
  return markup`<div class="qn-part"><label class="qn-sublabel" for="${idOf(field)}">${label}</label>
${at === 0 ? '' : drawError(field, mistake, language)}<select class="qn-text" id="${idOf(field)}" name="${question.key}-${at + 1}"${described(field, false, mistake)}><option value="">${WORDS.none[language]}</option>${drawn}</select></div>`
}

function checkTopicList(question: TopicListQuestion, raw: unknown): Checked {
  if (isBlank(raw)) return unanswered(question, PICK)
  if (!Array.isArray(raw))
    return flaw(question, { fr: 'Donnez une liste de sujets.', en: 'Give a list of topics.' })
  if (raw.length > question.topics_max) {
    return flaw(question, {
      fr: `Gardez au plus ${question.topics_max} sujets, les plus importants.`,
      en: `Keep at most ${question.topics_max} topics, the most important ones.`,
    })
  }
  const flaws: Flaw[] = []
  const chosen: string[] = []
  raw.forEach((id, at) => {
    if (isBlank(id)) return
    const detail = isOffered(question.catalogue, id) ? ANOTHER : PICK
    if (detail === PICK || chosen.includes(plain(id)))
      flaws.push({ field: fieldAt(question, at), pointer: `/${question.key}/${at}`, detail })
    else chosen.push(plain(id))
  })
  if (flaws.length > 0) return { flaws }
  return chosen.length > 0 ? { value: chosen, flaws } : unanswered(question, PICK)
}

function topicNames(question: TopicListQuestion, value: unknown, language: Language): string[] {
  const chosen = Array.isArray(value) ? value.slice(0, question.topics_max) : []
  return chosen.map((id) => topicOf(question.catalogue, id)?.name[language] ?? plain(id))
}
