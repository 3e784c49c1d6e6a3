import { sign } from '#actions/signature.ts'
import { type House, MAIL_EVENTS_SECRET } from '#test/house.ts'
import { readSettings } from '../../worker/settings.ts'

/** The headers by which the HTTP provider signs an event (Standard Webhooks 1.0.0, under the names of Svix). */
export async function signedHeaders(
  event: unknown,
  now: number,
  secret = MAIL_EVENTS_SECRET,
): Promise<Record<string, string>> {
  const [id, timestamp] = ['msg_1', String(Math.floor(now / 1000))]
  const bytes = Uint8Array.from(atob(secret.slice(6)), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const content = new TextEncoder().encode(`${id}.${timestamp}.${JSON.stringify(event)}`)
  const signature = btoa(
    String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, content))),
  )
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
}

/** A mailbox that is gone, as the HTTP provider tells of it. */
export function bounceOf(address: string, type = 'Permanent') {
  return {
    type: 'email.bounced',
    data: { email_id: 'msg', to: [address], bounce: { type, subType: 'General' } },
  }
}

/** The provider tells of something, signed. */
export async function tellMailEvent(house: House, event: unknown) {
  return house.stranger.post('mail-events', event, await signedHeaders(event, house.now))
}

/** The token by which somebody stops what they are sent regularly. */
export async function unsubscribeToken(house: House, id: string): Promise<string> {
  const { secret } = readSettings(await house.bindings())
  return `${id}.${await sign(secret, `unsubscribe ${id}`)}`
}
