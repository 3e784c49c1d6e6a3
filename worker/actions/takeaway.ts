import type { TakeawayChange, TakeawayInput, TakeawaysView } from '#contract/takeaway.ts'
import { insertMails } from '#db/queries/mail.ts'
import { listSessionsOfPair } from '#db/queries/pair-session.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import {
  deleteTakeaway,
  findSameTakeaway,
  findTakeaway,
  insertTakeaway,
  isNewTakeaway,
  listFollowUps,
  listTakeawaysOfPair,
  type TakeawayRow,
  type TakeawayWithAuthor,
  updateTakeaway,
} from '#db/queries/takeaway.ts'
import { personOf } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { followUpAt, mayRead, STATES_OF_TAKEAWAYS, type TakeawayState } from '#domain/takeaway.ts'
import { type Context, commit } from './context.ts'
import { tryAgain } from './lost-race.ts'
import { remindTo } from './mail.ts'
import { assertLive, loadOwnPair, type OwnPair } from './own-pair.ts'
import { zoneOf } from './preference.ts'

/** Enough for six months of talks, and an end for a page. */
const TAKEAWAYS_MAX = 60

/** The very same note, sent twice within this time, is one: its author got no answer and sent it again. */
const SENT_AGAIN_MS = 10 * 60_000

const NOUN = { fr: 'Note', en: 'Note' }

/**
 * One of the two notes what they take away from a session: somebody to meet, a project, a certainty challenged, an idea,
 * advice (C23, P19, W7, W13). The same sent again at once is the same note.
 * @throws Problem `not-found` for a session of another pair, `closed` once the pair has ended, `conflict` where it noted
 * more than a page holds, `invalid` where something else than an idea is to be shared.
 */
export async function addTakeaway(
  ctx: Context,
  pairId: string,
  input: TakeawayInput,
): Promise<{ own: OwnPair; row: TakeawayRow }> {
  return tryAgain(() => addOnce(ctx, pairId, input))
}

async function addOnce(
  ctx: Context,
  pairId: string,
  { kind, text, session, shared }: TakeawayInput,
): Promise<{ own: OwnPair; row: TakeawayRow }> {
  const own = await loadOwnPair(ctx, pairId)
  assertLive(own)
  assertShareable(kind, shared)
  if (session !== null) {
    const sessions = await listSessionsOfPair(ctx.db, pairId)
    if (!sessions.some(({ id }) => id === session)) throw notFound({ fr: 'Séance', en: 'Session' })
  }
  const noted = { pair_id: pairId, session_id: session, author_id: own.participant.id, kind, text }
  const since = ctx.now - SENT_AGAIN_MS
  const same = await findSameTakeaway(ctx.db, noted, since)
  if (same) return { own, row: same }
  if ((await listTakeawaysOfPair(ctx.db, pairId)).length >= TAKEAWAYS_MAX) {
    throw new Problem('conflict', {
      fr: `Votre binôme a déjà ${TAKEAWAYS_MAX} notes. Effacez-en une pour en ajouter une autre.`,
      en: `Your pair already has ${TAKEAWAYS_MAX} notes. Delete one to add another.`,
    })
  }
  const state = STATES_OF_TAKEAWAYS[kind][0] as TakeawayState
  const row: TakeawayRow = {
    id: ctx.newId('tak'),
    programme_id: own.row.id,
    ...noted,
    state,
    follow_up_at: followUpAt({ kind, state, reminders: 0 }, ctx.now),
    reminders: 0,
    shared_at: shared ? ctx.now : null,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  await commit(ctx, {
    event: { type: 'takeaway.added', subject: row.id, version: 1, data: about(row) },
    guards: [isNewTakeaway(noted, since)],
    writes: [insertTakeaway(ctx.db, row)],
  })
  return { own, row }
}

/**
 * Its author changes what they noted, how far it is, or whether the team reads it.
 * @throws Problem `not-found` for somebody else’s, `invalid` for a state that its kind does not know.
 */
export async function changeTakeaway(
  ctx: Context,
  id: string,
  { text, state, shared }: TakeawayChange,
): Promise<{ own: OwnPair; row: TakeawayRow }> {
  const { own, row } = await loadOwnTakeaway(ctx, id)
  assertShareable(row.kind, shared ?? false)
  if (state !== undefined) assertState(row, state)
  const after = {
    ...row,
    text: text ?? row.text,
    state: state ?? row.state,
    shared_at: shared === undefined ? row.shared_at : shared ? (row.shared_at ?? ctx.now) : null,
  }
  const isOver = state !== undefined && state !== 'open'
  const isReopened = state === 'open' && row.state !== 'open'
  const reminders = isReopened ? 0 : row.reminders
  const follow_up_at = isReopened
    ? followUpAt({ ...after, reminders }, ctx.now)
    : isOver
      ? null
      : row.follow_up_at
  const written = { ...after, reminders, follow_up_at, version: row.version + 1, updated_at: ctx.now }
  await save(ctx, written)
  return { own, row: written }
}

/** @throws Problem `not-found` for somebody else’s. */
export async function removeTakeaway(ctx: Context, id: string): Promise<OwnPair> {
  const { own, row } = await loadOwnTakeaway(ctx, id)
  await commit(ctx, {
    event: { type: 'takeaway.deleted', subject: id, version: row.version + 1, data: about(row) },
    writes: [deleteTakeaway(ctx.db, id)],
  })
  return own
}

/** The team says what became of an idea that was shared with it (W13). @throws Problem `not-found` for any other. */
export async function decideIdea(
  ctx: Context,
  id: string,
  state: TakeawayState,
): Promise<TakeawayWithAuthor> {
  const found = await findTakeaway(ctx.db, id)
  if (found?.takeaway.kind !== 'idea' || found.takeaway.shared_at === null)
    throw notFound({ fr: 'Idée', en: 'Idea' })
  const { takeaway } = found
  if (takeaway.state === state) return found
  const written = { ...takeaway, state, version: takeaway.version + 1, updated_at: ctx.now }
  await save(ctx, written)
  return { ...found, takeaway: written }
}

/**
 * Asks authors how it goes with the people and projects they noted three weeks ago, three times at most (job
 * remind-takeaways). Whoever wants no reminders is left in peace, and the next date is set all the same.
 * @returns how many were looked at.
 */
export async function askAfterTakeaways(ctx: Context): Promise<number> {
  const due = await listFollowUps(ctx.db, ctx.now, 200)
  for (const { takeaway, author } of due) {
    const programme = await getProgrammeById(ctx.db, takeaway.programme_id)
    const reminders = takeaway.reminders + 1
    const language = author.language ?? 'fr'
    const mails = await remindTo(
      ctx,
      programme,
      'takeaway-follow-up',
      author,
      `${takeaway.id}:${takeaway.version}`,
      {
        kind: takeaway.kind,
        link: `${ctx.settings.baseUrl}/${language}/me/pairs/${takeaway.pair_id}/#takeaways`,
      },
    )
    const version = takeaway.version + 1
    await commit(ctx, {
      event: { type: 'takeaway.changed', subject: takeaway.id, version, data: about(takeaway) },
      writes: [
        updateTakeaway(ctx.db, takeaway.id, {
          reminders,
          follow_up_at: followUpAt({ ...takeaway, reminders }, ctx.now),
          version,
        }),
        ...insertMails(mails, ctx.now),
      ],
    })
  }
  if (due.length) ctx.wake({ job: 'mails' })
  return due.length
}

/** What a pair noted, as one of the two reads it on their page. */
export async function loadTakeaways(ctx: Context, own: OwnPair): Promise<TakeawaysView> {
  const [rows, time_zone] = await Promise.all([listReadable(ctx, own), zoneOf(ctx, own.me, own.row)])
  return {
    pair: own.pair.id,
    partner: own.partner.given_name,
    role: own.role,
    is_open: own.pair.state !== 'ended',
    items: rows.map(({ id, kind, text, state, author_id, shared_at, created_at }) => ({
      id,
      kind,
      text,
      state,
      is_mine: author_id === own.participant.id,
      is_shared: shared_at !== null,
      noted_at: created_at,
    })),
    time_zone,
  }
}

/** What one of the two may read of what their pair noted, the oldest first. */
export async function listReadable(ctx: Context, own: OwnPair): Promise<TakeawayRow[]> {
  const rows = await listTakeawaysOfPair(ctx.db, own.pair.id)
  return rows.filter((row) => mayRead(row, own.participant.id))
}

async function loadOwnTakeaway(ctx: Context, id: string): Promise<{ own: OwnPair; row: TakeawayRow }> {
  const personId = personOf(ctx.actor)
  const found = await findTakeaway(ctx.db, id)
  if (found?.author.id !== personId) throw notFound(NOUN)
  return { own: await loadOwnPair(ctx, found.takeaway.pair_id), row: found.takeaway }
}

async function save(ctx: Context, row: TakeawayRow): Promise<void> {
  const { id, ...set } = row
  await commit(ctx, {
    event: { type: 'takeaway.changed', subject: id, version: row.version, data: about(row) },
    writes: [updateTakeaway(ctx.db, id, set)],
  })
}

function about({ id, pair_id }: TakeawayRow) {
  return { takeaway: id, pair: pair_id }
}

function assertShareable(kind: TakeawayRow['kind'], shared: boolean): void {
  if (!shared || kind === 'idea') return
  const detail = {
    fr: 'Seule une idée se partage avec l’équipe du programme. Gardez cette note entre vous, ou notez-la comme une idée.',
    en: 'Only an idea can be shared with the programme team. Keep this note between you, or note it as an idea.',
  }
  throw new Problem('invalid', detail, [{ pointer: '/shared', detail }])
}

function assertState({ kind }: TakeawayRow, state: TakeawayState): void {
  const states = STATES_OF_TAKEAWAYS[kind]
  if (states.includes(state)) return
  const detail = {
    fr: `États possibles de cette note\u00a0: ${states.join(', ')}.`,
    en: `Possible states of this note: ${states.join(', ')}.`,
  }
  throw new Problem('invalid', detail, [{ pointer: '/state', detail }])
}
