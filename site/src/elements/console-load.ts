import { pageLanguage } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { consoleWordsIn } from '../words/console.ts'
import { type Child, h } from './console-markup.ts'

/**
 * Fills a region with what a call brings. The region is marked busy meanwhile and keeps what it showed;
 * a failed call shows its sentence and a way to try again.
 */
export async function fill<T>(
  region: HTMLElement,
  load: () => Promise<T>,
  draw: (loaded: T) => Child[],
): Promise<void> {
  region.setAttribute('aria-busy', 'true')
  try {
    const loaded = await load()
    region.replaceChildren(
      ...draw(loaded).filter((child) => child instanceof Node || typeof child === 'string'),
    )
  } catch (error) {
    region.replaceChildren(failure(error, () => fill(region, load, draw)))
  } finally {
    region.removeAttribute('aria-busy')
  }
}

/** What happened and what to do, said aloud where it happened. Anything that is not a refusal is a bug and goes on. */
export function failure(error: unknown, retry?: () => void): HTMLElement {
  if (!(error instanceof ApiError)) throw error
  const words = consoleWordsIn(pageLanguage())
  const home = `/${pageLanguage()}/console/`
  const isSignedOut = error.kind === 'unauthenticated'
  const isMissing = error.kind === 'not-found'
  return h(
    'div',
    { class: 'notice console-failure', 'data-tone': 'trouble', role: 'alert' },
    h('p', {}, isSignedOut ? words.signIn.again : error.message),
    ...error.errors.filter(({ detail }) => detail !== error.message).map(({ detail }) => h('p', {}, detail)),
    isSignedOut && h('p', {}, h('a', { href: home, target: '_blank' }, words.signIn.link)),
    isMissing && h('p', {}, h('a', { href: home }, words.overview)),
    retry &&
      !isMissing &&
      h('button', { class: 'button button-quiet', type: 'button', onclick: retry }, words.retry),
  )
}

/** The value of a parameter of the address, or null. */
export function parameter(name: string): string | null {
  return new URLSearchParams(location.search).get(name) || null
}

/** Writes parameters into the address without a new page; null takes one out. */
export function setParameters(values: Record<string, string | null>): void {
  const address = new URL(location.href)
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  history.replaceState(history.state, '', address)
  document.dispatchEvent(new Event('console-address'))
}

/** Names the page, in its heading and its tab. */
export function titlePage(title: string): void {
  const heading = document.querySelector('h1')
  if (heading) heading.textContent = title
  document.title = `${title} · Binôme`
}

/** Whether whoever looks organises; a coach reads some of the same pages, and changes less. */
export function isOrganiser(): boolean {
  return document.body.dataset.visitor === 'organiser'
}
