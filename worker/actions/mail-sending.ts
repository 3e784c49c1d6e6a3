import {
  claimMails,
  endMails,
  listMailsDue,
  listMailsMarked,
  type MailRow,
  recordMails,
  recoverMails,
} from '#db/queries/mail.ts'
import { listRefusing } from '#db/queries/mail-suppression.ts'
import type { Language } from '#domain/language.ts'
import { type MailTemplate, type MailWords, mailWords } from '#domain/mail.ts'
import {
  ABANDONED_MS,
  afterAttempt,
  asMessages,
  attemptMark,
  type MailOutcome,
  mayLeave,
  messageOfMark,
} from '#domain/mail-sending.ts'
import type { MailAttachment, Mailer, OutgoingMail } from '#gateways/mail.ts'
import type { Context } from './context.ts'
import { keepHolding } from './job-lease.ts'
import { addressHash, suppressAddress } from './mail-suppression.ts'
import { unsubscribeAddress } from './mail-unsubscription.ts'

const AT_ONCE = 200

/** A tick sends for so long; the next goes on. */
const WORK_MS = 5 * 60_000

/** After so many mails, or so long, the lease of the job is taken for longer. */
const HOLD_EVERY = 20
const HOLD_EVERY_MS = 30_000

interface Round {
  ctx: Context
  mailer: Mailer
  clock: () => number
  refusing: ReadonlySet<string>
}

/**
 * Sends what is due, each mail claimed before it is handed over, so that none leaves twice. A definite refusal is tried again
 * later and never stops the rest. Where no answer came, a provider that knows mails again is handed the same one; with any
 * other the mail counts as uncertain, and organisers are shown it. What has left keeps no address and no facts.
 * @returns how many mails were sent, failed for good, and may or may not have left
 */
export async function sendDueMails(
  ctx: Context,
  mailer: Mailer,
): Promise<{ sent: number; failed: number; uncertain: number }> {
  const counts = { sent: 0, failed: 0, uncertain: 0 }
  const clock = () => ctx.held?.clock() ?? ctx.now
  await recoverMails(ctx.db, ctx.now)
  const due = await listMailsDue(ctx.db, ctx.now, AT_ONCE)
  const refusing = await listRefusing(
    ctx.db,
    await Promise.all(due.map(({ to_address }) => addressHash(to_address ?? ''))),
  )
  const round = { ctx, mailer, clock, refusing }
  let heldAt = ctx.now
  for (const [at, mails] of asMessages(due).entries()) {
    if (clock() > ctx.now + WORK_MS) break
    if (at % HOLD_EVERY === HOLD_EVERY - 1 || clock() > heldAt + HOLD_EVERY_MS) {
      await keepHolding(ctx)
      heldAt = clock()
    }
    const { state, count, outcome } = await sendMessage(round, mails)
    if (state !== 'waiting') counts[state] += count
    // The rest would be told the same.
    if (outcome === 'throttled') break
  }
  return counts
}

interface Sent {
  state: 'sent' | 'failed' | 'uncertain' | 'waiting'
  /** How many mails it concerns; none where another worker has them. */
  count: number
  outcome: MailOutcome | null
}

/** One message, made of one mail or of several. */
async function sendMessage({ ctx, mailer, clock, refusing }: Round, mails: MailRow[]): Promise<Sent> {
  const first = mails[0] as MailRow
  const to = mails.at(-1)?.to_address ?? ''
  if (!mayLeave(first, mailer.isIdempotent, ctx.now)) {
    await endMails(ctx.db, mails, { state: 'uncertain', outcome: 'uncertain' })
    return { state: 'uncertain', count: mails.length, outcome: null }
  }
  if (refusing.has(await addressHash(to))) {
    await endMails(ctx.db, mails, { state: 'failed', outcome: 'suppressed' })
    return { state: 'failed', count: mails.length, outcome: 'suppressed' }
  }
  const whole = await wholeMessage(ctx, mails)
  const id = messageId(ctx, whole)
  const mark = attemptMark(id, ctx.newId('mai'))
  const ours = new Set(await claimMails(ctx.db, whole, mark, clock() + ABANDONED_MS))
  const claimed = whole.filter((mail) => ours.has(mail.id))
  if (claimed.length === 0) return { state: 'waiting', count: 0, outcome: null }
  const answer = await mailer.send(await compose(ctx, id, claimed))
  const { outcome } = answer
  const after = claimed.map((mail) => ({
    ...afterAttempt(mail, outcome, mailer.isIdempotent, clock()),
    id: mail.id,
    template: mail.template,
    outcome,
    messageId: answer.messageId,
  }))
  await recordMails(ctx.db, after, mark)
  if (outcome === 'suppressed') await suppressAddress(ctx, { address: to, reason: 'refused' })
  return { state: after[0]?.state ?? 'waiting', count: claimed.length, outcome }
}

/** What may have left leaves again as the very same message, though only a part of it was at hand. */
async function wholeMessage(ctx: Context, mails: MailRow[]): Promise<MailRow[]> {
  const { id, sent_at, message_id: mark } = mails[0] as MailRow
  if (sent_at === null || mark === null || messageOfMark(mark) === id) return mails
  const all = await listMailsMarked(ctx.db, mark)
  return all.length > mails.length ? all : mails
}

/** A mail that leaves alone is known by its own id, at the provider too; a message made of several by one of its own. */
function messageId(ctx: Context, mails: readonly MailRow[]): string {
  const { id, sent_at, message_id: mark } = mails[0] as MailRow
  if (sent_at !== null && mark !== null) return messageOfMark(mark)
  return mails.length === 1 ? id : ctx.newId('mai')
}

async function compose(ctx: Context, id: string, mails: readonly MailRow[]): Promise<OutgoingMail> {
  const last = mails.at(-1) as MailRow
  const isSeveral = mails.length > 1
  return {
    id,
    mails: mails.map((mail) => mail.id),
    from: ctx.settings.mailFrom,
    organisation: ctx.settings.organisation,
    to: last.to_address ?? '',
    language: last.language,
    words: isSeveral ? wordsOfSeveral(ctx, mails, last.language) : wordsOf(last, last.language),
    attachment: isSeveral ? null : invitationIn(last.facts),
    unsubscribe:
      isSeveral && last.person_id !== null
        ? await unsubscribeAddress(ctx, last.person_id)
        : (last.facts?.['unsubscribe'] ?? null),
    at: ctx.now,
  }
}

function wordsOf({ template, facts }: MailRow, language: Language): MailWords {
  return mailWords(template as MailTemplate, language, facts ?? {})
}

function wordsOfSeveral(ctx: Context, mails: readonly MailRow[], language: Language): MailWords {
  const each = mails.map((mail) => wordsOf(mail, language))
  return mailWords('several-reminders', language, {
    count: String(mails.length),
    subjects: each.map(({ subject }) => subject.replace(/\s*\n\s*/g, ' ')).join('\n'),
    addresses: each.map(({ action }) => action?.href ?? '').join('\n'),
    link: `${ctx.settings.baseUrl}/${language}/me/`,
  })
}

/** The invitation that goes along with a mail about a session: its fact `invite`, an iCalendar object (RFC 5545). */
function invitationIn(facts: MailRow['facts']): MailAttachment | null {
  const content = facts?.['invite']
  if (!content) return null
  const method = /^METHOD:(\w+)/m.exec(content)?.[1] ?? 'PUBLISH'
  return { name: 'invite.ics', type: `text/calendar; method=${method}; charset=UTF-8`, content }
}
