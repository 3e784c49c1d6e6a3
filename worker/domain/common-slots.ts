import { DAY_MS, fromWallClock, HOUR_MS, toWallClock } from './local-time.ts'

/**
 * The hours of the parts of a day on the clock of one’s own zone, `[from, to)`. The questionnaire (G6) names the parts and
 * leaves the hours to us: office hours are morning to afternoon, and nobody is asked to meet between midnight and nine.
 */
export const HOURS_OF_PARTS: Record<string, readonly [number, number]> = {
  morning: [9, 12],
  midday: [12, 14],
  afternoon: [14, 18],
  evening: [18, 20],
  night: [20, 24],
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Who never said when they are free is thought to be so in office hours. */
const OFFICE_HOURS = ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) =>
  ['morning', 'midday', 'afternoon'].map((part) => `${day}-${part}`),
)

/** How long people have to see a proposal before the time that is suggested, and how far ahead times are suggested. */
const AHEAD_MS = 24 * HOUR_MS
export const SLOT_DAYS = 21
export const SLOTS_MAX = 8
const SLOTS_A_DAY = 2
/** Two times on one day lie at least this far apart. */
const APART_MS = 3 * HOUR_MS
const QUARTER_MS = HOUR_MS / 4

/** When somebody is free: what they answered to G6 (null: nothing), the zone of their clock, the sessions they have. */
export interface FreePerson {
  availability: { weeks: 1 | 2; slots: readonly string[] } | null
  time_zone: string
  busy: readonly { starts_at: number; minutes: number }[]
}

/** A stretch of time, `[from, to)`, in epoch ms. */
interface Stretch {
  from: number
  to: number
}

/**
 * The next times that suit both, each on their own clock: from a day ahead, for three weeks or until `until` (epoch ms,
 * the end of the programme), at most eight, at most two a day. Weekends and nights come up only where both chose them.
 * @param minutes how long they want to meet
 * @returns starts in epoch ms, the earliest first (W4).
 */
export function commonSlots(
  one: FreePerson,
  other: FreePerson,
  { minutes, now, until }: { minutes: number; now: number; until: number | null },
): number[] {
  const span = {
    from: Math.ceil((now + AHEAD_MS) / HOUR_MS) * HOUR_MS,
    to: Math.min(until ?? Number.POSITIVE_INFINITY, now + (SLOT_DAYS + 1) * DAY_MS),
  }
  const both = meet(freeStretches(one, span), freeStretches(other, span))
  const starts: number[] = []
  for (const { from, to } of both) {
    for (let at = from; at + minutes * 60_000 <= to; at += QUARTER_MS) {
      if (isWelcome(starts, at)) starts.push(at)
      if (starts.length === SLOTS_MAX) return starts
    }
  }
  return starts
}

/** Not too close to the one before, and not a third one within a day. */
function isWelcome(starts: readonly number[], at: number): boolean {
  const last = starts.at(-1)
  const earlier = starts.at(-SLOTS_A_DAY)
  return (
    (last === undefined || at - last >= APART_MS) &&
    (earlier === undefined || starts.length < SLOTS_A_DAY || at - earlier >= DAY_MS / 2 + APART_MS)
  )
}

/** When somebody is free between two instants, the earliest first, parts that touch joined, sessions cut out. */
function freeStretches({ availability, time_zone, busy }: FreePerson, span: Stretch): Stretch[] {
  const slots = new Set(availability?.slots ?? OFFICE_HOURS)
  const weeks = availability?.weeks ?? 1
  const stretches: Stretch[] = []
  for (const civil of daysBetween(span, time_zone)) {
    const at = Date.parse(`${civil.day}T00:00:00Z`)
    const name = `${weeks === 2 ? `${weekName(at)}-` : ''}${DAYS[new Date(at).getUTCDay()]}`
    for (const [part, [from, to]] of Object.entries(HOURS_OF_PARTS)) {
      if (!slots.has(`${name}-${part}`)) continue
      const last = stretches.at(-1)
      const start = Math.max(atHour(civil, from, time_zone), span.from)
      const end = Math.min(atHour(civil, to, time_zone), span.to)
      if (start >= end) continue
      if (last && last.to === start) last.to = end
      else stretches.push({ from: start, to: end })
    }
  }
  return busy.reduce(without, stretches)
}

/** A civil day on the clock of a zone, with the instants (epoch ms) at which it begins and ends. */
interface CivilDay extends Stretch {
  day: string
}

/** The civil days, on the clock of a zone, that a span of time touches. */
function daysBetween({ from, to }: Stretch, timeZone: string): CivilDay[] {
  const days: CivilDay[] = []
  let day = toWallClock(from, timeZone).slice(0, 10)
  for (let start = instantOf(day, 0, timeZone); start < to; ) {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
    // Clocks change on two days a year: on all others one look tells that the day has its 24 hours.
    const isWhole = toWallClock(start + DAY_MS, timeZone) === `${next}T00:00`
    const end = isWhole ? start + DAY_MS : instantOf(next, 0, timeZone)
    days.push({ day, from: start, to: end })
    day = next
    start = end
  }
  return days
}

function instantOf(day: string, hour: number, timeZone: string): number {
  return Date.parse(fromWallClock(`${day}T${String(hour).padStart(2, '0')}:00`, timeZone) as string)
}

/** The instant of an hour (0 to 24) on the clock of a day. */
function atHour({ day, from, to }: CivilDay, hour: number, timeZone: string): number {
  if (hour === 24) return to
  return to - from === DAY_MS ? from + hour * HOUR_MS : instantOf(day, hour, timeZone)
}

/** Shift weeks follow the numbers that calendars print (ISO 8601): odd weeks are A, even ones B. */
function weekName(dayAt: number): 'a' | 'b' {
  const thursday = dayAt + (3 - ((new Date(dayAt).getUTCDay() + 6) % 7)) * DAY_MS
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)
  const week = 1 + Math.floor((thursday - newYear) / (7 * DAY_MS))
  return week % 2 ? 'a' : 'b'
}

function without(stretches: Stretch[], { starts_at, minutes }: FreePerson['busy'][number]): Stretch[] {
  const ends = Math.ceil((starts_at + minutes * 60_000) / QUARTER_MS) * QUARTER_MS
  return stretches.flatMap(({ from, to }) =>
    starts_at >= to || ends <= from
      ? [{ from, to }]
      : [
          { from, to: starts_at },
          { from: ends, to },
        ].filter((rest) => rest.from < rest.to),
  )
}

/** What two lists of stretches, each in order, have in common. */
function meet(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const common: Stretch[] = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!]
    const stretch = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
    if (stretch.from < stretch.to) common.push(stretch)
    if (a.to < b.to) i += 1
    else j += 1
  }
  return common
}
