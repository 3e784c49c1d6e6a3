import type { HelpShown } from '#contract/help.ts'
import { pageLanguage } from '../api.ts'
import { waysApi } from '../api-ways.ts'
import { consoleWordsIn } from '../words/console.ts'
import { helpWordsIn } from '../words/console-help.ts'
import { writeInstantDay } from './console-figures.ts'
import { drawField, drawProse } from './console-labelled.ts'
import { failure, fill } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** The reader’s own clock. */
const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What people confided to whoever reads this page: the words, by when an answer is due, and what was agreed (C29). */
class ConsoleHelp extends HTMLElement {
  readonly #words = helpWordsIn(pageLanguage())
  readonly #lists = h('div')

  connectedCallback(): void {
    void fill(
      this,
      () => waysApi.helpRequests(),
      (asked) => this.#draw(asked),
    )
  }

  #draw(asked: HelpShown[]): Child[] {
    this.#drawLists(asked)
    return [h('p', { class: 'people-lead' }, this.#words.lead), this.#lists]
  }

  #drawLists(asked: readonly HelpShown[]): void {
    const open = asked
      .filter(({ state }) => state === 'open')
      .toSorted((a, b) => a.due_at.localeCompare(b.due_at))
    const done = asked.filter(({ state }) => state === 'closed')
    const changed = (one: HelpShown) => {
      this.#drawLists(asked.map((other) => (other.id === one.id ? one : other)))
      announce(this.#words.closed(nameOf(one)))
      this.querySelector<HTMLElement>('.talk textarea, h2')?.focus()
    }
    this.#lists.replaceChildren(
      open.length === 0
        ? h('p', { class: 'muted' }, this.#words.none)
        : h('ul', { class: 'talks', role: 'list' }, ...open.map((one) => this.#drawOpen(one, changed))),
      ...(done.length === 0
        ? []
        : [
            h('h2', { tabindex: -1 }, this.#words.done),
            h('ul', { class: 'talks', role: 'list' }, ...done.map((one) => this.#drawDone(one))),
          ]),
    )
  }

  #drawOpen(one: HelpShown, changed: (one: HelpShown) => void): HTMLElement {
    const words = this.#words
    const outcome = drawProse(`outcome-${one.id}`, '', 2000)
    const said = h('div')
    const close = async (event: Event) => {
      event.preventDefault()
      try {
        changed(await waysApi.closeHelp(one.id, outcome.value.trim()))
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    return h(
      'li',
      { class: 'talk' },
      this.#drawHead(one),
      ...this.#drawText(one),
      one.email !== null && h('p', {}, h('a', { href: `mailto:${one.email}` }, words.write(nameOf(one)))),
      h(
        'form',
        { class: 'people-form', onsubmit: close },
        drawField(words.outcome, outcome),
        said,
        h(
          'p',
          {},
          h(
            'button',
            { class: 'button', type: 'submit' },
            words.close,
            h('span', { class: 'visually-hidden' }, words.of(nameOf(one))),
          ),
        ),
      ),
    )
  }

  #drawDone(one: HelpShown): HTMLElement {
    return h(
      'li',
      { class: 'talk' },
      this.#drawHead(one),
      ...this.#drawText(one),
      one.outcome && h('p', { class: 'muted' }, one.outcome),
    )
  }

  #drawText({ text, source }: HelpShown): HTMLElement[] {
    if (text !== null) return text.split(/\n+/).map((line) => h('p', {}, line))
    return [h('p', { class: 'muted' }, source === 'pulse' ? this.#words.pulse : this.#words.noText)]
  }

  #drawHead(one: HelpShown): HTMLElement {
    const { roles } = consoleWordsIn(pageLanguage())
    const words = this.#words
    const day = (at: string) => writeInstantDay(at, pageLanguage(), ZONE)
    const isLate = one.state === 'open' && Date.parse(one.due_at) < Date.now()
    const lastDay = new Date(Date.parse(one.due_at) - 1).toISOString()
    return h(
      'div',
      {},
      h(
        'p',
        { class: 'cluster' },
        h('strong', {}, nameOf(one)),
        tag(roles[one.role], { role: one.role }),
        isLate && tag(words.late, { tone: 'trouble' }),
      ),
      h(
        'p',
        { class: 'hint' },
        one.state === 'open'
          ? `${words.asked(day(one.created_at))}, ${words.due(day(lastDay))}.`
          : `${words.asked(day(one.created_at))}.`,
      ),
    )
  }
}

function nameOf({ given_name, family_name }: HelpShown): string {
  return `${given_name} ${family_name}`
}

customElements.define('console-help', ConsoleHelp)
