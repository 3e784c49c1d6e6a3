import { describe, expect, it } from 'vitest'
import { toWallClock } from '#domain/local-time.ts'
import { afterQuietHours, QUIET_FROM, QUIET_TO } from '#domain/quiet-hours.ts'

const usual = (time_zone: string) => ({ time_zone, quiet_from: QUIET_FROM, quiet_to: QUIET_TO })

/** The first hour, on the clock of the zone, at which a reminder written at `at` (RFC 3339) may leave. */
function leaves(at: string, quiet: Parameters<typeof afterQuietHours>[1]): string {
  return toWallClock(afterQuietHours(Date.parse(at), quiet), quiet.time_zone)
}

describe('nobody is reminded of anything in their quiet hours', () => {
  it('a reminder written during the day leaves at once, to the second', () => {
    const at = Date.parse('2026-03-10T09:07:31Z')
    expect(afterQuietHours(at, usual('Europe/Paris'))).toBe(at)
  })

  it.each([
    ['in the evening, it waits for the next morning', '2026-03-10T19:30:00Z', '2026-03-11T08:00'],
    ['at the first quiet minute already', '2026-03-10T19:00:00Z', '2026-03-11T08:00'],
    ['and not one minute before', '2026-03-10T18:59:00Z', '2026-03-10T19:59'],
    ['after midnight, it waits for the same morning', '2026-03-11T01:20:00Z', '2026-03-11T08:00'],
    ['at the first minute that is not quiet, it leaves', '2026-03-11T07:00:00Z', '2026-03-11T08:00'],
  ])('%s', (_, at, expected) => {
    expect(leaves(at, usual('Europe/Paris'))).toBe(expected)
  })

  it.each([
    ['Friday evening', '2026-03-13T19:30:00Z'],
    ['Saturday at noon', '2026-03-14T11:00:00Z'],
    ['Sunday evening', '2026-03-15T21:00:00Z'],
  ])('on %s, it waits for Monday morning', (_, at) => {
    expect(leaves(at, usual('Europe/Paris'))).toBe('2026-03-16T08:00')
  })

  it('quiet hours may lie within one day, such as those of somebody who works at night', () => {
    const quiet = { time_zone: 'Europe/Paris', quiet_from: 9, quiet_to: 17 }
    expect(leaves('2026-03-10T09:00:00Z', quiet)).toBe('2026-03-10T17:00')
    expect(leaves('2026-03-10T22:00:00Z', quiet)).toBe('2026-03-10T23:00')
  })

  it('the same hour twice means that no hour is quiet, and weekends still are', () => {
    for (const hour of [0, 8, 23]) {
      const never = { time_zone: 'Europe/Paris', quiet_from: hour, quiet_to: hour }
      expect(leaves('2026-03-11T02:10:00Z', never)).toBe('2026-03-11T03:10')
      expect(leaves('2026-03-14T02:10:00Z', never)).toBe('2026-03-16T00:00')
    }
  })

  it('from midnight or until midnight are hours like any other', () => {
    expect(leaves('2026-03-10T23:30:00Z', { time_zone: 'Europe/Paris', quiet_from: 0, quiet_to: 7 })).toBe(
      '2026-03-11T07:00',
    )
    expect(leaves('2026-03-10T21:30:00Z', { time_zone: 'Europe/Paris', quiet_from: 22, quiet_to: 0 })).toBe(
      '2026-03-11T00:00',
    )
  })
})

describe('the clock is that of the person', () => {
  it.each([
    ['Asia/Kolkata', '2026-03-10T20:00:00Z', '2026-03-11T02:30:00Z'],
    ['Asia/Kathmandu', '2026-03-10T20:00:00Z', '2026-03-11T02:15:00Z'],
    ['Asia/Tokyo', '2026-03-10T12:00:00Z', '2026-03-10T23:00:00Z'],
    ['America/St_Johns', '2026-03-11T00:00:00Z', '2026-03-11T10:30:00Z'],
  ])('in %s the morning begins at eight there', (time_zone, at, expected) => {
    const instant = afterQuietHours(Date.parse(at), usual(time_zone))
    expect(new Date(instant).toISOString()).toBe(expected.replace('Z', '.000Z'))
    expect(toWallClock(instant, time_zone).slice(11)).toBe('08:00')
  })

  it('it is still Friday evening in New York when Saturday has begun in Paris', () => {
    const at = '2026-03-13T23:30:00Z'
    expect(leaves(at, usual('America/New_York'))).toBe('2026-03-13T19:30')
    expect(leaves(at, usual('Europe/Paris'))).toBe('2026-03-16T08:00')
  })

  it('Monday has begun in Tokyo while it is Sunday in Paris', () => {
    expect(leaves('2026-03-15T23:00:00Z', usual('Asia/Tokyo'))).toBe('2026-03-16T08:00')
  })

  it('after the night of a clock change, the morning begins at eight by the new time', () => {
    // Paris, last Sundays of March and October; New York, second Sunday of March and first of November.
    const mornings: [string, string, string][] = [
      ['Europe/Paris', '2026-03-27T20:00:00Z', '2026-03-30T06:00:00.000Z'],
      ['Europe/Paris', '2026-10-23T20:00:00Z', '2026-10-26T07:00:00.000Z'],
      ['America/New_York', '2026-03-07T01:00:00Z', '2026-03-09T12:00:00.000Z'],
      ['America/New_York', '2026-10-31T00:00:00Z', '2026-11-02T13:00:00.000Z'],
    ]
    for (const [zone, at, expected] of mornings) {
      expect(new Date(afterQuietHours(Date.parse(at), usual(zone))).toISOString()).toBe(expected)
    }
  })

  it('where clocks change on a weekday, a quiet hour that the change skips ends when the clock goes on', () => {
    // Cairo: Friday 24 April 2026, midnight becomes one o’clock.
    const quiet = { time_zone: 'Africa/Cairo', quiet_from: 22, quiet_to: 0 }
    expect(leaves('2026-04-23T20:30:00Z', quiet)).toBe('2026-04-24T01:00')
  })

  it('whatever the instant, what is found is not quiet, not at a weekend, and there is nothing earlier', () => {
    const zones = ['Europe/Paris', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Chatham', 'Asia/Tokyo']
    const start = Date.parse('2026-10-20T00:00:00Z')
    for (const zone of zones) {
      for (let step = 0; step < 24; step++) {
        const at = start + step * 503 * 60_000
        const found = afterQuietHours(at, usual(zone))
        expect(isOpen(found, zone), `${zone} ${new Date(at).toISOString()}`).toBe(true)
        for (let before = found - 15 * 60_000; before >= at; before -= 15 * 60_000) {
          expect(isOpen(before, zone), `${zone} ${new Date(before).toISOString()}`).toBe(false)
        }
      }
    }
  })
})

/** By another road than the code: the parts of the date as `Intl` names them. */
function isOpen(at: number, timeZone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const hour = Number(of('hour'))
  return !['Sat', 'Sun'].includes(of('weekday')) && hour >= 8 && hour < 20
}
