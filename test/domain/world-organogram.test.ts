import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEmployeeFile } from '#contract/employee-file.ts'
import { chooseByDepth, readOrganogram } from '#db/worlds/organogram.ts'
import { staffFile } from '#db/worlds/staff.ts'
import { CIRCLES, CLEAN, DUPLICATES, EMPTY, LATE_AND_TWO_HEADS, TORN } from '#test/charts.ts'

const read = (text: string, seed = 7) => readOrganogram(text, { name: 'trial', seed })
const ids = (people: readonly { external_id: string }[]) => people.map(({ external_id }) => external_id)

describe('a chart in order', () => {
  test('every post becomes a person under its own id, its parent their manager', () => {
    const { people, findings } = read(CLEAN)
    expect(ids(people)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(people.map(({ manager }) => manager)).toEqual([null, '1', '1', '2', '2', '3', '4', '4'])
    expect(findings).toEqual([])
  })

  test('the rank is the greatest depth minus the depth of the post', () => {
    expect(read(CLEAN).people.map(({ grade_rank }) => grade_rank)).toEqual([3, 2, 2, 1, 1, 1, 0, 0])
  })

  test('unit, grade and profession are kept as given, and N/A says nothing', () => {
    const [head, second] = read(CLEAN).people
    expect(head).toMatchObject({ grade: 'Band 0', subsidiary: 'Unit 0', job_family: null })
    expect(second).toMatchObject({ grade: 'Band 1', subsidiary: 'Unit 1', job_family: 'Policy' })
  })

  test('the same chart and seed give the same people, another seed other names', () => {
    expect(read(CLEAN)).toEqual(read(CLEAN))
    expect(read(CLEAN, 8).people).not.toEqual(read(CLEAN).people)
    expect(ids(read(CLEAN, 8).people)).toEqual(ids(read(CLEAN).people))
  })
})

describe('who signs up', () => {
  test('mentees are the shallowest posts and mentors the deepest, exactly as many as asked', () => {
    const { mentors, mentees } = chooseByDepth(read(CLEAN), { mentors: 2, mentees: 3, seed: 1 })
    expect(ids(mentees)[0]).toBe('1')
    expect(ids(mentees).slice(1).sort()).toEqual(['2', '3'])
    expect(ids(mentors).sort()).toEqual(['7', '8'])
  })

  test('among posts of one depth the seed decides, the same way each time', () => {
    const choose = (seed: number) =>
      ids(chooseByDepth(read(CLEAN), { mentors: 1, mentees: 2, seed }).mentees).join()
    expect(choose(5)).toBe(choose(5))
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(choose)).size).toBe(2)
  })

  test('nobody is asked to be both, and too many people are refused in words', () => {
    const { mentors, mentees } = chooseByDepth(read(CLEAN), { mentors: 5, mentees: 3, seed: 1 })
    expect(new Set(ids([...mentors, ...mentees])).size).toBe(8)
    expect(() => chooseByDepth(read(CLEAN), { mentors: 5, mentees: 4, seed: 1 })).toThrow(/8 posts .* 9 are/)
  })

  test('a post without a way up to a head has no rank and is not chosen', () => {
    const chart = read(CIRCLES)
    expect(ids(chart.people.filter(({ grade_rank }) => grade_rank === null)).sort()).toEqual(
      ['a', 'b', 'c', 'lost', 'self', 'under', 'z'].sort(),
    )
    const { mentors, mentees } = chooseByDepth(chart, { mentors: 1, mentees: 2, seed: 1 })
    expect(ids([...mentees, ...mentors])).toEqual(['1', '2', '3'])
  })
})

describe('a dirty chart', () => {
  test('circles and unknown parents are told by line, and the rest is read', () => {
    const { people, findings } = read(CIRCLES)
    expect(people).toHaveLength(10)
    expect(findings).toEqual([
      { line: 5, kind: 'cycle', id: 'a' },
      { line: 6, kind: 'cycle', id: 'b' },
      { line: 7, kind: 'cycle', id: 'c' },
      { line: 9, kind: 'cycle', id: 'self' },
      { line: 10, kind: 'unknown-parent', id: 'lost' },
    ])
    expect(people.find(({ external_id }) => external_id === 'lost')?.manager).toBe('nowhere')
  })

  test('the first line of a repeated id counts', () => {
    const { people, findings } = read(DUPLICATES)
    expect(people.map(({ external_id, manager }) => [external_id, manager])).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', '1'],
      ['4', '2'],
    ])
    expect(findings.map(({ line, kind }) => [line, kind])).toEqual([
      [5, 'duplicate'],
      [6, 'duplicate'],
    ])
  })

  test('managers may come later, and two heads both stand at depth 0', () => {
    const { people, depths, findings } = read(LATE_AND_TWO_HEADS)
    expect(findings).toEqual([])
    expect(Object.fromEntries(depths)).toEqual({ 1: 0, 9: 0, 2: 1, 8: 1, 3: 2, 4: 2 })
    expect(people.find(({ external_id }) => external_id === '8')?.grade_rank).toBe(1)
  })

  test('torn lines, marks and blank ids do not stop the reading', () => {
    const { people, findings } = read(TORN)
    expect(people.map(({ external_id, manager, grade }) => [external_id, manager, grade])).toEqual([
      ['root', null, null],
      ['1', 'root', null],
      ['2', '1', 'Band, one'],
    ])
    expect(findings.map(({ kind }) => kind)).toEqual(['no-id'])
  })

  test('a file that says nothing gives nobody', () => {
    for (const text of EMPTY) expect(read(text).people).toEqual([])
  })

  test('a chain of ten thousand posts is measured without falling', () => {
    const pairs = Array.from({ length: 10_000 }, (_, index) => `${index},${index === 0 ? '' : index - 1}`)
    const { people, depths } = read(`id,parentId\n${pairs.join('\n')}`)
    expect(depths.get('9999')).toBe(9_999)
    expect(people[0]?.grade_rank).toBe(9_999)
  })
})

const folder = join(import.meta.dirname, '../../../shared/data/organograms')
const charts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : []

describe.skipIf(charts.length === 0)('the charts of real departments (skipped without the files)', () => {
  const chartOf = (name: string) =>
    readOrganogram(readFileSync(join(folder, name), 'utf8'), { name: name.replace('.csv', ''), seed: 7 })

  test('all posts are read, each under one head, and HR would take every line', () => {
    let posts = 0
    for (const name of charts) {
      const { people, depths, findings } = chartOf(name)
      posts += people.length
      expect(findings, name).toEqual([])
      expect(
        people.filter(({ manager }) => manager === null),
        name,
      ).toHaveLength(1)
      expect(depths.size, name).toBe(people.length)
      const { lines, ignoredColumns } = readEmployeeFile(staffFile(people))
      expect(
        lines.filter(({ issues, duplicate }) => issues.length > 0 || duplicate !== null),
        name,
      ).toEqual([])
      expect(ignoredColumns).toEqual([])
      expect(lines.map(({ employee }) => employee)).toEqual(people)
    }
    expect(charts.length).toBe(12)
    expect(posts).toBe(14_989)
  })

  test('130 mentors and 1,500 mentees of the largest come from the bottom and the top', () => {
    const chart = chartOf('hmrc.csv')
    const { mentors, mentees } = chooseByDepth(chart, { mentors: 130, mentees: 1_500, seed: 7 })
    const ranks = (people: typeof mentors) => people.map(({ grade_rank }) => grade_rank!)
    expect([mentors.length, mentees.length]).toEqual([130, 1_500])
    expect(Math.max(...ranks(mentors))).toBeLessThanOrEqual(Math.min(...ranks(mentees)))
  })
})
