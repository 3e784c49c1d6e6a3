export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** The hour a clock on the wall shows at an instant, as a form field holds it: `2026-03-12T09:00`. */
export function toWallClock(instant: string | number, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(new Date(instant))
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/** Making a clock costs a thousand readings of it; there are as many as there are zones. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    clocks.set(timeZone, clock)
  }
  return clock
}

/**
 * The instant (RFC 3339, UTC) at which a clock on the wall shows this hour; null where the text is no hour.
 * An hour that a clock change skips is read as the one just after; one that comes twice, as the first.
 */
export function fromWallClock(wall: string, timeZone: string): string | null {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(wall)
    ? Date.parse(`${wall.slice(0, 16)}:00Z`)
    : Number.NaN
  if (Number.isNaN(asUtc)) return null
  const offsetAt = (at: number) => Date.parse(`${toWallClock(at, timeZone)}:00Z`) - at
  const offsets = [offsetAt(asUtc - DAY_MS), offsetAt(asUtc + DAY_MS)]
  const exact = offsets.map((offset) => asUtc - offset).find((at) => offsetAt(at) === asUtc - at)
  return new Date(exact ?? asUtc - offsets[0]!).toISOString().replace('.000Z', 'Z')
}

/** The civil day of an instant in a time zone, `YYYY-MM-DD`. */
export function toDay(instant: string | number, timeZone: string): string {
  return toWallClock(instant, timeZone).slice(0, 10)
}

/** The instant of local midnight at the start of a day, in epoch ms, right on both nights of a clock change. */
export function startOfDay(day: string, timeZone: string): number {
  return Date.parse(fromWallClock(`${day}T00:00`, timeZone) ?? '')
}

/** The instant at which a day ends (the next local midnight) in a time zone, in epoch ms. */
export function endOfDay(day: string, timeZone: string): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS)
  return startOfDay(next.toISOString().slice(0, 10), timeZone)
}
