import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '#domain/local-time.ts'
import { clockInWords, momentForBoth } from '#domain/moment-in-words.ts'
import {
  acceptSession,
  cancelSession,
  confirmSession,
  endOfSession,
  logSession,
  mayLogSessions,
  moveSession,
  type PairSession,
  sessionsMax,
  stepsOf,
  whyTimeRefused,
} from '#domain/pair-session.ts'
import { Problem } from '#domain/problem.ts'

const NOW = Date.parse('2026-03-02T09:00:00Z')
const START = NOW + DAY_MS
const LATER = START + HOUR_MS
const GOING_ON = { isMeeting: true, mayLog: true }

function proposed(more: Partial<PairSession> = {}): PairSession {
  return {
    state: 'proposed',
    starts_at: START,
    minutes: 60,
    place: null,
    proposed_by: 'junior',
    planned_at: null,
    sequence: 0,
    moves: 0,
    cancelled_by: null,
    cancelled_at: null,
    held_minutes: null,
    logged_by: null,
    logged_at: null,
    confirmed_at: null,
    ...more,
  }
}

const become = (session: PairSession, changed: Partial<PairSession> | null): PairSession => ({
  ...session,
  ...changed,
})
const planned = () => become(proposed(), acceptSession(proposed(), 'senior', NOW))

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.kind
    throw error
  }
  return 'nothing'
}

describe('a session is agreed on by two', () => {
  it('is planned once the other accepts, and only then', () => {
    expect(planned()).toMatchObject({ state: 'planned', planned_at: NOW })
    expect(refusal(() => acceptSession(proposed(), 'junior', NOW))).toBe('closed')
    expect(acceptSession(planned(), 'senior', NOW)).toBeNull()
  })

  it('cannot be accepted once its time has passed', () => {
    expect(refusal(() => acceptSession(proposed(), 'senior', START))).toBe('closed')
  })

  it('a proposal that the other moves becomes theirs, and the first one answers', () => {
    const countered = become(
      proposed(),
      moveSession(proposed(), 'senior', { starts_at: LATER, minutes: 60, place: null }),
    )
    expect(countered).toMatchObject({ state: 'proposed', proposed_by: 'senior', moves: 1, sequence: 0 })
    expect(stepsOf(countered, 'junior', NOW, GOING_ON)).toEqual(['accept', 'move', 'cancel'])
    expect(stepsOf(countered, 'senior', NOW, GOING_ON)).toEqual(['move', 'cancel'])
  })

  it('what both had agreed on stays planned when either moves it, and calendars hear of it', () => {
    const moved = become(
      planned(),
      moveSession(planned(), 'junior', { starts_at: LATER, minutes: 45, place: 'B2' }),
    )
    expect(moved).toMatchObject({
      state: 'planned',
      sequence: 1,
      moves: 1,
      proposed_by: 'junior',
      minutes: 45,
    })
    const elsewhere = moveSession(moved, 'senior', { starts_at: LATER, minutes: 45, place: 'B3' })
    expect(elsewhere).toMatchObject({ sequence: 2, moves: 1 })
    expect(moveSession(moved, 'senior', { starts_at: LATER, minutes: 45, place: 'B2' })).toBeNull()
  })

  it('a cancellation counts a side once, and calendars hear of what was planned', () => {
    const gone = become(planned(), cancelSession(planned(), 'mentee', NOW))
    expect(gone).toMatchObject({ state: 'cancelled', cancelled_by: 'mentee', sequence: 1 })
    expect(cancelSession(gone, 'mentor', NOW)).toBeNull()
    expect(cancelSession(proposed(), 'mentor', NOW)).toMatchObject({ sequence: 0 })
    expect(refusal(() => cancelSession(planned(), 'mentor', START))).toBe('closed')
    expect(refusal(() => moveSession(gone, 'junior', { starts_at: LATER, minutes: 60, place: null }))).toBe(
      'closed',
    )
  })
})

describe('a session is told by two', () => {
  const held = () => become(planned(), logSession(planned(), 'junior', { held: true, minutes: 70 }, LATER))

  it('from its start on, and not before', () => {
    const log = { held: true, minutes: 60 } as const
    expect(refusal(() => logSession(planned(), 'junior', log, START - 1))).toBe('closed')
    expect(logSession(planned(), 'junior', log, START)).toMatchObject({ state: 'held', held_minutes: 60 })
    expect(stepsOf(planned(), 'junior', START, GOING_ON)).toEqual(['log', 'move'])
  })

  it('a log is corrected by its author until the other confirms', () => {
    const corrected = become(held(), logSession(held(), 'junior', { held: true, minutes: 50 }, LATER))
    expect(corrected.held_minutes).toBe(50)
    expect(logSession(held(), 'junior', { held: false }, LATER)).toMatchObject({
      state: 'missed',
      held_minutes: null,
    })
    expect(refusal(() => logSession(held(), 'senior', { held: false }, LATER))).toBe('conflict')
    const confirmed = become(corrected, confirmSession(corrected, 'senior', true, LATER))
    expect(confirmed).toMatchObject({ state: 'held', confirmed_at: LATER })
    expect(refusal(() => logSession(confirmed, 'junior', { held: false }, LATER))).toBe('closed')
    expect(stepsOf(confirmed, 'junior', LATER, GOING_ON)).toEqual([])
    expect(confirmSession(confirmed, 'senior', true, LATER)).toBeNull()
  })

  it('the other may see it otherwise: it waits to be logged again, by either', () => {
    const contested = become(held(), confirmSession(held(), 'senior', false, LATER))
    expect(contested).toMatchObject({ state: 'planned', logged_by: null, held_minutes: null })
    expect(logSession(contested, 'senior', { held: false }, LATER)).toMatchObject({
      state: 'missed',
      logged_by: 'senior',
    })
  })

  it('nobody confirms their own words', () => {
    expect(refusal(() => confirmSession(held(), 'junior', true, LATER))).toBe('closed')
    expect(refusal(() => confirmSession(planned(), 'junior', true, LATER))).toBe('closed')
    expect(stepsOf(held(), 'junior', LATER, GOING_ON)).toEqual(['correct'])
    expect(stepsOf(held(), 'senior', LATER, GOING_ON)).toEqual(['confirm'])
  })

  it('two who met at a time that was never accepted may say so, and nobody missed what was not agreed', () => {
    const met = logSession(proposed(), 'senior', { held: true, minutes: 30 }, LATER)
    expect(met.state).toBe('held')
    expect(refusal(() => logSession(proposed(), 'senior', { held: false }, LATER))).toBe('closed')
    expect(
      become(become(proposed(), met), confirmSession(become(proposed(), met), 'junior', false, LATER)).state,
    ).toBe('proposed')
  })

  it('after the end of a programme hours can still be told, after a separation nothing is asked', () => {
    expect(mayLogSessions({ state: 'ended', ending: 'completed' })).toBe(true)
    expect(mayLogSessions({ state: 'ended', ending: 'separation' })).toBe(false)
    const off = { isMeeting: false, mayLog: false }
    expect(stepsOf(planned(), 'junior', LATER, off)).toEqual([])
    expect(stepsOf(planned(), 'junior', NOW, { isMeeting: false, mayLog: true })).toEqual(['cancel'])
  })
})

describe('a time is one that can be kept', () => {
  const why = (starts_at: number, minutes: number, closesAt: number | null = null) =>
    whyTimeRefused({ starts_at, minutes }, NOW, closesAt)?.pointer ?? null

  it('lies half an hour ahead at least', () => {
    expect(why(NOW + 29 * 60_000, 60)).toBe('/starts_at')
    expect(why(NOW + 30 * 60_000, 60)).toBeNull()
  })

  it('lasts from a quarter of an hour to four hours, so that expert sessions fit whole or in two (F20)', () => {
    expect([14, 15, 180, 240, 241].map((minutes) => why(START, minutes))).toEqual([
      '/minutes',
      null,
      null,
      null,
      '/minutes',
    ])
    expect(sessionsMax(1)).toBe(2)
  })

  it('ends with the programme at the latest', () => {
    const session = { starts_at: START, minutes: 60 }
    expect(why(START, 60, endOfSession(session))).toBeNull()
    expect(why(START, 60, endOfSession(session) - 1)).toBe('/starts_at')
  })
})

describe('a moment is said on both clocks (W4)', () => {
  const at = Date.parse('2026-03-17T08:00:00Z')

  it('the other’s hour follows, and their day where it is another one', () => {
    const zones = { mine: 'Europe/Paris', theirs: 'Asia/Tokyo' }
    expect(momentForBoth(at, zones, 'Maëlle', 'fr')).toBe(
      'mardi 17\u00a0mars à\u00a09\u00a0h chez vous, 17\u00a0h chez Maëlle',
    )
    const west = { mine: 'Europe/Paris', theirs: 'Pacific/Honolulu' }
    expect(momentForBoth(at, west, 'Maëlle', 'en')).toBe(
      'Tuesday 17\u00a0March at\u00a009:00 for you, Monday 16\u00a0March at\u00a022:00 for Maëlle',
    )
  })

  it('nothing is said twice where both clocks agree', () => {
    const zones = { mine: 'Europe/Paris', theirs: 'Europe/Brussels' }
    expect(momentForBoth(at, zones, 'Maëlle', 'fr')).toBe('mardi 17\u00a0mars à\u00a09\u00a0h')
    expect(clockInWords(at + 30 * 60_000, 'Europe/Paris', 'fr')).toBe('9\u00a0h\u00a030')
  })
})
