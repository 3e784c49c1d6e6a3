import type { StaffRole } from '#domain/permission.ts'
import { api, pageLanguage } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { consoleWordsIn } from '../words/console.ts'
import { fill } from './console-load.ts'
import { h } from './console-markup.ts'

/**
 * Lets organisers in. Its templates hold what each visitor sees: `organiser`, `coach` where the page is theirs too, `team`,
 * `signed-out`, `stranger`;
 * the page itself only exists, and only starts to load, once the session is known to be an organiser's. Coaches and
 * consultants get a page of their own, whose code nobody else loads.
 */
class ConsoleGate extends HTMLElement {
  connectedCallback(): void {
    const region = this.querySelector<HTMLElement>('.console-region')
    if (region)
      void fill(
        region,
        () => this.welcome(),
        (nodes) => nodes,
      )
  }

  private async welcome(): Promise<Node[]> {
    try {
      const session = await api.session()
      this.drawSession(session.email)
      if (session.organiser) return [this.copy('organiser')]
      if (session.role === 'participant') return [this.copy('stranger', session.email)]
      if (this.querySelector(`template[data-for="${session.role}"]`)) return [this.copy(session.role)]
      return [await this.copyForRole(session.role)]
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return [this.copy('signed-out')]
      throw error
    }
  }

  private copy(visitor: string, email = ''): DocumentFragment {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-for="${visitor}"]`)!
    const content = document.importNode(template.content, true)
    const words = consoleWordsIn(pageLanguage()).signIn
    for (const slot of content.querySelectorAll('[data-email]')) slot.textContent = words.stranger(email)
    for (const next of content.querySelectorAll<HTMLInputElement>('input[name="next"]'))
      next.value = addressToReturnTo()
    document.body.dataset.visitor = visitor
    return content
  }

  private async copyForRole(role: StaffRole): Promise<DocumentFragment> {
    await import('./console-role.ts')
    const content = this.copy('team')
    content.querySelector<HTMLElement>('console-role')!.dataset.role = role
    return content
  }

  private drawSession(email: string): void {
    const words = consoleWordsIn(pageLanguage()).signIn
    const leave = async () => {
      await api.signOut().catch(() => undefined)
      location.assign(`/${pageLanguage()}/console/`)
    }
    document
      .querySelector('[data-session]')
      ?.replaceChildren(
        h('span', { class: 'console-who' }, email),
        h('button', { type: 'button', class: 'link-button', onclick: leave }, words.out),
      )
  }
}

customElements.define('console-gate', ConsoleGate)

/** This page, with what it is about and nothing that was typed into its searches. */
function addressToReturnTo(): string {
  const about = [...new URLSearchParams(location.search)].filter(
    ([name, value]) =>
      ['p', 'id', 'run', 'proposal', 'role', 'person', 'since'].includes(name) && /^[\w.-]+$/.test(value),
  )
  return about.length > 0 ? `${location.pathname}?${new URLSearchParams(about)}` : location.pathname
}

/** The other language opens the same thing: what the address names goes along. */
function keepAddress(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.language')
  if (link) link.search = location.search
}
keepAddress()
document.addEventListener('console-address', keepAddress)
