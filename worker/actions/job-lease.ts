import { claimJob, type JobLease, keepJob } from '#db/queries/job-lease.ts'
import type { Context } from './context.ts'

/** How long the silence of a worker counts as work; each commit begins it anew. */
export const LEASE_MS = 120_000

/** A job that the context’s worker holds: its commits are refused once another has taken over. */
export interface Held extends JobLease {
  clock: () => number
}

/**
 * Does work that one worker at a time may do, however often the cron fires or a message arrives: under a lease with a fence.
 * Who loses the lease on the way commits nothing more.
 * @returns null, and nothing done, where somebody else is at it
 */
export async function underLease<T>(
  ctx: Context,
  job: string,
  clock: () => number,
  work: (ctx: Context) => Promise<T>,
): Promise<T | null> {
  const lease = await claimJob(ctx.db, job, ctx.now, ctx.now + LEASE_MS)
  if (!lease) return null
  try {
    return await work({ ...ctx, held: { ...lease, clock } })
  } finally {
    // Where the store is away, the lease ends by itself.
    await ctx.db.run(keepJob(lease, 0)).catch(() => undefined)
  }
}

/** Keeps the job of this context for a while longer; nothing outside a job. */
export async function keepHolding({ db, held }: Context): Promise<void> {
  if (held) await db.run(keepJob(held, held.clock() + LEASE_MS))
}
