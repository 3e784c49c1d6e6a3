import { describe, expect, it } from 'vitest'
import { firstPreferences, wantsReminders } from '#domain/preference.ts'
import { COMMON_TIME_ZONES, isTimeZone, offsetMinutes, sayOffset, TIME_ZONES } from '#domain/time-zone.ts'
import { zoneOptions } from '#pages/time-zone.ts'

const signed = (reminders: boolean, at = 100, state: 'pending' | 'active' | 'withdrawn' = 'active') => ({
  state,
  reminders,
  volunteer_at: at,
  created_at: at,
})

describe('whoever wants no reminders gets none', () => {
  it('what was said last holds: on signing up for that programme, in the preferences for all', () => {
    expect(wantsReminders(undefined, [signed(true)])).toBe(true)
    expect(wantsReminders(undefined, [signed(false)])).toBe(false)
    expect(wantsReminders({ reminders: true, updated_at: 200 }, [signed(false)])).toBe(true)
    expect(wantsReminders({ reminders: true, updated_at: 50 }, [signed(false)])).toBe(false)
    expect(wantsReminders({ reminders: false, updated_at: 50 }, [signed(true)])).toBe(false)
  })

  it('whoever takes part twice is reminded unless they declined twice', () => {
    expect(wantsReminders(undefined, [signed(false), signed(true)])).toBe(true)
    expect(wantsReminders(undefined, [signed(false), signed(false)])).toBe(false)
  })

  it('nobody has declined who was only invited, has left, or is a coach', () => {
    expect(wantsReminders(undefined, [signed(false, 1, 'pending')])).toBe(true)
    expect(wantsReminders(undefined, [signed(false, 1, 'withdrawn')])).toBe(true)
    expect(wantsReminders(undefined, [])).toBe(true)
  })

  it('the page of preferences begins with what was said on signing up', () => {
    expect(firstPreferences([signed(false)])).toEqual({
      time_zone: null,
      reminders: false,
      quiet_from: 20,
      quiet_to: 8,
    })
    expect(firstPreferences([signed(false), signed(true)]).reminders).toBe(true)
  })
})

describe('time zones', () => {
  it('are those of the IANA database, by the names of today', () => {
    expect(TIME_ZONES.length).toBeGreaterThan(350)
    expect(new Set(TIME_ZONES).size).toBe(TIME_ZONES.length)
    for (const zone of ['Europe/Paris', 'Asia/Kolkata', 'Asia/Kathmandu', 'Europe/Kyiv']) {
      expect(TIME_ZONES).toContain(zone)
    }
    for (const zone of [...TIME_ZONES, ...COMMON_TIME_ZONES]) expect(isTimeZone(zone), zone).toBe(true)
    for (const text of ['', 'Paris', '+05:30', 'Europe/Paris\n', 'Europe/Nowhere', 'x'.repeat(500)]) {
      expect(isTimeZone(text), text).toBe(false)
    }
  })

  it('are as far from universal time as on that day', () => {
    const [winter, summer] = [Date.parse('2026-01-15T12:34:56Z'), Date.parse('2026-07-15T12:34:56Z')]
    const told = (zone: string) => [winter, summer].map((at) => sayOffset(offsetMinutes(at, zone)))
    expect(told('Europe/Paris')).toEqual(['UTC+1', 'UTC+2'])
    expect(told('America/New_York')).toEqual(['UTC−5', 'UTC−4'])
    expect(told('Asia/Kathmandu')).toEqual(['UTC+5:45', 'UTC+5:45'])
    expect(told('America/St_Johns')).toEqual(['UTC−3:30', 'UTC−2:30'])
    expect(told('Europe/London')).toEqual(['UTC', 'UTC+1'])
  })

  it('are offered once each, and the one that was chosen is marked, whatever its spelling', () => {
    const at = Date.parse('2026-07-15T12:00:00Z')
    for (const chosen of ['Europe/Paris', 'Pacific/Chatham', 'Asia/Calcutta']) {
      const drawn = String(zoneOptions(chosen, at, 'fr'))
      expect(drawn.match(/ selected/g)).toHaveLength(1)
      expect(drawn).toContain(`value="${chosen}" selected`)
      const values = [...drawn.matchAll(/value="([^"]+)"/g)].map(([, value]) => value)
      expect(new Set(values).size).toBe(values.length)
    }
    const none = String(zoneOptions(null, at, 'en'))
    expect(none).not.toContain(' selected')
    expect(none).toContain('London (UTC+1)')
    expect(String(zoneOptions(null, at, 'fr'))).toContain('Londres (UTC+1)')
  })
})
