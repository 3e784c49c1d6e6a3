import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { forEachOf } from '../../worker/local/doors.ts'
import { DOORS } from '../../worker/routes/doors.ts'
import { makeProgramme } from '../support/makers.ts'
import { postedFields } from '../support/posted-form.ts'
import { isEcho, isTrace } from './hostile-submissions-judge.ts'
import { makeSubmissions, type OpenForm, type Submission } from './hostile-submissions-make.ts'
import { judgeStore } from './hostile-submissions-store.ts'
import { type LocalService, startLocalService } from './local-service.ts'
import { quantile } from './quantile.ts'

const SEED = 20_261
/** `--requests=1000` sends fewer, for a first look. */
const HOSTILE = Number(process.argv.find((word) => word.startsWith('--requests='))?.slice(11) ?? 10_000)
const VALID = Math.ceil(HOSTILE / 20)
const AT_ONCE = 8
const SLOWEST_MS = 1_000
/** Longer than the time trap of a form. */
const READING_MS = 3_500
/** How many networks they come from, so that the limit of one hides nothing. */
const NETWORKS = 200

export interface HostileFigures {
  requests: number
  /** A request that asks for next to nothing, among the others: how busy this machine was. */
  bare_p50_ms: number
  p50_ms: number
  p99_ms: number
  max_ms: number
  /** How often each status was answered. */
  statuses: Record<string, number>
  stored: number
  /** What went wrong, one line each; all must be empty. */
  server_errors: string[]
  too_slow: string[]
  traces: string[]
  echoes: string[]
  stored_wrongly: string[]
  valid_lost: string[]
}

interface Told {
  submission: Submission
  status: number
  ms: number
  type: string
  location: string
  text: string
}

/**
 * 10,000 hostile submissions over HTTP to a real local service, eight at a time, with 500 good sign-ups among them; then
 * the store is read back.
 */
export async function measureHostileSubmissions(): Promise<HostileFigures[]> {
  const service = await startLocalService('none')
  try {
    const forms = await openForms(service)
    const sent = makeSubmissions({ seed: SEED, hostile: HOSTILE, valid: VALID, forms, doors: openDoorsOf() })
    await new Promise((wake) => setTimeout(wake, READING_MS))
    const told: Told[] = []
    const bare: number[] = []
    await forEachOf(sent, AT_ONCE, async (submission, n) => {
      told.push(await send(service.base, submission, n))
      if (n % BARE_EVERY === 0) bare.push((await send(service.base, BARE, n)).ms)
    })
    await service.stop()
    const figures = judge(told, sent, service, Math.round(quantile(bare, 0.5)))
    const wrongs = Object.values(figures).filter(Array.isArray)
    if (wrongs.some((list) => list.length > 0)) process.exitCode = 1
    return [figures]
  } finally {
    await service.stop()
    service.forget()
  }
}

const BARE_EVERY = 20
const BARE: Submission = {
  what: 'bare',
  fate: 'refused',
  method: 'GET',
  path: '/api/v1/nothing-here',
  headers: {},
  body: null,
  email: null,
  answers: null,
}

const LISTED_MAX = 20

export function showHostileSubmissions([figures]: readonly HostileFigures[]): void {
  const entries = Object.entries(figures ?? {})
  const shown = entries.map(([name, value]) => [name, Array.isArray(value) ? value.length : value] as const)
  console.table(Object.fromEntries(shown.filter(([, value]) => typeof value === 'number')))
  console.log(`statuses: ${JSON.stringify(figures?.statuses)}`)
  for (const [name, value] of entries) {
    if (Array.isArray(value)) for (const line of value.slice(0, LISTED_MAX)) console.log(`${name}: ${line}`)
  }
}

/** One programme of each kind, open to all, and a token of each form; a page is read before it is sent. */
async function openForms({ base, doors }: LocalService): Promise<OpenForm[]> {
  const forms: OpenForm[] = []
  for (const kind of Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]) {
    const slug = `hostile-${kind}`
    await doors.send('POST', '/api/v1/programmes', makeProgramme({ slug, kind, externals_allowed: true }))
    await doors.send('PUT', `/api/v1/programmes/${slug}/publication`)
    const page = await (await fetch(`${base}/fr/programmes/${slug}/mentee/`)).text()
    const form_token = postedFields(page).find(([name]) => name === 'form_token')?.[1]
    if (!form_token) throw new Error(`The form of ${slug} has no token.`)
    forms.push({ slug, kind, form_token })
  }
  return forms
}

function openDoorsOf() {
  return DOORS.open.flatMap((room) =>
    (room.routes as { method: string; path: string }[]).map(({ method, path }) => ({ method, path })),
  )
}

async function send(base: string, submission: Submission, n: number): Promise<Told> {
  const { method, path, headers, body } = submission
  const network = `10.${n % NETWORKS}.7.${submission.fate === 'stored' ? 1 : 2}`
  const started = performance.now()
  const answer = await fetch(base + path, {
    method,
    redirect: 'manual',
    headers: { ...headers, 'cf-connecting-ip': network },
    body,
    signal: AbortSignal.timeout(60_000),
  })
  const text = await answer.text()
  return {
    submission,
    status: answer.status,
    ms: performance.now() - started,
    type: answer.headers.get('content-type') ?? '',
    location: answer.headers.get('location') ?? '',
    text,
  }
}

function judge(
  told: readonly Told[],
  sent: readonly Submission[],
  service: LocalService,
  bare_p50_ms: number,
): HostileFigures {
  const times = told.map(({ ms }) => ms)
  const statuses: Record<string, number> = {}
  for (const { status } of told) statuses[status] = (statuses[status] ?? 0) + 1
  const all = (isWrong: (one: Told) => boolean) =>
    told
      .filter(isWrong)
      .map(
        ({ submission, status, ms }) =>
          `${submission.what} (${submission.method} ${submission.path.slice(0, 120)}): ${status}, ${Math.round(ms)} ms`,
      )
  const { stored, wrong, lost } = judgeStore(service.folder.state, sent)
  const untold = told.filter(
    ({ submission, status }) => submission.fate === 'stored' && status !== 202 && status !== 303,
  )
  return {
    requests: told.length,
    bare_p50_ms,
    p50_ms: Math.round(quantile(times, 0.5)),
    p99_ms: Math.round(quantile(times, 0.99)),
    max_ms: Math.round(Math.max(...times)),
    statuses,
    stored,
    server_errors: all(({ status }) => status >= 500),
    too_slow: all(({ ms }) => ms >= SLOWEST_MS),
    traces: all(({ text }) => isTrace(text)),
    echoes: all(({ type, location, text }) => isEcho(type, location, text)),
    stored_wrongly: wrong,
    valid_lost: [
      ...lost,
      ...untold.map(
        ({ submission, status, text }) =>
          `${submission.what} of ${submission.email} was told ${status}: ${text.slice(0, 300)}`,
      ),
    ],
  }
}
