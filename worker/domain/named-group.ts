/** How many levels of the reporting line an appraisal chain has unless an organiser says otherwise (design.md, Hierarchy). */
export const APPRAISAL_LEVELS = 3

/** A group with the people in it, by reference. */
export interface AppraisalGroup {
  appraisal_levels: number | null
  people: readonly { reference: string }[]
}

/** For whom the reporting line was narrowed, and to how many levels: of two groups, the one that forbids more. */
export function appraisalLevelsOf(groups: Iterable<AppraisalGroup>): Map<string, number> {
  const levels = new Map<string, number>()
  for (const { appraisal_levels, people } of groups) {
    if (appraisal_levels === null) continue
    for (const { reference } of people) {
      levels.set(reference, Math.max(appraisal_levels, levels.get(reference) ?? 0))
    }
  }
  return levels
}
