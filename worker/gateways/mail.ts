import { html } from 'hono/html'
import type { Language } from '#domain/language.ts'
import type { MailWords } from '#domain/mail.ts'

export interface OutgoingMail {
  from: string
  organisation: string
  to: string
  language: Language
  words: MailWords
  /** A file that goes along, such as an invitation to a session. */
  attachment: MailAttachment | null
  at: number
}

export interface MailAttachment {
  name: string
  /** Media type with its parameters, such as `text/calendar; method=REQUEST; charset=UTF-8`. */
  type: string
  content: string
}

/** What became of a mail: accepted by the provider, or a named refusal. Never throws. */
export type MailOutcome = 'accepted' | 'refused' | 'unreachable' | 'address'

export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>
}

/** Mail through Cloudflare Email Service. */
export function cloudflareMailer(binding: SendEmail): Mailer {
  return {
    async send(mail) {
      if (!mail.to.includes('@')) return 'address'
      try {
        await binding.send({
          from: { email: mail.from, name: mail.organisation },
          to: mail.to,
          subject: mail.words.subject,
          text: asText(mail),
          html: asHtml(mail),
          ...(mail.attachment ? { attachments: [attached(mail.attachment)] } : {}),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
        })
        return 'accepted'
      } catch (error) {
        const code = (error as { code?: string }).code ?? ''
        return /SUPPRESSED|NOT_ALLOWED|VALIDATION|NOT_VERIFIED/.test(code) ? 'refused' : 'unreachable'
      }
    },
  }
}

function attached({ name, type, content }: MailAttachment) {
  // Base64 in a string: bytes do not pass through every runtime.
  const bytes = new TextEncoder().encode(content)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return { filename: name, type, content: btoa(binary), disposition: 'attachment' as const }
}

/** The mail as plain text: sentences, then the one thing to do with its address. */
export function asText({ words, organisation }: OutgoingMail): string {
  const action = words.action ? [`${words.action.label}\u00a0: ${words.action.href}`] : []
  const lines = words.lines?.length ? [words.lines.map((line) => `- ${line}`).join('\n')] : []
  return [...words.paragraphs, ...lines, ...action, `— ${organisation}`].join('\n\n')
}

/** The mail as HTML that every client can show: no image, no style sheet, no tracking. */
export function asHtml({ words, organisation, language }: OutgoingMail): string {
  const page = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.subject}</title></head>
<body style="margin:0;background:#fbfaf7;color:#1c1b22;font:17px/1.6 Georgia,serif">
<div style="max-width:34em;margin:0 auto;padding:32px 20px">
<p style="margin:0 0 24px"><svg xmlns="http://www.w3.org/2000/svg" width="44" height="28" viewBox="0 0 44 28" role="img" aria-label="Binôme"><circle cx="15" cy="14" r="12" fill="#0b6e69"/><circle cx="29" cy="14" r="12" fill="#b4481f" fill-opacity=".85"/></svg></p>
${words.paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${paragraph}</p>`)}
${words.lines?.length ? html`<ul style="margin:0 0 16px;padding-left:1.2em">${words.lines.map((line) => html`<li style="margin:0 0 8px">${line}</li>`)}</ul>` : ''}
${
  words.action
    ? html`<p style="margin:24px 0"><a href="${words.action.href}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#5b4b8a;color:#ffffff;text-decoration:none">${words.action.label}</a></p>`
    : ''
}
<p style="margin:32px 0 0;color:#5d5a66">— ${organisation}</p>
</div></body></html>`
  return String(page)
}
