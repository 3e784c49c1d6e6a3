/** PU1–PU4 and PUF, 0 to 4 (questionnaires.md §9); an absent key was not answered. */
export interface PulseAnswers {
  PU1?: number
  PU2?: number
  PU3?: number
  PU4?: number
  /** Asked the first time only. */
  PUF?: number
}

/** What a pulse asks each time, in the order of questionnaires.md §9. */
export const PULSE_KEYS = ['PU1', 'PU2', 'PU3', 'PU4'] as const
/** What the first pulse of a person in a pair asks: one thing more. */
export const FIRST_PULSE_KEYS = [...PULSE_KEYS, 'PUF'] as const
export type PulseKey = (typeof FIRST_PULSE_KEYS)[number]

/** The highest answer; the lowest is 0. */
export const PULSE_MAX = 4

/** How a pair fares, as organisers see it; grey is nothing heard, which is no trouble. */
export const PAIR_HEALTHS = ['good', 'watch', 'trouble', 'grey'] as const
export type PairHealth = (typeof PAIR_HEALTHS)[number]

/** What was heard of one session; a side that did not answer is null. */
export interface PulsesOfSession {
  mentor: PulseAnswers | null
  mentee: PulseAnswers | null
  attended: boolean
}

/** Health at and above which a pair is good, and to be watched (questionnaires.md §9). */
const GOOD = 0.65
const WATCH = 0.45

/** A session in which R lies below this was lopsided; two in a row make the pair so. */
const LOPSIDED_BELOW = 0.4

const SMOOTHING = 0.5
const WEIGHTS = { useful: 0.35, frank: 0.25, weakerFlow: 0.25, attendance: 0.15 } as const

/**
 * Reciprocity R = 2·min(a,b)/(a+b) of what flowed each way, each 0 to 4; 0 where nothing flowed (questionnaires.md §9,
 * P34). (3,1) gives .5, (4,0) gives 0, (3,3) gives 1.
 */
export function reciprocity(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * Math.min(a, b)) / (a + b)
}

/**
 * What flowed in a session (questionnaires.md §9): `a` from mentor to mentee = mean(PU3 mentee, PU4 mentor), `b` back =
 * mean(PU3 mentor, PU4 mentee). A mean is over the answers that are there, so that one pulse tells of both ways; null
 * without any.
 */
export function flowsOf({ mentor, mentee }: Pick<PulsesOfSession, 'mentor' | 'mentee'>): {
  a: number | null
  b: number | null
} {
  return { a: mean([mentee?.PU3, mentor?.PU4]), b: mean([mentor?.PU3, mentee?.PU4]) }
}

/**
 * How one session went, 0 to 1: [.35·PU1 + .25·PU2 + .25·min(a,b) + .15·4·attendance]/4 (questionnaires.md §9). PU1 and
 * PU2 are means of those who answered. A term that nobody answered counts as `before`, the health so far; where there is
 * none yet, the other terms share its weight. So silence changes nothing, and a missed session costs its attendance.
 * @returns null where nobody has answered anything, now or before.
 */
export function sessionScore(session: PulsesOfSession, before: number | null = null): number | null {
  const { mentor, mentee, attended } = session
  const { a, b } = flowsOf(session)
  const terms: [weight: number, value: number | null][] = [
    [WEIGHTS.useful, mean([mentor?.PU1, mentee?.PU1])],
    [WEIGHTS.frank, mean([mentor?.PU2, mentee?.PU2])],
    [WEIGHTS.weakerFlow, a === null || b === null ? null : Math.min(a, b)],
  ]
  const answered = terms.flatMap(([weight, value]) => (value === null ? [] : [{ weight, value }]))
  if (answered.length === 0 && before === null) return null
  const heard = [...answered, { weight: WEIGHTS.attendance, value: attended ? PULSE_MAX : 0 }]
  const weight = heard.reduce((sum, term) => sum + term.weight, 0)
  const total = heard.reduce((sum, term) => sum + (term.weight * term.value) / PULSE_MAX, 0)
  return before === null ? total / weight : total + (1 - weight) * before
}

/**
 * How a pair fares, given its sessions in order of time: the exponentially weighted mean (.5) of their scores from the
 * first pulse on, its class (good ≥ .65, watch ≥ .45, trouble below; grey before any pulse, never trouble), and whether
 * it is lopsided: R < .4 in the last two of the sessions that both told about (questionnaires.md §9, P34).
 */
export function pairHealth(sessions: readonly PulsesOfSession[]): {
  class: PairHealth
  value: number | null
  lopsided: boolean
} {
  let value: number | null = null
  for (const session of sessions) {
    const score = sessionScore(session, value)
    if (score !== null) value = value === null ? score : SMOOTHING * score + (1 - SMOOTHING) * value
  }
  // A millionth is finer than any answer, and coarser than what sums of fractions lose.
  if (value !== null) value = Math.round(value * 1e6) / 1e6
  return { class: classOf(value), value, lopsided: isLopsided(sessions) }
}

function classOf(value: number | null): PairHealth {
  if (value === null) return 'grey'
  if (value >= GOOD) return 'good'
  return value >= WATCH ? 'watch' : 'trouble'
}

function isLopsided(sessions: readonly PulsesOfSession[]): boolean {
  const balances = sessions.flatMap((session) => {
    const { a, b } = flowsOf(session)
    return session.mentor && session.mentee && a !== null && b !== null ? [reciprocity(a, b)] : []
  })
  const lastTwo = balances.slice(-2)
  return lastTwo.length === 2 && lastTwo.every((balance) => balance < LOPSIDED_BELOW)
}

/**
 * The sessions of a pair that tell how it fares, oldest first, each with what its two people answered: those held, those
 * missed, and those planned about which somebody has already told. What was only proposed or was cancelled tells nothing.
 */
export function pulsesBySession(
  pulses: readonly { session_id: string; participant_id: string; answers: PulseAnswers }[],
  sessions: readonly { id: string; state: string; starts_at: number }[],
  pair: { mentor_id: string; mentee_id: string },
): (PulsesOfSession & { session_id: string })[] {
  const answersOf = new Map(
    pulses.map(({ session_id, participant_id, answers }) => [`${session_id}:${participant_id}`, answers]),
  )
  return sessions
    .toSorted((one, other) => one.starts_at - other.starts_at || (one.id < other.id ? -1 : 1))
    .map(({ id, state }) => ({
      session_id: id,
      state,
      mentor: answersOf.get(`${id}:${pair.mentor_id}`) ?? null,
      mentee: answersOf.get(`${id}:${pair.mentee_id}`) ?? null,
    }))
    .filter(
      ({ state, mentor, mentee }) =>
        state === 'held' || state === 'missed' || (state === 'planned' && (mentor || mentee)),
    )
    .map(({ state, ...told }) => ({ ...told, attended: state !== 'missed' }))
}

function mean(values: readonly (number | undefined)[]): number | null {
  const given = values.filter((value) => value !== undefined)
  return given.length ? given.reduce((sum, value) => sum + value, 0) / given.length : null
}
