import type { DeliveryShown, WebhookEndpointShown } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import { type DeliveryFilter, exchangesApi } from '../api-exchanges.ts'
import { deliveriesWordsIn } from '../words/console-deliveries.ts'
import { DeliveryRow } from './console-delivery.ts'
import { drawAct, drawSelect } from './console-labelled.ts'
import { failure, parameter, setParameters } from './console-load.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** What was sent to one address, or waits to be: the newest first, a page at a time, each with its attempts. */
export class DeliveryLog {
  readonly section: HTMLElement
  readonly #words = deliveriesWordsIn(pageLanguage())
  readonly #host = h('div')
  readonly #said = h('div')
  readonly #rows = new Map<string, DeliveryRow>()
  readonly #sent: () => void
  #endpoint: Pick<WebhookEndpointShown, 'id' | 'state'>
  #shown: DeliveryShown[] = []
  #next: string | null = null
  #state: DeliveryFilter
  #isLoaded = false

  /** @param sent is told when something leaves again, so that the page looks at what becomes of it. */
  constructor(endpoint: WebhookEndpointShown, sent: () => void) {
    this.#endpoint = endpoint
    this.#sent = sent
    const asked = parameter('state')
    this.#state = asked === 'waiting' || asked === 'delivered' ? asked : ''
    this.section = this.#drawSection()
    void this.refresh()
  }

  /** What the address is like now: nothing leaves for one that is not active. */
  follow(endpoint: WebhookEndpointShown): void {
    const isSame = endpoint.state === this.#endpoint.state
    this.#endpoint = endpoint
    if (!isSame) this.#draw()
  }

  /** Reads the newest page again; what was read of older ones stays, unless it is in the new page too. */
  async refresh(): Promise<void> {
    const asked = this.#state
    try {
      const { items, next_cursor } = await exchangesApi.deliveries(this.#endpoint.id, asked, null)
      // Somebody has asked for others meanwhile, and those are on their way.
      if (asked !== this.#state) return
      const fresh = new Set(items.map(({ event }) => event))
      const last = items.at(-1)?.event
      const from = this.#shown.findIndex(({ event }) => event === last)
      const older = from < 0 ? [] : this.#shown.slice(from + 1).filter(({ event }) => !fresh.has(event))
      const shown = [...items, ...older]
      if (older.length === 0) this.#next = next_cursor
      if (this.#isLoaded && JSON.stringify(shown) === JSON.stringify(this.#shown)) return
      this.#isLoaded = true
      this.#shown = shown
      this.#said.replaceChildren()
      this.#draw()
    } catch (error) {
      this.#said.replaceChildren(failure(error, () => void this.refresh()))
    }
  }

  #drawSection(): HTMLElement {
    const words = this.#words
    const filter = drawSelect('delivery-state', words.filters, this.#state)
    filter.addEventListener('change', () => {
      this.#state = filter.value as DeliveryFilter
      setParameters({ state: this.#state })
      this.#shown = []
      this.#isLoaded = false
      void this.refresh()
    })
    return h(
      'section',
      { class: 'console-section' },
      h('h2', {}, words.title),
      h('p', { class: 'access-lead' }, words.lead),
      h(
        'div',
        { class: 'cluster delivery-tools' },
        h('label', { for: filter.id }, words.filter),
        filter,
        drawAct(words.refresh, words.title, () => void this.refresh()),
      ),
      this.#said,
      this.#host,
    )
  }

  #draw(): void {
    const words = this.#words
    const before = document.activeElement
    if (this.#shown.length === 0) {
      const none = this.#endpoint.state === 'active' ? words.none : words.noneSoFar
      this.#host.replaceChildren(h('p', { class: 'muted keys-none' }, words.noneLike[this.#state] ?? none))
      return
    }
    const heads = [words.when, words.event, words.state, words.attempts, words.next]
    const rows = this.#shown.flatMap((delivery) => this.#rowOf(delivery).draw(delivery, this.#endpoint.state))
    const table = h(
      'table',
      { class: 'log deliveries', role: 'table' },
      h('caption', { class: 'visually-hidden' }, words.title),
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          ...heads.map((each) => h('th', { role: 'columnheader', scope: 'col' }, each)),
          h(
            'th',
            { role: 'columnheader', scope: 'col' },
            h('span', { class: 'visually-hidden' }, words.acts),
          ),
        ),
      ),
      h('tbody', { role: 'rowgroup' }, ...rows),
    )
    const more = { type: 'button', class: 'button button-quiet', onclick: () => void this.#more() } as const
    this.#host.replaceChildren(table, ...(this.#next === null ? [] : [h('button', more, words.more)]))
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }

  #rowOf({ event }: DeliveryShown): DeliveryRow {
    const known = this.#rows.get(event)
    if (known) return known
    const row = new DeliveryRow(this.#endpoint.id, event, async () => {
      try {
        await exchangesApi.resend(this.#endpoint.id, event)
        announce(this.#words.resent)
        this.#sent()
      } catch (error) {
        this.#said.replaceChildren(failure(error))
      }
    })
    this.#rows.set(event, row)
    return row
  }

  async #more(): Promise<void> {
    const asked = this.#state
    try {
      const { items, next_cursor } = await exchangesApi.deliveries(this.#endpoint.id, asked, this.#next)
      if (asked !== this.#state) return
      const known = new Set(this.#shown.map(({ event }) => event))
      this.#shown = [...this.#shown, ...items.filter(({ event }) => !known.has(event))]
      this.#next = next_cursor
      this.#draw()
    } catch (error) {
      this.#said.replaceChildren(failure(error))
    }
  }
}
