import type { SupplyShown } from '#contract/explanation.ts'
import { pageLanguage } from '../api.ts'
import { insightWordsIn } from '../words/console-insight.ts'
import { type Child, h } from './console-markup.ts'
import { nameOf, placeOf } from './console-person.ts'
import { tableOf } from './console-table.ts'

/** What people offer and want, who is still free, and where one more place would count most. */
export function drawSupply({ topics, idle_mentors, places }: SupplyShown, file: string): Child[] {
  const language = pageLanguage()
  const words = insightWordsIn(language).supply
  const somebody = (name: string, place: string, sentence: string) =>
    h(
      'li',
      {},
      h('strong', { class: 'who' }, name),
      place !== '' && h('span', { class: 'hint' }, place),
      h('p', {}, sentence),
    )
  const list = (items: HTMLElement[], none: string) =>
    items.length === 0
      ? h('p', { class: 'muted' }, none)
      : h('ul', { class: 'alternatives', role: 'list', 'data-role': 'mentor' }, ...items)
  return [
    h(
      'div',
      { class: 'alternatives-sides' },
      h(
        'div',
        {},
        h('h3', {}, words.idle),
        list(
          idle_mentors.map((mentor) => somebody(nameOf(mentor), placeOf(mentor), mentor.words[language])),
          words.noIdle,
        ),
      ),
      h(
        'div',
        {},
        h('h3', {}, words.places),
        list(
          places.map(({ mentor, words: said }) => somebody(nameOf(mentor), placeOf(mentor), said[language])),
          words.noPlaces,
        ),
      ),
    ),
    h(
      'details',
      { class: 'supply-topics' },
      h('summary', {}, words.topics),
      tableOf<SupplyShown['topics'][number]>({
        name: 'topics',
        caption: words.topics,
        rows: topics,
        file: `${file}-${words.topics.toLowerCase()}`,
        columns: [
          { key: 'topic', label: words.topic, value: ({ name }) => name[language] },
          { key: 'offered', label: words.offered, value: ({ offered }) => offered, numeric: true },
          { key: 'wanted', label: words.wanted, value: ({ wanted }) => wanted, numeric: true },
          { key: 'matched', label: words.matched, value: ({ matched }) => matched, numeric: true },
        ],
      }),
    ),
  ]
}
