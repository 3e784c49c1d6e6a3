import { describe, expect, test } from 'vitest'
import { employeeInput } from '#contract/employee.ts'
import { readEmployeeFile } from '#contract/employee-file.ts'
import { armorique, volunteers } from '#db/worlds/armorique.ts'
import { type StaffMember, staffFile } from '#db/worlds/staff.ts'
import { JOB_FAMILIES } from '#domain/job-family.ts'
import { above, hierarchyOf } from '#domain/reporting-line.ts'

const SIZES = [10, 37, 400, 40_000]
const worlds = new Map(SIZES.map((people) => [people, armorique({ people, seed: 7 })]))

/** How far each person is from the head; throws on a circle or a manager nobody knows. */
function depthsOf(people: readonly StaffMember[]): Map<string, number> {
  const byId = new Map(people.map((person) => [person.external_id, person]))
  const depths = new Map<string, number>()
  const depthOf = (person: StaffMember, steps = 0): number => {
    if (steps > 20) throw new Error(`${person.external_id} is in a circle`)
    const known = depths.get(person.external_id)
    if (known !== undefined) return known
    const manager = person.manager === null ? null : byId.get(person.manager)
    if (manager === undefined) throw new Error(`${person.external_id} has an unknown manager`)
    const depth = manager === null ? 0 : depthOf(manager, steps + 1) + 1
    depths.set(person.external_id, depth)
    return depth
  }
  for (const person of people) depthOf(person)
  return depths
}

const count = <T>(items: readonly T[], is: (item: T) => boolean) => items.filter(is).length

describe.each(SIZES)('a company of %i people', (size) => {
  const people = worlds.get(size)!

  test('has that many people, each with an id and an address of their own', () => {
    expect(people).toHaveLength(size)
    expect(new Set(people.map(({ external_id }) => external_id)).size).toBe(size)
    expect(new Set(people.map(({ email }) => email)).size).toBe(size)
    const form = /^[a-z0-9-]+\.[a-z0-9-]+\.\d+@armorique\.example$/
    expect(people.filter(({ email }) => !form.test(email!))).toEqual([])
  })

  test('has one head, and everybody else a way up to it', () => {
    expect(people.filter(({ manager }) => manager === null)).toHaveLength(1)
    const depths = depthsOf(people)
    expect(Math.max(...new Set(depths.values()))).toBeLessThanOrEqual(7)
  })

  test('has no circle, dotted lines included', () => {
    const hierarchy = hierarchyOf(
      people.flatMap(({ external_id, manager, dotted_managers }) =>
        [manager, ...dotted_managers]
          .filter((one) => one !== null)
          .map((one) => ({ person: external_id, manager: one })),
      ),
    )
    const sample = people.length > 1000 ? people.filter((_, index) => index % 20 === 0) : people
    for (const { external_id } of sample) expect(above(hierarchy, external_id).has(external_id)).toBe(false)
  })

  test('ranks nobody above their manager', () => {
    const byId = new Map(people.map((person) => [person.external_id, person]))
    const wrong = people.filter(({ grade_rank, manager }) => {
      const above = manager === null ? null : byId.get(manager)!.grade_rank
      return grade_rank !== null && above !== null && grade_rank > above
    })
    expect(wrong).toEqual([])
  })

  test('says of people what an HR system says, and nothing about age, sex or health', () => {
    const told = new Set(people.flatMap((person) => Object.keys(person)))
    expect([...told].sort()).toEqual(['external_id', ...Object.keys(employeeInput.entries)].sort())
    const words = new Set(
      people.flatMap(({ grade, job_family, subsidiary, site }) => [grade, job_family, subsidiary, site]),
    )
    expect([...words].join(' ')).not.toMatch(
      /\b(âge|age|junior|senior|jeune|sexe?|genre|gender|femme|homme|santé|health)\b/i,
    )
  })

  test('is read line by line by the import without a finding', () => {
    const some = people.slice(0, 2_000)
    const { lines, ignoredColumns } = readEmployeeFile(staffFile(some))
    expect(ignoredColumns).toEqual([])
    expect(lines.filter(({ issues, duplicate }) => issues.length > 0 || duplicate !== null)).toEqual([])
    expect(lines.map(({ employee }) => employee)).toEqual(some)
  })
})

describe('one seed, one company', () => {
  test('the same options give the same people, byte for byte', () => {
    for (const people of [10, 400]) {
      expect(staffFile(armorique({ people, seed: 7 }))).toBe(staffFile(worlds.get(people)!))
    }
  })

  test('another seed gives others', () => {
    expect(staffFile(armorique({ people: 400, seed: 8 }))).not.toBe(staffFile(worlds.get(400)!))
  })

  test('a second company shares no id and no address with the first', () => {
    const other = armorique({ people: 400, seed: 7, company: 'armorique-400-7' })
    const taken = new Set(worlds.get(400)!.flatMap(({ external_id, email }) => [external_id, email]))
    expect(other.some(({ external_id, email }) => taken.has(external_id) || taken.has(email))).toBe(false)
  })

  test('a company can have from 10 to 40,000 people', () => {
    expect(() => armorique({ people: 9, seed: 1 })).toThrow(RangeError)
    expect(() => armorique({ people: 40_001, seed: 1 })).toThrow(RangeError)
    expect(() => armorique({ people: 12.5, seed: 1 })).toThrow(RangeError)
  })
})

describe('the whole group, near the published figures', () => {
  const people = worlds.get(40_000)!
  const employees = people.filter(({ relation }) => relation === 'employee')

  test('twelve entities, the k-th in proportion to k^−0.9', () => {
    const sizes = new Map<string, number>()
    for (const { subsidiary } of people) sizes.set(subsidiary!, (sizes.get(subsidiary!) ?? 0) + 1)
    const published = [11615, 6225, 4322, 3336, 2729, 2316, 2016, 1788, 1608, 1462, 1342, 1241]
    const found = [...sizes.values()].sort((a, b) => b - a)
    expect(found).toHaveLength(12)
    for (const [index, size] of published.entries())
      expect(Math.abs(found[index]! - size)).toBeLessThanOrEqual(2)
  })

  test('one head, 12 in the committee, 150 executives, 600 directors, on eight levels', () => {
    const ranked = (rank: number) => count(people, ({ grade_rank }) => grade_rank === rank)
    expect([ranked(11), ranked(10), ranked(9), ranked(8)]).toEqual([1, 12, 150, 600])
    expect(Math.max(...new Set(depthsOf(people).values())) + 1).toBe(8)
  })

  test('teams at the base have six to nine people, nine times in ten', () => {
    const leaders = new Set(people.map(({ manager }) => manager))
    const teams = new Map<string, number>()
    for (const { external_id, manager } of people) {
      if (!leaders.has(external_id)) teams.set(manager!, (teams.get(manager!) ?? 0) + 1)
    }
    // An assistant or two beside an executive are no team.
    const spans = [...teams.values()].filter((span) => span > 3)
    expect(count(spans, (span) => span >= 6 && span <= 9) / spans.length).toBeGreaterThan(0.9)
  })

  test('48.1 % cadres, 43.8 % maîtrise, 8.1 % exécution, within 1.5 points', () => {
    const share = (from: number, to: number) =>
      (100 * count(employees, ({ grade_rank }) => grade_rank! >= from && grade_rank! <= to)) /
      employees.length
    expect(Math.abs(share(5, 11) - 48.1)).toBeLessThan(1.5)
    expect(Math.abs(share(2, 4) - 43.8)).toBeLessThan(1.5)
    expect(Math.abs(share(1, 1) - 8.1)).toBeLessThan(1.5)
  })

  test('years in the company follow the published table, within 1 point, and grow with rank', () => {
    const years = ({ hired_in }: StaffMember) =>
      (2026 * 12 + 8 - (Number(hired_in!.slice(0, 4)) * 12 + Number(hired_in!.slice(5)) - 1)) / 12
    const bounds = [0, 5, 10, 15, 20, 25, 30, 35, 99]
    const published = [16.2, 15.1, 24.6, 9.8, 13.6, 9, 7.1, 4.7]
    for (const [band, percent] of published.entries()) {
      const within = count(employees, (one) => years(one) >= bounds[band]! && years(one) < bounds[band + 1]!)
      expect(Math.abs((100 * within) / employees.length - percent), `${bounds[band]} years`).toBeLessThan(1)
    }
    const mean = (chosen: StaffMember[]) => chosen.reduce((sum, one) => sum + years(one), 0) / chosen.length
    expect(mean(employees.filter(({ grade_rank }) => grade_rank! >= 8))).toBeGreaterThan(mean(employees) + 4)
  })

  test('every job family has its people, and some are external, away, or report across entities', () => {
    expect(new Set(people.map(({ job_family }) => job_family))).toEqual(new Set(Object.keys(JOB_FAMILIES)))
    const percent = (is: (one: StaffMember) => boolean) => (100 * count(people, is)) / people.length
    expect(percent(({ relation }) => relation === 'external')).toBeGreaterThan(1)
    expect(percent(({ active }) => !active)).toBeGreaterThan(0.5)
    expect(percent(({ dotted_managers }) => dotted_managers.length > 0)).toBeGreaterThan(1)
    expect(
      people.filter(
        ({ relation, grade_rank, hired_in }) => relation === 'external' && (grade_rank ?? hired_in) !== null,
      ),
    ).toEqual([])
  })
})

describe('volunteers', () => {
  const people = worlds.get(400)!

  test('mentors lead nobody, mentees lead somebody, all are active, nobody is both', () => {
    const { mentors, mentees } = volunteers(people, { mentors: 40, mentees: 40, seed: 3 })
    const leaders = new Set(people.map(({ manager }) => manager))
    expect(mentors.some(({ external_id }) => leaders.has(external_id))).toBe(false)
    expect(mentees.every(({ external_id }) => leaders.has(external_id))).toBe(true)
    expect([...mentors, ...mentees].every(({ active }) => active)).toBe(true)
    expect(new Set([...mentors, ...mentees]).size).toBe(80)
  })

  test('a company that has too few says how many it has', () => {
    expect(() => volunteers(people, { mentors: 1, mentees: 390, seed: 3 })).toThrow(/\d+ mentees at most/)
  })
})
