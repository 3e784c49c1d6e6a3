import type { SQLWrapper } from 'drizzle-orm'
import { stage } from '#db/commit.ts'
import { holdMatchRun, holdsRun, type MatchRunRow } from '#db/queries/match-run.ts'
import { LEASE_MS } from '#domain/match-run.ts'
import { conflict } from '#domain/problem.ts'
import type { Context } from './context.ts'

/** Longer than one call may compute (`limits.cpu_ms`): until then silence is work. */
const SOLVING_MS = 330_000

/** Statements of a batch; each carries a megabyte at most. */
const STATEMENTS_A_BATCH = 3

/** Writes what a run found, ahead of its completion, for as long as the worker holds the run. */
export interface RunWriter {
  /** Takes statements, and writes them as soon as they fill a batch. */
  add(writes: Iterable<SQLWrapper>): Promise<void>
  /** What is not written yet, to go with the commit. */
  rest(): SQLWrapper[]
  /** Keeps the run while nothing is written: for as long as a computation may take. */
  hold(): Promise<void>
}

/** @throws Problem `conflict`, from `add` and `hold`, once another worker holds the run. */
export function openRunWriter(
  { db }: Pick<Context, 'db'>,
  run: Pick<MatchRunRow, 'id' | 'fence'>,
  clock: () => number,
): RunWriter {
  let waiting: SQLWrapper[] = []
  const hold = async (forMs: number) => {
    if (!(await holdMatchRun(db, run, clock() + forMs))) throw conflict()
  }
  return {
    async add(writes) {
      for (const write of writes) {
        waiting.push(write)
        if (waiting.length < STATEMENTS_A_BATCH) continue
        await hold(LEASE_MS)
        await stage(db, { writes: waiting, guards: [holdsRun(run)] })
        waiting = []
      }
    },
    rest: () => waiting,
    hold: () => hold(SOLVING_MS),
  }
}
