import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { api } from '../api.ts'
import { ApiError } from '../api-error.ts'
import type { ProgrammeSeen } from './console-schedule.ts'

/** A programme with its people, its runs and its pairs. */
export async function lookInto(programme: ProgrammeShown): Promise<ProgrammeSeen> {
  const [participants, runs, pairs] = await Promise.all([
    api.participants(programme.slug),
    api.matchRuns(programme.slug),
    api.pairs(programme.slug),
  ])
  return { programme, participants, runs, pairs }
}

/**
 * Asks how a run is doing until it has ended, every second at first and every five seconds later.
 * A moment without an answer is waited through; any other refusal is thrown.
 */
export async function followRun(id: string, seen: (run: MatchRunShown) => void): Promise<MatchRunShown> {
  for (let pauseMs = 1000; ; pauseMs = Math.min(5000, pauseMs * 1.3)) {
    try {
      const run = await api.matchRun(id)
      seen(run)
      if (run.state !== 'queued' && run.state !== 'running') return run
    } catch (error) {
      if (!(error instanceof ApiError) || (error.status !== 0 && error.status < 500)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
