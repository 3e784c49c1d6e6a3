import { insertMails } from '#db/queries/mail.ts'
import { listSessionsToLog, updatePairSession } from '#db/queries/pair-session.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { LOG_DAYS, LOG_REMINDER_MS } from '#domain/pair-session.ts'
import { type Context, commit } from './context.ts'
import { remindAboutSession } from './pair-session-mail.ts'

/**
 * Reminds both, once, of a planned session that nobody logged a day later (job remind-sessions); after two weeks it is left
 * alone.
 * @returns how many sessions.
 */
export async function remindUnloggedSessions(ctx: Context): Promise<number> {
  const due = await listSessionsToLog(ctx.db, ctx.now - LOG_DAYS * DAY_MS, ctx.now - LOG_REMINDER_MS, 100)
  for (const found of due) {
    const { session, pair, mentor, mentee } = found
    const programme = await getProgrammeById(ctx.db, session.programme_id)
    const version = session.version + 1
    const mails = [
      ...(await remindAboutSession(ctx, programme, found, session, mentor)),
      ...(await remindAboutSession(ctx, programme, found, session, mentee)),
    ]
    await commit(ctx, {
      event: {
        type: 'pair.reminded',
        subject: session.id,
        version,
        data: { session: session.id, pair: pair.id },
      },
      writes: [updatePairSession(ctx.db, session.id, { version }), ...insertMails(mails, ctx.now)],
    })
  }
  if (due.length) ctx.wake({ job: 'mails' })
  return due.length
}
