import { insertMails } from '#db/queries/mail.ts'
import { findPairWithPeople, type PairWithPeople, updatePair } from '#db/queries/pair.ts'
import { listPairsPastEnd } from '#db/queries/pair-completion.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { endOfPair } from '#domain/survey-schedule.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { endSessionsOfPair } from './pair-session.ts'

/** How many pairs end in one go; the rest ends five minutes later. */
const PAIRS_AT_ONCE = 50

/** The pairs whose programme is over and that still live, by id: active, paused or suspended alike (C1). */
export async function listPairsToComplete(ctx: Pick<Context, 'db' | 'now'>): Promise<string[]> {
  const today = new Date(ctx.now).toISOString().slice(0, 10)
  const pairs = await listPairsPastEnd(ctx.db, today, PAIRS_AT_ONCE)
  return pairs
    .filter(({ started_at, ...programme }) => endOfPair(programme, started_at) <= ctx.now)
    .map(({ id }) => id)
}

/**
 * Ends a pair whose programme is over, in neutral words and with thanks to both; what they had planned for later is
 * cancelled in the same batch. A pair that ended meanwhile is left as it is.
 * @returns whether it ended now.
 * @throws Problem `conflict` where the pair changed after it was read.
 */
export async function completePair(ctx: Context, id: string): Promise<boolean> {
  const found = await findPairWithPeople(ctx.db, id)
  if (!found || found.pair.state === 'ended') return false
  const { pair, mentor, mentee } = found
  const [programme, sessions] = await Promise.all([
    getProgrammeById(ctx.db, pair.programme_id),
    endSessionsOfPair(ctx, found),
  ])
  const version = pair.version + 1
  await commit(ctx, {
    event: {
      type: 'pair.ended',
      subject: pair.id,
      version,
      data: {
        pair: pair.id,
        programme: programme.slug,
        mentor: referenceOf(mentor),
        mentee: referenceOf(mentee),
      },
    },
    writes: [
      updatePair(ctx.db, pair.id, {
        state: 'ended',
        ending: 'completed',
        ended_at: ctx.now,
        suspended_at: null,
        paused_at: null,
        paused_until: null,
        version,
      }),
      ...sessions.writes,
      ...insertMails([...thanks(ctx, programme, found), ...sessions.mails], ctx.now),
    ],
  })
  ctx.wake({ job: 'mails' })
  return true
}

function thanks(
  ctx: Context,
  programme: Awaited<ReturnType<typeof getProgrammeById>>,
  { pair, mentor, mentee }: PairWithPeople,
) {
  return [
    [mentor, mentee],
    [mentee, mentor],
  ].flatMap(([person, partner]) => {
    if (!person || !partner) return []
    const page = `${ctx.settings.baseUrl}/${person.language ?? 'fr'}/me/pairs/${pair.id}/`
    return mailTo(ctx, programme, 'pair-completed', person, pair.id, {
      partner: nameOf(partner),
      certificate: `${page}certificate/`,
      link: `${page}#closing`,
    })
  })
}
