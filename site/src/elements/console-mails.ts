import type { MailProblemShown, MailSuppressionShown } from '#contract/mail-problem.ts'
import { pageLanguage } from '../api.ts'
import { exchangesApi } from '../api-exchanges.ts'
import { consoleWordsIn } from '../words/console.ts'
import { deliveriesWordsIn } from '../words/console-deliveries.ts'
import { mailName, mailReason, mailsWordsIn } from '../words/console-mails.ts'
import { writeInstant } from './console-figures.ts'
import { drawAct, drawEnding } from './console-labelled.ts'
import { failure, fill } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

interface Page<T> {
  items: T[]
  next_cursor: string | null
}

/** Mails that did not leave, and addresses that refuse ours: who, when, why, and what to do about it. */
class ConsoleMails extends HTMLElement {
  readonly #words = mailsWordsIn(pageLanguage())
  readonly #names = new Map<string, Promise<string>>()

  connectedCallback(): void {
    void fill(
      this,
      () => Promise.all([exchangesApi.mailProblems(null), exchangesApi.suppressions(null)]),
      ([problems, suppressions]) => {
        const words = this.#words
        return [
          h('p', { class: 'access-lead' }, words.lead),
          this.#drawList(words.problems.title, words.problems.none, null, problems, {
            next: exchangesApi.mailProblems,
            draw: (mail) => this.#drawProblem(mail),
          }),
          this.#drawList(
            words.suppressions.title,
            words.suppressions.none,
            words.suppressions.lead,
            suppressions,
            { next: exchangesApi.suppressions, draw: (one) => this.#drawSuppression(one) },
          ),
        ]
      },
    )
  }

  #drawList<T>(
    title: string,
    none: string,
    lead: string | null,
    first: Page<T>,
    { next, draw }: { next: (cursor: string) => Promise<Page<T>>; draw: (line: T) => HTMLElement },
  ): HTMLElement {
    const list = h('ul', { class: 'mails', role: 'list' })
    const foot = h('div')
    const add = ({ items, next_cursor }: Page<T>) => {
      list.append(...items.map(draw))
      const more = async () => {
        try {
          add(await next(next_cursor ?? ''))
        } catch (error) {
          foot.append(failure(error))
        }
      }
      const button = { type: 'button', class: 'button button-quiet', onclick: () => void more() } as const
      foot.replaceChildren(
        ...(next_cursor === null ? [] : [h('button', button, deliveriesWordsIn(pageLanguage()).more)]),
      )
    }
    const isEmpty = first.items.length === 0
    if (!isEmpty) add(first)
    const content: Child[] = isEmpty
      ? [h('p', { class: 'muted' }, none)]
      : [lead && h('p', { class: 'access-lead' }, lead), list, foot]
    return h('section', { class: 'console-section' }, h('h2', {}, title), ...content)
  }

  #drawProblem(mail: MailProblemShown): HTMLElement {
    const words = this.#words.problems
    const name = mailName(mail.template, pageLanguage())
    const row = h('li', { class: 'mail-row' })
    const resend = async () => {
      try {
        row.replaceWith(this.#drawProblem(await exchangesApi.resendMail(mail.id)))
        announce(words.resent(name))
      } catch (error) {
        row.querySelector('.console-failure')?.remove()
        row.append(failure(error))
      }
    }
    const isOpen = mail.state === 'failed' || mail.state === 'uncertain'
    const [state, tone] =
      mail.state === 'failed'
        ? [words.failed, 'trouble']
        : mail.state === 'uncertain'
          ? [words.uncertain, 'watch']
          : [words.waiting, 'none']
    const act = mail.state === 'uncertain' ? words.resendAnyway : words.resend
    const ended = mail.template === 'sign-in-code' ? words.code : words.ended
    row.append(
      h('div', {}, h('strong', {}, name), h('div', { class: 'hint' }, this.#drawPerson(mail.person))),
      h('div', {}, tag(state, { tone }), this.#drawWhen(mail.created_at)),
      h('p', {}, isOpen && !mail.can_resend ? ended : mailReason(mail, pageLanguage())),
      h('div', {}, mail.can_resend && drawAct(act, name, () => void resend())),
    )
    return row
  }

  #drawSuppression(one: MailSuppressionShown): HTMLElement {
    const words = this.#words.suppressions
    const row = h('li', { class: 'mail-row' })
    const asked = h('div', { class: 'mail-asked' })
    const allow = async (event: Event) => {
      event.preventDefault()
      try {
        await exchangesApi.allowAddress(one.id)
        const who = await this.#nameOf(one.person)
        row.remove()
        announce(words.allowed(who))
      } catch (error) {
        asked.append(failure(error))
      }
    }
    const ask = () => {
      const close = () => {
        asked.replaceChildren()
        row.querySelector('button')?.focus()
      }
      const ending = drawEnding(words.allow, consoleWordsIn(pageLanguage()).cancel, close)
      const form = h(
        'form',
        { class: 'notice stack', 'data-tone': 'watch', onsubmit: allow },
        h('p', {}, words.ask[one.reason]),
        ending,
      )
      asked.replaceChildren(form)
      form.querySelector('button')?.focus()
    }
    row.append(
      h('div', {}, h('strong', {}, this.#drawPerson(one.person))),
      this.#drawWhen(one.created_at),
      h('p', {}, words.reasons[one.reason]),
      h('div', {}, drawAct(words.allow, one.person ?? this.#words.problems.somebody, ask)),
      asked,
    )
    return row
  }

  #drawWhen(at: string): HTMLElement {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return h('div', { class: 'hint' }, h('time', { datetime: at }, writeInstant(at, pageLanguage(), zone)))
  }

  /** Somebody by the reference until their name is known. */
  #drawPerson(reference: string | null): HTMLElement {
    const shown = h('span', {}, reference ?? this.#words.problems.somebody)
    if (reference !== null) {
      void this.#nameOf(reference).then(
        (name) => shown.replaceChildren(name),
        () => undefined,
      )
    }
    return shown
  }

  #nameOf(reference: string | null): Promise<string> {
    if (reference === null) return Promise.resolve(this.#words.problems.somebody)
    const known = this.#names.get(reference) ?? exchangesApi.nameOf(reference)
    this.#names.set(reference, known)
    return known
  }
}

customElements.define('console-mails', ConsoleMails)
