import type { WebhookEndpointShown } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import { type EndpointBody, exchangesApi } from '../api-exchanges.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { drawEndpoint } from './console-endpoint.ts'
import { drawEndpointForm } from './console-endpoint-form.ts'
import { conditionInWords, conditionTag, endpointName } from './console-endpoint-state.ts'
import { writeInstantDay } from './console-figures.ts'
import { fill, parameter } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { drawSeal } from './console-seal.ts'
import { showSecret } from './console-secret.ts'

/** Where events are sent: all addresses, or the one that the address of the page names. */
class ConsoleExchanges extends HTMLElement {
  readonly #words = exchangesWordsIn(pageLanguage())
  readonly #secret = h('div')
  readonly #form = h('div')
  readonly #list = h('div')
  #endpoints: WebhookEndpointShown[] = []

  connectedCallback(): void {
    const id = parameter('endpoint')
    if (id !== null) {
      void fill(
        this,
        () => exchangesApi.endpoint(id),
        (endpoint) => {
          this.#drawWayBack()
          return drawEndpoint(endpoint)
        },
      )
      return
    }
    void fill(this, exchangesApi.endpoints, (endpoints) => {
      this.#endpoints = endpoints
      return this.#draw()
    })
  }

  /** From one address back to all of them, beside the way back to the first screen. */
  #drawWayBack(): void {
    const path = document.querySelector('.console-path')
    if (!path || path.childElementCount > 1) return
    path.append(' / ', h('a', { href: `/${pageLanguage()}/console/exchanges/` }, this.#words.title))
  }

  #draw(): Child[] {
    const words = this.#words
    const language = pageLanguage()
    this.#drawList()
    return [
      h('p', { class: 'access-lead' }, words.lead),
      h(
        'p',
        { class: 'cluster people-links' },
        h('a', { href: `/${language}/guides/hr-system/` }, words.guide),
        h('a', { href: '/api/reference' }, words.reference),
        h('a', { href: `/${language}/console/access/` }, words.keys),
      ),
      h(
        'section',
        { class: 'console-section' },
        h('h2', {}, words.list.title),
        this.#secret,
        this.#form,
        h(
          'button',
          { type: 'button', class: 'button', 'data-add': true, onclick: () => this.#open() },
          words.list.add,
        ),
        this.#list,
      ),
      drawSeal(),
    ]
  }

  #drawList(): void {
    const { none } = this.#words.list
    this.#list.replaceChildren(
      this.#endpoints.length === 0
        ? h('p', { class: 'muted keys-none' }, none)
        : h('ul', { class: 'keys', role: 'list' }, ...this.#endpoints.toSorted(byName).map(drawLine)),
    )
  }

  #open(): void {
    const close = () => {
      this.#form.replaceChildren()
      this.#focusAdd()
    }
    const save = async (endpoint: EndpointBody) => {
      const made = await exchangesApi.addEndpoint(endpoint)
      this.#endpoints = await exchangesApi.endpoints()
      this.#form.replaceChildren()
      this.#drawList()
      const next = h('a', { class: 'button', href: addressOf(made.id) }, this.#words.secret.open)
      showSecret(this.#secret, made, () => this.#focusAdd(), { level: 'h3', next })
    }
    this.#secret.replaceChildren()
    this.#form.replaceChildren(drawEndpointForm(null, save, close))
    this.#form.querySelector('input')?.focus()
  }

  #focusAdd(): void {
    this.querySelector<HTMLElement>('[data-add]')?.focus()
  }
}

/** One address of the list: its name, how it is doing in a sentence, where it is, what it receives. */
function drawLine(endpoint: WebhookEndpointShown): HTMLElement {
  const language = pageLanguage()
  const words = exchangesWordsIn(language)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { text, tone } = conditionTag(endpoint, language)
  const { types, url, created_at } = endpoint
  return h(
    'li',
    { class: 'key' },
    h(
      'p',
      { class: 'key-head' },
      h('strong', {}, h('a', { href: addressOf(endpoint.id) }, endpointName(endpoint))),
      tag(text, { tone }),
      h('code', { class: 'hint' }, url),
    ),
    h('p', {}, conditionInWords(endpoint, language, zone)[0] ?? ''),
    h(
      'p',
      { class: 'hint' },
      [
        types.length === 0 ? words.everything : words.asked(types.length),
        words.added(writeInstantDay(created_at, language, zone)),
      ].join(' · '),
    ),
  )
}

function byName(one: WebhookEndpointShown, other: WebhookEndpointShown): number {
  return endpointName(one).localeCompare(endpointName(other), pageLanguage())
}

function addressOf(id: string): string {
  return `/${pageLanguage()}/console/exchanges/?endpoint=${encodeURIComponent(id)}`
}

customElements.define('console-exchanges', ConsoleExchanges)
