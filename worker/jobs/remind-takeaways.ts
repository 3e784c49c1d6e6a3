import { askAfterTakeaways } from '#actions/takeaway.ts'
import { inTurn } from './job.ts'

export const remindTakeaways = inTurn('remindTakeaways', async (ctx) => ({
  asked: await askAfterTakeaways(ctx),
}))
