import type { WebhookEndpointShown } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import { eventName } from '../words/console-events.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { writeInstant, writeInstantDay } from './console-figures.ts'
import { type Child, h } from './console-markup.ts'

/** What an address is set to. */
export function drawFacts({
  url,
  types,
  previous_secret_until,
  created_at,
}: WebhookEndpointShown): HTMLElement {
  const language = pageLanguage()
  const words = exchangesWordsIn(language)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const fact = (name: string, value: Child) => h('div', {}, h('dt', {}, name), h('dd', {}, value))
  return h(
    'section',
    { class: 'console-section' },
    h('h2', {}, words.facts.title),
    h(
      'dl',
      { class: 'facts facts-lines' },
      fact(words.facts.url, h('code', {}, url)),
      fact(
        words.facts.events,
        types.length === 0
          ? words.everything
          : h(
              'ul',
              { role: 'list', class: 'key-may' },
              ...types.map((type) => h('li', {}, eventName(type, language))),
            ),
      ),
      fact(
        words.facts.secret,
        previous_secret_until === null
          ? words.facts.secretShown
          : words.facts.secretBoth(writeInstant(previous_secret_until, language, zone)),
      ),
      fact(words.facts.added, writeInstantDay(created_at, language, zone)),
    ),
  )
}
