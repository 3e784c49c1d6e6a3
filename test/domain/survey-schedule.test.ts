import { describe, expect, test } from 'vitest'
import { DAY_MS } from '#domain/local-time.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import { SURVEY_OPEN_DAYS, surveysDue, surveyWindows } from '#domain/survey-schedule.ts'

const started_at = Date.parse('2026-03-02T09:00:00Z')
const live = { state: 'active', ending: null, started_at, ended_at: null } as const
const programme = {
  kind: 'reverse' as ProgrammeKind,
  // 26 weeks after the start.
  ends_on: '2026-08-31' as string | null,
  time_zone: 'Europe/Paris',
}
const due = (now: string, more: Partial<Parameters<typeof surveysDue>[0]> = {}) =>
  surveysDue({ programme, pair: live, answered: [], requested: [], now: Date.parse(now), ...more })

describe('when a pair is asked how it is (P3, domain.md §2.6)', () => {
  test('the day after the start, in week 13, and in the last fourteen days', () => {
    expect(due('2026-03-02T10:00:00Z')).toEqual([])
    expect(due('2026-03-03T09:00:00Z')).toEqual(['start'])
    expect(due('2026-05-25T09:00:00Z')).toEqual([])
    expect(due('2026-06-02T09:00:00Z')).toEqual(['middle'])
    expect(due('2026-08-16T09:00:00Z')).toEqual([])
    expect(due('2026-08-18T09:00:00Z')).toEqual(['end'])
  })

  test('nobody is asked again for what they were asked for or answered', () => {
    expect(due('2026-03-03T09:00:00Z', { requested: ['start'] })).toEqual([])
    expect(due('2026-03-03T09:00:00Z', { answered: ['start'] })).toEqual([])
  })

  test('what nobody asked in time is not asked late', () => {
    expect(due('2026-04-20T09:00:00Z')).toEqual([])
    const [start] = surveyWindows({ programme, pair: live })
    expect((start!.until - start!.from) / DAY_MS).toBe(SURVEY_OPEN_DAYS.start)
  })

  const ended_at = Date.parse('2026-08-31T22:00:00Z')
  const completed = { ...live, state: 'ended', ending: 'completed', ended_at } as const

  test('a completed pair is asked at the end, then 3, 6 and 12 months later, on the last day of short months', () => {
    const on = (now: string) => due(now, { pair: completed })
    expect(on('2026-09-01T09:00:00Z')).toEqual(['end'])
    expect(on('2026-11-30T21:00:00Z')).toEqual([])
    expect(on('2026-11-30T22:00:00Z')).toEqual(['month-3'])
    expect(on('2027-02-28T22:00:00Z')).toEqual(['month-6'])
    expect(on('2027-08-31T22:00:00Z')).toEqual(['month-12'])
    expect(on('2028-03-01T09:00:00Z')).toEqual([])
  })

  test('a pair that a programme’s end came early for still has its last survey', () => {
    const early = { ...completed, ended_at: Date.parse('2026-06-10T09:00:00Z') }
    expect(due('2026-06-10T10:00:00Z', { pair: early })).toEqual(['end'])
  })

  test('whoever was separated, left behind or kept apart is asked nothing more', () => {
    for (const ending of ['separation', 'leaver', 'reorganisation'] as const) {
      expect(due('2026-12-01T09:00:00Z', { pair: { ...completed, ending } })).toEqual([])
    }
    expect(due('2026-06-02T09:00:00Z', { pair: { ...live, state: 'suspended' } })).toEqual([])
  })

  test('without a last day a pair lasts the months of its kind', () => {
    const open = { ...programme, ends_on: null }
    expect(due('2026-06-02T09:00:00Z', { programme: open })).toEqual(['middle'])
    expect(due('2026-08-25T09:00:00Z', { programme: open })).toEqual(['end'])
  })

  test('an expert pair is asked at its end and thirty days later, and no more (F16, F21)', () => {
    const expert = { ...programme, kind: 'expert' as const, ends_on: '2026-03-31' }
    expect(due('2026-03-03T09:00:00Z', { programme: expert })).toEqual([])
    expect(due('2026-03-20T09:00:00Z', { programme: expert })).toEqual(['end'])
    const over = { ...completed, ended_at: Date.parse('2026-03-31T22:00:00Z') }
    const moments = surveyWindows({ programme: expert, pair: over }).map(({ moment }) => moment)
    expect(moments).toEqual(['end', 'month-3'])
    expect(due('2026-05-01T09:00:00Z', { programme: expert, pair: over })).toContain('month-3')
  })

  test('a short pair has no middle', () => {
    const short = { ...programme, ends_on: '2026-04-15' }
    expect(surveyWindows({ programme: short, pair: live }).map(({ moment }) => moment)).toEqual([
      'start',
      'end',
    ])
  })
})
