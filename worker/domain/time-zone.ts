import { HOUR_MS, toWallClock } from './local-time.ts'

/** Names that the runtime lists under their former spelling; both are IANA names of the same zone. */
const NAMED_TODAY: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** Every zone of the IANA database that the runtime knows, in the order of the alphabet. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')
  .map((zone) => NAMED_TODAY[zone] ?? zone)
  .sort()

/** Those that most people look for. */
export const COMMON_TIME_ZONES = [
  'Europe/Paris',
  'Europe/London',
  'America/New_York',
  'America/Montreal',
  'America/Martinique',
  'Indian/Reunion',
  'Asia/Kolkata',
  'Asia/Tokyo',
] as const

/** Whether the runtime can tell the time there: a name of the IANA database, not a mere offset. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(text)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

/** How far a zone is ahead of UTC at an instant (epoch ms), in minutes: 120 in Paris in summer, -300 in New York in winter. */
export function offsetMinutes(at: number, timeZone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000
  return (Date.parse(`${toWallClock(minute, timeZone)}:00Z`) - minute) / 60_000
}

/** The same as people write it: `UTC+5:45`, `UTC−3`, `UTC`. */
export function sayOffset(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const sign = minutes > 0 ? '+' : '−'
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

export interface ZoneOnTheClock {
  zone: string
  /** Minutes ahead of UTC. */
  offset: number
}

let latest: { hour: number; zones: readonly ZoneOnTheClock[] } | null = null

/** Every zone with its offset at an instant (epoch ms). Told once an hour, for asking four hundred clocks takes a while. */
export function listZonesAt(at: number): readonly ZoneOnTheClock[] {
  const hour = Math.floor(at / HOUR_MS)
  if (latest?.hour !== hour) {
    const zones = TIME_ZONES.map((zone) => ({ zone, offset: offsetMinutes(hour * HOUR_MS, zone) }))
    latest = { hour, zones }
  }
  return latest.zones
}
