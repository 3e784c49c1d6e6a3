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

/** Whether one of two people is above the other (P11, D22). */
export function inOneLine(hierarchy: Hierarchy, a: string, b: string): boolean {
  return above(hierarchy, a).has(b) || above(hierarchy, b).has(a)
}

/** Whether the person would end up above themselves if these were their managers. */
export function wouldCycle(hierarchy: Hierarchy, person: string, managers: readonly string[]): boolean {
  return managers.some((manager) => manager === person || above(hierarchy, manager).has(person))
}
