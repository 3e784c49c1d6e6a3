import { familyName } from '#domain/job-family.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import type { NamedProposal } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { pairWordsIn } from '../words/console-pair.ts'
import { pairAddress } from './console-address.ts'
import { drawCriteria } from './console-criteria.ts'
import { h } from './console-markup.ts'

/** Why two people were proposed to each other, in short: who they are, the criteria, tips, and the way to all of it. */
export function drawReasons(run: string | null, proposal: NamedProposal, close: () => void): HTMLElement[] {
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
    ...(run === null
      ? []
      : [
          h(
            'p',
            {},
            h('a', { class: 'button', href: pairAddress(run, proposal.id) }, pairWordsIn(language).open),
          ),
        ]),
    drawCriteria(proposal.reasons),
    h('p', { class: 'hint' }, pairWordsIn(language).criteria.lead),
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
