import { describe, expect, test } from 'vitest'
import { listAdmissible } from '#matching/admissible.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { firstObstacle, obstaclesOf, type Passable, RULES, type Rule } from '#matching/eligible.ts'
import { hindranceOf, listWaiting, WAITING_REASONS } from '#matching/waiting.ts'
import { explainWaiting } from '#matching/waiting-words.ts'
import { makeCrowd, makeInput, makeMember, makeProblem, want } from './matching-makers.ts'

const NO_PAIRS: ReadonlySet<string> = new Set()

describe('what stands in the way of somebody', () => {
  test('is each rule that alone removes others, and how many', () => {
    expect(hindranceOf([['language'], ['language', 'topic'], ['topic'], ['topic'], ['same-person']])).toEqual(
      { only: { language: 1, topic: 2 }, together: null },
    )
  })

  test('is the fewest rules together where none does so alone', () => {
    expect(
      hindranceOf([
        ['language', 'meeting', 'topic'],
        ['meeting', 'topic'],
        ['language', 'topic'],
        ['meeting', 'topic'],
      ]),
    ).toEqual({ only: {}, together: { rules: ['meeting', 'topic'], count: 2 } })
  })

  test('is nothing where there is nobody', () => {
    expect(hindranceOf([])).toEqual({ only: {}, together: null })
  })
})

/** All obstacles of a pair, by the places of the two. */
function obstaclesIn(cohort: ReturnType<typeof prepareCohort>) {
  return (i: number, j: number) => obstaclesOf(cohort, cohort.mentors[i]!, cohort.mentees[j]!)
}

describe('the reason of somebody with no candidate', () => {
  test('names a rule without which there would be one, wherever there is such a rule', () => {
    let [alone, together] = [0, 0]
    for (const seed of [5, 6, 7, 8, 9, 10]) {
      const cohort = prepareCohort(makeCrowd(seed, 12, 16))
      const waiting = listWaiting(cohort, listAdmissible(cohort), NO_PAIRS, {
        obstaclesOf: obstaclesIn(cohort),
      })
      for (const { participant, reason, facts } of waiting) {
        if (reason !== 'no-candidate') continue
        const pairs = cohort.mentors
          .flatMap((mentor) => cohort.mentees.map((mentee) => [mentor, mentee] as const))
          .filter((pair) => pair.some(({ member }) => member.id === participant))
          .filter(([mentor, mentee]) => mentor.person !== mentee.person)
        const suitedWithout = (rule: Rule) =>
          pairs.filter(([mentor, mentee]) => firstObstacle(cohort, mentor, mentee, rule as Passable) === null)
        for (const rule of RULES) {
          expect(suitedWithout(rule)).toHaveLength(facts[`only:${rule}`] ?? 0)
        }
        const isAlone = RULES.some((rule) => (facts[`only:${rule}`] ?? 0) > 0)
        const isTogether = RULES.some((rule) => (facts[`together:${rule}`] ?? 0) > 0)
        expect(isAlone && isTogether).toBe(false)
        expect(isAlone || isTogether || facts.asked === 0).toBe(true)
        if (isTogether) {
          const named = RULES.filter((rule) => (facts[`together:${rule}`] ?? 0) > 0)
          const just = pairs.filter(([mentor, mentee]) =>
            obstaclesOf(cohort, mentor, mentee).every((rule) => named.includes(rule)),
          )
          expect(just).toHaveLength(facts[`together:${named[0]}`]!)
        }
        alone += isAlone ? 1 : 0
        together += isTogether ? 1 : 0
      }
    }
    expect(alone).toBeGreaterThan(5)
    expect(together).toBeGreaterThan(2)
  })

  test('is said as one thing, or as several at once', () => {
    expect(explainWaiting('no-candidate', { asked: 9, topic: 6, language: 3, 'only:language': 3 })).toEqual({
      fr: 'Parmi les inscriptions d’en face (9), aucune ne peut encore être proposée. Un seul obstacle pour 3 d’entre elles\u00a0: il manque une langue commune. Ajouter une langue aux réponses aiderait.',
      en: 'Among the sign-ups on the other side (9), none can be proposed yet. For 3 of them, one thing alone stands in the way: a language in common is missing. Adding a language to the answers would help.',
    })
    expect(
      explainWaiting('no-candidate', { asked: 9, topic: 9, 'together:language': 2, 'together:topic': 2 }).en,
    ).toBe(
      'Among the sign-ups on the other side (9), none can be proposed yet. No single rule is the cause. ' +
        'At the nearest (2), several at once: a language in common is missing; a topic to pass on is missing.',
    )
  })
})

describe('the reason of somebody whose places were taken', () => {
  test('tells how many places there were and how many people hold them', () => {
    const people = ['Ana', 'Paul', 'Zoé']
    const cohort = prepareCohort(
      makeInput(
        [makeMember('mentor', { person: 'Léa', capacity: 2 })],
        people.map((person) => makeMember('mentee', { person })),
      ),
    )
    const admissible = listAdmissible(cohort)
    const problem = makeProblem([[1], [1], [1]], [2], [1, 1, 1])
    const paired = new Set([...cohort.mentees.slice(0, 2), ...cohort.mentors].map(({ member }) => member.id))
    const [waiting, ...others] = listWaiting(cohort, admissible, paired, {
      problem,
      arc: Int32Array.of(0, 1),
    })
    expect(others).toEqual([])
    expect(waiting).toEqual({
      participant: cohort.mentees[2]!.member.id,
      reason: 'places-taken',
      facts: { suited: 1, places: 2, holders: 2 },
    })
    expect(explainWaiting('places-taken', waiting!.facts)).toEqual({
      fr: 'Une personne aurait convenu, et ses places (2) sont allées à d’autres (2 personnes). L’inscription reste valable pour la suite.',
      en: 'One person would have suited, and their places (2) went to others (2 people). The sign-up stays valid for what comes next.',
    })
  })

  test('is not looked into where nobody suits', () => {
    const cohort = prepareCohort(
      makeInput([makeMember('mentor')], [makeMember('mentee', { answers: { WANTS: [want('python')] } })]),
    )
    const reasons = listWaiting(cohort, listAdmissible(cohort), NO_PAIRS).map(({ reason }) => reason)
    expect(reasons).toEqual(['no-candidate', 'no-candidate'])
  })
})

describe('the words for a participant', () => {
  test('exist for every reason and every rule, and tell no number', () => {
    for (const reason of WAITING_REASONS) {
      const counts: Record<string, number>[] = [
        {},
        { suited: 7, places: 8, holders: 8 },
        ...RULES.flatMap((rule) => [
          { asked: 7, [rule]: 7 },
          { asked: 7, [`only:${rule}`]: 7 },
          { asked: 7, [`together:${rule}`]: 7, 'together:topic': 7 },
        ]),
      ]
      for (const facts of counts) {
        const { fr, en } = explainWaiting(reason, facts, 'participant')
        for (const text of [fr, en]) expect(text).toMatch(/^\p{Lu}.*\.$/u)
        expect(`${fr}${en}`).not.toMatch(/undefined|NaN|!|\d/)
      }
    }
  })

  test('are the same for a pair that an organiser ruled out and for one of before', () => {
    const say = (rule: Rule) =>
      explainWaiting('no-candidate', { asked: 1, [`only:${rule}`]: 1 }, 'participant')
    expect(say('ban')).toEqual(say('past'))
    expect(say('leaver')).toEqual(say('consent'))
    expect(say('ban').en).not.toMatch(/organiser|ruled/)
  })
})
