import type { Both, Language } from '#domain/language.ts'
import type { Facet } from '../answers.ts'
import { topicsInOrder } from '../catalogue.ts'
import { FACET_WORDS, LAST_WORDS, LEVEL_WORDS } from '../level.ts'
import { type Markup, markup } from '../markup.ts'
import type { TopicsQuestion } from '../question.ts'
import { drawOption, optionId } from './choice.ts'
import { described, drawError, drawGroup, flawOf, idOf } from './frame.ts'
import { type Drawing, isBlank, part, plain } from './kind.ts'

const ORDINALS: readonly Both[] = [
  { fr: 'Premier sujet', en: 'First topic' },
  { fr: 'Deuxième sujet', en: 'Second topic' },
  { fr: 'Troisième sujet', en: 'Third topic' },
]

const MORE: readonly Both[] = [
  { fr: 'Ajouter un deuxième sujet', en: 'Add a second topic' },
  { fr: 'Ajouter un troisième sujet', en: 'Add a third topic' },
]

const WORDS = {
  facet: { fr: 'De quel côté ?', en: 'Which side of it?' },
  level: { fr: 'Où j’en suis', en: 'Where I stand' },
  last: { fr: 'La dernière fois que je l’ai pratiqué', en: 'The last time I practised it' },
  path: { fr: 'D’où je pars, jusqu’où je veux aller', en: 'Where I start, how far I want to go' },
  step: { fr: 'Niveau', en: 'Level' },
  today: { fr: 'Aujourd’hui', en: 'Today' },
  target: { fr: 'Souhaité', en: 'Goal' },
  choose: { fr: 'Choisir', en: 'Choose' },
  none: { fr: 'Choisir un sujet', en: 'Choose a topic' },
} satisfies Record<string, Both>

interface Row {
  question: TopicsQuestion
  /** From 0. */
  at: number
  raw: unknown
  drawing: Drawing
}

const fieldOf = (row: Row, name: string) => `${row.question.key}-${row.at + 1}-${name}`
const typedIn = (row: Row, name: string) => plain(part(row.raw, name))

/**
 * The first row is open; the others wait folded until somebody wants them, or has filled them in.
 * What is offered wears the colour of the mentor, what is wanted that of the mentee.
 */
export function drawTopicRows(question: TopicsQuestion, raw: unknown, drawing: Drawing): Markup {
  const rows = Array.from({ length: question.topics_max }, (_, at) => {
    const row: Row = { question, at, raw: Array.isArray(raw) ? raw[at] : undefined, drawing }
    const drawn = drawRow(row)
    if (at === 0) return drawn
    const isFlawed = drawing.flaws.some((flaw) => flaw.field.startsWith(fieldOf(row, '')))
    const isOpen = isFlawed || !isBlank(part(row.raw, 'topic')) ? markup` open` : ''
    return markup`<details class="qn-more"${isOpen}><summary>${MORE[at - 1]?.[drawing.language] ?? ''}</summary>${drawn}</details>`
  })
  const role = question.kind === 'topics-offered' ? 'mentor' : 'mentee'
  return drawGroup(
    question,
    drawing,
    markup`<div class="qn-topics" data-role="${role}">${rows}</div>`,
    'anchored',
  )
}

function drawRow(row: Row): Markup {
  const { language } = row.drawing
  const legend = markup`<legend class="visually-hidden">${ORDINALS[row.at]?.[language] ?? ''}</legend>`
  const levels = row.question.kind === 'topics-offered' ? drawOffered(row) : drawWanted(row)
  return markup`<fieldset class="qn-topic">${legend}
${drawTopic(row)}
${drawFacets(row)}
${levels}</fieldset>`
}

function drawTopic(row: Row): Markup {
  const { language } = row.drawing
  const field = fieldOf(row, 'topic')
  const flaw = flawOf(row.drawing, field)
  return markup`<div class="qn-part"><label class="qn-sublabel" for="${idOf(field)}">${ORDINALS[row.at]?.[language] ?? ''}</label>
${drawError(field, flaw, language)}<topic-picker><select class="qn-text" id="${idOf(field)}" name="${field}"${described(field, false, flaw)}><option value="">${WORDS.none[language]}</option>${drawTopics(row)}</select></topic-picker></div>`
}

/**
 * The topics of the catalogue under the names of their groups. One that is no longer offered is listed only where it
 * is already chosen. The first row alone carries the names in the other language, for the search of the picker.
 */
function drawTopics({ question: { catalogue }, at, raw, drawing: { language } }: Row): Markup {
  const picked = plain(part(raw, 'topic'))
  const other = language === 'fr' ? 'en' : 'fr'
  const groups = new Map<string, Markup[]>()
  for (const [id, { group, name }] of topicsInOrder(catalogue)) {
    if (catalogue.retired.has(id) && id !== picked) continue
    const also = at === 0 ? markup` data-also="${name[other]}"` : ''
    const isPicked = id === picked ? markup` selected` : ''
    const option = markup`<option value="${id}"${also}${isPicked}>${name[language]}</option>`
    const drawn = groups.get(group)
    if (drawn) drawn.push(option)
    else groups.set(group, [option])
  }
  return markup`${[...groups].map(
    ([group, options]) =>
      markup`<optgroup label="${catalogue.groups[group]?.[language] ?? ''}">${options}</optgroup>`,
  )}`
}

function drawFacets(row: Row): Markup {
  const { question, drawing } = row
  const field = fieldOf(row, 'facet')
  const [only, ...others] = question.facets
  if (others.length === 0) return markup`<input type="hidden" name="${field}" value="${only}">`
  const flaw = flawOf(drawing, field)
  const picked = typedIn(row, 'facet') || only
  const options = question.facets.map((facet, at) =>
    drawOption(
      'radio',
      field,
      at,
      { value: facet, name: FACET_WORDS[facet][drawing.language] },
      facet === picked,
    ),
  )
  return markup`<fieldset class="qn-part" role="radiogroup"${described(field, false, flaw)}><legend class="qn-sublabel">${WORDS.facet[drawing.language]}</legend>
${drawError(field, flaw, drawing.language)}<div class="qn-options qn-wide">${options}</div></fieldset>`
}

/** A level in the words of each side; the style sheet shows the side that was chosen, or both where it cannot. */
function drawLevelWords(facets: readonly Facet[], level: number, language: Language): Markup {
  const words = facets.map((facet, at) => {
    const slash = at === 0 ? '' : markup`<span class="qn-slash"> / </span>`
    return markup`${slash}<span class="qn-${facet}">${LEVEL_WORDS[facet][level]?.[language] ?? ''}</span>`
  })
  return facets.length === 1
    ? markup`${LEVEL_WORDS[facets[0] ?? 'usage'][level]?.[language] ?? ''}`
    : markup`${words}`
}

function drawOffered(row: Row): Markup {
  const { question, drawing } = row
  const { language } = drawing
  const [level, last] = [fieldOf(row, 'level'), fieldOf(row, 'last')]
  const [levelFlaw, lastFlaw] = [flawOf(drawing, level), flawOf(drawing, last)]
  const levels = [0, 1, 2, 3, 4].map((value) => {
    const name = drawLevelWords(question.facets, value, language)
    return drawOption('radio', level, value, { value, name }, typedIn(row, 'level') === String(value))
  })
  const times = LAST_WORDS.map((words, value) => {
    const isPicked = typedIn(row, 'last') === String(value) ? markup` selected` : ''
    return markup`<option value="${value}"${isPicked}>${words[language]}</option>`
  })
  return markup`<fieldset class="qn-part" role="radiogroup"${described(level, false, levelFlaw)}><legend class="qn-sublabel">${WORDS.level[language]}</legend>
${drawError(level, levelFlaw, language)}<div class="qn-options">${levels}</div></fieldset>
<div class="qn-part"><label class="qn-sublabel" for="${idOf(last)}">${WORDS.last[language]}</label>
${drawError(last, lastFlaw, language)}<select class="qn-text" id="${idOf(last)}" name="${last}"${described(last, false, lastFlaw)}><option value="">${WORDS.choose[language]}</option>${times}</select></div>`
}

/** One dot of the ladder, named by its column and its row for who cannot see either. */
function drawRung(row: Row, name: 'level' | 'target', value: number, first: number): Markup {
  const { question, drawing } = row
  const field = fieldOf(row, name)
  const id = optionId(field, value - first, value)
  const isPicked = typedIn(row, name) === String(value) ? markup` checked` : ''
  const column = (name === 'level' ? WORDS.today : WORDS.target)[drawing.language]
  const colon = drawing.language === 'fr' ? ' : ' : ': '
  return markup`<label class="qn-cell" for="${id}"><input type="radio" id="${id}" name="${field}" value="${value}"${isPicked}><span class="visually-hidden">${column}${colon}${drawLevelWords(question.facets, value, drawing.language)}</span></label>`
}

/** A ladder: one column for where people stand, one for where they want to be. */
function drawWanted(row: Row): Markup {
  const { question, drawing } = row
  const { language } = drawing
  const [level, target] = [fieldOf(row, 'level'), fieldOf(row, 'target')]
  const rungs = [0, 1, 2, 3, 4].map(
    (value) => markup`<tr><th scope="row">${drawLevelWords(question.facets, value, language)}</th>
<td>${drawRung(row, 'level', value, 0)}</td><td>${value === 0 ? '' : drawRung(row, 'target', value, 1)}</td></tr>`,
  )
  return markup`<div class="qn-part">${drawError(level, flawOf(drawing, level), language)}${drawError(target, flawOf(drawing, target), language)}
<table class="qn-ladder"><caption class="qn-sublabel">${WORDS.path[language]}</caption>
<thead><tr><th scope="col">${WORDS.step[language]}</th><th scope="col">${WORDS.today[language]}</th><th scope="col">${WORDS.target[language]}</th></tr></thead>
<tbody>${rungs}</tbody></table></div>`
}
