import { listPersonRecords, writePeople } from '#db/queries/person.ts'
import { listLinesAbove } from '#db/queries/reporting-line.ts'
import {
  areUnchanged,
  countTimesApplied,
  listMoversDue,
  listPeopleDue,
  REPORTING_MOVES,
} from '#db/queries/reporting-move.ts'
import type { PersonRecord } from '#domain/person.ts'
import { hierarchyOf } from '#domain/reporting-line.ts'
import { type MovePlan, organisationDay, planDay } from '#domain/reporting-move.ts'
import { type Context, commit } from './context.ts'

/** How many people change in one commit, and how many commits one call makes at most. */
const PEOPLE_A_CHUNK = 500
const CHUNKS_MAX = 20

/**
 * Makes the moves whose day has come the reporting lines of the people concerned, and lets those go whose last day is
 * over. Each chunk of people is one commit, so whoever dies half-way has done whole chunks, and the next call takes the
 * others; a move that was applied is gone, so a second call changes nothing.
 * @returns how many people changed, and how many lines were left out because they closed a circle.
 */
export async function applyMoves(ctx: Context): Promise<{ moved: number; left_out: number }> {
  const day = organisationDay(ctx.now)
  const counts = { moved: 0, left_out: 0 }
  for (let chunk = 0; chunk < CHUNKS_MAX; chunk++) {
    const ids = await listPeopleDue(ctx.db, day, PEOPLE_A_CHUNK)
    if (ids.length === 0) break
    const plan = await loadPlan(ctx, ids, day)
    await applyPlan(ctx, plan, day)
    counts.moved += plan.writes.length
    counts.left_out += plan.leftOut.length
    if (ids.length < PEOPLE_A_CHUNK) break
  }
  if (counts.moved > 0) ctx.wake({ job: 'recheck' })
  return counts
}

async function loadPlan(ctx: Context, ids: readonly string[], day: string): Promise<MovePlan> {
  const [people, moving] = await Promise.all([listPersonRecords(ctx.db, ids), listMoversDue(ctx.db, day)])
  const lines = await listLinesAbove(ctx.db, people.flatMap(managersToCome))
  const leaving = new Set(moving)
  return planDay(people, hierarchyOf(lines.filter(({ person }) => !leaving.has(person))), day)
}

function managersToCome({ moves }: PersonRecord): string[] {
  return moves.flatMap(({ manager, dotted_managers }) => [
    ...(manager === null ? [] : [manager]),
    ...dotted_managers,
  ])
}

async function applyPlan(ctx: Context, { writes, leftOut }: MovePlan, day: string): Promise<void> {
  if (writes.length === 0) return
  const version = (await countTimesApplied(ctx.db)) + 1
  await commit(ctx, {
    event: {
      type: 'reporting-moves.applied',
      subject: REPORTING_MOVES,
      version,
      data: { day, people: writes.length, left_out: leftOut.map(({ person }) => person) },
    },
    guards: areUnchanged(writes.map(({ id, version: after }) => ({ id, version: after - 1 }))),
    writes: writePeople(writes, ctx.now),
  })
}
