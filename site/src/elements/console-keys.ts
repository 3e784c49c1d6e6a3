import type { KeyShown, KeyWithSecretShown } from '#contract/key.ts'
import { pageLanguage } from '../api.ts'
import { accessApi, type KeyBody } from '../api-access.ts'
import { accessWordsIn } from '../words/console-access.ts'
import { drawCopies } from './console-copy.ts'
import { drawKey } from './console-key.ts'
import { drawKeyForm } from './console-key-form.ts'
import { fill } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** The keys of tools: what to enter in a tool, those that work, those that no longer do. */
class ConsoleKeys extends HTMLElement {
  readonly #words = accessWordsIn(pageLanguage())
  readonly #form = h('div')
  readonly #secret = h('div')
  readonly #list = h('div')
  #keys: KeyShown[] = []
  #names = new Map<string, string>()

  connectedCallback(): void {
    void fill(
      this,
      () => Promise.all([accessApi.keys(), accessApi.team()]),
      ([keys, team]) => {
        this.#names = new Map(team.map(({ id, email }) => [id, email]))
        this.#keys = keys
        return this.#draw()
      },
    )
  }

  #draw(): Child[] {
    const words = this.#words
    this.#drawList()
    return [
      h('p', { class: 'access-lead' }, words.lead),
      h(
        'section',
        { class: 'console-section' },
        h('h2', {}, words.keys.title),
        this.#secret,
        this.#form,
        h(
          'button',
          { type: 'button', class: 'button', 'data-add': true, onclick: () => this.#open() },
          words.keys.add,
        ),
        this.#list,
      ),
      this.#drawSettings(),
    ]
  }

  #drawSettings(): HTMLElement {
    const words = this.#words.settings
    const { origin } = location
    const language = pageLanguage()
    return h(
      'section',
      { class: 'console-section' },
      h('h2', {}, words.title),
      drawCopies([
        [words.api, `${origin}/api/v1`],
        [words.scim, `${origin}/scim/v2`],
        [words.token, `${origin}/oauth/token`],
        [words.grant, 'client_credentials'],
      ]),
      h('p', { class: 'hint access-lead' }, words.hint),
      h(
        'p',
        { class: 'cluster people-links' },
        h('a', { href: `/${language}/guides/` }, words.guides),
        h('a', { href: '/api/reference' }, words.reference),
        h('a', { href: `/${language}/console/exchanges/` }, words.exchanges),
      ),
    )
  }

  #drawList(): void {
    const words = this.#words.keys
    const living = this.#keys.filter(({ state }) => state === 'active')
    const ended = this.#keys.filter(({ state }) => state !== 'active')
    const lines = (keys: KeyShown[]) =>
      h(
        'ul',
        { class: 'keys', role: 'list' },
        ...keys.map((key) =>
          drawKey(key, this.#nameOf(key.created_by), {
            rotate: async (hours) => this.#show(await accessApi.rotateKey(key.id, hours)),
            revoke: async () => {
              await accessApi.revokeKey(key.id)
              this.#keys = await accessApi.keys()
              this.#drawList()
              announce(this.#words.revocation.done(key.name))
              this.#focusAdd()
            },
          }),
        ),
      )
    this.#list.replaceChildren(
      ...(living.length > 0 ? [lines(living)] : [h('p', { class: 'muted keys-none' }, words.none)]),
      ...(ended.length > 0
        ? [h('details', {}, h('summary', {}, words.ended(ended.length)), lines(ended))]
        : []),
    )
  }

  #open(): void {
    const close = () => {
      this.#form.replaceChildren()
      this.#focusAdd()
    }
    const save = async (key: KeyBody) => {
      const made = await accessApi.createKey(key)
      this.#form.replaceChildren()
      this.#show(made)
    }
    this.#form.replaceChildren(drawKeyForm(save, close))
    this.#form.querySelector('input')?.focus()
  }

  /** The secret, this once; the list below knows nothing of it. */
  #show({ secret, client_id, ...key }: KeyWithSecretShown): void {
    const words = this.#words.secret
    this.#keys = [key, ...this.#keys.filter(({ id }) => id !== key.id)]
    this.#drawList()
    const heading = h('h3', { tabindex: -1 }, words.title(key.name))
    const done = () => {
      this.#secret.replaceChildren()
      this.#focusAdd()
    }
    this.#secret.replaceChildren(
      h(
        'div',
        { class: 'notice secret', 'data-tone': 'good' },
        heading,
        h('p', {}, words.once),
        drawCopies([
          [words.key, secret],
          [words.client, client_id],
        ]),
        h('button', { type: 'button', class: 'button button-quiet', onclick: done }, words.done),
      ),
    )
    heading.focus()
    this.#secret.scrollIntoView({ block: 'nearest' })
  }

  #nameOf(id: string | null): string {
    const words = this.#words.log
    if (id === null || id === 'root') return words.host
    const key = this.#keys.find((each) => each.id === id)
    if (id.startsWith('key_')) return key ? words.keyNamed(key.name) : words.aKey
    return this.#names.get(id) ?? words.left
  }

  #focusAdd(): void {
    this.querySelector<HTMLElement>('[data-add]')?.focus()
  }
}

customElements.define('console-keys', ConsoleKeys)
