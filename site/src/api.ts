import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown, WholeProgrammeShown } from '#contract/programme.ts'
import type { SessionShown } from '#contract/session.ts'
import type { Page } from '#contract/shape.ts'
import type { Both, Language } from '#domain/language.ts'
import { ApiError, problemOf } from './api-error.ts'
import type {
  NamedProposal,
  NamedWaiting,
  PairShown,
  ParticipantShown,
  ProgrammeBody,
  ProgrammeChanges,
} from './api-shapes.ts'

const NO_ANSWER: Both = {
  fr: 'Le service ne répond pas. Rien n’est perdu\u00a0: vérifiez votre connexion, puis recommencez.',
  en: 'The service is not answering. Nothing is lost: check your connection, then try again.',
}

const TIMEOUT_MS = 30_000

/** The language of the page, which is also the language in which the API is asked to answer. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'fr'
}

/** One call of the API. Throws an ApiError when it fails. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
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

/** Every line of a list, page after page. */
export async function list<T>(path: string): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor === null ? {} : { cursor }) })
    const page: Page<T> = await call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`)
    items.push(...page.items)
    cursor = page.next_cursor === cursor ? null : page.next_cursor
  } while (cursor !== null)
  return items
}

const name = encodeURIComponent

/** The doors of the API that pages use. Each call throws an ApiError when it fails. */
export const api = {
  session: () => call<SessionShown>('GET', '/session'),
  signOut: () => call<void>('POST', '/sign-outs', {}),

  programmes: () => list<ProgrammeShown>('/programmes'),
  programme: (slug: string) => call<WholeProgrammeShown>('GET', `/programmes/${name(slug)}`),
  createProgramme: (programme: ProgrammeBody) => call<ProgrammeShown>('POST', '/programmes', programme),
  changeProgramme: (slug: string, changes: ProgrammeChanges) =>
    call<WholeProgrammeShown>('PATCH', `/programmes/${name(slug)}`, changes),
  publishProgramme: (slug: string) => call<ProgrammeShown>('PUT', `/programmes/${name(slug)}/publication`),
  unpublishProgramme: (slug: string) =>
    call<ProgrammeShown>('DELETE', `/programmes/${name(slug)}/publication`),

  participants: (slug: string) => list<ParticipantShown>(`/programmes/${name(slug)}/participants`),
  pairs: (slug: string) => list<PairShown>(`/pairs?programme=${name(slug)}`),

  matchRuns: (slug: string) => list<MatchRunShown>(`/programmes/${name(slug)}/match-runs`),
  startMatchRun: (slug: string) => call<MatchRunShown>('POST', `/programmes/${name(slug)}/match-runs`, {}),
  matchRun: (id: string) => call<MatchRunShown>('GET', `/match-runs/${name(id)}`),
  proposals: (id: string) => list<NamedProposal>(`/match-runs/${name(id)}/proposals`),
  waiting: (id: string) => list<NamedWaiting>(`/match-runs/${name(id)}/waiting`),
  approveMatchRun: (id: string) => call<MatchRunShown>('POST', `/match-runs/${name(id)}/approval`, {}),
}
