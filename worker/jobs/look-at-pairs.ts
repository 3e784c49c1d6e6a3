import { lookAtPairs as look } from '#actions/trouble.ts'
import { inTurn } from './job.ts'

export const lookAtPairs = inTurn('lookAtPairs', async (ctx) => ({ ...(await look(ctx)) }))
