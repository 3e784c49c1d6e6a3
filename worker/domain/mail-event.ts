/** Who tells of mails that left: Cloudflare on a queue, Resend by a webhook. */
export type MailProvider = 'cloudflare' | 'resend'

/** An address that wants no more of our mail, or cannot take any. */
export interface RefusingAddress {
  address: string
  reason: 'bounced' | 'complained' | 'refused'
}

/**
 * What a delivery event of Cloudflare Email Service says of an address, as it arrives on a queue
 * (`cf.email.sending.message.*`): hard bounces, complaints, and rejections because of its own list. Nothing for all that
 * passes, such as a full mailbox, and for what is none of these.
 */
export function readCloudflareEvent(message: unknown): RefusingAddress[] {
  const event = asRecord(message)
  const payload = asRecord(event['payload'])
  const address = payload['recipient']
  const reason = cloudflareReason(event['type'], payload)
  return reason === null || typeof address !== 'string' ? [] : [{ address, reason }]
}

function cloudflareReason(type: unknown, payload: Record<string, unknown>): RefusingAddress['reason'] | null {
  switch (type) {
    case 'cf.email.sending.message.bounced':
      return asRecord(payload['bounce'])['type'] === 'hard' ? 'bounced' : null
    case 'cf.email.sending.message.complained':
      return 'complained'
    case 'cf.email.sending.message.rejected':
      return asRecord(payload['rejection'])['reason'] === 'suppressed' ? 'refused' : null
    default:
      return null
  }
}

/** The same of an event of Resend: permanent bounces, complaints, and what its own list held back. */
export function readResendEvent(body: unknown): RefusingAddress[] {
  const event = asRecord(body)
  const data = asRecord(event['data'])
  const reason = resendReason(event['type'], data)
  if (reason === null) return []
  const to: unknown[] = Array.isArray(data['to']) ? data['to'] : [data['to']]
  return to.flatMap((address) => (typeof address === 'string' ? [{ address, reason }] : []))
}

function resendReason(type: unknown, data: Record<string, unknown>): RefusingAddress['reason'] | null {
  if (type === 'email.complained') return 'complained'
  if (type === 'email.suppressed') return 'refused'
  return type === 'email.bounced' && asRecord(data['bounce'])['type'] === 'Permanent' ? 'bounced' : null
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
