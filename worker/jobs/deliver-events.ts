import { deliverDueEvents } from '#actions/webhook-delivery.ts'
import { inTurn } from './job.ts'

export const deliverEvents = inTurn('deliverEvents', async (ctx, { courier, clock }) => ({
  ...(await deliverDueEvents(ctx, courier, clock)),
}))
