import { sendDueMails } from '#actions/mail.ts'
import type { Job } from './job.ts'

export const sendMails: Job = async (ctx, { mailer }) => ({ ...(await sendDueMails(ctx, mailer)) })
