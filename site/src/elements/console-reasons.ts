import type { ReasonShown } from '#contract/match-run.ts'
import { CRITERION_NAMES } from '#domain/criterion.ts'
import { familyName } from '#domain/job-family.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import type { NamedProposal } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { sharePoints, toPoints, writeNumber } from './console-figures.ts'
import { bar, h } from './console-markup.ts'

/** Why two people were proposed to each other: who they are, each criterion with its points, tips. */
export function drawReasons(proposal: NamedProposal, close: () => void): HTMLElement[] {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const head = h(
    'div',
    { class: 'reasons-head' },
    h('h3', { id: 'reasons-title' }, words.reasons.title),
    h('button', { type: 'button', class: 'link-button', onclick: close }, words.close),
  )
  const people = h(
    'dl',
    { class: 'reasons-people' },
    drawPerson(proposal, 'mentor'),
    drawPerson(proposal, 'mentee'),
  )
  const tips = proposal.tips.map((tip) => h('li', {}, tip[language]))
  return [
    head,
    people,
    drawCriteria(proposal),
    h('p', { class: 'hint' }, `${words.reasons.sum} ${words.reasons.bars}`),
    ...(tips.length > 0
      ? [h('h4', {}, words.reasons.tips), h('ul', { class: 'reasons-tips' }, ...tips)]
      : []),
  ]
}

function drawPerson(proposal: NamedProposal, role: Role): HTMLElement {
  const language = pageLanguage()
  const person = proposal.people[role]
  const field = person.job_family === null ? null : familyName(person.job_family)[language]
  return h(
    'div',
    { 'data-role': role },
    h('dt', {}, consoleWordsIn(language).roles[role]),
    h('dd', {}, h('strong', {}, person.name || proposal[role])),
    h('dd', { class: 'hint' }, field),
    h('dd', { class: 'hint' }, [person.subsidiary, person.site].filter(Boolean).join(' · ')),
  )
}

/** The criteria by the points they bring; the points shown add up to the total shown. */
function drawCriteria({ reasons, score }: NamedProposal): HTMLElement {
  const language = pageLanguage()
  const words = consoleWordsIn(language).reasons
  const ordered = [...reasons].sort((a, b) => b.points - a.points)
  const shares = sharePoints(ordered.map(({ points }) => points))
  const widest = Math.max(...reasons.map(({ weight }) => weight), 0.01)
  const number = (text: string) => h('th', { scope: 'col', class: 'number' }, text)
  const total = writeNumber(toPoints(score), language, 1)
  return h(
    'table',
    { class: 'criteria' },
    h('caption', { class: 'visually-hidden' }, `${words.title}\u00a0: ${words.outOf(total)}`),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, words.criterion),
        number(words.value),
        number(words.weight),
        number(words.points),
      ),
    ),
    ...ordered.map((reason, place) => drawCriterion(reason, shares[place]!, widest)),
    h(
      'tfoot',
      {},
      h('tr', {}, h('th', { scope: 'row', colspan: 3 }, words.total), h('td', { class: 'number' }, total)),
    ),
  )
}

function drawCriterion(reason: ReasonShown, points: number, widest: number): HTMLElement {
  const language = pageLanguage()
  const cell = (value: number, decimals: number) =>
    h('td', { class: 'number' }, writeNumber(value, language, decimals))
  return h(
    'tbody',
    {},
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, CRITERION_NAMES[reason.criterion][language]),
      cell(reason.value, 2),
      cell(reason.weight * 100, 1),
      cell(points, 1),
    ),
    h(
      'tr',
      { class: 'criterion-why' },
      h(
        'td',
        { colspan: 4 },
        bar((reason.weight / widest) * 100, reason.weight > 0 ? points / (reason.weight * 100) : 0),
        reason[language],
      ),
    ),
  )
}
