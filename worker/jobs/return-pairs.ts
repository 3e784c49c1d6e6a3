import { returnPairs as returnDuePairs } from '#actions/pause.ts'
import { inTurn } from './job.ts'

export const returnPairs = inTurn('returnPairs', async (ctx) => ({ returned: await returnDuePairs(ctx) }))
