import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { h } from './console-markup.ts'

const KEPT = 'binome-notice'

/** The foot of the page where things that happened are said politely; also what the page before had to say. */
class ConsoleNotice extends HTMLElement {
  connectedCallback(): void {
    const kept = sessionStorage.getItem(KEPT)
    sessionStorage.removeItem(KEPT)
    if (kept) setTimeout(() => announce(kept), 300)
  }
}

customElements.define('console-notice', ConsoleNotice)

const SHOWN_MS = 12_000
let fading: ReturnType<typeof setTimeout> | undefined

/**
 * Says what happened, with one thing to do about it (undo, open) where there is one. What can be acted upon stays
 * until it is closed; the rest goes by itself.
 */
export function announce(text: string, action?: { label: string; run: () => void }): void {
  const notice = document.querySelector('console-notice')
  if (!notice) return
  clearTimeout(fading)
  const close = () => notice.replaceChildren()
  const act = () => {
    close()
    action?.run()
  }
  const button = (label: string, onclick: () => void) =>
    h('button', { class: 'link-button', type: 'button', onclick }, label)
  const words = consoleWordsIn(pageLanguage())
  notice.replaceChildren(
    h('p', {}, text),
    h('span', { class: 'cluster' }, action && button(action.label, act), button(words.close, close)),
  )
  if (!action) fading = setTimeout(close, SHOWN_MS)
}

/** The same, on the page that is about to open. */
export function announceNext(text: string): void {
  sessionStorage.setItem(KEPT, text)
}
