import { asHtml, asText, type Mailer, subjectOf } from '#gateways/mail.ts'
import { keepMail } from './store.ts'

/** Mail that goes nowhere: kept for the page that shows it. Nothing of it is ever lost on the way. */
export function localMailer(db: D1Database): Mailer {
  return {
    isIdempotent: false,
    async send(mail) {
      try {
        await keepMail(db, {
          recipient: mail.to,
          subject: subjectOf(mail),
          text: asText(mail),
          html: asHtml(mail),
          language: mail.language,
          sent_at: mail.at,
        })
        return { outcome: 'accepted', messageId: null }
      } catch {
        return { outcome: 'unreachable', messageId: null }
      }
    },
  }
}
