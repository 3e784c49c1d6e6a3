import type { WebhookEndpointShown } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import { exchangesApi } from '../api-exchanges.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { DeliveryLog } from './console-deliveries.ts'
import { EndpointAsking } from './console-endpoint-asking.ts'
import { drawFacts } from './console-endpoint-facts.ts'
import { drawProof } from './console-endpoint-proof.ts'
import { conditionInWords, conditionOf, conditionTag, endpointName } from './console-endpoint-state.ts'
import { drawAct } from './console-labelled.ts'
import { failure, titlePage } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { showSecret } from './console-secret.ts'

/** When the page looks again after something was sent, in seconds from then. */
const LOOKS_S = [1, 3, 6, 10, 15, 25, 40, 60]

/** One address: how it is doing, what can be done about it, what it is set to, and what was sent to it. */
export function drawEndpoint(endpoint: WebhookEndpointShown): Child[] {
  return new EndpointView(endpoint).drawAll()
}

class EndpointView {
  readonly #words = exchangesWordsIn(pageLanguage())
  readonly #state = h('div')
  readonly #acts = h('div', { class: 'cluster endpoint-acts' })
  readonly #secret = h('div')
  readonly #facts = h('div')
  readonly #asking: EndpointAsking
  readonly #log: DeliveryLog
  #endpoint: WebhookEndpointShown
  #looks: ReturnType<typeof setTimeout>[] = []

  constructor(endpoint: WebhookEndpointShown) {
    this.#endpoint = endpoint
    this.#asking = new EndpointAsking(this.#acts)
    this.#log = new DeliveryLog(endpoint, () => this.#follow())
  }

  drawAll(): Child[] {
    this.#draw()
    if (this.#endpoint.state === 'pending') this.#follow()
    return [this.#secret, this.#state, this.#acts, this.#asking.place, this.#facts, this.#log.section]
  }

  #draw(): void {
    const language = pageLanguage()
    const endpoint = this.#endpoint
    titlePage(endpointName(endpoint))
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const { text, tone } = conditionTag(endpoint, language)
    const [first = '', ...rest] = conditionInWords(endpoint, language, zone)
    this.#state.replaceChildren(
      h(
        'div',
        { class: 'notice endpoint-state', 'data-tone': tone === 'none' ? undefined : tone },
        h('p', { class: 'cluster' }, tag(text, { tone }), h('strong', {}, first)),
        ...rest.map((each) => h('p', {}, each)),
        conditionOf(endpoint) === 'disabled' &&
          h(
            'button',
            { type: 'button', class: 'button', onclick: () => void this.#start() },
            this.#words.acts.start,
          ),
      ),
      ...(endpoint.state === 'pending' ? [this.#drawProof()] : []),
    )
    this.#acts.replaceChildren(...this.#drawActs())
    this.#facts.replaceChildren(drawFacts(endpoint))
    this.#log.follow(endpoint)
  }

  #drawProof(): HTMLElement {
    const words = this.#words.proof
    return drawProof({
      give: async (challenge) => {
        this.#keep(await exchangesApi.giveProof(this.#endpoint.id, challenge))
        announce(words.done)
      },
      again: async () => {
        this.#keep(await exchangesApi.askProof(this.#endpoint.id))
        announce(words.askedAgain)
        this.#follow()
      },
    })
  }

  #drawActs(): HTMLElement[] {
    const words = this.#words.acts
    const endpoint = this.#endpoint
    const name = endpointName(endpoint)
    const isActive = endpoint.state === 'active'
    const asking = this.#asking
    const { id } = endpoint
    return [
      ...(isActive
        ? [h('button', { type: 'button', class: 'button', onclick: () => void this.#test() }, words.test)]
        : []),
      drawAct(words.change, name, () =>
        asking.change(endpoint, async (changes) => {
          this.#keep(await exchangesApi.changeEndpoint(id, changes))
          announce(this.#words.form.saved)
        }),
      ),
      drawAct(words.recover, name, () =>
        asking.recover(async (since) => {
          announce(this.#words.recovery.done(await exchangesApi.recover(id, since)))
          this.#follow()
        }),
      ),
      drawAct(words.rotate, name, () =>
        asking.rotate(endpoint, async () => {
          const made = await exchangesApi.renewSecret(id)
          this.#keep(await exchangesApi.endpoint(id))
          showSecret(this.#secret, made, () => this.#acts.querySelector('button')?.focus(), { level: 'h2' })
        }),
      ),
      ...(isActive
        ? [
            drawAct(words.prove, name, () =>
              asking.prove(async () => {
                this.#keep(await exchangesApi.askProof(id))
                announce(this.#words.done.proving)
                this.#follow()
              }),
            ),
          ]
        : []),
      ...(endpoint.state === 'disabled' ? [] : [drawAct(words.stop, name, () => void this.#stop())]),
      drawAct(words.remove, name, () =>
        asking.remove(name, async () => {
          await exchangesApi.removeEndpoint(id)
          for (const look of this.#looks) clearTimeout(look)
        }),
      ),
    ]
  }

  #start(): Promise<void> {
    return this.#try(async () => {
      this.#keep(await exchangesApi.changeEndpoint(this.#endpoint.id, { state: 'active' }))
      announce(this.#endpoint.state === 'active' ? this.#words.done.started : this.#words.done.proving)
      this.#follow()
    })
  }

  #stop(): Promise<void> {
    return this.#try(async () => {
      this.#keep(await exchangesApi.changeEndpoint(this.#endpoint.id, { state: 'disabled' }))
      announce(this.#words.done.stopped)
    })
  }

  #test(): Promise<void> {
    return this.#try(async () => {
      await exchangesApi.sendTest(this.#endpoint.id)
      announce(this.#words.done.test)
      this.#follow()
    })
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      this.#asking.close()
    } catch (error) {
      this.#asking.place.replaceChildren(failure(error))
    }
  }

  /** Keeps what the service says of the address now. What somebody is looking at stays where nothing changed. */
  #keep(endpoint: WebhookEndpointShown): void {
    const isSame = JSON.stringify(endpoint) === JSON.stringify(this.#endpoint)
    this.#endpoint = endpoint
    if (!isSame) this.#draw()
  }

  /** Looks a few times at what becomes of something that was just sent. */
  #follow(): void {
    for (const look of this.#looks) clearTimeout(look)
    this.#looks = LOOKS_S.map((seconds) => setTimeout(() => void this.#look(), seconds * 1000))
    void this.#log.refresh()
  }

  async #look(): Promise<void> {
    if (!this.#state.isConnected || document.visibilityState === 'hidden') return
    await this.#log.refresh()
    // Not under somebody’s hands: neither while they answer a question, nor while they paste a proof.
    if (this.#asking.isOpen() || this.#state.contains(document.activeElement)) return
    const before = this.#endpoint
    const endpoint = await exchangesApi.endpoint(before.id).catch(() => null)
    // What was asked before somebody changed something says nothing of it.
    if (endpoint && this.#endpoint === before && !this.#asking.isOpen()) this.#keep(endpoint)
  }
}
