import type { WebhookEndpointCreated } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { drawCopies } from './console-copy.ts'
import { endpointName } from './console-endpoint-state.ts'
import { writeInstant } from './console-figures.ts'
import { type Child, h } from './console-markup.ts'

/** A secret of an address, this once, put into a place and read out; what closes it brings the focus back. */
export function showSecret(
  place: HTMLElement,
  made: WebhookEndpointCreated,
  close: () => void,
  { level, next }: { level: 'h2' | 'h3'; next?: Child },
): void {
  const language = pageLanguage()
  const words = exchangesWordsIn(language).secret
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const heading = h(level, { tabindex: -1 }, words.title(endpointName(made)))
  const leave = () => {
    place.replaceChildren()
    close()
  }
  const until = made.previous_secret_until
  place.replaceChildren(
    h(
      'div',
      { class: 'notice secret', 'data-tone': 'good' },
      heading,
      h('p', {}, words.once),
      until !== null && h('p', {}, words.both(writeInstant(until, language, zone))),
      drawCopies([[words.secret, made.secret]]),
      h(
        'div',
        { class: 'cluster' },
        next,
        h('button', { type: 'button', class: 'button button-quiet', onclick: leave }, words.done),
      ),
    ),
  )
  heading.focus()
  place.scrollIntoView({ block: 'nearest' })
}
