/** What became of a mail that was handed to the provider. */
export type MailOutcome =
  | 'accepted'
  /** Definitely not sent; another time it may be. */
  | 'refused'
  /** The same, because too much is asked of the provider for now. */
  | 'throttled'
  /** The provider was not reached, so definitely not sent. */
  | 'unreachable'
  /** There is no such address. */
  | 'address'
  /** The address refuses our mail. */
  | 'suppressed'
  /** No answer came: it may have left, or not. */
  | 'uncertain'

export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'uncertain'

const MINUTE_MS = 60_000

/** When a mail that was refused is tried again: 1, 5, 30 minutes, 2 and 6 hours, then never (8 h 36 in all). */
export const MAIL_RETRY_MINUTES = [1, 5, 30, 120, 360] as const

/** How long a mail may be under way before its worker counts as dead: every provider has answered by then. */
export const ABANDONED_MS = 10 * MINUTE_MS

/** Within this time of a lost answer an idempotent provider still knows the mail again; they keep what they sent for 24 hours. */
const KNOWN_AGAIN_MS = 20 * 60 * MINUTE_MS

/** From so many reminders at once on, they leave as one mail. */
const SEVERAL = 3

/** A mail of the outbox, as far as deciding goes. */
export interface WaitingMail {
  id: string
  person_id: string | null
  reminder: boolean
  facts: Record<string, string> | null
  attempts: number
  /** Since when it may have left without our knowing; null where it certainly has not. */
  sent_at: number | null
  /** While it is under way, or may have left: the message it belonged to, and that attempt. */
  message_id: string | null
}

/** What a claim writes, so that an attempt is known again: the id of the message, and that of the attempt. */
export function attemptMark(message: string, attempt: string): string {
  return `${message}/${attempt}`
}

/** The id of the message that an attempt was about. */
export function messageOfMark(mark: string): string {
  return mark.split('/')[0] as string
}

/**
 * Mails as the messages they leave as: three or more reminders to one person together, everything else alone. An invitation
 * is never put together with others, and what may have left once leaves again as the very same message or not at all.
 */
export function asMessages<M extends WaitingMail>(due: readonly M[]): M[][] {
  const lost = due.filter(({ sent_at }) => sent_at !== null)
  const fresh = due.filter(({ sent_at }) => sent_at === null)
  const again = Map.groupBy(lost, ({ id, message_id }) => message_id ?? id)
  const byPerson = Map.groupBy(fresh.filter(canBeTogether), ({ person_id }) => person_id)
  const together = [...byPerson.values()].filter((mails) => mails.length >= SEVERAL)
  const inGroups = new Set(together.flat())
  const groupOf = new Map(together.map((mails) => [mails[0], mails]))
  // In the order in which they were due, a group where its first mail stands.
  return [
    ...again.values(),
    ...fresh.flatMap((mail) => {
      const group = groupOf.get(mail)
      if (group) return [group]
      return inGroups.has(mail) ? [] : [[mail]]
    }),
  ]
}

function canBeTogether({ reminder, person_id, facts }: WaitingMail): boolean {
  return reminder && person_id !== null && !facts?.['invite']
}

/** Whether a mail may be handed over: not where it may have left already, unless the provider would notice. */
export function mayLeave(
  { sent_at, attempts }: Pick<WaitingMail, 'sent_at' | 'attempts'>,
  isIdempotent: boolean,
  now: number,
): boolean {
  if (sent_at === null) return true
  return isIdempotent && attempts <= MAIL_RETRY_MINUTES.length && now - sent_at < KNOWN_AGAIN_MS
}

/** What the outbox keeps of a mail after an attempt. */
export interface AfterAttempt {
  state: Exclude<MailState, 'sending'>
  attempts: number
  next_attempt_at: number
  sent_at: number | null
}

/**
 * What comes after an attempt. A definite refusal is followed by another try on the schedule; a lost answer too where the
 * provider knows the mail again, else by nothing: no mail twice weighs more than perhaps none.
 * @param mail as it was before the attempt
 */
export function afterAttempt(
  { attempts, sent_at }: Pick<WaitingMail, 'attempts' | 'sent_at'>,
  outcome: MailOutcome,
  isIdempotent: boolean,
  now: number,
): AfterAttempt {
  const after = { attempts: attempts + 1, next_attempt_at: now, sent_at }
  if (outcome === 'accepted') return { ...after, state: 'sent', sent_at: now }
  if (outcome === 'address' || outcome === 'suppressed') return { ...after, state: 'failed' }
  // Whoever asks too much is not refused this mail: the try does not count.
  if (outcome === 'throttled') {
    return { ...after, state: 'waiting', attempts, next_attempt_at: now + MINUTE_MS }
  }
  const leftAt = outcome === 'uncertain' ? (sent_at ?? now) : sent_at
  const wait = MAIL_RETRY_MINUTES[attempts]
  if (wait !== undefined && (leftAt === null || isIdempotent)) {
    return { ...after, state: 'waiting', next_attempt_at: now + wait * MINUTE_MS, sent_at: leftAt }
  }
  return { ...after, state: leftAt === null ? 'failed' : 'uncertain', sent_at: leftAt }
}

/** Mails whose facts are worth nothing later, and are forgotten even where they could not leave. */
const SHORT_LIVED: readonly string[] = ['sign-in-code']

export function isShortLived(template: string): boolean {
  return SHORT_LIVED.includes(template)
}
