import type { MailProvider } from '#domain/mail-event.ts'
import { readCloudflareEvent, readResendEvent } from '#domain/mail-event.ts'
import { notFound, Problem } from '#domain/problem.ts'
import type { Context } from './context.ts'
import { suppressAddress } from './mail-suppression.ts'
import { isSame } from './signature.ts'

/** How far the clock of the sender may be off (Standard Webhooks 1.0.0). */
const TOLERANCE_S = 300

/** The headers by which a webhook of Standard Webhooks is known, under the names that the provider gives them. */
export interface SignedHeaders {
  id: string
  timestamp: string
  signature: string
}

/** Notes what a provider tells of mails that left. @returns how many addresses it suppressed */
export async function noteMailEvent(ctx: Context, provider: MailProvider, message: unknown): Promise<number> {
  const refusing = provider === 'cloudflare' ? readCloudflareEvent(message) : readResendEvent(message)
  let count = 0
  for (const address of refusing) if (await suppressAddress(ctx, address)) count += 1
  return count
}

/**
 * Makes sure that an event was signed with the secret of this deployment, not longer than five minutes ago.
 * @param body as it arrived, letter for letter
 * @throws Problem `not-found` where no such events are expected, `unauthenticated` for any other signature
 */
export async function verifyMailEvent(ctx: Context, headers: SignedHeaders, body: string): Promise<void> {
  const secret = ctx.settings.mailEventsSecret
  if (secret === null) throw notFound({ fr: 'Réception de nouvelles', en: 'Door for news of mail' })
  const { id, timestamp, signature } = headers
  const isTimely = /^\d{1,12}$/.test(timestamp) && Math.abs(ctx.now / 1000 - Number(timestamp)) <= TOLERANCE_S
  const expected = await signatureOf(secret, `${id}.${timestamp}.${body}`)
  const given = signature.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []))
  if (isTimely && given.some((one) => isSame(one, expected))) return
  throw new Problem('unauthenticated', {
    fr: 'La signature de ce message ne convient pas, ou date de plus de cinq minutes. Vérifiez le secret du webhook.',
    en: 'The signature of this message does not fit, or is older than five minutes. Check the secret of the webhook.',
  })
}

async function signatureOf(secret: string, content: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(content))
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
}
