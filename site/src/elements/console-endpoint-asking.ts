import type { WebhookEndpointShown } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import type { EndpointChanges } from '../api-exchanges.ts'
import { consoleWordsIn } from '../words/console.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { drawEndpointForm } from './console-endpoint-form.ts'
import { drawEnding, drawField, drawLine } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'
import { announceNext } from './console-notice.ts'

/** What is asked before something is done to an address: one thing at a time, below its buttons. */
export class EndpointAsking {
  readonly place = h('div', { class: 'endpoint-asking' })
  readonly #words = exchangesWordsIn(pageLanguage())
  readonly #acts: HTMLElement
  /** Which of the buttons asked, so that the focus goes back to it. */
  #asked = 0

  constructor(acts: HTMLElement) {
    this.#acts = acts
  }

  isOpen(): boolean {
    return this.place.childElementCount > 0
  }

  close(): void {
    if (!this.isOpen()) return
    this.place.replaceChildren()
    const button = this.#acts.children[this.#asked]
    if (button instanceof HTMLElement) button.focus()
  }

  change(endpoint: WebhookEndpointShown, run: (changes: EndpointChanges) => Promise<void>): void {
    const save = async (changes: EndpointChanges) => {
      await run(changes)
      if (form.isConnected) this.close()
    }
    const form = drawEndpointForm(endpoint, save, () => this.close())
    this.#open(form)
  }

  rotate({ previous_secret_until }: WebhookEndpointShown, run: () => Promise<void>): void {
    const words = this.#words.rotation
    const lines = [words.lead, ...(previous_secret_until === null ? [] : [words.twice])]
    this.#confirm(lines, words.save, run, false)
  }

  prove(run: () => Promise<void>): void {
    this.#confirm([this.#words.proving.lead], this.#words.proving.save, run)
  }

  remove(name: string, run: () => Promise<void>): void {
    const words = this.#words.removal
    this.#confirm([words.lead(name), words.lost, words.pause], words.save, async () => {
      await run()
      announceNext(this.#words.done.removed(name))
      location.assign(`/${pageLanguage()}/console/exchanges/`)
    })
  }

  recover(run: (since: string) => Promise<void>): void {
    const words = this.#words.recovery
    const since = drawLine('recover-since', null, 10, 'date')
    since.required = true
    since.max = today()
    const content = h(
      'div',
      { class: 'stack' },
      h('p', {}, words.lead),
      h('div', { class: 'endpoint-since' }, drawField(words.since, since)),
    )
    // The day begins where the page is read.
    this.#ask(content, words.save, () => run(new Date(`${since.value}T00:00:00`).toISOString()))
  }

  #confirm(lines: string[], save: string, run: () => Promise<void>, bringsBack = true): void {
    this.#ask(h('div', { class: 'stack' }, ...lines.map((line) => h('p', {}, line))), save, run, bringsBack)
  }

  #ask(content: HTMLElement, save: string, run: () => Promise<void>, bringsBack = true): void {
    const said = h('div')
    const submit = async (event: Event) => {
      event.preventDefault()
      try {
        await run()
        // Another question may have been opened meanwhile.
        if (!form.isConnected) return
        if (bringsBack) this.close()
        else this.place.replaceChildren()
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    const ending = drawEnding(save, consoleWordsIn(pageLanguage()).cancel, () => this.close())
    const attributes = { class: 'notice stack', 'data-tone': 'watch', onsubmit: submit }
    const form = h('form', attributes, content, said, ending)
    this.#open(form)
  }

  #open(form: HTMLElement): void {
    this.#asked = [...this.#acts.children].indexOf(document.activeElement as Element)
    this.place.replaceChildren(form)
    form.querySelector<HTMLElement>('input, button')?.focus()
  }
}

/** The day where the page is read, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
