import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { DAY_MS, endOfDay } from '#domain/local-time.ts'
import type { WorksCouncil } from '#domain/programme.ts'
import type { PairShown, ParticipantShown } from '../api-shapes.ts'

/** A programme with everything that the first screen counts. */
export interface ProgrammeSeen {
  programme: ProgrammeShown & { works_council?: WorksCouncil | null }
  participants: ParticipantShown[]
  runs: MatchRunShown[]
  pairs: PairShown[]
}

export interface Counts {
  candidates: number
  mentors: number
  mentees: number
  places: number
  matched: number
  awaiting: number
  pairs: number
}

/** What there is to do, with the instant since or at which it matters (null: nothing presses). */
export interface Task {
  kind:
    | 'approve'
    | 'failed'
    | 'council'
    | 'publish'
    | 'no-sign-ups'
    | 'no-round'
    | 'round-soon'
    | 'short-of-places'
  programme: ProgrammeShown
  run: MatchRunShown | null
  at: string | null
  count: number
}

/** The newest run that found pairs nobody has seen yet. */
export function awaitingRun(runs: readonly MatchRunShown[]): MatchRunShown | null {
  return (
    runs.find((run) => run.state === 'completed' && run.approved_at === null && (run.matched ?? 0) > 0) ??
    null
  )
}

/** Counts people once, however many roles they took; people who withdrew are left out. */
export function countProgramme({ participants, runs, pairs }: Omit<ProgrammeSeen, 'programme'>): Counts {
  const active = participants.filter((participant) => participant.state === 'active')
  const mentors = active.filter((participant) => participant.role === 'mentor')
  const completed = runs.filter((run) => run.state === 'completed')
  return {
    candidates: new Set(active.map((participant) => participant.person)).size,
    mentors: mentors.length,
    mentees: active.length - mentors.length,
    places: mentors.reduce((sum, mentor) => sum + mentor.capacity, 0),
    matched: completed.reduce((sum, run) => sum + (run.matched ?? 0), 0),
    awaiting: awaitingRun(runs)?.matched ?? 0,
    pairs: pairs.filter((pair) => pair.state === 'active').length,
  }
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum: Counts = { candidates: 0, mentors: 0, mentees: 0, places: 0, matched: 0, awaiting: 0, pairs: 0 }
  for (const counts of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
  return sum
}

export function isOver(programme: Pick<ProgrammeShown, 'ends_on' | 'time_zone'>, now: number): boolean {
  return programme.ends_on !== null && now >= endOfDay(programme.ends_on, programme.time_zone)
}

/**
 * When people will be matched next: the first round, then one every `rematch_days`; null where none is planned.
 * `runs` are the runs so far; the newest of them also tells the time where the clock of the browser is behind.
 */
export function nextRound(
  programme: ProgrammeShown,
  runs: readonly Pick<MatchRunShown, 'created_at'>[],
  now: number,
): string | null {
  const { matching_at, rematch_days, ends_on, time_zone } = programme
  if (matching_at === null) return null
  const first = Date.parse(matching_at)
  const today = Math.max(now, ...runs.map((run) => Date.parse(run.created_at)))
  let next = first
  if (runs.length > 0 && today >= first) {
    if (rematch_days === null) return null
    const period = rematch_days * DAY_MS
    next = first + (Math.floor((today - first) / period) + 1) * period
  }
  if (ends_on !== null && next >= endOfDay(ends_on, time_zone)) return null
  return new Date(next).toISOString()
}

const SOON_MS = 7 * DAY_MS

/** What to do today, the oldest date first and what has no date last. */
export function tasksFor(seen: readonly ProgrammeSeen[], now: number): Task[] {
  return seen
    .filter(({ programme }) => !isOver(programme, now))
    .flatMap((each) => programmeTasks(each, now))
    .sort((a, b) => Number(a.at === null) - Number(b.at === null) || (a.at ?? '').localeCompare(b.at ?? ''))
}

function programmeTasks(seen: ProgrammeSeen, now: number): Task[] {
  const { programme, runs } = seen
  const counts = countProgramme(seen)
  const task = (kind: Task['kind'], at: string | null, count = 0, run: MatchRunShown | null = null): Task => {
    return { kind, programme, run, at, count }
  }
  const tasks: Task[] = []
  const awaiting = awaitingRun(runs)
  if (awaiting) tasks.push(task('approve', awaiting.completed_at, awaiting.matched ?? 0, awaiting))
  if (runs[0]?.state === 'failed') tasks.push(task('failed', runs[0].created_at, 0, runs[0]))
  if (programme.works_council === null) tasks.push(task('council', programme.sign_ups_open_at))
  if (programme.published_at === null) return [...tasks, task('publish', programme.sign_ups_open_at)]
  if (programme.sign_ups === 'open' && counts.candidates === 0) {
    tasks.push(task('no-sign-ups', programme.sign_ups_close_at ?? programme.matching_at))
  }
  const next = nextRound(programme, runs, now)
  if (next !== null && Date.parse(next) - now < SOON_MS) tasks.push(task('round-soon', next))
  if (programme.matching_at === null && runs.length === 0 && counts.mentors > 0 && counts.mentees > 0) {
    tasks.push(task('no-round', null))
  }
  if (programme.sign_ups === 'open' && counts.mentees > counts.places) {
    tasks.push(task('short-of-places', next, counts.mentees - counts.places))
  }
  return tasks
}
