import { askAfterTakeaways } from '#actions/takeaway.ts'
import type { Job } from './job.ts'

export const remindTakeaways: Job = async (ctx) => ({ asked: await askAfterTakeaways(ctx) })
