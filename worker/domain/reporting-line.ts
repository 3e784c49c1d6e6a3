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

/**
 * The circles of a chart, each as a path from its first reference (in code point order) through managers back to it, that
 * reference not repeated. Where circles are entangled, one of the shortest is told; it must be undone before the others
 * show. Tarjan’s strongly connected components (SIAM J. Comput. 1, 1972), with its own stack, so that no depth is too much.
 */
export function circlesIn(hierarchy: Hierarchy): string[][] {
  return entangledIn(hierarchy)
    .map((knot) => shortestCircle(hierarchy, knot))
    .sort((one, other) => ((one[0] as string) < (other[0] as string) ? -1 : 1))
}

/** Sets of people each of whom is above all the others, and above themselves. */
function entangledIn(hierarchy: Hierarchy): Set<string>[] {
  const found: Set<string>[] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  for (const start of hierarchy.keys()) {
    if (order.has(start)) continue
    const climb: { person: string; next: number }[] = []
    const enter = (person: string) => {
      lowest.set(person, order.size)
      order.set(person, order.size)
      open.push(person)
      isOpen.add(person)
      climb.push({ person, next: 0 })
    }
    const lower = (person: string, to: number) =>
      lowest.set(person, Math.min(lowest.get(person) as number, to))
    enter(start)
    for (let step = climb.at(-1); step !== undefined; step = climb.at(-1)) {
      const { person } = step
      const manager = hierarchy.get(person)?.[step.next++]
      if (manager !== undefined) {
        if (!order.has(manager)) enter(manager)
        else if (isOpen.has(manager)) lower(person, order.get(manager) as number)
        continue
      }
      climb.pop()
      const below = climb.at(-1)
      if (below) lower(below.person, lowest.get(person) as number)
      if (lowest.get(person) !== order.get(person)) continue
      const knot = new Set(open.splice(open.lastIndexOf(person)))
      for (const one of knot) isOpen.delete(one)
      if (knot.size > 1 || hierarchy.get(person)?.includes(person)) found.push(knot)
    }
  }
  return found
}

/** Climbs level by level from the first person of a knot until it meets that person again. */
function shortestCircle(hierarchy: Hierarchy, knot: ReadonlySet<string>): string[] {
  const first = [...knot].sort()[0] as string
  const reached = new Map<string, string>()
  for (const person of climbing(first, reached)) {
    for (const manager of hierarchy.get(person) ?? []) {
      if (manager === first) return pathTo(person, first, reached)
      if (knot.has(manager) && !reached.has(manager)) reached.set(manager, person)
    }
  }
  return [first]
}

/** The first person, then everybody reached, in the order in which they were reached; more may be reached meanwhile. */
function* climbing(first: string, reached: ReadonlyMap<string, string>): Generator<string> {
  yield first
  yield* reached.keys()
}

function pathTo(person: string, first: string, reached: ReadonlyMap<string, string>): string[] {
  const path = [person]
  while (path.at(-1) !== first) path.push(reached.get(path.at(-1) as string) as string)
  return path.reverse()
}
