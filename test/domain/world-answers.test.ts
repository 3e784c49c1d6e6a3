import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { programmeInput } from '#contract/programme.ts'
import { answersOf } from '#db/worlds/answers.ts'
import { armorique, volunteers } from '#db/worlds/armorique.ts'
import { chooseByDepth, readOrganogram } from '#db/worlds/organogram.ts'
import { FRESH_EYES, TWO_VOICES, trialProgramme } from '#db/worlds/programmes.ts'
import type { StaffMember } from '#db/worlds/staff.ts'
import { mentorCapacity, ROLES, type Role } from '#domain/participant.ts'
import { monthNumber } from '#domain/person.ts'
import { hierarchyOf } from '#domain/reporting-line.ts'
import { runMatch } from '#matching/match.ts'
import type { Member } from '#matching/member.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { makeChart } from '#test/charts.ts'

import { makeInput } from './matching-makers.ts'

const people = armorique({ people: 400, seed: 11 })

interface Sides {
  mentors: StaffMember[]
  mentees: StaffMember[]
}

/** Matches people of a world as the service would. */
function match(
  everybody: readonly StaffMember[],
  { mentors, mentees }: Sides,
  seed: number,
  capacity?: number,
) {
  const leaders = new Set(everybody.map(({ manager }) => manager))
  const member = (person: StaffMember, role: Role): Member => {
    const answers = answersOf(person, role, { seed, capacity })
    return {
      id: `${role} ${person.external_id}`,
      person: person.external_id,
      role,
      gradeRank: person.grade_rank,
      hiredIn: monthNumber(person.hired_in),
      managesSomebody: leaders.has(person.external_id),
      jobFamily: person.job_family,
      subsidiary: person.subsidiary,
      site: person.site,
      capacity: answers.CAP ?? 1,
      placesTaken: 0,
      consents: true,
      active: true,
      answers,
    }
  }
  return runMatch(
    makeInput(
      mentors.map((person) => member(person, 'mentor')),
      mentees.map((person) => member(person, 'mentee')),
      {
        hierarchy: hierarchyOf(
          everybody.flatMap(({ external_id, manager, dotted_managers }) =>
            [manager, ...dotted_managers]
              .filter((one) => one !== null)
              .map((one) => ({ person: external_id, manager: one })),
          ),
        ),
      },
    ),
  )
}

const candidateShare = ({ candidates }: ReturnType<typeof match>) =>
  candidates.filter(({ arcs }) => arcs.length > 0).length / candidates.length

describe('answers of a world', () => {
  test.each(ROLES)('a %s’s answers pass the questionnaire, with and without a set capacity', (role) => {
    const asked = questionnaire('reverse', role)
    for (const capacity of [undefined, 12]) {
      for (const person of people) {
        const answers = answersOf(person, role, { seed: 7, capacity })
        expect(checkAnswers(asked, answers)).toEqual({ answers, errors: [] })
      }
    }
  })

  test('nobody offers what they want to learn', () => {
    for (const person of people) {
      const { OFFERS = [], WANTS = [] } = answersOf(person, 'mentor', { seed: 7 })
      const topics = [...OFFERS, ...WANTS].map(({ topic }) => topic)
      expect(new Set(topics).size).toBe(topics.length)
    }
  })

  test('one seed, one person, one set of answers, whoever else signs up', () => {
    const [first, second] = people as [StaffMember, StaffMember]
    const before = answersOf(first, 'mentor', { seed: 7 })
    answersOf(second, 'mentor', { seed: 7 })
    expect(answersOf(first, 'mentor', { seed: 7 })).toEqual(before)
    expect(answersOf(first, 'mentor', { seed: 8 })).not.toEqual(before)
    expect(answersOf(second, 'mentor', { seed: 7 })).not.toEqual(before)
  })

  test('four mentees in five or more have a candidate, and most a pair, whatever the seed', () => {
    for (const seed of [1, 2, 3]) {
      const result = match(people, volunteers(people, { mentors: 30, mentees: 30, seed }), seed)
      expect(candidateShare(result)).toBeGreaterThanOrEqual(0.8)
      expect(result.matched).toBeGreaterThan(20)
    }
  })

  test('few mentors with twelve places serve many mentees of a deep chart', () => {
    const posts = Array.from({ length: 400 }, (_, index) =>
      index === 0 ? '0' : `${index}>${Math.floor((index - 1) / 4)}`,
    )
    const chart = readOrganogram(makeChart(posts), { name: 'invented', seed: 7 })
    const chosen = chooseByDepth(chart, { mentors: 12, mentees: 120, seed: 7 })
    const result = match(chart.people, chosen, 7, 12)
    expect(candidateShare(result)).toBeGreaterThanOrEqual(0.8)
    expect(result.matched).toBeGreaterThanOrEqual(96)
  })
})

describe('programmes of a world', () => {
  const all = [
    FRESH_EYES,
    TWO_VOICES,
    trialProgramme('hmrc', 7, 12),
    trialProgramme('armorique-40000', 4_294_967_295),
  ]

  test.each(all)('$slug is one that the service takes', ({ slug, objectives, words, settings }) => {
    const read = v.safeParse(programmeInput, { slug, kind: 'reverse', objectives, words, ...settings })
    expect(read.issues).toBeUndefined()
  })

  test.each(all)('$slug has the two sentences of the charter, in both languages', ({ words }) => {
    expect(words.fr.charter).toContain(
      'Nos échanges restent confidentiels, sauf danger ou obligation légale.',
    )
    expect(words.fr.charter).toContain('Si je déplace une séance, je propose une date sous sept jours.')
    expect(words.en.charter).toContain('What we say stays between us, except danger or legal duty.')
    expect(words.en.charter).toContain('If I move a session, I offer a date within seven days.')
  })

  test.each(all)('$slug speaks French as it is printed, and shouts in neither language', ({ words }) => {
    for (const text of Object.values(words.fr)) expect(text).not.toMatch(/['"!]|[^\u00a0][:;?»]|«[^\u00a0]/)
    for (const text of Object.values(words.en)) expect(text).not.toMatch(/['"!]/)
  })

  test('a mentor with eight hours a month takes as many mentees as the world asks, from 1 to 12', () => {
    for (let capacity = 1; capacity <= 12; capacity++) {
      const { settings } = trialProgramme('trial', 1, capacity)
      const { CAP, G6 } = answersOf(people[0]!, 'mentor', { seed: 1, capacity })
      expect(mentorCapacity(CAP, G6?.hours, settings.session_minutes!, settings.preparation_minutes!)).toBe(
        capacity,
      )
      expect(settings.capacity_max).toBe(capacity)
    }
    expect(trialProgramme('trial', 1, 12).settings).toMatchObject({
      session_minutes: 30,
      preparation_minutes: 10,
    })
    expect(() => trialProgramme('trial', 1, 33)).toThrow(RangeError)
  })
})
