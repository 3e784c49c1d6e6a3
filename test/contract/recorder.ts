import { env } from 'cloudflare:workers'
import { type Schema, Validator } from '@cfworker/json-schema'
import { sql } from 'drizzle-orm'
import { describeApi } from '#contract/openapi.ts'
import { type MediaType, type OperationObject, readPath, refusalsOf } from '#contract/openapi-operation.ts'
import type { Operation } from '#contract/operation.ts'
import { OPERATIONS } from '#contract/operations.ts'
import { PROBLEMS } from '#contract/problem.ts'
import { PROBLEM_KINDS, type ProblemKind } from '#domain/problem.ts'
import { House } from '#test/house.ts'
import type { Bindings } from '../../worker/settings.ts'

export const operations: readonly Operation[] = OPERATIONS
export const nameOf = ({ method, path }: Operation) => `${method} ${path}`
export const byName = new Map(operations.map((operation) => [nameOf(operation), operation]))

export const document = describeApi(operations, {
  baseUrl: 'http://localhost:8787',
  language: 'en',
  version: '1.0.0',
})

/** Where a request goes, as the router would find it: a fixed part before a named one. */
const patterns = operations
  .map((operation) => ({ operation, parts: operation.path.split('/') }))
  .sort((a, b) => (weigh(a.parts) < weigh(b.parts) ? -1 : 1))

function weigh(parts: readonly string[]): string {
  return parts.map((part) => (part.startsWith(':') ? '1' : '0')).join('')
}

export function operationAt(method: string, pathname: string): Operation | undefined {
  const given = pathname
    .replace(/^\/api\/v1/, '')
    .replace(/\/+$/, '')
    .split('/')
  return patterns.find(
    ({ operation, parts }) =>
      operation.method === method &&
      parts.length === given.length &&
      parts.every((part, at) => part.startsWith(':') || part === given[at]),
  )?.operation
}

export function describedAs(operation: Operation): OperationObject {
  return document.paths[readPath(operation.path).address]?.[operation.method.toLowerCase()] as OperationObject
}

const validators = new Map<unknown, Validator>()

/** What is wrong with a value by a schema of the document, in a few words; null where it fits. */
export function misfit(schema: object, value: unknown): string | null {
  let validator = validators.get(schema)
  if (!validator) {
    const whole = { ...schema, components: { schemas: document.components.schemas } } as Schema
    validator = new Validator(whole, '2020-12', false)
    validators.set(schema, validator)
  }
  const { valid, errors } = validator.validate(value)
  if (valid) return null
  return errors
    .slice(-3)
    .map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
    .join('; ')
}

const PROBLEM = { $ref: '#/components/schemas/Problem' }

/** The store in which another writer always comes first: the optimistic lock refuses every batch. */
const OUTRUN = new Proxy(env.DB, {
  get(store, name) {
    if (name === 'batch') {
      return async () => {
        throw new Error(
          'D1_ERROR: UNIQUE constraint failed: events.subject, events.version: SQLITE_CONSTRAINT',
        )
      }
    }
    const part = Reflect.get(store, name)
    return typeof part === 'function' ? part.bind(store) : part
  },
})

/**
 * A whole Worker whose every answer is held against the contract: a status, a header, a body or a refusal that the
 * document does not promise is written down in `wrong`, and what was seen of each operation in `seen`.
 */
export class RecordingHouse extends House {
  readonly wrong = new Set<string>()
  /** What was refused so far, in the order in which it was. */
  readonly refused: string[] = []
  readonly seen = new Map<string, { successes: Map<number, number>; refusals: Set<ProblemKind> }>()
  /** The last request of each operation that went well. */
  readonly good = new Map<string, { path: string; init: RequestInit }>()

  #changed: Bindings | null = null

  override async bindings(): Promise<Bindings> {
    return this.#changed ?? super.bindings()
  }

  /** Does something while the service runs with other bindings. */
  async withBindings(changes: Partial<Bindings>, act: () => Promise<void>): Promise<void> {
    this.#changed = { ...(await super.bindings()), ...changes }
    await act()
    this.#changed = null
  }

  /** A mark as if a request with this key were under way, for everybody who could have sent it. */
  async keepMark(
    { path, init }: { path: string; init: RequestInit },
    key: string,
    body?: string,
  ): Promise<void> {
    const { pathname, search } = new URL(path, 'http://localhost:8787')
    const text = `${init.method ?? 'GET'} ${pathname}${search}\n${body ?? init.body ?? ''}`
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
    await this.db.run(sql`
      INSERT OR REPLACE INTO idempotency_keys (actor, key, request_hash, subject, created_at)
      SELECT id, ${key}, ${hash}, '', ${this.now} FROM (
        SELECT id FROM people UNION SELECT id FROM organisers UNION SELECT 'root')`)
  }

  /**
   * Sends a request. The first one that changes something, at each door that speaks of conflicts, is sent once before in
   * a store where somebody else is always faster, which must refuse it and change nothing.
   */
  override async request(path: string, init: RequestInit = {}): Promise<Response> {
    const operation = operationAt(init.method ?? 'GET', new URL(path, 'http://localhost:8787').pathname)
    if (!operation || !this.#mustLose(operation)) return this.#send(path, init)
    let first!: Response
    await this.withBindings({ DB: OUTRUN }, async () => {
      first = await this.#send(path, init)
    })
    return first.status < 400 ? first : this.#send(path, init)
  }

  #mustLose(operation: Operation): boolean {
    if (this.#changed || operation.method === 'GET' || this.good.has(nameOf(operation))) return false
    return refusalsOf(operation).includes('conflict')
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await super.request(path, init)
    const url = new URL(path, 'http://localhost:8787')
    if (!url.pathname.startsWith('/api/v1/')) return response
    const method = init.method ?? 'GET'
    const operation = operationAt(method, url.pathname)
    const text = new TextDecoder().decode(await response.clone().arrayBuffer())
    const note = (what: string) =>
      this.wrong.add(`${operation ? nameOf(operation) : `${method} ${url.pathname}`}: ${what}`)
    if (response.status >= 400) {
      if (!this.#changed) this.refused.push(`${method} ${path}: ${response.status} ${text}`)
      this.#noteRefusal(operation, response, text, note)
    } else if (!operation) note(`answered ${response.status}, and is not described`)
    else {
      this.#noteSuccess(operation, response, text, init, note)
      if (response.status < 300) this.good.set(nameOf(operation), { path, init })
    }
    return response
  }

  /** Writes down a refusal that was met at the address of an operation under another method. */
  see(operation: Operation, kind: ProblemKind): void {
    this.#seenOf(operation).refusals.add(kind)
  }

  #seenOf(operation: Operation) {
    const name = nameOf(operation)
    const seen = this.seen.get(name) ?? { successes: new Map(), refusals: new Set() }
    this.seen.set(name, seen)
    return seen
  }

  #noteRefusal(
    operation: Operation | undefined,
    response: Response,
    text: string,
    note: (what: string) => unknown,
  ): void {
    const type = response.headers.get('content-type') ?? ''
    // Health says in plain JSON that it is not ready yet.
    if (operation?.path === '/health' && type.startsWith('application/json')) return
    if (type.startsWith('text/html')) return void this.#notePage(operation, response.status, note)
    if (type !== 'application/problem+json') return void note(`${response.status} came as ${type}`)
    const problem = JSON.parse(text) as { type: string; status: number }
    const flaw = misfit(PROBLEM, problem)
    if (flaw !== null) note(`a problem that is none: ${flaw}`)
    if (problem.status !== response.status) note(`says ${problem.status} and is ${response.status}`)
    const kind = /^\/(?:fr|en)\/problems\/([a-z-]+)\/$/.exec(problem.type)?.[1] as ProblemKind
    if (!PROBLEM_KINDS.includes(kind)) return void note(`${response.status} of type ${problem.type}`)
    if (!operation) return
    if (!refusalsOf(operation).includes(kind)) note(`refuses with ${kind}, which is not described`)
    for (const header of HEADERS_OF[kind] ?? []) {
      if (!response.headers.has(header)) note(`${kind} without ${header}`)
    }
    this.#seenOf(operation).refusals.add(kind)
  }

  /** A form is answered with a page: its own again with what to mend, or the refusal in words. */
  #notePage(operation: Operation | undefined, status: number, note: (what: string) => unknown): void {
    if (!operation) return
    const kinds = refusalsOf(operation).filter((kind) => PROBLEMS[kind].status === status)
    if (kinds.length === 0) note(`refuses a form with ${status}, which is not described`)
    for (const kind of kinds.slice(0, 1)) this.see(operation, kind)
  }

  #noteSuccess(
    operation: Operation,
    response: Response,
    text: string,
    init: RequestInit,
    note: (what: string) => unknown,
  ): void {
    const isForm = /^(application\/x-www-form-urlencoded|multipart)/.test(
      new Headers(init.headers).get('content-type') ?? '',
    )
    const isKnown = response.status in describedAs(operation).responses
    if (!isKnown) return void note(`answered ${response.status}, which is not described`)
    const { successes } = this.#seenOf(operation)
    const times = (successes.get(response.status) ?? 0) + 1
    successes.set(response.status, times)
    if (response.status === 304 || isForm || times > LOOKS) return
    const { content } = describedAs(operation).responses[response.status] as {
      content?: Record<string, MediaType>
    }
    for (const header of promised(operation, response.status)) {
      if (!response.headers.has(header)) note(`${response.status} without ${header}`)
    }
    const flaw = bodyFlaw(content, response.headers.get('content-type'), text)
    if (flaw !== null) note(`${response.status}: ${flaw}`)
  }
}

/** How often the same answer of the same door is looked at whole. */
const LOOKS = 12

const HEADERS_OF: Partial<Record<ProblemKind, string[]>> = {
  'too-many': ['retry-after'],
  unavailable: ['retry-after'],
  'method-not-allowed': ['allow'],
  unauthenticated: ['www-authenticate'],
}

/** Headers that an answer must have; `Link` is there only where there is a next page. */
function promised(operation: Operation, status: number): string[] {
  const { headers = [], body } = operation.answers[status] ?? {}
  return [...headers.filter((name) => name !== 'Link'), ...(operation.versioned && body ? ['ETag'] : [])]
}

function bodyFlaw(
  content: Record<string, MediaType> | undefined,
  contentType: string | null,
  text: string,
): string | null {
  const type = (contentType ?? '').split(';')[0] as string
  if (!content) return text === '' ? null : `a body of ${type} that is not described`
  const schema = content[type]?.schema
  if (!schema) return `a body of ${type} that is not described`
  if (/[/+]json$/.test(type)) return misfit(schema, JSON.parse(text))
  if (type === 'application/x-ndjson') {
    for (const line of text.split('\n').filter(Boolean)) {
      const flaw = misfit(schema, JSON.parse(line))
      if (flaw !== null) return flaw
    }
    return null
  }
  return misfit(schema, text)
}
