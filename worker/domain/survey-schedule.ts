import type { SurveyMoment } from './feedback.ts'
import { DAY_MS, endOfDay, startOfDay, toDay } from './local-time.ts'
import type { PairEnding, PairState } from './pair.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from './programme.ts'

/** How many days somebody has to answer a survey from the day it is due. */
export const SURVEY_OPEN_DAYS: Record<SurveyMoment, number> = {
  start: 14,
  middle: 21,
  end: 44,
  'month-3': 30,
  'month-6': 30,
  'month-12': 30,
}

/**
 * The moments at which somebody is asked about each of their pairs; at the others they are asked about themselves alone,
 * once, with the first pair.
 */
export const MOMENTS_OF_EACH_PAIR: readonly SurveyMoment[] = ['middle', 'end']

/** A pair that lasts less than this has no middle worth asking about. */
const MIDDLE_FROM_DAYS = 56

/** The last survey opens this long before the end of the programme. */
const END_BEFORE_DAYS = 14

/** When an expert pair is asked how many months it saved (F21). */
const FOLLOW_UP_EXPERT_MS = 30 * DAY_MS

/** What a schedule depends on; instants are epoch ms, days `YYYY-MM-DD`. */
export interface SurveySchedule {
  programme: { kind: ProgrammeKind; ends_on: string | null; time_zone: string }
  pair: { state: PairState; ending: PairEnding | null; started_at: number; ended_at: number | null }
}

/** From when until when a survey can be asked for, in epoch ms, the end excluded. */
export interface SurveyWindow {
  moment: SurveyMoment
  from: number
  until: number
}

/**
 * When each survey of a pair is open: the day after the start, half-way, in the last 14 days or at completion, then 3, 6
 * and 12 months after completion (P3, domain.md §2.6). A programme without a last day lasts as long as its kind. An
 * expert pair, which meets once, is asked at the end, and again after 30 days how much time it saved (F16, F21), under
 * the name of the first follow-up. Somebody whose pair was separated, or lost one of its two, is asked nothing more; a
 * pair that a reorganisation suspends is left in peace.
 */
export function surveyWindows({ programme, pair }: SurveySchedule): SurveyWindow[] {
  const { started_at, ended_at, state, ending } = pair
  if (state === 'suspended') return []
  if (state === 'ended' && (ending !== 'completed' || ended_at === null)) return []
  const ends = endOfPair(programme, started_at)
  const windows: [SurveyMoment, number][] = []
  const isExpert = programme.kind === 'expert'
  if (state === 'active' && !isExpert) {
    windows.push(['start', started_at + DAY_MS])
    if (ends - started_at >= MIDDLE_FROM_DAYS * DAY_MS) windows.push(['middle', (started_at + ends) / 2])
  }
  windows.push(['end', Math.min(ends - END_BEFORE_DAYS * DAY_MS, ended_at ?? Number.POSITIVE_INFINITY)])
  if (ended_at !== null && state === 'ended') {
    windows.push(['month-3', isExpert ? ended_at + FOLLOW_UP_EXPERT_MS : monthsAfter(ended_at, 3)])
    if (!isExpert)
      windows.push(['month-6', monthsAfter(ended_at, 6)], ['month-12', monthsAfter(ended_at, 12)])
  }
  return windows.map(([moment, from]) => ({
    moment,
    from: Math.round(from),
    until: Math.max(
      Math.round(from) + SURVEY_OPEN_DAYS[moment] * DAY_MS,
      // Whoever completes late, or by an organiser’s hand, still has time for the last survey.
      moment === 'end' && ended_at !== null ? ended_at + 30 * DAY_MS : 0,
    ),
  }))
}

/**
 * The surveys that are to be asked of one of the two of a pair now, and were neither answered nor asked for before.
 * Whether that person is still there is for the caller to see: whoever left the company or the programme is asked nothing.
 * @param answered the moments that this person answered for this pair
 * @param requested the moments that this person was asked for, for this pair
 * @param now epoch ms
 */
export function surveysDue({
  programme,
  pair,
  answered,
  requested,
  now,
}: SurveySchedule & {
  answered: readonly SurveyMoment[]
  requested: readonly SurveyMoment[]
  now: number
}): SurveyMoment[] {
  return surveyWindows({ programme, pair })
    .filter(({ from, until }) => from <= now && now < until)
    .map(({ moment }) => moment)
    .filter((moment) => !answered.includes(moment) && !requested.includes(moment))
}

/** When a pair of this programme ends by itself (epoch ms): at the end of its last day, or after the months of its kind. */
export function endOfPair(programme: SurveySchedule['programme'], startedAt: number): number {
  if (programme.ends_on !== null) return endOfDay(programme.ends_on, programme.time_zone)
  const startedOn = toDay(startedAt, programme.time_zone)
  return startOfDay(dayAfterMonths(startedOn, PROGRAMME_KINDS[programme.kind].months), programme.time_zone)
}

/** The same hour so many months later, on the last day of a month that is shorter (UTC). */
function monthsAfter(at: number, months: number): number {
  const day = new Date(at).toISOString().slice(0, 10)
  return Date.parse(`${dayAfterMonths(day, months)}T00:00:00Z`) + (at % DAY_MS)
}

function dayAfterMonths(day: string, months: number): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10)
}
