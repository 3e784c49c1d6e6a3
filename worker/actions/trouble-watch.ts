import { listSessionsOfPairs } from '#db/queries/pair-session.ts'
import {
  listBreakEvents,
  listHelpOfPairs,
  listPairsToWatch,
  listPreparationsOfPairs,
  listTroublesOfPairs,
  type WatchedPair,
} from '#db/queries/pair-watch.ts'
import { listPulsesOfPairs } from '#db/queries/pulse.ts'
import type { TroubleRow } from '#db/queries/trouble.ts'
import { breaksOf } from '#domain/active-time.ts'
import { endOfDay } from '#domain/local-time.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { pulsesBySession } from '#domain/pulse.ts'
import { troublesOf } from '#domain/trouble.ts'
import { type TroubleChanges, troubleChanges } from '#domain/trouble-changes.ts'
import type { PairFacts } from '#domain/trouble-signs.ts'
import type { Context } from './context.ts'

const PAGE = 500

/** Every live pair whose troubles are other than those written down, in the order of ids; seven statements for 500 pairs. */
export async function* pairsWatched(
  ctx: Context,
): AsyncGenerator<{ pair: WatchedPair; changes: TroubleChanges<TroubleRow> }> {
  for (let afterId = ''; ; ) {
    const pairs = await listPairsToWatch(ctx.db, afterId, PAGE)
    const last = pairs.at(-1)
    if (!last) return
    for (const { facts, known, pair } of await factsOf(ctx, pairs)) {
      const changes = troubleChanges(troublesOf(facts), known, ctx.now)
      if (changes.open.length + changes.resolve.length + changes.handOver.length > 0) yield { pair, changes }
    }
    if (pairs.length < PAGE) return
    afterId = last.id
  }
}

async function factsOf(ctx: Context, pairs: readonly WatchedPair[]) {
  const ids = pairs.map(({ id }) => id)
  const sessions = byPair(await listSessionsOfPairs(ctx.db, ids))
  const pulses = byPair(await listPulsesOfPairs(ctx.db, ids))
  const preparations = byPair(await listPreparationsOfPairs(ctx.db, ids))
  const help = byPair(await listHelpOfPairs(ctx.db, ids))
  const breaks = byPair(await listBreakEvents(ctx.db, ids))
  const troubles = byPair(await listTroublesOfPairs(ctx.db, ids))
  return pairs.map((pair) => {
    const held = sessions.get(pair.id) ?? []
    const told = pulses.get(pair.id) ?? []
    const facts: PairFacts = {
      state: pair.state,
      started_at: pair.started_at,
      paused: pair.paused_at !== null,
      breaks: breaksOf(breaks.get(pair.id) ?? []),
      sessions: held,
      pulses: told.length === 0 ? [] : pulsesBySession(told, held, pair),
      heard_at: told.length === 0 ? null : Math.max(...told.map(({ created_at }) => created_at)),
      preparations: preparations.get(pair.id) ?? [],
      help: help.get(pair.id) ?? [],
      sessions_planned: PROGRAMME_KINDS[pair.kind].sessions,
      ends_at: pair.ends_on === null ? null : endOfDay(pair.ends_on, pair.time_zone),
      referent_id: pair.referent_id,
      coach_id: pair.coach_id,
      now: ctx.now,
    }
    return { pair, facts, known: troubles.get(pair.id) ?? [] }
  })
}

function byPair<T extends { pair_id: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ pair_id }) => pair_id)
}
