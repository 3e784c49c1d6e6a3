import { readImport } from '#actions/employee-import.ts'
import { computeRun } from '#actions/match-run.ts'
import type { JobMessage } from '../settings.ts'
import { deliverAtOnce } from './deliver-events.ts'
import type { Job } from './job.ts'
import { lookAgain } from './look-again.ts'
import { sendMails } from './send-mails.ts'

/** What each queue message wakes up. The message only says where to look; the store says what to do. */
export const WAKE_UPS: Record<JobMessage['job'], (id: string) => Job> = {
  'match-run':
    (id) =>
    async (ctx, { clock }) => ({ done: Number(await computeRun(ctx, id, clock)) }),
  'employee-import':
    (id) =>
    async (ctx, { clock }) => ({ done: Number(await readImport(ctx, id, clock)) }),
  deliveries: () => deliverAtOnce,
  mails: () => sendMails,
  recheck: () => lookAgain,
}
