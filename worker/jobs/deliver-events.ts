import { deliverDueEvents } from '#actions/webhook.ts'
import type { Job } from './job.ts'

export const deliverEvents: Job = async (ctx) => ({ ...(await deliverDueEvents(ctx)) })
