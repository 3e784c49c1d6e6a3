import type { Context } from '#actions/context.ts'
import { randomId } from '#actions/context.ts'
import { deliverDueEvents } from '#actions/webhook-delivery.ts'
import { commit } from '#db/commit.ts'
import type { EventType } from '#domain/event.ts'
import type { DeliveryAnswer, Letter } from '#gateways/webhook.ts'
import type { House } from '#test/house.ts'
import { readSettings } from '../../worker/settings.ts'

/** What a receiver answers to a letter; `ms` is how long it takes on the clock of the test. */
export type Reply = (letter: Letter, count: number) => Partial<DeliveryAnswer> & { ms?: number }

export const accepted = { outcome: 'accepted', status: 200 } as const
export const refused = { outcome: 'refused', status: 500 } as const

/** What a receiver hears, in the order in which it does, and when. */
export interface Heard {
  url: string
  id: string
  event: string
  secrets: readonly string[]
  body: string
  at: number
}

/** Events of one house on their way to receivers that answer as the test says, on a clock that the test moves. */
export class PostOffice {
  readonly heard: Heard[] = []
  readonly woken: string[] = []
  inFlight = 0
  mostInFlight = 0
  replies: Record<string, Reply> = {}
  /** What happens elsewhere before a receiver answers. */
  before: () => Promise<void> = async () => undefined
  readonly house: House
  #versions = new Map<string, number>()

  constructor(house: House) {
    this.house = house
  }

  async endpoint(name: string, reply: Reply = () => accepted, types: string[] = []): Promise<string> {
    const url = `http://127.0.0.1:9/${name}`
    this.replies[url] = reply
    const { json } = await this.house.root.post('webhook-endpoints', { url, types })
    return json.id
  }

  /** Something happens that concerns the outside: about a programme, or a pair. Its id is `evt_` and its name. */
  async happens(name: string, subject: string, pair?: string, type: EventType = 'programme.updated') {
    const version = (this.#versions.get(subject) ?? 0) + 1
    this.#versions.set(subject, version)
    const data: Record<string, string> = pair === undefined ? { programme: subject } : { pair }
    await commit(
      this.house.db,
      { event: { type, subject, version, data }, writes: [] },
      { eventId: `evt_${name}`, actor: 'test', now: this.house.now },
    )
  }

  /** One round of deliveries, by one worker. */
  async round() {
    const { house } = this
    const ctx: Context = {
      db: house.db,
      actor: { kind: 'job', id: 'test' },
      now: house.now,
      settings: readSettings(await house.bindings()),
      newId: randomId,
      asked: { version: null, once: null },
      wake: ({ job }) => void this.woken.push(job),
    }
    const clock = () => house.now
    const courier = { post: (letter: Letter) => this.#post(letter) }
    return deliverDueEvents(ctx, courier, clock)
  }

  /** What a receiver heard, by the names of events. */
  heardAt(name: string): string[] {
    return this.heard.filter(({ url }) => url.endsWith(`/${name}`)).map(({ event }) => event)
  }

  async #post(letter: Letter): Promise<DeliveryAnswer> {
    const { url, id, body, secrets } = letter
    this.heard.push({ url, id, event: id.replace('evt_', ''), secrets, body, at: this.house.now })
    const count = this.heard.filter((one) => one.url === url).length
    this.inFlight += 1
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight)
    await new Promise((wake) => setTimeout(wake, 1))
    await this.before()
    this.inFlight -= 1
    const { ms = 0, ...answer }: ReturnType<Reply> = this.replies[url]?.(letter, count) ?? accepted
    this.house.now += ms
    return {
      outcome: 'accepted',
      status: null,
      retryAfterMs: null,
      answer: '',
      durationMs: ms,
      ...answer,
    }
  }
}
