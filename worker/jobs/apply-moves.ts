import { applyMoves as applyDueMoves } from '#actions/reporting-move.ts'
import type { Job } from './job.ts'

export const applyMoves: Job = async (ctx) => ({ ...(await applyDueMoves(ctx)) })
