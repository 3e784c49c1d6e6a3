import { returnPairs as returnDuePairs } from '#actions/pause.ts'
import type { Job } from './job.ts'

export const returnPairs: Job = async (ctx) => ({ returned: await returnDuePairs(ctx) })
