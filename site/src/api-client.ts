import type { Both, Language } from '#domain/language.ts'
import type { Answered, Asked, LineOf, Name } from './api-contract.ts'
import { ApiError, problemOf } from './api-error.ts'

interface Sent {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
}

/** What is said where the service does not answer at all. */
export const NO_ANSWER: Both = {
  fr: 'Le service ne répond pas. Rien n’est perdu\u00a0: vérifiez votre connexion, puis recommencez.',
  en: 'The service is not answering. Nothing is lost: check your connection, then try again.',
}

const TIMEOUT_MS = 30_000

/** The language of the page, which is also the language in which the API is asked to answer. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'fr'
}

/** One operation of the API, by its name in the contract. Throws an ApiError when it fails. */
export function request<N extends Name>(
  name: N,
  ...[asked]: Partial<Asked<N>> extends Asked<N> ? [asked?: Asked<N>] : [asked: Asked<N>]
): Promise<Answered<N>> {
  const { params = {}, query = {}, body } = (asked ?? {}) as Sent
  const [method = '', path = ''] = name.split(' ')
  const address = path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(params[part] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
  return call(method, search === '' ? address : `${address}?${search}`, body)
}

/** A request that the API itself told of, such as the action of a task: its method and its path below `/api/v1`. */
export function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return call(method, path, body)
}

/** Every line of a list, page after page. */
export async function requestAll<N extends Name>(
  name: N,
  ...[asked]: Partial<Asked<N>> extends Asked<N> ? [asked?: Asked<N>] : [asked: Asked<N>]
): Promise<LineOf<N>[]> {
  const items: LineOf<N>[] = []
  const { query = {}, ...rest } = (asked ?? {}) as Sent
  let cursor: string | undefined
  do {
    const ask = { ...rest, query: { ...query, limit: '100', cursor } }
    const page = (await request(name, ask as never)) as { items: LineOf<N>[]; next_cursor: string | null }
    items.push(...page.items)
    cursor = page.next_cursor === null || page.next_cursor === cursor ? undefined : page.next_cursor
  } while (cursor !== undefined)
  return items
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const language = pageLanguage()
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language }
  if (body !== undefined) headers['content-type'] = 'application/json'
  let answer: Response
  let text: string
  try {
    answer = await fetch(`/api/v1${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    text = await answer.text()
  } catch {
    throw new ApiError(0, 'unreachable', NO_ANSWER[language])
  }
  if (!answer.ok) throw problemOf(answer.status, text, language)
  return (text === '' ? undefined : JSON.parse(text)) as T
}
