import { Refusal } from './command-line.ts'
import { type DataFolder, readRootToken } from './data-folder.ts'

/** An answer that is neither a success nor worth another try. */
export class DoorError extends Refusal {
  readonly status: number

  constructor(method: string, path: string, status: number, said: string) {
    super(`${method} ${path} answered ${status}: ${said}`)
    this.status = status
  }
}

export interface Answer<T> {
  status: number
  body: T
  headers: Headers
}

interface Question {
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}

/** The public doors of a service, through which the local programs do all that they do. */
export interface Doors {
  base: string
  get: <T>(path: string) => Promise<T>
  send: <T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer<T>>
}

const TRIES_MAX = 12

/**
 * Doors opened with a key, or with none. A service that is starting, busy or being restarted is asked again, after
 * 0.25 s and then twice as long each time up to 5 s: everything sent here may safely arrive twice.
 * A string is sent as CSV, anything else as JSON. @throws DoorError
 */
export function openDoors(base: string, key: string | null): Doors {
  const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` }
  const send = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const question = { method, path, body, headers: { ...authorization, ...headers } }
    for (let tries = 1; ; tries++) {
      const answer = await ask<T>(base, question).catch((error: unknown) => error as Error)
      if (!(answer instanceof Error) && answer.status < 400) return answer
      const isPassing = answer instanceof Error || answer.status === 429 || answer.status >= 500
      if (!isPassing || tries === TRIES_MAX) {
        throw answer instanceof Error
          ? answer
          : new DoorError(method, path, answer.status, summary(answer.body))
      }
      const askedS = answer instanceof Error ? 0 : Number(answer.headers.get('retry-after') ?? 0)
      await new Promise((wake) =>
        setTimeout(wake, Math.min(30_000, Math.max(askedS * 1000, 250 * 2 ** Math.min(tries, 4.3)))),
      )
    }
  }
  return { base, send, get: async <T>(path: string) => (await send<T>('GET', path)).body }
}

/**
 * Every door of the service that `npm start` runs on a folder, with its root token.
 * @throws Refusal where the folder has no token, or nothing answers at the port.
 */
export async function openAllDoors(folder: DataFolder, port: number): Promise<Doors> {
  const doors = openDoors(`http://localhost:${port}`, readRootToken(folder))
  const answers = await fetch(`${doors.base}/api/v1/health`, { signal: AbortSignal.timeout(60_000) }).catch(
    () => null,
  )
  if (answers) return doors
  throw new Refusal(
    `Nothing answers at ${doors.base}. Start it first: npm start -- --port ${port} --data ${folder.dir}`,
  )
}

async function ask<T>(base: string, { method, path, body, headers }: Question): Promise<Answer<T>> {
  const isText = typeof body === 'string'
  const response = await fetch(`${base}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      'accept-language': 'en',
      ...(body === undefined
        ? {}
        : { 'content-type': isText ? 'text/csv; charset=utf-8' : 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : isText ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(300_000),
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    body: (isJson && text ? JSON.parse(text) : text) as T,
    headers: response.headers,
  }
}

function summary(body: unknown): string {
  if (typeof body !== 'object' || body === null) return String(body).slice(0, 300)
  const { detail, errors = [] } = body as { detail?: string; errors?: { pointer: string; detail: string }[] }
  return [detail, ...errors.slice(0, 5).map((error) => `${error.pointer} ${error.detail}`)]
    .filter(Boolean)
    .join(' · ')
}

/** Every item of a list, page after page. */
export async function listAll<T>(doors: Doors, path: string): Promise<T[]> {
  const items: T[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: { items: T[]; next_cursor: string | null } = await doors.get(
      `${path}${path.includes('?') ? '&' : '?'}limit=100${after}`,
    )
    items.push(...page.items)
    cursor = page.next_cursor
  }
  return items
}

/** Does something for each item, a few at a time. @throws the first failure, once the others under way have ended. */
export async function forEachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      try {
        await work(items[index]!, index)
      } catch (error) {
        next = items.length
        throw error
      }
    }
  }
  const results = await Promise.allSettled(Array.from({ length: atOnce }, worker))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}
