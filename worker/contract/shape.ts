import * as v from 'valibot'

/** Text as people type it: control characters refused, trimmed, NFC, at most `max` characters. */
export const line = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').trim()),
    v.minLength(1),
    v.maxLength(max),
    v.check((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'contains control characters'),
  )

/** Several lines of text; line breaks and tabs are kept, other control characters refused. */
export const prose = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    v.maxLength(max),
    v.check((text) => !/[\p{Cs}]|(?![\n\t])\p{Cc}/u.test(text), 'contains control characters'),
  )

/** An instant on the wire (RFC 3339, in UTC with Z); epoch ms inside. */
export const instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/,
    'must be an instant such as 2026-03-01T08:00:00Z',
  ),
  v.transform((text) => Date.parse(text)),
  v.check((at) => Number.isFinite(at), 'must be an instant such as 2026-03-01T08:00:00Z'),
)

/** A civil day `YYYY-MM-DD` that exists. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-03-01'),
  v.check((text) => {
    const at = Date.parse(`${text}T00:00:00Z`)
    return Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
  }, 'must be a day that exists'),
)

export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-03'))

export const language = v.picklist(['fr', 'en'])

export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'must be made of a–z, 0–9 and hyphens, 64 at most'),
)

export const timeZone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  }, 'must be an IANA time zone such as Europe/Paris'),
)

export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

/** How an instant leaves: RFC 3339 with Z, or null. */
export function toInstant<T extends number | null>(at: T): T extends null ? string | null : string {
  return (at === null ? null : new Date(at).toISOString()) as never
}

/** A page of a list. */
export interface Page<T> {
  items: T[]
  next_cursor: string | null
}
