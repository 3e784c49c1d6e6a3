import { applyMoves as applyDueMoves } from '#actions/reporting-move.ts'
import { inTurn } from './job.ts'

export const applyMoves = inTurn('applyMoves', async (ctx) => ({ ...(await applyDueMoves(ctx)) }))
