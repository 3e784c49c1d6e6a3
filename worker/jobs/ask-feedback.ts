import { askForFeedback } from '#actions/feedback-asking.ts'
import type { Job } from './job.ts'

export const askFeedback: Job = async (ctx) => askForFeedback(ctx)
