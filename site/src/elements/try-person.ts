import { pointsOf } from '#contract/match-report.ts'
import type { Language } from '#domain/language.ts'
import type { ReportedPerson } from '#domain/match-sheet.ts'
import { writeNumber } from './console-figures.ts'

/** What the file says of somebody’s work, in one line. */
export function describe(
  { job_family, subsidiary, site, grade }: ReportedPerson,
  language: Language,
): string {
  return [job_family?.[language], grade, subsidiary, site].filter(Boolean).join(' · ')
}

/** Points out of 100 as they are written. */
export function writePoints(score: number, language: Language): string {
  return writeNumber(pointsOf(score), language, 1)
}
