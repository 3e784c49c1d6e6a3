import { askForFeedback } from '#actions/feedback-asking.ts'
import { inTurn } from './job.ts'

export const askFeedback = inTurn('askFeedback', async (ctx) => askForFeedback(ctx))
