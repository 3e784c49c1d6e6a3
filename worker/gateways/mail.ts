import { html } from 'hono/html'
import type { Language } from '#domain/language.ts'
import type { MailWords } from '#domain/mail.ts'
import type { MailOutcome } from '#domain/mail-sending.ts'

export interface OutgoingMail {
  /** Known again by it: the same over retries whose first answer was lost. */
  id: string
  /** The mails of the outbox that leave as this one; more than one where reminders are put together. */
  mails: readonly string[]
  from: string
  organisation: string
  to: string
  language: Language
  words: MailWords
  /** A file that goes along, such as an invitation to a session. */
  attachment: MailAttachment | null
  /** Where a reader stops what is sent regularly, with one press (RFC 8058); null for what is sent once. */
  unsubscribe: string | null
  at: number
}

export interface MailAttachment {
  name: string
  /** Media type with its parameters, such as `text/calendar; method=REQUEST; charset=UTF-8`. */
  type: string
  content: string
}

/** What a provider said of a mail, and its own id of the message where it took it. */
export interface MailAnswer {
  outcome: MailOutcome
  messageId: string | null
}

/** How mails leave. */
export interface Mailer {
  /** Whether the provider notices when the same `id` is sent twice, and sends it once. */
  isIdempotent: boolean
  /** Hands one mail over. Never throws. */
  send(mail: OutgoingMail): Promise<MailAnswer>
}

/** Providers that have not answered by then are not waited for. */
export const MAIL_DEADLINE_MS = 10_000

/** The subject in one line: what people wrote stands in it, such as the name of a programme. */
export function subjectOf({ words }: OutgoingMail): string {
  return words.subject.replace(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, ' ').trim()
}

/** The headers that say what sort of mail this is (RFC 3834, RFC 3282, RFC 2369, RFC 8058). */
export function headersOf({ language, unsubscribe }: OutgoingMail): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': language,
    ...(unsubscribe === null
      ? {}
      : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  }
}

/** A text in base64, as both providers take files. */
export function inBase64(content: string): string {
  const bytes = new TextEncoder().encode(content)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

const STOP = {
  fr: 'Ne plus recevoir ces messages',
  en: 'Stop receiving these messages',
} as const

/** The mail as plain text: sentences, then the one thing to do with its address. */
export function asText({ words, organisation, language, unsubscribe }: OutgoingMail): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  const pointed = ({ label, href }: { label: string; href: string }) =>
    href === '' ? label : `${label}${colon}${href}`
  const action = words.action ? [pointed(words.action)] : []
  const lines = words.lines?.length ? [words.lines.map((line) => `- ${line}`).join('\n')] : []
  const links = words.links?.length ? [words.links.map((link) => `- ${pointed(link)}`).join('\n')] : []
  const stop = unsubscribe === null ? [] : [pointed({ label: STOP[language], href: unsubscribe })]
  return [...words.paragraphs, ...lines, ...links, ...action, `— ${organisation}`, ...stop].join('\n\n')
}

/** The mail as HTML that every client can show: no image, no style sheet, no tracking. */
export function asHtml({ words, organisation, language, unsubscribe }: OutgoingMail): string {
  const page = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.subject}</title></head>
<body style="margin:0;background:#fbfaf7;color:#1c1b22;font:17px/1.6 Georgia,serif">
<div style="max-width:34em;margin:0 auto;padding:32px 20px">
<p style="margin:0 0 24px"><svg xmlns="http://www.w3.org/2000/svg" width="44" height="28" viewBox="0 0 44 28" role="img" aria-label="Binôme"><circle cx="15" cy="14" r="12" fill="#0b6e69"/><circle cx="29" cy="14" r="12" fill="#b4481f" fill-opacity=".85"/></svg></p>
${words.paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${paragraph}</p>`)}
${words.lines?.length ? list(words.lines) : ''}
${words.links?.length ? list(words.links.map(({ label, href }) => (href === '' ? label : html`<a href="${href}" style="color:#5b4b8a">${label}</a>`))) : ''}
${
  words.action
    ? html`<p style="margin:24px 0"><a href="${words.action.href}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#5b4b8a;color:#ffffff;text-decoration:none">${words.action.label}</a></p>`
    : ''
}
<p style="margin:32px 0 0;color:#5d5a66">— ${organisation}</p>
${unsubscribe === null ? '' : html`<p style="margin:16px 0 0"><a href="${unsubscribe}" style="color:#5d5a66">${STOP[language]}</a></p>`}
</div></body></html>`
  return String(page)
}

function list(items: readonly unknown[]) {
  return html`<ul style="margin:0 0 16px;padding-left:1.2em">${items.map((item) => html`<li style="margin:0 0 8px">${item}</li>`)}</ul>`
}
