import { forEachOf, listAll } from '../../worker/local/doors.ts'
import { makeProgramme } from '../support/makers.ts'
import { openProgramme, peopleWhoSignUp, type SignUp } from './load-traffic.ts'
import { type LocalService, startLocalService } from './local-service.ts'
import { numberOption } from './options.ts'
import { quantile } from './quantile.ts'

const SLUG = 'load'
/** From how many networks people come who sign up by themselves: one is let through 600 times an hour. */
const NETWORKS = 200
const TRIES_MAX = 10
const CONFIRMING_AT_ONCE = 4
const MAILS_MS = 600_000

export interface Load {
  phase: 'steady' | 'burst'
  sent: number
  seconds: number
  per_second: number
  p50_ms: number
  p99_ms: number
  max_ms: number
  statuses: Record<string, number>
  /** Answers 429 that did not say when to come back, and connections that ended without an answer. */
  refused_without_retry_after: number
  unanswered: number
  server_errors: number
  never_accepted: number
}

export interface LoadFigures {
  phases: Load[]
  /** Read back through the doors: confirmation mails, participants, and what is missing or there twice. */
  stored: { people: number; participants: number; expected: number; lost: string[]; twice: string[] }
}

/**
 * Sign-ups to the whole local service on loopback, so many a second, then many at once: half by a key, half by visitors
 * who confirm their address. Afterwards everybody must be there, once. Fails the command on any loss.
 */
export async function measureLoad(): Promise<LoadFigures> {
  const [seconds, rate, burst] = [
    numberOption('seconds', 120),
    numberOption('rate', 50),
    numberOption('burst', 500),
  ]
  const service = await startLocalService('none')
  try {
    const programme = makeProgramme({ slug: SLUG, externals_allowed: true })
    const { formToken, key } = await openProgramme(service, SLUG, programme)
    const people = peopleWhoSignUp(SLUG, formToken, key, seconds * rate + burst)
    const steady = people.slice(0, seconds * rate)
    const crowd = people.slice(seconds * rate)
    const phases = [
      await send(service, 'steady', steady, (n) => (n * 1000) / rate),
      await send(service, 'burst', crowd, () => 0),
    ]
    const figures = { phases, stored: await readBack(service, people) }
    judge(figures)
    return figures
  } finally {
    await service.stop()
    service.forget()
  }
}

/** Sends each at its time (ms from now), whether those before have been answered or not. */
async function send(
  { base }: LocalService,
  phase: Load['phase'],
  people: readonly SignUp[],
  dueMs: (n: number) => number,
): Promise<Load> {
  const [times, statuses] = [[] as number[], {} as Record<string, number>]
  const load = { refused_without_retry_after: 0, unanswered: 0, server_errors: 0, never_accepted: 0 }
  const started = performance.now()
  const signUp = async (person: SignUp, n: number): Promise<void> => {
    for (let tries = 1; tries <= TRIES_MAX; tries++) {
      const asked = performance.now()
      const answer = await post(base, person, n)
      times.push(performance.now() - asked)
      if (answer === null) load.unanswered += 1
      else {
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        if (answer.status < 400) return
        if (answer.status >= 500) load.server_errors += 1
        const isPassing = answer.status === 429 || answer.status >= 500
        if (!isPassing) break
        if (answer.status === 429 && answer.retryAfterS === null) load.refused_without_retry_after += 1
      }
      await pause((answer?.retryAfterS ?? 1) * 1000)
    }
    load.never_accepted += 1
  }
  await Promise.all(
    people.map(async (person, n) => {
      await pause(dueMs(n) - (performance.now() - started))
      await signUp(person, n)
    }),
  )
  const seconds = Math.round((performance.now() - started) / 10) / 100
  return {
    phase,
    sent: people.length,
    seconds,
    per_second: Math.round(people.length / seconds),
    p50_ms: Math.round(quantile(times, 0.5)),
    p99_ms: Math.round(quantile(times, 0.99)),
    max_ms: Math.round(Math.max(...times)),
    statuses,
    ...load,
  }
}

async function post(base: string, { path, headers, body }: SignUp, n: number) {
  try {
    const answer = await fetch(base + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, 'cf-connecting-ip': `10.${n % NETWORKS}.9.1` },
      body,
      signal: AbortSignal.timeout(600_000),
    })
    await answer.arrayBuffer()
    const after = answer.headers.get('retry-after')
    return { status: answer.status, retryAfterS: after === null ? null : Number(after) }
  } catch {
    return null
  }
}

/** Opens the link of every confirmation mail, of which each person must have exactly one, and lists who takes part. */
async function readBack({ doors }: LocalService, people: readonly SignUp[]): Promise<LoadFigures['stored']> {
  const [lost, twice] = [[] as string[], [] as string[]]
  const alone = people.filter(({ way }) => way !== 'key')
  const until = Date.now() + MAILS_MS
  await forEachOf(alone, CONFIRMING_AT_ONCE, async ({ email, way }) => {
    const links = await mailsTo(email)
    if (links.length === 0) return void lost.push(`${email} (${way}) got no mail`)
    if (links.length > 1) twice.push(`${email} (${way}) got ${links.length} mails`)
    const token = /\/confirmation\/([^/]+)\//.exec(links[0]!)?.[1]
    await doors.send('POST', '/api/v1/sign-up-confirmations', { token })
  })
  type Shown = { id: string; person: string; role: string }
  const participants = await listAll<Shown>(doors, `/api/v1/programmes/${SLUG}/participants`)
  const places = new Set(participants.map(({ person, role }) => `${person} as ${role}`))
  const expected = people.reduce((sum, { makes }) => sum + makes, 0)
  if (places.size < expected) lost.push(`${expected - places.size} participants are missing`)
  if (participants.length > expected) twice.push(`${participants.length - expected} participants too many`)
  const known = new Set(participants.map(({ person }) => person))
  if (known.size !== people.length)
    lost.push(`${known.size} people take part, and ${people.length} signed up`)
  return { people: known.size, participants: participants.length, expected, lost, twice }

  async function mailsTo(email: string): Promise<string[]> {
    for (;;) {
      const { items } = await doors.get<{ items: { link: string }[] }>(
        `/dev/mail.json?to=${encodeURIComponent(email)}`,
      )
      const links = items.map(({ link }) => link).filter((link) => link?.includes('/confirmation/'))
      if (links.length > 0 || Date.now() > until) return links
      await pause(500)
    }
  }
}

function judge({ phases, stored }: LoadFigures): void {
  const wrongs = [
    ...stored.lost,
    ...stored.twice,
    ...phases.flatMap(({ phase, never_accepted, server_errors, refused_without_retry_after }) => [
      ...(never_accepted ? [`${phase}: ${never_accepted} were never accepted`] : []),
      ...(server_errors ? [`${phase}: ${server_errors} answers 5xx`] : []),
      ...(refused_without_retry_after
        ? [`${phase}: ${refused_without_retry_after} answers 429 without Retry-After`]
        : []),
    ]),
  ]
  for (const wrong of wrongs.slice(0, 20)) console.error(wrong)
  if (wrongs.length > 0) process.exitCode = 1
}

export function showLoad({ phases, stored }: LoadFigures): void {
  console.table(phases.map(({ statuses, ...phase }) => ({ ...phase, statuses: JSON.stringify(statuses) })))
  const { lost, twice, ...counts } = stored
  console.table([{ ...counts, lost: lost.length, twice: twice.length }])
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((wake) => setTimeout(wake, ms))
}
