import { describe, expect, it } from 'vitest'
import { endOfDay, fromWallClock, startOfDay, toDay } from '#domain/local-time.ts'
import { nextRoundAt, roundDue, signUps, whyDatesRefused } from '#domain/programme.ts'

const at = (text: string) => Date.parse(text)
const programme = {
  published_at: at('2026-01-01T00:00:00Z'),
  matching_at: at('2026-03-02T08:00:00Z'),
  rematch_days: 14,
  sign_ups_open_at: null,
  sign_ups_close_at: null,
  ends_on: '2026-09-30',
  time_zone: 'Europe/Paris',
  works_council: { state: 'consulted', on: '2026-01-15' } as const,
}

describe('days in the time zone of a programme', () => {
  it('begin and end at local midnight, also on the two nights of a clock change', () => {
    expect(startOfDay('2026-03-29', 'Europe/Paris')).toBe(at('2026-03-28T23:00:00Z'))
    expect(endOfDay('2026-03-29', 'Europe/Paris')).toBe(at('2026-03-29T22:00:00Z'))
    expect(startOfDay('2026-10-25', 'Europe/Paris')).toBe(at('2026-10-24T22:00:00Z'))
    expect(endOfDay('2026-10-25', 'Europe/Paris')).toBe(at('2026-10-25T23:00:00Z'))
    expect(endOfDay('2026-07-01', 'Asia/Tokyo')).toBe(at('2026-07-01T15:00:00Z'))
    expect(endOfDay('2026-11-01', 'America/New_York')).toBe(at('2026-11-02T05:00:00Z'))
  })

  it('an hour that a clock change skips is the one just after, and an instant knows its civil day', () => {
    expect(fromWallClock('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00Z')
    expect(toDay('2026-03-28T23:30:00Z', 'Europe/Paris')).toBe('2026-03-29')
  })
})

describe('the rounds of a programme', () => {
  it('the first is due at its instant, not a moment before, and never while nobody may see the programme', () => {
    expect(roundDue(programme, 0, null, programme.matching_at - 1)).toBeNull()
    expect(roundDue(programme, 0, null, programme.matching_at)).toBe(1)
    expect(roundDue({ ...programme, published_at: null }, 0, null, programme.matching_at)).toBeNull()
    expect(roundDue({ ...programme, matching_at: null }, 0, null, at('2026-05-01T00:00:00Z'))).toBeNull()
  })

  it('the next follows the schedule; rounds that a stopped machine missed are made up for by one', () => {
    const first = programme.matching_at + 60_000
    expect(roundDue(programme, 1, first, at('2026-03-16T07:59:59Z'))).toBeNull()
    expect(roundDue(programme, 1, first, at('2026-03-16T08:00:00Z'))).toBe(2)
    expect(roundDue(programme, 1, first, at('2026-06-20T08:00:00Z'))).toBe(2)
    expect(roundDue(programme, 2, at('2026-06-20T08:00:00Z'), at('2026-06-20T08:01:00Z'))).toBeNull()
  })

  it('a programme without rematching has one round, and none after its last day', () => {
    expect(
      roundDue({ ...programme, rematch_days: null }, 1, programme.matching_at, at('2026-08-01T00:00:00Z')),
    ).toBeNull()
    expect(roundDue(programme, 1, programme.matching_at, at('2026-09-30T21:59:59Z'))).toBe(2)
    expect(roundDue(programme, 1, programme.matching_at, at('2026-09-30T22:00:00Z'))).toBeNull()
  })

  it('people who wait are told the next round that is planned', () => {
    expect(nextRoundAt(programme, null, at('2026-02-01T00:00:00Z'))).toBe(programme.matching_at)
    expect(nextRoundAt(programme, programme.matching_at, at('2026-03-03T00:00:00Z'))).toBe(
      at('2026-03-16T08:00:00Z'),
    )
    expect(
      nextRoundAt({ ...programme, rematch_days: null }, programme.matching_at, at('2026-03-03T00:00:00Z')),
    ).toBeNull()
    expect(nextRoundAt(programme, programme.matching_at, at('2026-09-29T00:00:00Z'))).toBeNull()
  })
})

describe('the doors of a programme', () => {
  it('open at their instant and close at theirs, or at the end of the last day', () => {
    const dated = {
      ...programme,
      sign_ups_open_at: at('2026-02-01T00:00:00Z'),
      sign_ups_close_at: at('2026-02-20T00:00:00Z'),
    }
    expect(signUps(dated, at('2026-01-31T23:59:59Z'))).toBe('upcoming')
    expect(signUps(dated, at('2026-02-01T00:00:00Z'))).toBe('open')
    expect(signUps(dated, at('2026-02-20T00:00:00Z'))).toBe('closed')
    expect(signUps(programme, at('2026-09-30T21:59:59Z'))).toBe('open')
    expect(signUps(programme, at('2026-09-30T22:00:00Z'))).toBe('closed')
    expect(signUps({ ...programme, published_at: null }, at('2026-05-01T00:00:00Z'))).toBe('upcoming')
  })

  it('stay closed until the works council was consulted, or a reason says why that is not needed', () => {
    const now = at('2026-05-01T00:00:00Z')
    expect(signUps({ ...programme, works_council: null }, now)).toBe('upcoming')
    const reason = 'Fewer than fifty employees: there is no works council.'
    expect(signUps({ ...programme, works_council: { state: 'not-needed', reason } }, now)).toBe('open')
  })

  it('dates that contradict each other are refused with the field to mend', () => {
    const dates = { sign_ups_open_at: 2, sign_ups_close_at: 1, starts_on: null, ends_on: null }
    expect(whyDatesRefused(dates)?.pointer).toBe('/sign_ups_close_at')
    expect(
      whyDatesRefused({ ...dates, sign_ups_close_at: 3, starts_on: '2026-02-02', ends_on: '2026-02-01' })
        ?.pointer,
    ).toBe('/ends_on')
    expect(whyDatesRefused({ ...dates, sign_ups_close_at: 3 })).toBeNull()
  })
})
