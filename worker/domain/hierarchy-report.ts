import type { ReportingMove } from './person.ts'
import { circlesIn, type Hierarchy, hierarchyOf, type ReportingLine } from './reporting-line.ts'

/** Somebody of the staff, as far as a report on the hierarchy needs them. */
export interface ChartedPerson {
  reference: string
  active: boolean
  relation: 'employee' | 'external'
}

/** How many there are, and the first of them. */
export interface Few<T> {
  total: number
  items: T[]
}

/** What is said of a list that may be long. */
export const FEW = 100

/** How far ahead moves are told. */
export const MOVES_DAYS = 90

/** The state of the hierarchy. People are named by reference, in code point order; only active people count. */
export interface HierarchyReport {
  active_employees: number
  /** Levels from the top to whoever is furthest down, along the line managers; one for a head alone. */
  depth: number
  /** Employees who manage somebody and have no line manager themselves. */
  heads: Few<string>
  /** Employees of whom no manager is known, and who manage nobody. */
  without_manager: Few<string>
  /** Employees whose only managers are dotted lines, and who manage nobody. */
  dotted_only: Few<string>
  /** Managers whom nobody knows, or not yet, and who names them. */
  unknown_managers: Few<NamedManager>
  /** Managers who have left, and who still names them. */
  inactive_managers: Few<NamedManager>
  /** Ways that lead round in a circle, dotted lines included, each as a path of references. */
  circles: Few<string[]>
}

export interface NamedManager {
  manager: string
  people: Few<string>
}

/** A move that is still to come. */
export interface MoveToCome extends ReportingMove {
  person: string
}

/** What a chart says of itself. Takes one pass over people and lines, so it fits companies of any size. */
export function reportOnHierarchy(
  people: readonly ChartedPerson[],
  lines: readonly ReportingLine[],
): HierarchyReport {
  const known = new Map(people.map((person) => [person.reference, person]))
  const live = lines.filter(({ person }) => known.get(person)?.active)
  const lineOf = new Map(
    live.flatMap(({ person, manager, kind }) => (kind === 'line' ? [[person, manager]] : [])),
  )
  const reporting = new Set(live.map(({ person }) => person))
  const managing = new Set(live.flatMap(({ manager, kind }) => (kind === 'line' ? [manager] : [])))
  const employees = people
    .filter(({ active, relation }) => active && relation === 'employee')
    .map(({ reference }) => reference)
    .sort()
  const headless = employees.filter((one) => !lineOf.has(one))
  return {
    active_employees: employees.length,
    depth: depthOf(employees, lineOf),
    heads: few(headless.filter((one) => managing.has(one))),
    without_manager: few(headless.filter((one) => !managing.has(one) && !reporting.has(one))),
    dotted_only: few(headless.filter((one) => !managing.has(one) && reporting.has(one))),
    unknown_managers: managersNamed(live, (manager) => !known.has(manager)),
    inactive_managers: managersNamed(live, (manager) => known.get(manager)?.active === false),
    circles: few(circlesIn(hierarchyOf(live))),
  }
}

/** The longest way up along line managers, each person looked at once; whoever hangs on a circle has no level. */
function depthOf(employees: readonly string[], lineOf: ReadonlyMap<string, string>): number {
  const levels = new Map<string, number>()
  let deepest = 0
  for (const employee of employees) {
    const way: string[] = []
    const onWay = new Set<string>()
    let top: string | undefined = employee
    while (top !== undefined && !levels.has(top) && !onWay.has(top)) {
      way.push(top)
      onWay.add(top)
      top = lineOf.get(top)
    }
    const isCircle = top !== undefined && onWay.has(top)
    let level = isCircle ? Number.NEGATIVE_INFINITY : top === undefined ? 0 : (levels.get(top) as number)
    for (const person of way.reverse()) levels.set(person, ++level)
    deepest = Math.max(deepest, levels.get(employee) as number)
  }
  return deepest
}

function managersNamed(
  lines: readonly ReportingLine[],
  isMeant: (manager: string) => boolean,
): Few<NamedManager> {
  const meant: Hierarchy = new Map()
  for (const { person, manager } of lines) {
    if (!isMeant(manager)) continue
    const people = meant.get(manager)
    if (people) people.push(person)
    else meant.set(manager, [person])
  }
  const managers = [...meant].sort(([one], [other]) => (one < other ? -1 : 1))
  const { total, items } = few(managers)
  return { total, items: items.map(([manager, people]) => ({ manager, people: few(people.sort()) })) }
}

function few<T>(all: readonly T[]): Few<T> {
  return { total: all.length, items: all.slice(0, FEW) }
}
