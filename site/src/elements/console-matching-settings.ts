import type { WholeProgrammeShown } from '#contract/programme.ts'
import type { PairingRule } from '#domain/pairing-rule.ts'

/** The settings of a programme that say how its pairs are chosen. */
export const MATCHING_SETTINGS = [
  'matching_objective',
  'different',
  'hopes',
  'own_rules',
  'mentors_per_mentee',
  'asked_bonus',
  'kept_bonus',
  'changes_max',
] as const
export type MatchingSettings = Pick<WholeProgrammeShown, (typeof MATCHING_SETTINGS)[number]>

/** A copy that can be changed without touching the programme. */
export function settingsOf(programme: MatchingSettings): MatchingSettings {
  return structuredClone(
    Object.fromEntries(MATCHING_SETTINGS.map((key) => [key, programme[key]])) as unknown as MatchingSettings,
  )
}

/** Only what differs, for a PATCH. */
export function settingsChanged(
  before: MatchingSettings,
  after: MatchingSettings,
): Partial<MatchingSettings> {
  const changed = MATCHING_SETTINGS.filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  return Object.fromEntries(changed.map((key) => [key, after[key]]))
}

const MICRO_A_POINT = 10_000

/** A wish in micro-units as points, and back. */
export const bonusPoints = (bonus: number): number => bonus / MICRO_A_POINT
export const bonusOf = (points: number): number =>
  Math.round(Math.min(20, Math.max(0, points)) * MICRO_A_POINT)

/** The names of rules that still lack a value. */
export function unfinishedRules(rules: readonly PairingRule[]): string[] {
  const isOpen = ({ when, test }: PairingRule) =>
    when.some(({ values }) => values.length === 0) || (test.kind === 'is' && test.values.length === 0)
  return rules.filter(isOpen).map(({ name }) => name)
}

/** A name that no rule has yet: the stem, then the stem with the lowest free number. */
export function freeRuleName(stem: string, rules: readonly PairingRule[]): string {
  const taken = new Set(rules.map(({ name }) => name))
  for (let number = 1; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
  }
}
