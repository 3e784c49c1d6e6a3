import { isSame, sign } from '#actions/signature.ts'
import { DAY_MS } from '#domain/local-time.ts'

/** What a posted form’s token says: when the form was given out, or that it is none of ours. */
export type FormToken = { issuedAt: number } | null

/** Nobody reads and fills in a form faster than this. */
const FASTEST_MS = 1_000

/** A page may stay open over a holiday; the answers in it are then still welcome. */
const OLDEST_MS = 31 * DAY_MS

/**
 * A token for one form of one programme: the instant at which it was given out, signed, so that a program can neither
 * make one up nor give it another age (D37). It holds nothing about who reads the page.
 */
export async function issueFormToken(secret: string, form: string, now: number): Promise<string> {
  return `${now.toString(36)}.${await sign(secret, `form:${form}:${now}`)}`
}

/** Reads a token back; null where it was altered, is for another form, comes from the future or is a month old. */
export async function readFormToken(
  secret: string,
  form: string,
  token: string | undefined,
  now: number,
): Promise<FormToken> {
  const found = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(token ?? '')
  if (!found) return null
  const issuedAt = Number.parseInt(found[1]!, 36)
  if (!isSame(found[2]!, await sign(secret, `form:${form}:${issuedAt}`))) return null
  return issuedAt > now || now - issuedAt > OLDEST_MS ? null : { issuedAt }
}

/** Whether a form was sent sooner than anybody reads it, or without a token of ours: worth asking once more. */
export function isHasty(token: FormToken, now: number): boolean {
  return token === null || now - token.issuedAt < FASTEST_MS
}
