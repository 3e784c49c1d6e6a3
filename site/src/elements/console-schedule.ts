import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { DAY_MS, endOfDay } from '#domain/local-time.ts'
import type { WorksCouncil } from '#domain/programme.ts'
import type { PairShown, ParticipantShown } from '../api-shapes.ts'

/** A programme with everything that its line of the first screen counts. */
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
