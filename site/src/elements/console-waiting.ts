import { pageLanguage } from '../api.ts'
import type { NamedWaiting } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { waitingAddress } from './console-address.ts'
import { groupWaiting, type WaitingGroup } from './console-arrange.ts'
import { writeNumber } from './console-figures.ts'
import { h, tag } from './console-markup.ts'

/** Who was left without a pair and why; each group unfolds to its names, each name opens its own page. */
export function drawWaiting(run: string, waiting: readonly NamedWaiting[]): HTMLElement {
  const words = consoleWordsIn(pageLanguage()).run
  if (waiting.length === 0) return h('p', { class: 'muted' }, words.noWaiting)
  return h(
    'div',
    { class: 'waiting' },
    h('p', { class: 'hint' }, words.waitingLead),
    ...groupWaiting(waiting).map((group) => drawGroup(run, group)),
  )
}

function drawGroup(run: string, { role, reason, people }: WaitingGroup): HTMLElement {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const first = people[0]![language]
  const isShared = people.every((person) => person[language] === first)
  const lines = people
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
    .map((each) =>
      h(
        'li',
        {},
        h('a', { href: waitingAddress(run, role, each.person) }, each.name || each.person),
        !isShared && h('span', {}, each[language]),
      ),
    )
  return h(
    'details',
    { class: 'waiting-group' },
    h(
      'summary',
      {},
      h('span', { class: 'waiting-count' }, writeNumber(people.length, language)),
      tag(words.roles[role], { role }),
      h('span', {}, words.run.waitingFor[reason] ?? first),
    ),
    isShared && h('p', { class: 'waiting-why' }, first),
    h('ul', { class: isShared ? 'waiting-names' : 'waiting-names is-told', role: 'list' }, ...lines),
  )
}
