import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Objective, Problem } from '#matching/assign.ts'
import { type Dialogue, openDialogue } from './dialogue.ts'
import { writeProblem } from './problem-files.ts'
import { quantile } from './quantile.ts'

const SECONDS_MAX = 240
const MUNKRES_SECONDS_MAX = 60
/** A solve that takes longer is neither warmed up nor repeated often. */
const SLOW_MS = 2000
/** A reference that takes longer is asked once. */
const LONG_MS = 5000
const WARM_UP_MS = 1500
const WARM_UP_CALLS = 40
const ROUNDS = 7
const SLOW_ROUNDS = 3
/** How long our side may go on calling within a round, and how often: a single call of 2 ms says little. */
const TURN_MS = 100
const TURN_CALLS = 15
const COLD_STARTS = 3

interface Solved {
  ms: number
  total: number
  worst: number
  matched: number
  peak_mb: number
  error?: string
}

export interface Outcome {
  total: number | null
  matched: number | null
  worst: number | null
  certified: boolean
  cold_ms: number | null
  warm_ms: number | null
  peak_mb: number | null
  error?: string
  reference: { ms: number; total: number; worst: number } | null
  munkres: { ms: number; total: number } | 'too slow' | null
}

/** The Python that can import scipy; null where there is none. */
export function findReference(): string | null {
  const hasScipy = (python: string) => spawnSync(python, ['-c', 'import scipy.sparse.csgraph']).status === 0
  return ['python3', '/usr/bin/python3'].find(hasScipy) ?? null
}

/**
 * Has a problem solved by each program in a process of its own: ours cold (median of the first calls of fresh
 * processes), then ours and scipy by turns, so that whatever else the machine does hits both alike (medians).
 */
export async function holdContest(
  problem: Problem,
  objective: Objective,
  python: string | null,
  withMunkres: boolean,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'binome-bench-'))
  try {
    writeProblem(folder, problem)
    const cold = await measureCold(folder, objective)
    const warm = await takeTurns(folder, objective, python)
    const munkres = withMunkres ? await measureMunkres(folder) : null
    return { ...warm, cold_ms: cold, munkres }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const openOurs = (folder: string, objective: Objective) =>
  openDialogue<Solved & { certified: boolean; why?: string }>(
    process.execPath,
    [join(import.meta.dirname, 'solver-process.ts'), folder, objective],
    SECONDS_MAX,
  )

const openReference = (python: string, folder: string, objective: Objective) =>
  openDialogue<Solved>(python, [join(import.meta.dirname, 'reference.py'), folder, objective], SECONDS_MAX)

async function measureCold(folder: string, objective: Objective): Promise<number | null> {
  const times: number[] = []
  while (times.length < COLD_STARTS) {
    const ours = openOurs(folder, objective)
    const solved = await ours.ask('solve')
    ours.end()
    if (!solved || solved.error) return null
    times.push(solved.ms)
    if (solved.ms > SLOW_MS) break
  }
  return quantile(times, 0.5)
}

async function takeTurns(
  folder: string,
  objective: Objective,
  python: string | null,
): Promise<Omit<Outcome, 'cold_ms' | 'munkres'>> {
  const ours = openOurs(folder, objective)
  const reference = python ? openReference(python, folder, objective) : null
  const first = await ours.ask('solve')
  const canSolve = first !== null && !first.error
  if (canSolve) await callFor(ours, WARM_UP_MS - first.ms, WARM_UP_CALLS)
  const theirFirst = (await reference?.ask('solve')) ?? null
  const isLong = (theirFirst?.ms ?? 0) > LONG_MS
  const rounds = Math.max(first?.ms ?? 0, theirFirst?.ms ?? 0) > SLOW_MS ? SLOW_ROUNDS : ROUNDS
  const mine: Solved[] = []
  const theirs: Solved[] = isLong && theirFirst ? [theirFirst] : []
  for (let round = 0; round < rounds; round++) {
    if (canSolve) mine.push(...(await callFor(ours, TURN_MS, TURN_CALLS)))
    const solved = theirFirst && !isLong ? await reference?.ask('solve') : null
    if (solved) theirs.push(solved)
  }
  const verdict = canSolve ? await ours.ask('judge') : null
  ours.end()
  reference?.end()
  const last = mine.at(-1) ?? null
  return {
    total: last?.total ?? null,
    matched: last?.matched ?? null,
    worst: last?.worst ?? null,
    certified: verdict?.certified ?? false,
    warm_ms: last && medianMs(mine),
    peak_mb: last?.peak_mb ?? null,
    error: last ? (verdict?.error ?? verdict?.why) : (first?.error ?? `no answer within ${SECONDS_MAX} s`),
    reference: theirs[0] ? { ...theirs[0], ms: medianMs(theirs) } : null,
  }
}

const medianMs = (calls: Solved[]) =>
  quantile(
    calls.map(({ ms }) => ms),
    0.5,
  )

/** Calls until the time or the number of calls is spent, and at least once where there is time at all. */
async function callFor({ ask }: Dialogue<Solved>, msMax: number, callsMax: number): Promise<Solved[]> {
  const calls: Solved[] = []
  for (let spent = 0; spent < msMax && calls.length < callsMax; ) {
    const solved = await ask('solve')
    if (!solved || solved.error) break
    calls.push(solved)
    spent += solved.ms
  }
  return calls
}

async function measureMunkres(folder: string): Promise<Outcome['munkres']> {
  const script = join(import.meta.dirname, 'munkres-process.ts')
  const theirs = openDialogue<Solved>(process.execPath, [script, folder], MUNKRES_SECONDS_MAX)
  const times: number[] = []
  let total = 0
  while (times.length < SLOW_ROUNDS) {
    const solved = await theirs.ask('solve')
    if (!solved) break
    times.push(solved.ms)
    total = solved.total
    if (solved.ms > SLOW_MS) break
  }
  theirs.end()
  return times.length ? { ms: quantile(times, 0.5), total } : 'too slow'
}
