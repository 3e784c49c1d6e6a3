import { computeRun, queueDueRuns } from '#actions/match-run.ts'
import { listRunsWaiting } from '#db/queries/match-run.ts'
import type { Job } from './job.ts'
import { tryEach } from './try-each.ts'

export const runMatches: Job = async (ctx, { clock }) => {
  const queued = await queueDueRuns(ctx)
  const waiting = await listRunsWaiting(ctx.db, ctx.now)
  const counts = await tryEach(waiting, ({ id }) => computeRun(ctx, id, clock))
  return { queued, ...counts }
}
