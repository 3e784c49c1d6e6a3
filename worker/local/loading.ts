import type { ImportShown } from '#contract/employee-import.ts'
import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { answersOf } from '#db/worlds/answers.ts'
import type { WorldProgramme } from '#db/worlds/programmes.ts'
import { type StaffMember, staffFile } from '#db/worlds/staff.ts'
import type { Role } from '#domain/participant.ts'
import { DoorError, type Doors, forEachOf, listAll } from './doors.ts'
import { type Progress, SILENT } from './progress.ts'

/** What a world says of people's consent: dated before any clock that a trial may use. */
const CONSENTED_AT = '2026-01-15T08:00:00Z'

const SIGN_UPS_AT_ONCE = 8

/**
 * Sends staff as one CSV and waits until every line was read. The same staff again changes nothing.
 * @throws Error when no line was read for three minutes.
 */
export async function importStaff(
  doors: Doors,
  people: readonly StaffMember[],
  progress: Progress = SILENT,
): Promise<ImportShown> {
  const { body } = await doors.send<ImportShown>(
    'POST',
    '/api/v1/employee-imports?mode=lenient',
    staffFile(people),
  )
  for (let [read, movedAt] = [0, Date.now()]; Date.now() < movedAt + 180_000; await pause(300)) {
    const shown = await doors.get<ImportShown>(`/api/v1/employee-imports/${body.id}`)
    progress.at(shown.lines_read)
    if (shown.state === 'completed') return shown
    if (shown.state === 'abandoned') throw new Error(`The import ${body.id} was abandoned.`)
    if (shown.lines_read > read) [read, movedAt] = [shown.lines_read, Date.now()]
  }
  throw new Error(`The import ${body.id} does not move on. The log of the service says why.`)
}

export interface SignUpOptions {
  seed: number
  capacity?: number
  progress?: Progress
}

/** Signs people up, each in one role, as a system that vouches for them. Twice the same sign-up is one participant. */
export async function signUpAll(
  doors: Doors,
  slug: string,
  groups: { mentors: readonly StaffMember[]; mentees: readonly StaffMember[] },
  { seed, capacity, progress = SILENT }: SignUpOptions,
): Promise<void> {
  const all: [StaffMember, Role][] = [
    ...groups.mentors.map((person): [StaffMember, Role] => [person, 'mentor']),
    ...groups.mentees.map((person): [StaffMember, Role] => [person, 'mentee']),
  ]
  let done = 0
  await forEachOf(all, SIGN_UPS_AT_ONCE, async ([person, role]) => {
    await doors.send('POST', `/api/v1/programmes/${slug}/sign-ups`, {
      role,
      person: person.external_id,
      given_name: person.given_name,
      family_name: person.family_name,
      email: person.email ?? undefined,
      language: person.language ?? 'fr',
      consents: { volunteer: CONSENTED_AT, charter: CONSENTED_AT, reminders: true },
      answers: answersOf(person, role, { seed, capacity }),
    })
    progress.at(++done)
  })
}

/** Makes a programme unless it is there, and publishes it. */
export async function openProgramme(
  doors: Doors,
  { slug, objectives, words, settings }: WorldProgramme,
  dates: Record<string, string | number | null> = {},
): Promise<ProgrammeShown> {
  try {
    await doors.send('POST', '/api/v1/programmes', {
      slug,
      kind: 'reverse',
      objectives,
      words,
      works_council: {
        state: 'not-needed',
        reason: 'Entreprise inventée, pour essayer le service sur une seule machine.',
      },
      ...settings,
      ...dates,
    })
  } catch (error) {
    if (!(error instanceof DoorError && error.status === 409)) throw error
  }
  const { body } = await doors.send<ProgrammeShown>('PUT', `/api/v1/programmes/${slug}/publication`)
  return body
}

/** The time on the service's own clock, which people may have moved. */
export async function readClock(doors: Doors): Promise<number> {
  return Date.parse((await doors.get<{ now: string }>('/dev/clock')).now)
}

/**
 * Makes the first round due now, unless it is or was, and waits for the scheduled job to complete it.
 * @throws Error when the run fails, or when none completes in fifteen minutes.
 */
export async function runFirstRound(
  doors: Doors,
  slug: string,
  progress: Progress = SILENT,
): Promise<MatchRunShown> {
  const now = await readClock(doors)
  const programme = await doors.get<ProgrammeShown>(`/api/v1/programmes/${slug}`)
  if (programme.matching_at === null || Date.parse(programme.matching_at) > now) {
    await doors.send('PATCH', `/api/v1/programmes/${slug}`, { matching_at: new Date(now).toISOString() })
  }
  const until = Date.now() + 900_000
  while (Date.now() < until) {
    const runs = await listAll<MatchRunShown>(doors, `/api/v1/programmes/${slug}/match-runs`)
    const run = runs.find(({ round, state }) => round === 1 && state !== 'superseded')
    progress.at(run === undefined ? 0 : run.state === 'queued' ? 1 : run.state === 'running' ? 2 : 3)
    if (run?.state === 'completed') return run
    if (run?.state === 'failed')
      throw new Error(`The match run ${run.id} failed. The log of the service says why.`)
    await pause(500)
  }
  throw new Error(
    `No match run of ${slug} was completed in fifteen minutes. Is “npm start” running on this folder?`,
  )
}

export function pause(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms))
}
