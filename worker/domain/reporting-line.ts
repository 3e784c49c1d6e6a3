/** One edge of the hierarchy: who reports to whom, by reference (external id, or id where there is none). */
export interface ReportingLine {
  person: string
  manager: string
  kind: 'line' | 'dotted'
}

/** Managers by person: the whole chart, or the part of it that a decision needs. */
export type Hierarchy = Map<string, string[]>

export function hierarchyOf(lines: Iterable<Pick<ReportingLine, 'person' | 'manager'>>): Hierarchy {
  const hierarchy: Hierarchy = new Map()
  for (const { person, manager } of lines) {
    const managers = hierarchy.get(person)
    if (managers) managers.push(manager)
    else hierarchy.set(person, [manager])
  }
  return hierarchy
}

/**
 * Everybody above a person, at any depth, dotted lines included; never the person unless the chart has a cycle.
 * Walks each manager once, so a cycle or two heads end like any other chart.
 */
export function above(hierarchy: Hierarchy, person: string): Set<string> {
  const seen = new Set<string>()
  const next = [...(hierarchy.get(person) ?? [])]
  for (let manager = next.pop(); manager !== undefined; manager = next.pop()) {
    if (seen.has(manager)) continue
    seen.add(manager)
    next.push(...(hierarchy.get(manager) ?? []))
  }
  return seen
}

/**
 * Everybody above a person by at most so many levels, dotted lines counted like others: level 1 is every manager that
 * the person has. Of two ways up, the shorter counts.
 */
export function aboveWithin(hierarchy: Hierarchy, person: string, levels: number): Set<string> {
  const seen = new Set<string>()
  let level = [person]
  for (let n = 0; n < levels && level.length > 0; n++) {
    const next: string[] = []
    for (const one of level) {
      for (const manager of hierarchy.get(one) ?? []) {
        if (seen.has(manager)) continue
        seen.add(manager)
        next.push(manager)
      }
    }
    level = next
  }
  return seen
}

const NOBODY: ReadonlyMap<string, number> = new Map()

/**
 * How many levels the reporting line reaches between two people: null for all of it, or fewer where one of them is
 * named in the appraisal-chain exception (design.md, Hierarchy). Never less than the managers themselves; where both
 * are named, the longer reach holds.
 */
export function levelsBetween(
  appraisalLevels: ReadonlyMap<string, number>,
  a: string,
  b: string,
): number | null {
  const [one, other] = [appraisalLevels.get(a), appraisalLevels.get(b)]
  return one === undefined && other === undefined ? null : Math.max(1, one ?? 1, other ?? 1)
}

/**
 * Whether one of two people is above the other (P11, D22), at any depth, or within the appraisal chain where
 * `appraisalLevels` (levels by person) names one of them.
 */
export function inOneLine(hierarchy: Hierarchy, a: string, b: string, appraisalLevels = NOBODY): boolean {
  const levels = levelsBetween(appraisalLevels, a, b)
  return levels === null
    ? above(hierarchy, a).has(b) || above(hierarchy, b).has(a)
    : aboveWithin(hierarchy, a, levels).has(b) || aboveWithin(hierarchy, b, levels).has(a)
}

/** Whether the person would end up above themselves if these were their managers. */
export function wouldCycle(hierarchy: Hierarchy, person: string, managers: readonly string[]): boolean {
  return managers.some((manager) => manager === person || above(hierarchy, manager).has(person))
}
