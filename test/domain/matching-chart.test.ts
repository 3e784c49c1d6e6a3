import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import munkres from 'munkres'
import { describe, expect, it } from 'vitest'
import { answersOf } from '#db/worlds/answers.ts'
import { armorique } from '#db/worlds/armorique.ts'
import { chooseByDepth, readOrganogram } from '#db/worlds/organogram.ts'
import type { StaffMember } from '#db/worlds/staff.ts'
import { mentorCapacity } from '#domain/participant.ts'
import { monthNumber } from '#domain/person.ts'
import { hierarchyOf } from '#domain/reporting-line.ts'
import { explainPair } from '#matching/explain.ts'
import { type MatchInput, runMatch } from '#matching/match.ts'
import type { Member } from '#matching/member.ts'
import { makeInput } from './matching-makers.ts'

const CHARTS = new URL('../../../shared/data/organograms', import.meta.url).pathname

function inputOfChart(
  people: StaffMember[],
  mentors: StaffMember[],
  mentees: StaffMember[],
  capacity: number,
): MatchInput {
  const managers = new Set(people.flatMap((person) => person.manager ?? []))
  const member = (person: StaffMember, role: 'mentor' | 'mentee'): Member => {
    const answers = answersOf(person, role, { seed: 7, capacity })
    return {
      id: `par_${role}_${person.external_id}`,
      person: person.external_id,
      role,
      gradeRank: person.grade_rank,
      hiredIn: monthNumber(person.hired_in),
      managesSomebody: managers.has(person.external_id),
      jobFamily: person.job_family,
      subsidiary: person.subsidiary,
      site: person.site,
      capacity: role === 'mentee' ? 1 : mentorCapacity(answers.CAP, answers.G6?.hours, 30, 10),
      placesTaken: 0,
      consents: true,
      active: true,
      answers,
    }
  }
  return makeInput(
    mentors.map((person) => member(person, 'mentor')),
    mentees.map((person) => member(person, 'mentee')),
    {
      hierarchy: hierarchyOf(
        people.flatMap(({ external_id, manager }) => (manager ? [{ person: external_id, manager }] : [])),
      ),
    },
  )
}

/** Most pairs first, then the highest total, by a library that shares nothing with ours: a column for each seat. */
function solveElsewhere(
  input: MatchInput,
  result: ReturnType<typeof runMatch>,
): { matched: number; total: number } {
  const PAIR = 10_000_000
  const seats = input.mentors.flatMap(({ id, capacity }) => Array<string>(capacity).fill(id))
  const scores = result.candidates.map(({ arcs }) => new Map(arcs))
  const width = Math.max(seats.length, scores.length)
  const costs = scores.map((row) =>
    Array.from({ length: width }, (_, seat) => {
      const score = row.get(seats[seat] ?? '')
      return score === undefined ? PAIR + 1_000_000 : 1_000_000 - score
    }),
  )
  const chosen = munkres(costs).flatMap(([row, seat]) => scores[row]?.get(seats[seat] ?? '') ?? [])
  return { matched: chosen.length, total: chosen.reduce((sum, score) => sum + score, 0) }
}

function expectLawful(input: MatchInput, people: StaffMember[], result: ReturnType<typeof runMatch>): void {
  const parent = new Map(people.map(({ external_id, manager }) => [external_id, manager]))
  const isAbove = (boss: string, person: string): boolean => {
    const seen = new Set<string>()
    for (let up = parent.get(person); up && !seen.has(up); up = parent.get(up)) {
      if (up === boss) return true
      seen.add(up)
    }
    return false
  }
  const who = new Map([...input.mentors, ...input.mentees].map((member) => [member.id, member]))
  const taken = new Map<string, number>()
  for (const { mentor, mentee, score, facts } of result.pairs) {
    const [junior, senior] = [who.get(mentor), who.get(mentee)] as [Member, Member]
    expect(isAbove(junior.person, senior.person) || isAbove(senior.person, junior.person)).toBe(false)
    expect(explainPair(facts).reduce((sum, reason) => sum + reason.points, 0)).toBe(score)
    for (const id of [mentor, mentee]) taken.set(id, (taken.get(id) ?? 0) + 1)
  }
  for (const [id, places] of taken) expect(places).toBeLessThanOrEqual(who.get(id)?.capacity ?? 0)
  expect(
    result.pairs.length +
      result.waiting.filter(({ participant }) => who.get(participant)?.role === 'mentee').length,
  ).toBe(input.mentees.length)
}

describe('the best pairs on whole organisation charts', () => {
  it('an invented company: as many pairs and as high a total as an independent solver finds', () => {
    const people = armorique({ people: 600, seed: 3 }).filter((person) => person.active)
    const byRank = [...people].sort(
      (a, b) => (b.grade_rank ?? 0) - (a.grade_rank ?? 0) || (a.external_id < b.external_id ? -1 : 1),
    )
    const input = inputOfChart(people, byRank.slice(-60), byRank.slice(0, 200), 3)
    const result = runMatch(input)
    expect(result.matched).toBeGreaterThan(100)
    expectLawful(input, people, result)
    expect({ matched: result.matched, total: result.total }).toEqual(solveElsewhere(input, result))
  })

  const charts = existsSync(CHARTS) ? readdirSync(CHARTS).filter((name) => name.endsWith('.csv')) : []
  it.skipIf(charts.length === 0)(
    `${charts.length || 'no'} real charts (read beside the project, skipped where absent): no rule broken, and the true optimum`,
    () => {
      for (const file of charts) {
        const chart = readOrganogram(readFileSync(join(CHARTS, file), 'utf8'), {
          name: file.replace('.csv', ''),
          seed: 7,
        })
        const isLarge = file === 'hmrc.csv'
        const mentors = isLarge ? 130 : Math.floor(chart.people.length / 10)
        const mentees = isLarge ? 1500 : Math.floor(chart.people.length / 4)
        const chosen = chooseByDepth(chart, { mentors, mentees, seed: 7 })
        const input = inputOfChart(chart.people, chosen.mentors, chosen.mentees, isLarge ? 12 : 3)
        const result = runMatch(input)
        expectLawful(input, chart.people, result)
        expect({ file, matched: result.matched, total: result.total }).toEqual({
          file,
          ...solveElsewhere(input, result),
        })
        if (isLarge) {
          expect(chart.people).toHaveLength(5005)
          expect(result.candidates.filter(({ arcs }) => arcs.length > 0).length).toBeGreaterThanOrEqual(1200)
        }
      }
    },
  )
})
