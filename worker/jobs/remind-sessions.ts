import { remindUnloggedSessions } from '#actions/session-reminder.ts'
import type { Job } from './job.ts'

export const remindSessions: Job = async (ctx) => ({ reminded: await remindUnloggedSessions(ctx) })
