import { recheckAfterChanges } from '#actions/recheck.ts'
import type { Job } from './job.ts'

export const lookAgain: Job = async (ctx) => ({ ...(await recheckAfterChanges(ctx)) })
