import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { hashToken, newToken } from '#actions/token.ts'
import { openDatabase } from '#db/commit.ts'
import { signInSessions, signInUsers } from '#db/schema/sign-in.ts'
import { asText, type OutgoingMail } from '#gateways/mail.ts'
import { httpCourier } from '#gateways/webhook.ts'
import { cookieName } from '#http/sign-in.ts'
import { TIMETABLE } from '../../worker/jobs/timetable.ts'
import { openService } from '../../worker/service.ts'
import { type Bindings, type JobMessage, readSettings } from '../../worker/settings.ts'

export interface TestMail extends OutgoingMail {
  text: string
}

/** Answers of the Worker as a test reads them. */
export interface Told<T = Record<string, unknown>> {
  status: number
  headers: Headers
  text: string
  json: T
}

/** What the mail provider signs its events with. */
export const MAIL_EVENTS_SECRET = `whsec_${btoa('a secret of the tests, not of others')}`

export type Client = ReturnType<House['as']>

/**
 * One whole Worker over the real store, with a clock that the test moves and a mailer that keeps what it is given.
 * Every queue message is lost, so only the timetable moves things: what passes here does not depend on the queue.
 */
export class House {
  now = Date.parse('2026-03-02T09:00:00Z')
  mails: TestMail[] = []
  wakes: JobMessage[] = []
  readonly db = openDatabase(env.DB)
  #rootToken = newToken()
  #bindings: Bindings | null = null
  #service = openService({
    now: async () => this.now,
    mailer: () => ({
      isIdempotent: false,
      send: async (mail) => {
        this.mails.push({ ...mail, text: asText(mail) })
        return { outcome: 'accepted', messageId: `msg_${mail.id}` }
      },
    }),
    courier: httpCourier,
    isReady: async () => true,
  })

  async bindings(): Promise<Bindings> {
    this.#bindings ??= {
      ...(env as unknown as Bindings),
      ROOT_TOKEN_HASH: await hashToken(this.#rootToken),
      MAIL_EVENTS_SECRET,
      JOBS: {
        send: async (message: JobMessage) => {
          this.wakes.push(message)
        },
      } as unknown as Queue<JobMessage>,
    }
    return this.#bindings
  }

  get app() {
    return this.#service.app
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const execution = createExecutionContext()
    const request = new Request(new URL(path, 'http://localhost:8787'), { redirect: 'manual', ...init })
    const response = await this.#service.fetch(request as never, await this.bindings(), execution)
    await waitOnExecutionContext(execution)
    return response as unknown as Response
  }

  /** A client that speaks with these headers: `as(root)`, `as(await house.session(…))`, `as({})` for a stranger. */
  as(headers: Record<string, string>) {
    const send = async <T = Record<string, any>>(
      method: string,
      path: string,
      body?: unknown,
      more: Record<string, string> = {},
    ): Promise<Told<T>> => {
      const isText = typeof body === 'string'
      const response = await this.request(path.startsWith('/') ? path : `/api/v1/${path}`, {
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
          ...more,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const json =
        /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '') && text
          ? JSON.parse(text)
          : {}
      return { status: response.status, headers: response.headers, text, json }
    }
    return {
      get: <T = Record<string, any>>(path: string) => send<T>('GET', path),
      post: <T = Record<string, any>>(path: string, body?: unknown, more?: Record<string, string>) =>
        send<T>('POST', path, body, more),
      put: <T = Record<string, any>>(path: string, body?: unknown) => send<T>('PUT', path, body),
      patch: <T = Record<string, any>>(path: string, body?: unknown) => send<T>('PATCH', path, body),
      delete: <T = Record<string, any>>(path: string) => send<T>('DELETE', path),
      /** Every item of a list, page after page. */
      all: async <T = Record<string, any>>(path: string): Promise<T[]> => {
        const items: T[] = []
        for (let cursor: string | null = ''; cursor !== null; ) {
          const separator = path.includes('?') ? '&' : '?'
          const page: Told<{ items: T[]; next_cursor: string | null }> = await send(
            'GET',
            `${path}${separator}limit=100${cursor ? `&cursor=${cursor}` : ''}`,
          )
          items.push(...page.json.items)
          cursor = page.json.next_cursor
        }
        return items
      },
      form: (path: string, fields: [string, string][] | Record<string, string>) =>
        send('POST', path, new URLSearchParams(fields).toString(), {
          'content-type': 'application/x-www-form-urlencoded',
        }),
    }
  }

  get root() {
    return this.as({ authorization: `Bearer ${this.#rootToken}` })
  }

  get stranger() {
    return this.as({})
  }

  /** Fires every cron of the timetable once. */
  async tick(): Promise<void> {
    for (const { cron } of TIMETABLE) {
      const execution = createExecutionContext()
      const controller = createScheduledController({ scheduledTime: new Date(this.now), cron })
      await this.#service.scheduled(controller, await this.bindings(), execution)
      await waitOnExecutionContext(execution)
    }
  }

  /** Hands messages to the queue consumer, all in one batch. */
  async deliver(messages: JobMessage[], queue = 'binome-jobs') {
    const batch = createMessageBatch<JobMessage>(
      queue,
      messages.map((body, n) => ({ id: `m${n}`, timestamp: new Date(this.now), attempts: 1, body })),
    )
    const execution = createExecutionContext()
    await this.#service.queue(batch, await this.bindings(), execution)
    return getQueueResult(batch, execution)
  }

  /** Signs a person in with the code that is mailed to them. */
  async session(email: string): Promise<Client> {
    const asked = await this.stranger.post('sign-in-codes', { email, language: 'en' })
    if (asked.status !== 202) throw new Error(`no code for ${email}: ${asked.text}`)
    await this.tick()
    const mail = this.mails.findLast((one) => one.to === email && /sign-in code/.test(one.words.subject))
    const code = /\d{6}/.exec(mail?.words.subject ?? '')?.[0]
    const answer = await this.stranger.post('sessions', { email, code })
    if (answer.status !== 201) throw new Error(`no session for ${email}: ${answer.text}`)
    const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    return this.as({ cookie, origin: 'http://localhost:8787' })
  }

  /**
   * The same without the mail, for cohorts whose sign-in is not what the test is about: a session as the sign-in library
   * keeps it, with its signed cookie.
   */
  async enter(email: string): Promise<Client> {
    const settings = readSettings(await this.bindings())
    const [user, token] = [`usr_${email}`, newToken()]
    const nowhere = {
      emailVerified: true,
      image: null,
      name: email,
      createdAt: new Date(),
      updatedAt: new Date(),
    }
    const held = await this.db.select().from(signInUsers).where(eq(signInUsers.email, email)).get()
    if (!held) await this.db.insert(signInUsers).values({ ...nowhere, id: user, email })
    await this.db.insert(signInSessions).values({
      id: `${user}:${token.slice(0, 8)}`,
      token,
      userId: held?.id ?? user,
      expiresAt: new Date(Date.now() + 20 * 86_400_000),
      createdAt: new Date(),
      updatedAt: new Date(),
      ipAddress: null,
      userAgent: null,
    })
    const key = await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(settings.secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    )
    const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token))
    const signed = `${token}.${btoa(String.fromCharCode(...new Uint8Array(signature)))}`
    return this.as({
      cookie: `${cookieName(settings)}=${encodeURIComponent(signed)}`,
      origin: 'http://localhost:8787',
    })
  }

  async organiser(email = 'organiser@armorique.example'): Promise<Client> {
    await this.root.put(`organisers/${email}`)
    return this.session(email)
  }
}
