import { describe, expect, it } from 'vitest'
import { type ChartedPerson, reportOnHierarchy } from '#domain/hierarchy-report.ts'
import { circlesIn, hierarchyOf, type ReportingLine } from '#domain/reporting-line.ts'

/** Lines from `person>manager`, dotted ones from `person~manager`. */
function linesFrom(...texts: string[]): ReportingLine[] {
  return texts.map((text) => {
    const [person, manager] = text.split(/[>~]/) as [string, string]
    return { person, manager, kind: text.includes('~') ? 'dotted' : 'line' }
  })
}

function staff(names: string, overrides: Record<string, Partial<ChartedPerson>> = {}): ChartedPerson[] {
  return names
    .split(' ')
    .map((reference) => ({ reference, active: true, relation: 'employee', ...overrides[reference] }))
}

describe('circles of a chart', () => {
  const circles = (...texts: string[]) => circlesIn(hierarchyOf(linesFrom(...texts)))

  it('a chart in order has none, however many ways lead up', () => {
    expect(circles('b>a', 'c>a', 'd>b', 'd~c', 'e>d', 'e~a')).toEqual([])
  })

  it('each is a path that leads up and round, told from its first reference, dotted lines included', () => {
    expect(circles('c>b', 'b>a', 'a>c', 'z>b', 'y>x', 'x~y')).toEqual([
      ['a', 'c', 'b'],
      ['x', 'y'],
    ])
  })

  it('somebody may be their own manager', () => {
    expect(circles('a>a', 'b>a')).toEqual([['a']])
  })

  it('of circles that are entangled the shortest through their first reference is told', () => {
    expect(circles('a>b', 'b>c', 'c>a', 'b~d', 'd>e', 'e>a')).toEqual([['a', 'b', 'c']])
  })

  it('each told path exists, and cutting it in turn leaves nothing, in any chart', () => {
    let seed = 7
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * n)
    }
    for (let round = 0; round < 500; round++) {
      const size = 2 + random(9)
      const hierarchy = hierarchyOf(
        Array.from({ length: random(3 * size) }, () => ({
          person: `p${random(size)}`,
          manager: `p${random(size)}`,
        })),
      )
      for (let found = circlesIn(hierarchy); found.length > 0; found = circlesIn(hierarchy)) {
        for (const path of found) {
          path.forEach((person, n) => {
            expect(hierarchy.get(person)).toContain(path[(n + 1) % path.length])
          })
          const [first, next = path[0]] = path as [string, string?]
          hierarchy.set(
            first,
            (hierarchy.get(first) ?? []).filter((manager) => manager !== next),
          )
        }
      }
      expect([...hierarchy.keys()].filter((person) => reaches(hierarchy, person, person))).toEqual([])
    }
  })

  it('a circle of a hundred thousand people is found, for nothing here calls itself', () => {
    const size = 100_000
    const lines = Array.from({ length: size }, (_, n) => ({ person: `p${n}`, manager: `p${(n + 1) % size}` }))
    expect(circlesIn(hierarchyOf(lines))[0]).toHaveLength(size)
  })
})

/** The plain definition: whether a way leads up from one person to another. */
function reaches(hierarchy: ReadonlyMap<string, string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const visit = (person: string): boolean =>
    (hierarchy.get(person) ?? []).some((manager) => {
      if (manager === to) return true
      if (seen.has(manager)) return false
      seen.add(manager)
      return visit(manager)
    })
  return visit(from)
}

describe('what a chart says of itself', () => {
  it('counts the active employees and the levels, and names the heads', () => {
    const report = reportOnHierarchy(
      staff('head a b c lone guest', { guest: { relation: 'external' } }),
      linesFrom('a>head', 'b>a', 'c>b'),
    )
    expect(report).toMatchObject({
      active_employees: 5,
      depth: 4,
      heads: { total: 1, items: ['head'] },
      without_manager: { total: 1, items: ['lone'] },
      dotted_only: { total: 0, items: [] },
    })
  })

  it('tells apart who is held by dotted lines alone', () => {
    const report = reportOnHierarchy(staff('head a b'), linesFrom('a>head', 'b~a'))
    expect(report.dotted_only).toEqual({ total: 1, items: ['b'] })
    expect(report.without_manager.total).toBe(0)
    expect(report.depth).toBe(2)
  })

  it('names managers whom nobody knows, and those who have left, with whoever names them', () => {
    const report = reportOnHierarchy(
      staff('a b c gone past', { gone: { active: false }, past: { active: false } }),
      linesFrom('b>ghost', 'a>ghost', 'c~gone', 'past>other-ghost', 'c>a'),
    )
    expect(report.unknown_managers).toEqual({
      total: 1,
      items: [{ manager: 'ghost', people: { total: 2, items: ['a', 'b'] } }],
    })
    expect(report.inactive_managers).toEqual({
      total: 1,
      items: [{ manager: 'gone', people: { total: 1, items: ['c'] } }],
    })
  })

  it('a manager who is not known yet is a level, and whoever hangs on a circle has none', () => {
    expect(reportOnHierarchy(staff('a b'), linesFrom('a>ghost', 'b>a')).depth).toBe(3)
    const round = reportOnHierarchy(staff('a b c d e'), linesFrom('a>b', 'b>a', 'c>b', 'e>d'))
    expect(round.depth).toBe(2)
    expect(round.circles).toEqual({ total: 1, items: [['a', 'b']] })
    expect(reportOnHierarchy([], [])).toMatchObject({ depth: 0, active_employees: 0 })
  })

  it('gives the total of a long list and its first hundred', () => {
    const many = Array.from({ length: 250 }, (_, n) => `p${String(n).padStart(3, '0')}`)
    const { without_manager } = reportOnHierarchy(staff(many.join(' ')), [])
    expect(without_manager.total).toBe(250)
    expect(without_manager.items).toEqual(many.slice(0, 100))
  })
})
