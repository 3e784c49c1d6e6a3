import { hash53 } from './first-lines.ts'
import { findKnots } from './knot.ts'
import type { Employee } from './person.ts'
import type { Hierarchy } from './reporting-line.ts'

/** What the chart needs of one line that was taken. */
export interface ChartLine {
  line: number
  person: string
  manager: string | null
  dotted_managers: readonly string[]
  /** Managers from a day to come. */
  announced: readonly string[]
  /** Whether the person should have a manager: somebody of the company, there today. */
  isExpected: boolean
  /** Whether the managers of this line hold today; otherwise those that are stored do. */
  isToday: boolean
}

/** What the store knows that the chart of a file leans on. */
export interface ChartAround {
  /** Lines above the managers of whom the file says nothing. */
  hierarchy: Hierarchy
  /** Which of them are people that we know. */
  known: ReadonlySet<string>
  /** People who manage others and have no manager. */
  heads: readonly string[]
}

/** Where a line stands in the chart of its whole file. */
export interface Place {
  /** Managers under whom the hierarchy would go round in a circle, with the way round. */
  leftOut: { manager: string; path: string[] }[]
  /** Managers whom neither the file nor the store knows. */
  unknown: string[]
  isSecondHead: boolean
  isAlone: boolean
}

/** The managers of a whole file, whatever the order of its lines and whatever is stored of its people. */
export interface ImportChart {
  /** Whether the file says who manages this person today. */
  speaksOf: (person: string) => boolean
  /** @param managesOutside whether the person manages somebody of whom the file says nothing. */
  placeOf: (line: number, person: string, employee: Employee, managesOutside: boolean) => Place
}

/** Reads the lines of a file, then judges them all. Memory holds three numbers a line and the names of the managers. */
export interface ChartReader {
  add: (line: ChartLine) => void
  /** Managers whose own managers only the store can tell. */
  outside: () => string[]
  close: (around: ChartAround) => ImportChart
}

const PATH_MAX = 12

export function openImportChart(): ChartReader {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const lines: { hash: number[]; line: number[]; from: number[]; managers: number[] } = {
    hash: [],
    line: [],
    from: [],
    managers: [],
  }
  /** For each line: what a person without a manager would be told. */
  const expected: boolean[] = []
  const [today, inFile] = [new Set<number>(), new Set<number>()]
  const numberOf = (name: string): number => {
    let number = numbers.get(name)
    if (number === undefined) {
      number = names.push(name) - 1
      numbers.set(name, number)
    }
    return number
  }
  return {
    add({ line, person, manager, dotted_managers, announced, isExpected, isToday }) {
      const hash = hash53(person)
      inFile.add(hash)
      const managers = [...new Set([...(manager === null ? [] : [manager]), ...dotted_managers])].map(
        numberOf,
      )
      for (const name of announced) numberOf(name)
      if (!isToday) return
      today.add(hash)
      lines.hash.push(hash)
      lines.line.push(line)
      lines.from.push(lines.managers.length)
      lines.managers.push(...(manager === null ? [-1] : []), ...managers)
      expected.push(isExpected)
    },
    outside: () => names.filter((name) => !today.has(hash53(name))),
    close(around) {
      const unknown = new Set(names.filter((name) => !inFile.has(hash53(name)) && !around.known.has(name)))
      const up: number[][] = []
      for (const [person, managers] of around.hierarchy) {
        if (!today.has(hash53(person))) up[numberOf(person)] = managers.map(numberOf)
      }
      const byHash = new Map(names.map((name, number) => [hash53(name), number]))
      const numberAt = lines.hash.map((hash) => byHash.get(hash))
      const managersAt = (at: number) => lines.managers.slice(lines.from[at], lines.from[at + 1])
      const asked: number[][] = [...up]
      for (const [at, number] of numberAt.entries()) {
        if (number !== undefined) asked[number] = managersAt(at).filter((manager) => manager !== -1)
      }
      const knot = findKnots(asked, names.length)
      const leftOut = new Map<number, Place['leftOut']>()
      const hasTeam = new Set<number>()
      const withoutManager: { number: number | undefined; hasDotted: boolean }[] = []
      for (const [at, number] of numberAt.entries()) {
        const managers = managersAt(at)
        const kept: number[] = []
        for (const manager of managers) {
          if (manager === -1) continue
          const mayCircle = number !== undefined && knot[number] === knot[manager]
          const path = mayCircle ? wayUp(up, manager, number) : null
          if (path === null) kept.push(manager)
          else {
            const line = lines.line[at] as number
            const way = [number as number, ...path].slice(0, PATH_MAX).map((one) => names[one] as string)
            leftOut.set(line, [
              ...(leftOut.get(line) ?? []),
              { manager: names[manager] as string, path: way },
            ])
          }
        }
        if (number !== undefined) up[number] = kept
        for (const manager of kept) hasTeam.add(manager)
        if (expected[at] && !kept.includes(managers[0] as number)) {
          withoutManager.push({ number, hasDotted: kept.length > 0 })
        }
      }
      const headsOutside = around.heads.filter((head) => !today.has(hash53(head))).length
      const leads = (number: number | undefined) => number !== undefined && hasTeam.has(number)
      const heads = headsOutside + withoutManager.filter(({ number }) => leads(number)).length
      const alone = withoutManager.filter(({ number, hasDotted }) => !leads(number) && !hasDotted).length
      return {
        speaksOf: (person) => today.has(hash53(person)),
        placeOf(line, person, employee, managesOutside) {
          const out = leftOut.get(line) ?? []
          const isOut = (manager: string) => out.some((one) => one.manager === manager)
          const named = [employee, ...employee.moves].flatMap((one) => [
            ...(one.manager === null ? [] : [one.manager]),
            ...one.dotted_managers,
          ])
          const isExpected = employee.active && employee.relation === 'employee'
          const isUnled = isExpected && (employee.manager === null || isOut(employee.manager))
          const hasDotted = employee.dotted_managers.some((manager) => !isOut(manager))
          const isHeadHere = leads(numbers.get(person))
          const isHead = isHeadHere || managesOutside
          return {
            leftOut: out,
            unknown: [...new Set(named)].filter((name) => unknown.has(name)),
            isSecondHead: isUnled && isHead && heads - Number(isHeadHere) > 0,
            isAlone: isUnled && !isHead && !hasDotted && heads + alone > 1,
          }
        },
      }
    },
  }
}

/** The shortest way up from one to another, both ends named; null where there is none. */
function wayUp(up: readonly number[][], from: number, to: number): number[] | null {
  const cameFrom = new Map<number, number>([[from, -1]])
  const next = [from]
  for (const one of next) {
    if (one === to) {
      const way: number[] = []
      for (let at = one; at !== -1; at = cameFrom.get(at) ?? -1) way.unshift(at)
      return way
    }
    for (const manager of up[one] ?? []) {
      if (cameFrom.has(manager)) continue
      cameFrom.set(manager, one)
      next.push(manager)
    }
  }
  return null
}
