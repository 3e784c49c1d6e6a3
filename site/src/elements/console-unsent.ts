import { pageLanguage } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { exchangesApi } from '../api-exchanges.ts'
import { mailsWordsIn } from '../words/console-mails.ts'
import { conditionOf } from './console-endpoint-state.ts'
import { h } from './console-markup.ts'

/** One line on the first screen where something that ought to have left did not; else nothing at all. */
class ConsoleUnsent extends HTMLElement {
  connectedCallback(): void {
    void this.#look()
  }

  async #look(): Promise<void> {
    try {
      const [mails, endpoints] = await Promise.all([
        exchangesApi.mailProblems(null),
        exchangesApi.endpoints(),
      ])
      const words = mailsWordsIn(pageLanguage()).home
      const isUnwell = endpoints.some(
        (each) =>
          ['failing', 'pending'].includes(conditionOf(each)) ||
          (each.state === 'disabled' && each.disabled_reason !== 'by-hand'),
      )
      const lines = [
        ...(mails.items.length > 0 ? [{ text: words.mails, page: 'mails' }] : []),
        ...(isUnwell ? [{ text: words.endpoints, page: 'exchanges' }] : []),
      ]
      if (lines.length === 0) return
      const link = (page: string, about: string) =>
        h(
          'a',
          { href: `/${pageLanguage()}/console/${page}/` },
          words.see,
          h('span', { class: 'visually-hidden' }, ` (${about})`),
        )
      this.replaceChildren(
        h(
          'div',
          { class: 'notice unsent', 'data-tone': 'watch' },
          ...lines.map(({ text, page }) => h('p', {}, text, ' ', link(page, text))),
        ),
      )
    } catch (error) {
      // The rest of the first screen says where the service does not answer.
      if (!(error instanceof ApiError)) throw error
    }
  }
}

customElements.define('console-unsent', ConsoleUnsent)
