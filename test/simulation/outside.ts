import type { DatabaseSync } from 'node:sqlite'
import type { Mailer, OutgoingMail } from '#gateways/mail.ts'
import type { Courier, DeliveryAnswer, Letter } from '#gateways/webhook.ts'
import { LOST, OVERLOADED, type Scheduler, type Task } from './scheduler.ts'
import { RECEIVERS, receiverUrl } from './town.ts'

/** What a receiver may do with what it is sent. */
export const MOODS = [
  'well',
  'error',
  'throttled',
  'gone',
  'redirect',
  'silent',
  'swallows',
  'reset',
] as const
export type Mood = (typeof MOODS)[number]

export interface Received {
  receiver: number
  /** `webhook-id`: the event’s. */
  id: string
  body: string
  at: number
}

export interface Posted {
  id: string
  key: string
  to: string
  text: string
  at: number
}

/** Everything beyond the Worker: receivers of webhooks, the postman, and the queue. They may fail in every way. */
export class Outside {
  readonly received: Received[] = []
  readonly posted: Posted[] = []
  readonly moods: Mood[] = Array.from({ length: RECEIVERS }, () => 'well')
  postmanIsAway = false
  readonly #scheduler: Scheduler
  readonly #store: DatabaseSync

  readonly #known = new Set<string>()
  readonly #isIdempotent: boolean

  /** @param isIdempotent whether the postman knows a mail again that he was handed before */
  constructor(scheduler: Scheduler, store: DatabaseSync, isIdempotent: boolean) {
    this.#isIdempotent = isIdempotent
    this.#scheduler = scheduler
    this.#store = store
  }

  /** Mail as a task sends it: what it is told is not always what happened. */
  mailer(task: Task): Mailer {
    return {
      isIdempotent: this.#isIdempotent,
      send: async (mail: OutgoingMail) => {
        try {
          return await this.#scheduler.pass(task, () => this.#post(mail), brokenCall)
        } catch (error) {
          // A connection that broke says nothing of the mail.
          return {
            outcome: String(error).includes(OVERLOADED) ? 'unreachable' : 'uncertain',
            messageId: null,
          }
        }
      },
    }
  }

  courier(task: Task): Courier {
    return {
      post: async (letter) => {
        try {
          return await this.#scheduler.pass(task, () => this.#hand(letter), brokenCall)
        } catch {
          return answered('unreachable', null)
        }
      },
    }
  }

  #post(mail: OutgoingMail) {
    if (this.postmanIsAway) return { outcome: 'unreachable' as const, messageId: null }
    const answer = { outcome: 'accepted' as const, messageId: `msg_${mail.id}` }
    // A provider that knows mails again does not send one twice.
    if (this.#isIdempotent && this.#known.has(mail.id)) return answer
    this.#known.add(mail.id)
    const { subject, paragraphs, lines = [], action } = mail.words
    const text = [subject, ...paragraphs, ...lines, action?.href ?? ''].join('\n')
    for (const id of mail.mails) {
      const { key } = this.#store.prepare('SELECT key FROM mails WHERE id = ?').get(id) as { key: string }
      this.posted.push({ id, key, to: mail.to, text, at: this.#scheduler.now })
    }
    return answer
  }

  #hand({ url, id, body }: Letter): DeliveryAnswer {
    const receiver = Array.from({ length: RECEIVERS }, (_, n) => receiverUrl(n)).indexOf(url)
    const mood = this.moods[receiver] ?? 'well'
    if (mood === 'well' || mood === 'swallows') {
      this.received.push({ receiver, id, body, at: this.#scheduler.now })
    }
    if (mood === 'well') return answered('accepted', 200)
    if (mood === 'swallows' || mood === 'silent') return answered('timeout', null)
    if (mood === 'throttled') return answered('throttled', 429, 90_000)
    if (mood === 'gone') return answered('gone', 410)
    if (mood === 'redirect') return answered('redirect', 302)
    return mood === 'reset' ? answered('unreachable', null) : answered('refused', 500)
  }
}

function answered(
  outcome: DeliveryAnswer['outcome'],
  status: number | null,
  retryAfterMs: number | null = null,
): DeliveryAnswer {
  return { outcome, status, retryAfterMs, answer: '', durationMs: 1 }
}

export function brokenCall(kind: 'lost' | 'overloaded'): Error {
  return new Error(kind === 'lost' ? LOST : OVERLOADED)
}
