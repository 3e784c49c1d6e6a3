import { HOUR_MS, toWallClock } from './local-time.ts'

/** Hours in which nobody is reminded of anything, unless they chose others. */
export const QUIET_FROM = 20
export const QUIET_TO = 8

/** When somebody does not want to be written to, on the clock of their zone; `from` after `to` runs over midnight. */
export interface QuietHours {
  time_zone: string
  /** Hours of the day, 0 to 23; the same twice for never. */
  quiet_from: number
  quiet_to: number
}

/**
 * The first instant from `at` on (epoch ms) that is neither in the quiet hours nor on a weekend day, when nobody is
 * reminded of anything. Goes quarter by quarter on the clock of the zone, so that it is right on both nights of a clock change.
 */
export function afterQuietHours(at: number, { time_zone, quiet_from, quiet_to }: QuietHours): number {
  for (let instant = at; instant < at + 96 * HOUR_MS; instant = nextQuarter(instant)) {
    const wall = toWallClock(instant, time_zone)
    const hour = Number(wall.slice(11, 13))
    const isQuiet =
      quiet_from < quiet_to
        ? hour >= quiet_from && hour < quiet_to
        : quiet_from > quiet_to && (hour >= quiet_from || hour < quiet_to)
    const weekday = new Date(`${wall.slice(0, 10)}T00:00:00Z`).getUTCDay()
    if (!isQuiet && weekday !== 0 && weekday !== 6) return instant
  }
  return at
}

/** Zones lie apart by quarters of an hour. */
function nextQuarter(at: number): number {
  const quarter = HOUR_MS / 4
  return Math.floor(at / quarter) * quarter + quarter
}
