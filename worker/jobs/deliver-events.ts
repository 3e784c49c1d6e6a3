import { deliverDueEvents } from '#actions/webhook.ts'
import { inTurn } from './job.ts'

export const deliverEvents = inTurn('deliverEvents', async (ctx, { courier }) => ({
  ...(await deliverDueEvents(ctx, courier)),
}))
