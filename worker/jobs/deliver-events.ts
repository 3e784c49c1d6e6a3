import { deliverDueEvents } from '#actions/webhook-delivery.ts'
import type { Job } from './job.ts'

/** Each endpoint is served under a lease of its own. */
export const deliverEvents: Job = async (ctx, { courier, clock }) => ({
  ...(await deliverDueEvents(ctx, courier, clock)),
})

/** The same on a message, as soon as something happened: whoever answered the last time. The others are the timetable’s. */
export const deliverAtOnce: Job = async (ctx, { courier, clock }) => ({
  ...(await deliverDueEvents(ctx, courier, clock, 'well')),
})
