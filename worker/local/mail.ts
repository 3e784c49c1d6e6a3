import { asHtml, asText, type Mailer } from '#gateways/mail.ts'
import { keepMail } from './store.ts'

/** Mail that goes nowhere: kept for the page that shows it. */
export function localMailer(db: D1Database): Mailer {
  return {
    async send(mail) {
      await keepMail(db, {
        recipient: mail.to,
        subject: mail.words.subject,
        text: asText(mail),
        html: asHtml(mail),
        language: mail.language,
        sent_at: mail.at,
      })
      return 'accepted'
    },
  }
}
