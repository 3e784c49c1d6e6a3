import { deleteExpired } from '#db/queries/retention.ts'
import type { Job } from './job.ts'

export const cleanUp: Job = async (ctx) => deleteExpired(ctx.db, ctx.now)
