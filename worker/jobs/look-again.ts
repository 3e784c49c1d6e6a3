import { recheckAfterChanges } from '#actions/recheck.ts'
import { inTurn } from './job.ts'

export const lookAgain = inTurn('lookAgain', async (ctx) => ({ ...(await recheckAfterChanges(ctx)) }))
