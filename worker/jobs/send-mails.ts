import { sendDueMails } from '#actions/mail-sending.ts'
import { inTurn } from './job.ts'

export const sendMails = inTurn('sendMails', async (ctx, { mailer }) => ({
  ...(await sendDueMails(ctx, mailer)),
}))
