import type { MailOutcome } from '#domain/mail-sending.ts'
import {
  asHtml,
  asText,
  headersOf,
  inBase64,
  MAIL_DEADLINE_MS,
  type MailAnswer,
  type Mailer,
  subjectOf,
} from './mail.ts'

/** Codes that say that a mail was not taken, and why; every other `E_…` is a plain refusal. */
const CODES: Record<string, MailOutcome> = {
  E_RECIPIENT_SUPPRESSED: 'suppressed',
  E_RATE_LIMIT_EXCEEDED: 'throttled',
  E_DAILY_LIMIT_EXCEEDED: 'throttled',
  // Said from within, so that nobody knows how far the mail had come.
  E_DELIVERY_FAILED: 'uncertain',
  E_INTERNAL_SERVER_ERROR: 'uncertain',
}

/** Mail through Cloudflare Email Service, which does not notice when it is handed the same mail twice. */
export function cloudflareMailer(binding: SendEmail): Mailer {
  return {
    isIdempotent: false,
    async send(mail) {
      if (!mail.to.includes('@')) return { outcome: 'address', messageId: null }
      try {
        const sent = await inTime(
          binding.send({
            from: { email: mail.from, name: mail.organisation },
            to: mail.to,
            subject: subjectOf(mail),
            text: asText(mail),
            html: asHtml(mail),
            ...(mail.attachment
              ? {
                  attachments: [
                    {
                      filename: mail.attachment.name,
                      type: mail.attachment.type,
                      content: inBase64(mail.attachment.content),
                      disposition: 'attachment' as const,
                    },
                  ],
                }
              : {}),
            headers: headersOf(mail),
          }),
        )
        return { outcome: 'accepted', messageId: sent?.messageId ?? null }
      } catch (error) {
        return refusalOf((error as { code?: unknown }).code)
      }
    },
  }
}

function refusalOf(code: unknown): MailAnswer {
  const isNamed = typeof code === 'string' && code.startsWith('E_')
  return { outcome: isNamed ? (CODES[code] ?? 'refused') : 'uncertain', messageId: null }
}

/** A binding that never answers is not waited for: what became of the mail is then unknown. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), MAIL_DEADLINE_MS)
  })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
