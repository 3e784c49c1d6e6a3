import { describe, expect, it } from 'vitest'
import { commonSlots, type FreePerson, SLOT_DAYS, SLOTS_MAX } from '#domain/common-slots.ts'
import { DAY_MS, toWallClock } from '#domain/local-time.ts'

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri']

function free(time_zone: string, parts: string[], days = WEEK, busy: FreePerson['busy'] = []): FreePerson {
  const slots = days.flatMap((day) => parts.map((part) => `${day}-${part}`))
  return { availability: { weeks: 1, slots }, time_zone, busy }
}

const at = (text: string) => Date.parse(text)
const clocks = (starts: number[], zone: string) => starts.map((start) => toWallClock(start, zone))
const hour = (zone: string) => (start: number) => Number(toWallClock(start, zone).slice(11, 13))

describe('times that suit both', () => {
  const paris = free('Europe/Paris', ['morning'])

  it('Paris in the morning meets Tokyo in the afternoon, each on their own clock (W4)', () => {
    const starts = commonSlots(paris, free('Asia/Tokyo', ['afternoon', 'evening']), {
      minutes: 60,
      now: at('2026-03-09T07:00:00Z'),
      until: null,
    })
    expect(clocks(starts, 'Europe/Paris').slice(0, 2)).toEqual(['2026-03-10T09:00', '2026-03-11T09:00'])
    expect(clocks(starts, 'Asia/Tokyo').slice(0, 2)).toEqual(['2026-03-10T17:00', '2026-03-11T17:00'])
  })

  it('stays right over the weekend on which Paris changes its clocks and Tokyo does not (W4)', () => {
    const starts = commonSlots(paris, free('Asia/Tokyo', ['afternoon', 'evening']), {
      minutes: 60,
      now: at('2026-03-26T08:00:00Z'),
      until: null,
    })
    expect(clocks(starts, 'Europe/Paris').slice(0, 2)).toEqual(['2026-03-27T09:00', '2026-03-30T09:00'])
    expect(clocks(starts, 'Asia/Tokyo').slice(0, 2)).toEqual(['2026-03-27T17:00', '2026-03-30T16:00'])
  })

  it('knows that New York changes its clocks three weeks before Paris (W4)', () => {
    const starts = commonSlots(free('Europe/Paris', ['afternoon']), free('America/New_York', ['morning']), {
      minutes: 60,
      now: at('2026-03-05T08:00:00Z'),
      until: null,
    })
    // 6 March: six hours apart; 9 March: five.
    expect(clocks(starts, 'Europe/Paris').slice(0, 2)).toEqual(['2026-03-06T15:00', '2026-03-09T14:00'])
    expect(clocks(starts, 'America/New_York').slice(0, 2)).toEqual(['2026-03-06T09:00', '2026-03-09T09:00'])
  })

  it('finds the hours of the very day on which the clocks change', () => {
    const sunday = ['sun']
    const parts = ['morning', 'night']
    for (const now of ['2026-03-27T10:00:00Z', '2026-10-23T10:00:00Z']) {
      const zone = 'Europe/Paris'
      const starts = commonSlots(free(zone, parts, sunday), free(zone, parts, sunday), {
        minutes: 60,
        now: at(now),
        until: at(now) + 3 * DAY_MS,
      })
      expect(starts.map(hour(zone))).toEqual([9, 20])
    }
  })

  it('proposes eight at most, two a day at most, in order, from a day ahead and for three weeks', () => {
    const now = at('2026-03-09T09:10:00Z')
    const both = free('Europe/Paris', ['morning', 'midday', 'afternoon'])
    const starts = commonSlots(both, both, { minutes: 60, now, until: null })
    expect(starts).toHaveLength(SLOTS_MAX)
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
    expect(starts[0]).toBeGreaterThanOrEqual(now + DAY_MS)
    const days = Map.groupBy(starts, (start) => toWallClock(start, 'Europe/Paris').slice(0, 10))
    expect(Math.max(...[...days.values()].map((one) => one.length))).toBe(2)
    const monday = free('Europe/Paris', ['morning'], ['mon'])
    const few = commonSlots(monday, monday, { minutes: 180, now, until: null })
    expect(clocks(few, 'Europe/Paris')).toEqual(['2026-03-16T09:00', '2026-03-23T09:00', '2026-03-30T09:00'])
    expect(few.at(-1)).toBeLessThan(now + (SLOT_DAYS + 1) * DAY_MS)
  })

  it('leaves weekends alone unless both chose them', () => {
    const now = at('2026-03-05T09:00:00Z')
    const weekend = free('Europe/Paris', ['morning'], ['sat'])
    expect(commonSlots(paris, weekend, { minutes: 60, now, until: null })).toEqual([])
    const starts = commonSlots(weekend, weekend, { minutes: 60, now, until: null })
    expect(starts.map((start) => new Date(start).getUTCDay())).toEqual(starts.map(() => 6))
    expect(starts.length).toBeGreaterThan(0)
    const unsaid: FreePerson = { availability: null, time_zone: 'Europe/Paris', busy: [] }
    const office = commonSlots(unsaid, unsaid, { minutes: 60, now, until: null })
    expect(office.some((start) => [0, 6].includes(new Date(start).getUTCDay()))).toBe(false)
    expect(office.every((start) => hour('Europe/Paris')(start) >= 9)).toBe(true)
  })

  it('passes over the sessions that either has, whoever they are with', () => {
    const now = at('2026-03-09T08:00:00Z')
    const busy = [{ starts_at: at('2026-03-10T08:30:00Z'), minutes: 60 }]
    const starts = commonSlots(free('Europe/Paris', ['morning'], WEEK, busy), paris, {
      minutes: 60,
      now,
      until: null,
    })
    // 9:30 to 10:30 is taken: half an hour before is too short, and the next free moment is 10:30.
    expect(clocks(starts, 'Europe/Paris').slice(0, 2)).toEqual(['2026-03-10T10:30', '2026-03-11T09:00'])
  })

  it('finds room for an expert session of three and a half hours where parts of a day touch (F20)', () => {
    const now = at('2026-03-09T08:00:00Z')
    const morning = commonSlots(paris, paris, { minutes: 210, now, until: null })
    expect(morning).toEqual([])
    const longer = free('Europe/Paris', ['morning', 'midday'])
    const starts = commonSlots(longer, longer, { minutes: 210, now, until: null })
    expect(clocks(starts, 'Europe/Paris')[0]).toBe('2026-03-10T09:00')
  })

  it('follows shift weeks by the number of the week: odd weeks are A', () => {
    const shift: FreePerson = {
      availability: { weeks: 2, slots: ['a-tue-morning', 'b-thu-afternoon'] },
      time_zone: 'Europe/Paris',
      busy: [],
    }
    const all = free('Europe/Paris', ['morning', 'afternoon'])
    const starts = commonSlots(shift, all, { minutes: 180, now: at('2026-03-06T08:00:00Z'), until: null })
    // 9 March 2026 is in week 11, 16 March in week 12.
    expect(clocks(starts, 'Europe/Paris')).toEqual([
      '2026-03-10T09:00',
      '2026-03-19T14:00',
      '2026-03-24T09:00',
    ])
  })

  it('proposes nothing past the end of the programme', () => {
    const now = at('2026-03-09T08:00:00Z')
    expect(commonSlots(paris, paris, { minutes: 60, now, until: now + DAY_MS })).toEqual([])
  })
})
