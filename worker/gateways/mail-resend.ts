import type { MailOutcome } from '#domain/mail-sending.ts'
import {
  asHtml,
  asText,
  headersOf,
  inBase64,
  MAIL_DEADLINE_MS,
  type Mailer,
  type OutgoingMail,
  subjectOf,
} from './mail.ts'

const ADDRESS = 'https://api.resend.com/emails'

/**
 * Mail through the HTTP door of Resend. It knows a mail again by its `Idempotency-Key` for 24 hours, so that one whose
 * answer was lost can be handed over again.
 * @param ask how requests are made
 */
export function resendMailer(apiKey: string, ask: typeof fetch = fetch): Mailer {
  return {
    isIdempotent: true,
    async send(mail) {
      if (!mail.to.includes('@')) return { outcome: 'address', messageId: null }
      try {
        const response = await ask(ADDRESS, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(MAIL_DEADLINE_MS),
          headers: {
            authorization: `Bearer ${apiKey}`,
            'content-type': 'application/json',
            'idempotency-key': mail.id,
            'user-agent': 'Binome-Mail/1',
          },
          body: JSON.stringify(bodyOf(mail)),
        })
        const { id, name, message } = await readAnswer(response)
        if (response.ok) return { outcome: 'accepted', messageId: id ?? null }
        return { outcome: outcomeOf(response.status, name ?? '', message ?? ''), messageId: null }
      } catch {
        // Whether the connection broke before or after the mail was taken is not told.
        return { outcome: 'uncertain', messageId: null }
      }
    },
  }
}

function bodyOf(mail: OutgoingMail) {
  const name = mail.organisation.replace(/[\p{Cc}"\\<>]/gu, ' ').trim()
  return {
    from: name === '' ? mail.from : `"${name}" <${mail.from}>`,
    to: [mail.to],
    subject: subjectOf(mail),
    html: asHtml(mail),
    text: asText(mail),
    headers: headersOf(mail),
    ...(mail.attachment
      ? {
          attachments: [
            {
              filename: mail.attachment.name,
              content: inBase64(mail.attachment.content),
              content_type: mail.attachment.type,
            },
          ],
        }
      : {}),
  }
}

/** The few words of an answer; what is no JSON says nothing. */
async function readAnswer(response: Response): Promise<{ id?: string; name?: string; message?: string }> {
  const answer: unknown = await response.json().catch(() => null)
  if (typeof answer !== 'object' || answer === null) return {}
  const { id, name, message } = answer as Record<string, unknown>
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof message === 'string' ? { message } : {}),
  }
}

/**
 * What a refusal means. The same key with another content (409) says that a mail under this id came before, and a failure
 * inside (5xx) that nobody knows: neither says that nothing left.
 */
function outcomeOf(status: number, name: string, message: string): MailOutcome {
  if (status === 429) return 'throttled'
  if (status === 409 || status === 408 || status >= 500 || status < 400) return 'uncertain'
  if (/idempoten/.test(name) && status !== 400) return 'uncertain'
  return (status === 422 || status === 400) && /`to`/.test(message) ? 'address' : 'refused'
}
