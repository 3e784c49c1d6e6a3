import { describe, expect, test } from 'vitest'
import { GROUP_SIZE } from '#matching/group-sessions.ts'
import { sayPlan } from '#matching/plan-words.ts'
import { type PlanInput, planProgramme, scaleWants } from '#matching/planner.ts'
import { randomFrom } from './matching-makers.ts'

function somePlan(seed: number, target: number): PlanInput {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const topic = () => `topic ${Math.floor(below(12) * random())}`
  return {
    mentees: Array.from({ length: 5 + below(30) }, () => Array.from({ length: 1 + below(3) }, topic)),
    mentors: Array.from({ length: 1 + below(8) }, () => ({
      offers: Array.from({ length: 1 + below(3) }, topic),
      capacity: below(5),
    })),
    target,
  }
}

describe('a plan for more people than observed', () => {
  test('keeps the mix of wishes to the nearest person', () => {
    const wants = scaleWants([['a'], ['a'], ['b']], 500)
    expect(wants).toHaveLength(500)
    expect(wants.filter(([topic]) => topic === 'a')).toHaveLength(333)
    expect(scaleWants([['b'], ['a']], 3).filter(([topic]) => topic === 'a')).toHaveLength(2)
  })

  test('says how many waves it takes when 130 mentors of 12 places meet 1,500 people', () => {
    const plan = planProgramme({
      mentees: [['a', 'b'], ['b'], ['a']],
      mentors: Array.from({ length: 130 }, (_, i) => ({ offers: [i % 2 ? 'a' : 'b'], capacity: 12 })),
      target: 1_500,
    })
    expect(plan).toMatchObject({
      places: 1_560,
      reachable: 1_500,
      served: 1_500,
      newMentors: [],
      missingTopics: [],
    })
    expect(plan.waves).toEqual([1_500])
  })

  test('takes as few waves as can be, and nobody is over capacity in any', () => {
    const plan = planProgramme({
      mentees: [['a'], ['a'], ['b']],
      mentors: [
        { offers: ['a'], capacity: 2 },
        { offers: ['a', 'b'], capacity: 1 },
      ],
      target: 9,
    })
    // Six want a and three want b: the second mentor takes three waves for b, the first three for a.
    expect(plan.served).toBe(3)
    expect(plan.waves).toEqual([3, 3, 3])
  })

  test('adds mentors for what is missing, and then everybody is served at once', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const input = somePlan(seed, 40)
      const plan = planProgramme(input)
      const places = plan.newMentors.flatMap(({ topics, mentors }) =>
        Array.from({ length: mentors }, () => ({ offers: topics, capacity: plan.newCapacity })),
      )
      const again = planProgramme({ ...input, mentors: [...input.mentors, ...places] })
      expect([seed, again.served]).toEqual([seed, 40])
      expect(places.length).toBeGreaterThanOrEqual(plan.newMentorsAtLeast)
      expect(plan.waves.reduce((sum, size) => sum + size, 0)).toBe(plan.reachable)
      expect(Math.max(0, ...plan.waves)).toBeLessThanOrEqual(plan.places)
    }
  })

  test('never needs fewer waves with one wave less', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const input = somePlan(seed, 30)
      const { waves, reachable } = planProgramme(input)
      if (waves.length < 2) continue
      const fewer = input.mentors.map(({ offers, capacity }) => ({
        offers,
        capacity: capacity * (waves.length - 1),
      }))
      expect([seed, planProgramme({ ...input, mentors: fewer }).served < reachable]).toEqual([seed, true])
    }
  })

  test('puts people into groups of 4 to 6 that their mentors have places for', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const input = somePlan(seed, 40)
      const { groups, ungrouped } = planProgramme(input)
      const led = new Int32Array(input.mentors.length)
      for (const { topic, mentor, people } of groups) {
        expect(people).toBeGreaterThanOrEqual(GROUP_SIZE.least)
        expect(people).toBeLessThanOrEqual(GROUP_SIZE.most)
        expect(input.mentors[mentor]!.offers).toContain(topic)
        led[mentor]! += 1
      }
      expect(input.mentors.every(({ capacity }, i) => led[i]! <= capacity)).toBe(true)
      expect(groups.reduce((sum, { people }) => sum + people, 0) + ungrouped).toBe(40)
    }
  })

  test('names the topics of those whom nobody can serve', () => {
    const plan = planProgramme({
      mentees: [['a'], ['b', 'c']],
      mentors: [{ offers: ['a'], capacity: 9 }],
      target: 10,
    })
    expect(plan.reachable).toBe(5)
    expect(plan.missingTopics).toEqual([
      { topic: 'b', mentees: 5 },
      { topic: 'c', mentees: 5 },
    ])
    expect(plan.newMentors).toEqual([{ topics: ['b'], mentors: 1 }])
  })

  test('refuses what cannot be planned', () => {
    expect(() => planProgramme({ mentees: [], mentors: [], target: 5 })).toThrow(RangeError)
    expect(() => planProgramme({ mentees: [['a']], mentors: [], target: 1.5 })).toThrow(RangeError)
  })

  test('works without any mentor yet', () => {
    const plan = planProgramme({ mentees: [['a']], mentors: [], target: 3 })
    expect(plan).toMatchObject({ served: 0, waves: [], newMentors: [{ topics: ['a'], mentors: 3 }] })
  })
})

describe('the words of a plan', () => {
  test('tell waves, new mentors, missing topics and groups in both languages', () => {
    const said = sayPlan(
      planProgramme({
        mentees: [['a'], ['a'], ['b']],
        mentors: [{ offers: ['a'], capacity: 4 }],
        target: 1_500,
      }),
    )
    expect(said.map(({ en }) => en)).toEqual([
      '1 mentor and 4 places for 1,500 people: 4 at a time.',
      'With the mentors there are, it takes 250 waves for the 1,000 who want something that is offered: 4, … 4.',
      'To serve everybody at once: 374 more mentors (no smaller number will do), with 4 places each: 249 × “a”, 125 × “b”.',
      'Wanted by people whom no mentor can serve: “b” (500).',
      'Another way: 4 small-group sessions of 4 to 6 for 24 people with the mentors there are; 1,476 people are left without a group.',
    ])
    for (const { fr } of said) expect(fr).toMatch(/^\S.*\.$/)
    expect(said.map(({ fr, en }) => fr + en).join()).not.toMatch(/undefined|NaN|!/)
  })

  test('say nothing of waves where one suffices', () => {
    const said = sayPlan(
      planProgramme({ mentees: [['a']], mentors: [{ offers: ['a'], capacity: 4 }], target: 4 }),
    )
    expect(said.map(({ en }) => en)).toEqual(['1 mentor and 4 places for 4 people: 4 at a time.'])
  })
})
