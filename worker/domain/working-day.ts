import { DAY_MS, endOfDay, toDay } from './local-time.ts'

/** Within how many working days a call for help is answered (C29). */
export const HELP_WORKING_DAYS = 3

/**
 * The instant (epoch ms) at which the nth working day after an instant ends, on the clock of a zone. Working days are
 * Monday to Friday: public holidays differ from one site to the next and are not known here. What is asked at the
 * weekend counts from Monday.
 */
export function afterWorkingDays(at: number, days: number, timeZone: string): number {
  let day = toDay(at, timeZone)
  for (let left = days; left > 0; ) {
    day = nextDay(day)
    if (isWorkingDay(day)) left -= 1
  }
  return endOfDay(day, timeZone)
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
