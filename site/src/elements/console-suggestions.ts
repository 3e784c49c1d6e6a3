import type { TopicShown, TopicSuggestionShown } from '#contract/topic.ts'
import { pageLanguage } from '../api.ts'
import { topicsApi } from '../api-topics.ts'
import { topicsWordsIn } from '../words/console-topics.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/**
 * What people missed in the list, each to be filed under a topic (the nearest ones are offered first), made into one,
 * or let go. `add` opens the form with its words and says under which topic it was saved, or null.
 */
export function drawSuggestions(
  suggestions: readonly TopicSuggestionShown[],
  topics: () => readonly TopicShown[],
  add: (text: string) => Promise<string | null>,
): HTMLElement {
  const language = pageLanguage()
  const words = topicsWordsIn(language).suggestion
  const list = h('ul', { class: 'topic-lines', role: 'list' })
  const none = h('p', { class: 'muted', hidden: suggestions.length > 0 }, words.none)
  const draw = (suggestion: TopicSuggestionShown) => {
    const { id, text } = suggestion
    const said = h('div')
    const decide = async (topic: string | null) => {
      try {
        await topicsApi.decide(id, topic === null ? { decision: 'dismiss' } : { decision: 'file', topic })
        item.remove()
        none.hidden = list.childElementCount > 0
        announce(topic === null ? words.dismissed : words.filed)
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    const make = async () => {
      const topic = await add(text)
      if (topic !== null) await decide(topic)
    }
    const button = (label: string, onclick: () => void) =>
      h(
        'button',
        { type: 'button', class: 'link-button', onclick },
        label,
        h('span', { class: 'visually-hidden' }, words.about(text)),
      )
    const known = new Map(topics().map((topic) => [topic.id, topic]))
    const others = h(
      'select',
      {
        class: 'input',
        'aria-label': `${words.other}${words.about(text)}`,
        onchange: (event: Event) => void decide((event.target as HTMLSelectElement).value),
      },
      h('option', { value: '' }, words.other),
      ...[...known.values()].map((topic) => h('option', { value: topic.id }, topic.name[language])),
    )
    const item = h(
      'li',
      {},
      h(
        'span',
        {},
        h('strong', {}, text),
        h('span', { class: 'hint' }, ` ${words.from(suggestion.programme)}`),
      ),
      h(
        'span',
        { class: 'cluster' },
        ...suggestion.near.flatMap((near) => {
          const topic = known.get(near)
          return topic ? [button(words.file(topic.name[language]), () => void decide(near))] : []
        }),
        others,
        button(words.add, () => void make()),
        button(words.dismiss, () => void decide(null)),
      ),
      said,
    )
    return item
  }
  list.append(...suggestions.map(draw))
  return h(
    'section',
    { class: 'console-section' },
    h('h2', {}, words.title),
    h('p', { class: 'hint' }, words.lead),
    none,
    list,
  )
}
