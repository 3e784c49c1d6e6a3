import { remindUnloggedSessions } from '#actions/session-reminder.ts'
import { inTurn } from './job.ts'

export const remindSessions = inTurn('remindSessions', async (ctx) => ({
  reminded: await remindUnloggedSessions(ctx),
}))
