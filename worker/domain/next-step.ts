import { DAY_MS, HOUR_MS } from './local-time.ts'
import type { PairState } from './pair.ts'
import type { PairSessionState } from './pair-session.ts'

/** What a person may do next, the most pressing first. */
export const NEXT_STEPS = [
  'accept-session',
  'confirm-session',
  'log-session',
  'pulse',
  'survey',
  'accept-agreement',
  'meet',
  'preparation',
  'first-session',
  'next-session',
  'write-agreement',
  'paused',
] as const
export type NextStepKind = (typeof NEXT_STEPS)[number]

export interface NextStep {
  kind: NextStepKind
  pair: string
  /** The session or the request that it is about. */
  about: string | null
  partner: string
  /** When: the start of a session, the day of a return. */
  at: number | null
}

/** What the space knows of somebody’s pairs. Instants are epoch ms. */
export interface OwnFacts {
  now: number
  pairs: readonly {
    id: string
    state: PairState
    partner: string
    paused_until: number | null
    /** Whether session 1 may be booked (P29). */
    prepared: boolean
    agreement: 'none' | 'mine-to-accept' | 'written'
    /** How many sessions the programme plans. */
    planned: number
  }[]
  sessions: readonly {
    id: string
    pair_id: string
    state: PairSessionState
    starts_at: number
    minutes: number
    /** Whether the person proposed this time. */
    mine: boolean
    logged: 'nobody' | 'me' | 'partner'
    confirmed: boolean
  }[]
  feedback: readonly { id: string; kind: 'pulse' | 'survey'; pair_id: string }[]
}

/**
 * What awaits somebody, in the order in which it is worth doing: what somebody else waits for, then what is quick, then
 * what brings the pair on. Nothing is asked of a pair that has ended, is suspended or takes a break, but for feedback.
 */
export function nextSteps(facts: OwnFacts): NextStep[] {
  const steps: NextStep[] = []
  for (const pair of facts.pairs) {
    const of = (kind: NextStepKind, more: Partial<NextStep> = {}): NextStep => ({
      kind,
      pair: pair.id,
      partner: pair.partner,
      about: null,
      at: null,
      ...more,
    })
    steps.push(
      ...facts.feedback
        .filter(({ pair_id }) => pair_id === pair.id)
        .map(({ id, kind }) => of(kind, { about: id })),
    )
    if (pair.state !== 'active') continue
    if (pair.paused_until !== null && pair.paused_until > facts.now) {
      steps.push(of('paused', { at: pair.paused_until }))
      continue
    }
    steps.push(...stepsOfPair(pair, facts, of))
  }
  return steps.toSorted(
    (a, b) =>
      NEXT_STEPS.indexOf(a.kind) - NEXT_STEPS.indexOf(b.kind) ||
      (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY),
  )
}

function stepsOfPair(
  pair: OwnFacts['pairs'][number],
  { sessions, now }: OwnFacts,
  of: (kind: NextStepKind, more?: Partial<NextStep>) => NextStep,
): NextStep[] {
  const mine = sessions.filter(({ pair_id }) => pair_id === pair.id)
  const steps: NextStep[] = []
  if (pair.agreement === 'mine-to-accept') steps.push(of('accept-agreement'))
  for (const session of mine) {
    const { id: about, starts_at: at, minutes } = session
    const isOver = now >= at + minutes * 60_000
    if (session.state === 'proposed' && !session.mine && at > now)
      steps.push(of('accept-session', { about, at }))
    if (session.state === 'held' && session.logged === 'partner' && !session.confirmed)
      steps.push(of('confirm-session', { about, at }))
    if (session.state === 'planned' && isOver && now < at + 30 * DAY_MS)
      steps.push(of('log-session', { about, at }))
    if (session.state === 'planned' && !isOver) steps.push(of('meet', { about, at }))
  }
  const held = mine.filter(({ state }) => state === 'held').length
  const isMeeting = mine.some(
    ({ state, starts_at, minutes }) =>
      (state === 'planned' || state === 'proposed') && starts_at + minutes * 60_000 + HOUR_MS > now,
  )
  const isMade = mine.some(({ state }) => state === 'held' || state === 'planned')
  if (!isMeeting && held < pair.planned) {
    if (isMade) steps.push(of('next-session'))
    else steps.push(of(pair.prepared ? 'first-session' : 'preparation'))
  }
  if (pair.agreement === 'none') steps.push(of('write-agreement'))
  return steps
}
