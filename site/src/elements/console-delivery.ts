import type { AttemptShown, DeliveryShown, WebhookEndpointShown } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import { exchangesApi } from '../api-exchanges.ts'
import { deliveriesWordsIn, outcomeInWords } from '../words/console-deliveries.ts'
import { eventName } from '../words/console-events.ts'
import { deliveryStanding } from './console-endpoint-state.ts'
import { writeInstant, writeNumber } from './console-figures.ts'
import { fill } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'

/** One line of the log, and below it, once asked for, its attempts. */
export class DeliveryRow {
  readonly #words = deliveriesWordsIn(pageLanguage())
  readonly #endpointId: string
  readonly #event: string
  readonly #name = h('span')
  readonly #cells = {
    when: cell(),
    state: cell(),
    attempts: cell('delivery-count'),
    next: cell('delivery-next'),
  }
  readonly #toggle: HTMLButtonElement
  readonly #label = h('span')
  readonly #row: HTMLElement
  readonly #detail: HTMLElement
  readonly #attempts = h('div', { class: 'delivery-attempts' })
  #isOpen = false
  /** What the attempts that are shown belong to. */
  #drawn = ''

  constructor(endpointId: string, event: string, resend: () => Promise<void>) {
    this.#endpointId = endpointId
    this.#event = event
    const words = this.#words
    const about = () => h('span', { class: 'visually-hidden' }, ` (${event})`)
    const id = `attempts-${event}`
    this.#toggle = h(
      'button',
      { type: 'button', class: 'link-button', 'aria-controls': id, onclick: () => this.#turn() },
      this.#label,
      about(),
    )
    const again = h(
      'button',
      { type: 'button', class: 'link-button', onclick: () => void resend() },
      words.resend,
      about(),
    )
    const { when, state, attempts, next } = this.#cells
    this.#row = h(
      'tr',
      { role: 'row' },
      when,
      h(
        'td',
        { role: 'cell', class: 'delivery-event' },
        this.#name,
        ' ',
        h('code', { class: 'hint' }, event),
      ),
      state,
      attempts,
      next,
      h('td', { role: 'cell', class: 'delivery-acts' }, this.#toggle, ' ', again),
    )
    this.#detail = h(
      'tr',
      { role: 'row', id, hidden: true, class: 'delivery-detail' },
      h('td', { role: 'cell', colspan: 6 }, this.#attempts),
    )
    this.#mark()
  }

  /** The line as it is now, and its attempts: the same elements each time, so that nothing jumps. */
  draw(delivery: DeliveryShown, endpoint: WebhookEndpointShown['state']): HTMLElement[] {
    const language = pageLanguage()
    const words = this.#words
    const { type, occurred_at, attempts, last_outcome, last_status, state } = delivery
    const { key, tone } = deliveryStanding(delivery)
    this.#name.textContent = eventName(type, language)
    this.#cells.when.replaceChildren(
      h('time', { datetime: occurred_at }, writeInstant(occurred_at, language, zoneHere())),
    )
    const outcome = last_outcome === null ? null : outcomeInWords(last_outcome, last_status, language)
    const said = outcome !== null && h('span', { class: 'delivery-outcome' }, outcome)
    this.#cells.state.replaceChildren(tag(words.states[key], { tone }), ...(said ? [' ', said] : []))
    this.#cells.attempts.replaceChildren(words.number(attempts))
    this.#cells.next.replaceChildren(state === 'delivered' ? words.never : nextInWords(delivery, endpoint))
    this.#cells.next.dataset.done = String(state === 'delivered')
    const now = JSON.stringify(delivery)
    if (this.#isOpen && now !== this.#drawn) void this.#load(now)
    else if (!this.#isOpen) this.#drawn = ''
    return [this.#row, this.#detail]
  }

  #turn(): void {
    this.#isOpen = !this.#isOpen
    this.#mark()
    if (this.#isOpen) void this.#load(this.#drawn)
  }

  #mark(): void {
    this.#detail.hidden = !this.#isOpen
    this.#toggle.setAttribute('aria-expanded', String(this.#isOpen))
    this.#label.textContent = this.#isOpen ? this.#words.hide : this.#words.show
  }

  #load(drawn: string): Promise<void> {
    this.#drawn = drawn
    return fill(
      this.#attempts,
      () => exchangesApi.attempts(this.#endpointId, this.#event),
      (attempts) => drawAttempts(attempts, this.#event),
    )
  }
}

function nextInWords({ next_attempt_at }: DeliveryShown, endpoint: WebhookEndpointShown['state']): string {
  const words = deliveriesWordsIn(pageLanguage())
  if (endpoint !== 'active') return words.later
  if (next_attempt_at === null || Date.parse(next_attempt_at) <= Date.now()) return words.soon
  return writeInstant(next_attempt_at, pageLanguage(), zoneHere())
}

function drawAttempts(attempts: AttemptShown[], event: string): Child[] {
  const language = pageLanguage()
  const words = deliveriesWordsIn(language)
  if (attempts.length === 0) return [h('p', { class: 'muted' }, words.noAttempt)]
  const line = ({ attempt, attempted_at, duration_ms, outcome, status, answer }: AttemptShown) =>
    h(
      'li',
      {},
      h(
        'p',
        { class: 'cluster' },
        h('strong', {}, `${words.attempt}\u00a0${attempt}`),
        h('time', { datetime: attempted_at }, writeExact(attempted_at)),
        h('span', {}, outcomeInWords(outcome, status, language)),
        h('span', { class: 'hint' }, `${writeNumber(duration_ms, language)}\u00a0ms`),
      ),
      answer ? h('code', { class: 'delivery-answer' }, answer) : h('p', { class: 'hint' }, words.noAnswer),
    )
  return [h('ol', { role: 'list', 'aria-label': words.attemptsOf(event) }, ...attempts.map(line))]
}

/** An instant with its seconds: attempts follow each other closely. */
function writeExact(instant: string): string {
  return new Intl.DateTimeFormat(pageLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: zoneHere(),
  }).format(new Date(instant))
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function cell(name?: string): HTMLTableCellElement {
  return h('td', { role: 'cell', class: name })
}
