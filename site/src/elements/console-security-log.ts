import type { SecurityEventShown } from '#contract/security-event.ts'
import { pageLanguage } from '../api.ts'
import { accessApi } from '../api-access.ts'
import { accessWordsIn } from '../words/console-access.ts'
import { writeInstant } from './console-figures.ts'
import { failure, fill } from './console-load.ts'
import { whatWasDone, whoDid } from './console-log-line.ts'
import { type Child, h } from './console-markup.ts'

/** Who did what, when, about access; a page at a time, the newest first. */
class ConsoleSecurityLog extends HTMLElement {
  readonly #words = accessWordsIn(pageLanguage()).log
  readonly #rows = h('tbody', { role: 'rowgroup' })
  readonly #foot = h('div')

  connectedCallback(): void {
    void fill(
      this,
      () => accessApi.securityEvents(null),
      (page) => this.#draw(page),
    )
  }

  #draw(page: { items: SecurityEventShown[]; next_cursor: string | null }): Child[] {
    const words = this.#words
    this.#rows.replaceChildren()
    this.#add(page)
    const heading = h('h2', {}, words.title)
    if (page.items.length === 0) return [heading, h('p', { class: 'muted' }, words.none)]
    return [
      heading,
      h('p', { class: 'access-lead' }, words.lead),
      h(
        'table',
        { class: 'log', role: 'table' },
        h('caption', { class: 'visually-hidden' }, words.title),
        h(
          'thead',
          { role: 'rowgroup' },
          h(
            'tr',
            { role: 'row' },
            ...[words.when, words.who, words.what].map((each) =>
              h('th', { role: 'columnheader', scope: 'col' }, each),
            ),
          ),
        ),
        this.#rows,
      ),
      this.#foot,
    ]
  }

  #add({ items, next_cursor }: { items: SecurityEventShown[]; next_cursor: string | null }): void {
    const language = pageLanguage()
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    this.#rows.append(
      ...items.map((event) =>
        h(
          'tr',
          { role: 'row' },
          h(
            'td',
            { role: 'cell' },
            h('time', { datetime: event.occurred_at }, writeInstant(event.occurred_at, language, zone)),
          ),
          h('td', { role: 'cell' }, whoDid(event, language)),
          h('td', { role: 'cell' }, whatWasDone(event, language)),
        ),
      ),
    )
    const more = async () => {
      try {
        this.#add(await accessApi.securityEvents(next_cursor))
      } catch (error) {
        this.#foot.append(failure(error))
      }
    }
    const button = { type: 'button', class: 'button button-quiet', onclick: () => void more() }
    this.#foot.replaceChildren(...(next_cursor === null ? [] : [h('button', button, this.#words.more)]))
  }
}

customElements.define('console-security-log', ConsoleSecurityLog)
