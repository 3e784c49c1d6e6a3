import { lookAtPairs as look } from '#actions/trouble.ts'
import type { Job } from './job.ts'

export const lookAtPairs: Job = async (ctx) => ({ ...(await look(ctx)) })
