import { env } from 'cloudflare:workers'
import { refusalsOf } from '#contract/openapi-operation.ts'
import type { Operation } from '#contract/operation.ts'
import type { ProblemKind } from '#domain/problem.ts'
import { nameOf, operations, type RecordingHouse } from './recorder.ts'

/** A request that went well, to be sent again with one thing wrong. */
export interface Good {
  path: string
  init: RequestInit
}

type Provoke = (house: RecordingHouse, operation: Operation, good: Good) => Promise<void>

/** The same request with other headers; null takes one away. */
async function send(
  house: RecordingHouse,
  { path, init }: Good,
  changes: Record<string, string | null>,
  more: RequestInit = {},
) {
  const headers = new Headers(init.headers)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  return house.request(path, { ...init, ...more, headers })
}

function query(path: string, name: string, value: string): string {
  const [address, search = ''] = path.split('?')
  const params = new URLSearchParams(search)
  params.set(name, value)
  return `${address}?${params}`
}

/** The address with each of its named parts in turn naming nothing that exists. */
function strayPaths({ path }: Operation, good: string): string[] {
  const [address = '', search] = good.split('?')
  const parts = path.split('/')
  const given = address.replace(/^\/api\/v1/, '').split('/')
  return parts.flatMap((part, at) =>
    part.startsWith(':')
      ? [
          `/api/v1${given.map((one, n) => (n === at ? 'nothing-here' : one)).join('/')}${search ? `?${search}` : ''}`,
        ]
      : [],
  )
}

const JSON_TYPE = { 'content-type': 'application/json' }
const UNREADABLE = 'not an entity tag'

/** How each kind of refusal is brought about at any door that describes it. */
export const PROVOKERS: Partial<Record<ProblemKind, Provoke>> = {
  async unauthenticated(house, _, good) {
    await send(house, good, { authorization: null, cookie: null })
    await send(house, good, { cookie: null, authorization: 'Bearer somebody' })
  },
  async forbidden(house, { who }, good) {
    const scope = who === 'events:read' ? 'pairs:read' : 'events:read'
    const { json } = await house.root.post('keys', { name: 'little', scopes: [scope] })
    await send(house, good, { cookie: null, authorization: `Bearer ${json.secret}` })
    await send(house, good, { authorization: null, cookie: 'binome=x', 'sec-fetch-site': 'cross-site' })
  },
  async invalid(house, { method }, good) {
    const header = method === 'GET' ? 'if-none-match' : 'if-match'
    await send(house, good, { [header]: UNREADABLE })
  },
  async stale(house, _, good) {
    await send(house, good, { 'if-match': 'W/"h0"' })
  },
  async 'key-reused'(house, _, good) {
    await house.keepMark(good, 'reused', 'another request')
    await send(house, good, { 'idempotency-key': '"reused"' })
  },
  async 'already-received'(house, _, good) {
    await house.keepMark(good, 'received')
    await send(house, good, { 'idempotency-key': '"received"' })
  },
  async 'unsupported-media-type'(house, _, good) {
    await send(house, good, { 'content-type': 'image/png' }, { body: 'x' })
  },
  async 'too-large'(house, { body }, good) {
    const type = Object.keys(body ?? {})[0] as string
    await send(house, good, { 'content-type': type, 'content-length': '999999999' }, { body: '{}' })
  },
  async 'not-found'(house, operation, good) {
    for (const path of strayPaths(operation, good.path)) await house.request(path, good.init)
  },
}

/** What a field of a body or a query may not be, for doors that say `invalid` of their own accord. */
export async function provokeInvalid(house: RecordingHouse, operation: Operation, good: Good): Promise<void> {
  if (operation.body?.['application/json']) {
    await send(house, good, JSON_TYPE, { body: '{"nothing_of_ours":1}' })
  }
  for (const name of Object.keys(operation.query?.entries ?? {})) {
    await house.request(query(good.path, name, '\u0000'), good.init)
  }
}

/** The door in a service whose quota is one request a minute: the second is one too many. */
export async function provokeTooMany(house: RecordingHouse, good: Good, secret: string): Promise<void> {
  const isCounted = new Headers(good.init.headers).has('cookie')
  const caller: Record<string, string> = isCounted ? {} : { authorization: `Bearer ${secret}` }
  await house.withBindings({ RATE_LIMIT_PER_MINUTE: '1' }, async () => {
    for (let n = 0; n < 2; n++)
      await send(house, good, { ...caller, 'if-match': UNREADABLE, 'if-none-match': UNREADABLE })
  })
}

/** The door while the store does not answer, as during a move or under a rush. */
export async function provokeUnavailable(house: RecordingHouse, good: Good): Promise<void> {
  const DB = new Proxy(env.DB, {
    get: () => () => {
      throw new Error('D1_ERROR: D1 DB is overloaded. Too many requests queued.')
    },
  })
  await house.withBindings({ DB }, async () => {
    await send(house, good, {})
    await send(house, good, { cookie: null, authorization: 'Bearer somebody' })
  })
}

/** For each operation, the refusals that it describes and that nobody has seen. */
export function unprovoked(house: RecordingHouse): string[] {
  return operations.flatMap((operation) => {
    const seen = house.seen.get(nameOf(operation))?.refusals ?? new Set()
    const missing = refusalsOf(operation).filter((kind) => !seen.has(kind))
    return missing.length ? [`${nameOf(operation)}: ${missing.join(', ')}`] : []
  })
}
