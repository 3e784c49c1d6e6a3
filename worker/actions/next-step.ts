import { listAgreementsOfPairs, listUnprepared } from '#db/queries/own-life.ts'
import type { PairWithPeople } from '#db/queries/pair.ts'
import { listSessionsOfPerson } from '#db/queries/pair-session.ts'
import type { ParticipantRow } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { findPreferences } from '#db/queries/preference.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { type NextStep, nextSteps } from '#domain/next-step.ts'
import type { Role } from '#domain/participant.ts'
import { nameOf } from '#domain/person.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import type { Context } from './context.ts'
import { loadOpenFeedback } from './feedback.ts'

/** What awaits somebody in their own space, from everything their pairs are at. */
export async function loadNextSteps(
  ctx: Context,
  person: PersonRow,
  participations: readonly ParticipantRow[],
  pairs: readonly PairWithPeople[],
  programmes: ReadonlyMap<string, ProgrammeRow>,
): Promise<(NextStep & { time_zone: string })[]> {
  const live = pairs.filter(({ pair }) => pair.state !== 'ended').map(({ pair }) => pair.id)
  const [sessions, feedback, unprepared, agreements] = await Promise.all([
    live.length ? listSessionsOfPerson(ctx.db, person.id) : [],
    loadOpenFeedback(ctx, person.id),
    listUnprepared(ctx.db, live),
    listAgreementsOfPairs(ctx.db, live),
  ])
  const mine = new Set(participations.map(({ id }) => id))
  const steps = nextSteps({
    now: ctx.now,
    pairs: pairs.map(({ pair, mentor, mentee }) => ({
      id: pair.id,
      state: pair.state,
      partner: nameOf(mentor.id === person.id ? mentee : mentor),
      paused_until: pair.paused_until,
      prepared: !unprepared.has(pair.id),
      agreement: stateOf(agreements.get(pair.id), mentor.id === person.id ? 'mentor' : 'mentee'),
      planned: PROGRAMME_KINDS[(programmes.get(pair.programme_id) as ProgrammeRow).kind].sessions,
    })),
    sessions: sessions.map((session) => ({
      ...session,
      mine: mine.has(session.proposed_by),
      logged: session.logged_by === null ? 'nobody' : mine.has(session.logged_by) ? 'me' : 'partner',
      confirmed: session.confirmed_at !== null,
    })),
    feedback: feedback.map(({ token, kind, pair_id }) => ({ id: token, kind, pair_id })),
  })
  const wanted = await findPreferences(ctx.db, person.id)
  const zoneOfPair = new Map(
    pairs.map(({ pair }) => [pair.id, (programmes.get(pair.programme_id) as ProgrammeRow).time_zone]),
  )
  return steps.map((step) => ({
    ...step,
    time_zone: wanted?.time_zone ?? (zoneOfPair.get(step.pair) as string),
  }))
}

function stateOf(accepted: Record<Role, boolean> | undefined, role: Role) {
  if (!accepted) return 'none'
  return accepted[role] ? 'written' : 'mine-to-accept'
}
