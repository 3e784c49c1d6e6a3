import { describe, expect, it } from 'vitest'
import { dayInWords } from '#domain/day-in-words.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { isReturning, PAUSE_DAYS_MAX, whyPauseRefused } from '#domain/pair.ts'
import { afterWorkingDays } from '#domain/working-day.ts'

const NOW = Date.parse('2026-03-02T09:00:00Z')
const at = (days: number) => NOW + days * DAY_MS

describe('a break of a pair (P31)', () => {
  it.each([
    ['a day from now', 'active', at(1), null, null],
    ['sixty days, the longest', 'active', at(PAUSE_DAYS_MAX), null, null],
    ['a moment longer than sixty days', 'active', at(PAUSE_DAYS_MAX) + 1, null, 'too-long'],
    ['now, which is no break', 'active', NOW, null, 'past'],
    ['the moment before the programme ends', 'active', at(10) - 1, at(10), null],
    ['the end of the programme', 'active', at(10), at(10), 'programme-over'],
    ['a pair that a reorganisation keeps apart', 'suspended', at(5), null, 'suspended'],
  ] as const)('until %s', (_, state, until, programmeEndsAt, refused) => {
    expect(whyPauseRefused({ state, until, programmeEndsAt }, NOW)).toBe(refused)
  })

  it('is over at its instant, not before, and only for a pair that goes on', () => {
    expect(isReturning({ state: 'active', paused_until: NOW }, NOW)).toBe(true)
    expect(isReturning({ state: 'active', paused_until: NOW + 1 }, NOW)).toBe(false)
    expect(isReturning({ state: 'active', paused_until: null }, NOW)).toBe(false)
    for (const state of ['suspended', 'ended'] as const) {
      expect(isReturning({ state, paused_until: NOW }, NOW)).toBe(false)
    }
  })
})

describe('an answer within three working days (C29)', () => {
  const due = (asked: string, zone = 'Europe/Paris') =>
    new Date(afterWorkingDays(Date.parse(asked), 3, zone) - 1).toISOString()
  it.each([
    ['Monday', '2026-03-02T09:00:00Z', '2026-03-05T22:59:59.999Z'],
    ['Wednesday, over the weekend', '2026-03-04T09:00:00Z', '2026-03-09T22:59:59.999Z'],
    ['Friday', '2026-03-06T09:00:00Z', '2026-03-11T22:59:59.999Z'],
    ['Saturday counts from Monday', '2026-03-07T09:00:00Z', '2026-03-11T22:59:59.999Z'],
    ['Sunday, already Monday in Paris', '2026-03-08T23:30:00Z', '2026-03-12T22:59:59.999Z'],
    ['Thursday before the clocks change', '2026-03-26T09:00:00Z', '2026-03-31T21:59:59.999Z'],
  ])('asked on %s', (_, asked, expected) => {
    expect(due(asked)).toBe(expected)
  })

  it('is counted on the clock of the programme', () => {
    expect(due('2026-03-06T20:00:00Z', 'Asia/Tokyo')).toBe('2026-03-11T14:59:59.999Z')
  })
})

describe('a day in the words of a mail', () => {
  it.each([
    ['fr', '2026-03-05T10:00:00Z', 'jeudi 5\u00a0mars 2026'],
    ['fr', '2026-04-01T10:00:00Z', 'mercredi 1er\u00a0avril 2026'],
    ['en', '2026-04-01T10:00:00Z', 'Wednesday 1\u00a0April 2026'],
  ] as const)('in %s: %s', (language, day, words) => {
    expect(dayInWords(Date.parse(day), 'Europe/Paris', language)).toBe(words)
  })
})
