import type { AgreementInput, AgreementShown, AgreementView, IceBreakerView } from '#contract/agreement.ts'
import { toInstant } from '#contract/shape.ts'
import { type AgreementRow, findAgreement, writeAgreement } from '#db/queries/agreement.ts'
import { insertMails } from '#db/queries/mail.ts'
import { findFactsOfPair } from '#db/queries/proposal.ts'
import type { EventType } from '#domain/event.ts'
import { toDay } from '#domain/local-time.ts'
import { nameOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { agreementStarts, iceBreakers } from '#matching/ice-breaker.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { assertLive, loadOwnPair, type OwnPair } from './own-pair.ts'

const NOTHING_SHARED = { topics: [], reverse: [], hopes: null }

/**
 * One of the two writes what they want from their pair; it counts as accepted by whoever wrote it, and waits for the
 * other (D13). The same words over again are an acceptance. The other is told at most once a day.
 * @throws Problem `not-found` for somebody else’s pair, `closed` where it has ended.
 */
export async function writeOwnAgreement(
  ctx: Context,
  pairId: string,
  input: AgreementInput,
): Promise<AgreementShown> {
  const own = await loadOwnPair(ctx, pairId)
  assertLive(own)
  const before = await findAgreement(ctx.db, pairId)
  if (before && isSame(before, input)) return show(own, await accept(ctx, own, before))
  const row: AgreementRow = {
    ...input,
    pair_id: pairId,
    written_by: own.participant.id,
    mentor_accepted_at: own.role === 'mentor' ? ctx.now : null,
    mentee_accepted_at: own.role === 'mentee' ? ctx.now : null,
    version: (before?.version ?? 0) + 1,
    created_at: before?.created_at ?? ctx.now,
    updated_at: ctx.now,
  }
  const day = toDay(ctx.now, own.row.time_zone)
  const mails = mailTo(ctx, own.row, 'agreement-written', own.partner, `${pairId}:${day}`, {
    partner: nameOf(own.me),
    link: linkTo(ctx, own),
  })
  await save(ctx, own, row, 'agreement.written', insertMails(mails, ctx.now))
  ctx.wake({ job: 'mails' })
  return show(own, row)
}

/**
 * The other of the two agrees to the words as they read them (P35).
 * @param version of the words that were read.
 * @throws Problem `not-found` where nothing is written, `conflict` where the words have changed, `closed` where the pair
 * has ended.
 */
export async function acceptAgreement(
  ctx: Context,
  pairId: string,
  version: number,
): Promise<AgreementShown> {
  const own = await loadOwnPair(ctx, pairId)
  assertLive(own)
  const before = await findAgreement(ctx.db, pairId)
  if (!before) throw missing()
  if (before[`${own.role}_accepted_at`] === null && version !== before.version) {
    throw new Problem('conflict', {
      fr: 'Ces mots ont changé depuis que vous les avez lus. Relisez-les, puis acceptez-les s’ils vous conviennent.',
      en: 'These words have changed since you read them. Read them again, then accept them if they suit you.',
    })
  }
  return show(own, await accept(ctx, own, before))
}

/** @throws Problem `not-found` for somebody else’s pair, and where nothing is written yet. */
export async function readAgreement(ctx: Context, pairId: string): Promise<AgreementShown> {
  const own = await loadOwnPair(ctx, pairId)
  const row = await findAgreement(ctx.db, pairId)
  if (!row) throw missing()
  return show(own, row)
}

/** What the page of the pair draws; with sentences to start from, of what the two may bring each other. */
export async function loadAgreement(ctx: Context, own: OwnPair): Promise<AgreementView> {
  const [row, facts] = await Promise.all([
    findAgreement(ctx.db, own.pair.id),
    findFactsOfPair(ctx.db, own.pair.proposal_id),
  ])
  return {
    pair: own.pair.id,
    role: own.role,
    time_zone: own.row.time_zone,
    partner: nameOf(own.partner),
    is_live: own.pair.state !== 'ended',
    agreement: row
      ? {
          aims: row.aims,
          rhythm: row.rhythm,
          ways: row.ways,
          version: row.version,
          accepted_at: { mentor: row.mentor_accepted_at, mentee: row.mentee_accepted_at },
        }
      : null,
    starts: agreementStarts(facts ?? NOTHING_SHARED, own.row.session_minutes),
  }
}

/** Three questions to begin with, of what the two share (C22). */
export async function loadIceBreakers(ctx: Context, own: OwnPair): Promise<IceBreakerView> {
  const facts = await findFactsOfPair(ctx.db, own.pair.proposal_id)
  return { questions: iceBreakers(facts ?? NOTHING_SHARED) }
}

async function accept(ctx: Context, own: OwnPair, before: AgreementRow): Promise<AgreementRow> {
  const column = `${own.role}_accepted_at` as const
  if (before[column] !== null) return before
  const row = { ...before, [column]: ctx.now, version: before.version + 1 }
  await save(ctx, own, row, 'agreement.accepted')
  return row
}

async function save(
  ctx: Context,
  own: OwnPair,
  row: AgreementRow,
  type: EventType,
  mails: ReturnType<typeof insertMails> = [],
): Promise<void> {
  await commit(ctx, {
    event: {
      type,
      // The pair has versions of its own.
      subject: `agreement:${own.pair.id}`,
      version: row.version,
      data: { pair: own.pair.id, programme: own.programme },
    },
    writes: [writeAgreement(ctx.db, row), ...mails],
  })
}

function show({ pair }: OwnPair, row: AgreementRow): AgreementShown {
  return {
    pair: row.pair_id,
    aims: row.aims,
    rhythm: row.rhythm,
    ways: row.ways,
    written_by: row.written_by === pair.mentor_id ? 'mentor' : 'mentee',
    version: row.version,
    written_at: toInstant(row.updated_at),
    accepted_at: {
      mentor: toInstant(row.mentor_accepted_at),
      mentee: toInstant(row.mentee_accepted_at),
    },
  }
}

function isSame(before: AgreementRow, input: AgreementInput): boolean {
  return before.aims === input.aims && before.rhythm === input.rhythm && before.ways === input.ways
}

function linkTo({ settings }: Context, { pair, partner }: OwnPair): string {
  return `${settings.baseUrl}/${partner.language ?? 'fr'}/me/pairs/${pair.id}/#agreement`
}

function missing(): Problem {
  return notFound({ fr: 'Accord du binôme', en: 'Agreement of the pair' })
}
