import { describe, expect, test } from 'vitest'
import { assign, type Objective, type Problem } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { NO_WISHES, type People, pairKey, type Wishes } from '#matching/member.ts'
import { choose, WishFailure } from '#matching/wishes.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

const OBJECTIVES = ['coverage', 'quality', 'fair'] as const

function someProgramme(seed: number, most = 5) {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const [mentors, mentees] = [1 + below(most), 1 + below(most)]
  const grain = [1, 100_000][below(2)]!
  const table = Array.from({ length: mentees }, () =>
    Array.from({ length: mentors }, () =>
      random() < 0.7 ? Math.round((random() * 1_000_000) / grain) * grain : null,
    ),
  )
  const problem = makeProblem(
    table,
    Array.from({ length: mentors }, () => below(3)),
    Array.from({ length: mentees }, () => [1, 1, 1, 2][below(4)]!),
  )
  return { problem, people: peopleOf(problem), below, random }
}

function peopleOf({ mentors, mentees }: Problem): People {
  return {
    mentors: Array.from({ length: mentors }, (_, i) => `Léa ${i}`),
    mentees: Array.from({ length: mentees }, (_, j) => `Paul ${j}`),
  }
}

function keyOf(problem: Problem, people: People, arc: number): string {
  const j = problem.start.findIndex((first, at) => first <= arc && arc < problem.start[at + 1]!)
  return pairKey(people.mentors[problem.mentor[arc]!]!, people.mentees[j]!)
}

interface Made {
  arcs: number[]
  total: number
  worst: number
  changes: number
}

/** Every assignment there is. */
function everyAssignment(problem: Problem, people: People, kept: ReadonlySet<string>): Made[] {
  const places = Int32Array.from(problem.capacity)
  const wishes = Int32Array.from(problem.demand)
  const keys = Array.from(problem.mentor, (_, a) => keyOf(problem, people, a))
  const mentee = Array.from(problem.mentor, (_, a) =>
    problem.start.findIndex((first, at) => first <= a && a < problem.start[at + 1]!),
  )
  const all: Made[] = []
  const arcs: number[] = []
  const visit = (a: number) => {
    if (a === problem.mentor.length) {
      const scores = arcs.map((arc) => problem.score[arc]!)
      all.push({
        arcs: [...arcs],
        total: scores.reduce((sum, score) => sum + score, 0),
        worst: scores.length ? Math.min(...scores) : 0,
        changes: kept.size - arcs.filter((arc) => kept.has(keys[arc]!)).length,
      })
      return
    }
    visit(a + 1)
    const [i, j] = [problem.mentor[a]!, mentee[a]!]
    if (places[i] === 0 || wishes[j] === 0) return
    places[i]!--
    wishes[j]!--
    arcs.push(a)
    visit(a + 1)
    arcs.pop()
    places[i]!++
    wishes[j]!++
  }
  visit(0)
  return all
}

/** The best of some assignments, as the objective orders them. */
function best(all: Made[], objective: Objective): Made {
  const rank = ({ arcs, total, worst }: Made) =>
    objective === 'quality'
      ? [total]
      : objective === 'fair'
        ? [arcs.length, worst, total]
        : [arcs.length, total]
  return all.reduce((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    const at = a.findIndex((value, n) => value !== b[n])
    return at >= 0 && b[at]! > a[at]! ? other : one
  })
}

function failureOf(make: () => unknown): WishFailure {
  try {
    make()
  } catch (error) {
    if (error instanceof WishFailure) return error
    throw error
  }
  throw new Error('nothing failed')
}

const wishing = (wishes: Partial<Wishes>): Wishes => ({ ...NO_WISHES, ...wishes })

describe('without any wish', () => {
  test('the choice is the best assignment, and nothing is prepared for it', () => {
    const { problem, people } = someProgramme(8)
    const choice = choose(problem, people, NO_WISHES, 'coverage')
    const plain = assign(problem, { objective: 'coverage' })
    expect([...choice.arc]).toEqual([...plain.arc])
    expect(choice.problem).toBe(problem)
    expect(choice).toMatchObject({
      matched: plain.matched,
      total: plain.total,
      worst: plain.worst,
      changes: [],
    })
  })
})

describe('a locked pair', () => {
  test.each(OBJECTIVES)('is made, and the rest is the best there is with it: %s', (objective) => {
    let compared = 0
    for (let seed = 1; seed <= 400; seed++) {
      const { problem, people, below } = someProgramme(seed, 4)
      if (problem.mentor.length === 0 || problem.mentor.length > 10) continue
      const arc = below(problem.mentor.length)
      if (problem.capacity[problem.mentor[arc]!] === 0) continue
      const key = keyOf(problem, people, arc)
      const choice = choose(problem, people, wishing({ locked: new Set([key]) }), objective)
      const rest = everyAssignment(problem, people, new Set())
        .filter(({ arcs }) => arcs.includes(arc))
        .map((made) => {
          const others = made.arcs.filter((a) => a !== arc).map((a) => problem.score[a]!)
          return { ...made, worst: others.length ? Math.min(...others) : 0 }
        })
      expect([...choice.arc]).toContain(arc)
      const expected = best(rest, objective)
      expect([seed, choice.total]).toEqual([seed, expected.total])
      if (objective !== 'quality') expect([seed, choice.matched]).toEqual([seed, expected.arcs.length])
      expect(certify(choice.problem, choice.proved).holds).toBe(true)
      compared++
    }
    expect(compared).toBeGreaterThan(100)
  })

  const problem = makeProblem(
    [
      [900_000, 500_000],
      [800_000, null],
    ],
    [1, 1],
    [1, 1],
  )
  const people = { mentors: ['Léa', 'Inès'], mentees: ['Paul', 'Ana'] }

  test('that a rule forbids, or of somebody who does not take part, fails and says which', () => {
    for (const [mentor, mentee] of [
      ['Inès', 'Ana'],
      ['Inès', 'Zoé'],
    ] as const) {
      const failure = failureOf(() =>
        choose(problem, people, wishing({ locked: new Set([pairKey(mentor, mentee)]) }), 'coverage'),
      )
      expect(failure.obstacle).toBe('no-pair')
      expect(failure.people).toEqual([mentor, mentee])
      expect(failure.words.fr).toContain(`${mentor} → ${mentee}`)
      expect(failure.words.en).toContain(`${mentor} → ${mentee}`)
    }
  })

  test('beyond the places of a mentor or the wishes of a mentee fails and says whose', () => {
    const both = new Set([pairKey('Léa', 'Paul'), pairKey('Léa', 'Ana')])
    const failure = failureOf(() => choose(problem, people, wishing({ locked: both }), 'coverage'))
    expect(failure.obstacle).toBe('no-place')
    expect(failure.message).toContain('Léa has not enough free places')
    const twice = new Set([pairKey('Léa', 'Paul'), pairKey('Inès', 'Paul')])
    const again = failureOf(() => choose(problem, people, wishing({ locked: twice }), 'coverage'))
    expect(again.obstacle).toBe('already-served')
    expect(again.words.fr).toContain('Paul a déjà autant de mentors que souhaité')
  })
})

describe('a mentor whom a mentee asked for, and a pair to keep', () => {
  test.each(OBJECTIVES)('count their bonus when choosing, and only then: %s', (objective) => {
    for (let seed = 1; seed <= 300; seed++) {
      const { problem, people, random } = someProgramme(seed, 4)
      if (problem.mentor.length > 10) continue
      const some = () => new Set(Array.from(problem.mentor, (_, a) => a).filter(() => random() < 0.3))
      const [asked, kept] = [some(), some()]
      const keys = (arcs: Set<number>) => new Set([...arcs].map((a) => keyOf(problem, people, a)))
      const wishes = wishing({ asked: keys(asked), askedBonus: 70_000, kept: keys(kept), keptBonus: 150_000 })
      const choice = choose(problem, people, wishes, objective)
      const withBonus = ({ arcs, total }: { arcs: number[]; total: number }) =>
        total + arcs.reduce((sum, a) => sum + (asked.has(a) ? 70_000 : 0) + (kept.has(a) ? 150_000 : 0), 0)
      const all = everyAssignment(problem, people, wishes.kept)
      const fair = best(all, 'fair')
      const expected = best(
        all
          .filter(
            ({ arcs, worst }) =>
              objective !== 'fair' || (arcs.length === fair.arcs.length && worst === fair.worst),
          )
          .map((made) => ({ ...made, total: withBonus(made) })),
        objective === 'fair' ? 'coverage' : objective,
      )
      const arcs = [...choice.arc]
      expect([seed, withBonus({ arcs, total: choice.total })]).toEqual([seed, expected.total])
      expect(choice.total).toBe(arcs.reduce((sum, a) => sum + problem.score[a]!, 0))
      expect(choice.worst).toBe(arcs.length ? Math.min(...arcs.map((a) => problem.score[a]!)) : 0)
      expect([...choice.kept, ...choice.changes].sort()).toEqual([...wishes.kept].sort())
      expect(choice.kept.length).toBe(arcs.filter((a) => kept.has(a)).length)
    }
  })

  test('never open a pair that is not possible', () => {
    const problem = makeProblem([[500_000, null]], [1, 1], [1])
    const people = peopleOf(problem)
    const wishes = wishing({ asked: new Set([pairKey('Léa 1', 'Paul 0')]), askedBonus: 900_000 })
    expect([...choose(problem, people, wishes, 'coverage').arc]).toEqual([0])
  })

  test.each([-1, 0.5, 2 ** 31])('have a bonus that makes sense, not %d', (askedBonus) => {
    const problem = makeProblem([[500_000]], [1], [1])
    expect(() => choose(problem, peopleOf(problem), wishing({ askedBonus }), 'coverage')).toThrow(RangeError)
  })
})

describe('at most so many changes', () => {
  test.each(['coverage', 'quality'] as const)(
    'are made with the least bonus that does it, and nothing better changes as few: %s',
    (objective) => {
      let [bent, held, given] = [0, 0, 0]
      for (let seed = 1; seed <= 300; seed++) {
        const { problem, people, random, below } = someProgramme(seed, 4)
        if (problem.mentor.length > 11) continue
        const before = makeProblem(
          Array.from({ length: problem.mentees }, (_, j) =>
            Array.from({ length: problem.mentors }, (_, i) => {
              const isThere = problem.mentor.slice(problem.start[j], problem.start[j + 1]).includes(i)
              return isThere || random() < 0.1 ? Math.round(random() * 1_000_000) : null
            }),
          ),
          [...problem.capacity],
          [...problem.demand],
        )
        const old = assign(before, { objective: 'coverage' })
        const kept = new Set(Array.from(old.arc, (a) => keyOf(before, people, a)))
        const changesMax = below(3)
        const choice = choose(problem, people, wishing({ kept, changesMax }), objective)
        const all = everyAssignment(problem, people, kept)
        const mostly = all.filter(
          ({ arcs }) =>
            objective === 'quality' || arcs.length === Math.max(...all.map((made) => made.arcs.length)),
        )
        const fewest = Math.min(...mostly.map(({ changes }) => changes))
        expect([seed, choice.changesHeld]).toEqual([seed, fewest <= changesMax])
        if (!choice.changesHeld) expect(choice.changes.length).toBe(fewest)
        else {
          const asCalm = mostly.filter(({ changes }) => changes <= choice.changes.length)
          expect([seed, choice.total]).toEqual([seed, best(asCalm, objective).total])
          expect(choice.changes.length).toBeLessThanOrEqual(changesMax)
        }
        if (choice.changesHeld && choice.bonus > 0) {
          const less = choose(problem, people, wishing({ kept, keptBonus: choice.bonus - 1 }), objective)
          expect([seed, less.changes.length > changesMax]).toEqual([seed, true])
          bent++
        }
        held += choice.changesHeld ? 1 : 0
        given++
      }
      expect(bent).toBeGreaterThan(15)
      expect(given - held).toBeGreaterThan(5)
    },
  )

  test('count pairs of people who left as changed', () => {
    const problem = makeProblem([[500_000]], [1], [1])
    const kept = new Set([pairKey('Léa 0', 'Paul 0'), pairKey('Léa 0', 'Ana')])
    const choice = choose(problem, peopleOf(problem), wishing({ kept, changesMax: 0 }), 'coverage')
    expect(choice.changes).toEqual([pairKey('Léa 0', 'Ana')])
    expect(choice.changesHeld).toBe(false)
  })
})

describe('a group that is served first', () => {
  test.each(OBJECTIVES)('is served in full, and the assignment is the best that does so: %s', (objective) => {
    let [served, failed] = [0, 0]
    for (let seed = 1; seed <= 400; seed++) {
      const { problem, people, random } = someProgramme(seed, 4)
      if (problem.mentor.length > 11) continue
      const group = people.mentees.filter(() => random() < 0.4)
      const wishes = wishing({ first: [{ name: 'Comex', people: new Set(group) }] })
      const servesAll = ({ arcs }: Made) =>
        group.every((person) => {
          const j = people.mentees.indexOf(person)
          return (
            arcs.filter((a) => problem.start[j]! <= a && a < problem.start[j + 1]!).length ===
            problem.demand[j]
          )
        })
      const all = everyAssignment(problem, people, new Set())
      const serving = all.filter(servesAll)
      if (serving.length === 0) {
        const failure = failureOf(() => choose(problem, people, wishes, objective))
        expect(failure.obstacle).toBe('not-served')
        expect(failure.words.en).toContain('Comex')
        expect(failure.people.every((person) => group.includes(person))).toBe(true)
        failed++
        continue
      }
      const choice = choose(problem, people, wishes, objective)
      const expected = best(serving, objective)
      expect([seed, choice.total]).toEqual([seed, expected.total])
      expect([seed, servesAll({ ...expected, arcs: [...choice.arc] })]).toEqual([seed, true])
      if (objective !== 'quality') expect(choice.matched).toBe(best(all, 'coverage').arcs.length)
      served++
    }
    expect(served).toBeGreaterThan(80)
    expect(failed).toBeGreaterThan(30)
  })

  test('is named with those who share too few places', () => {
    const suits = [500_000, 500_000, null]
    const problem = makeProblem(
      [suits, suits, suits, suits, suits, [null, null, 800_000], [null, null, null]],
      [2, 1, 4],
      [1, 1, 1, 1, 1, 1, 1],
    )
    const people = peopleOf(problem)
    const first = [{ name: 'Comex', people: new Set(people.mentees.slice(0, 6)) }]
    const { words, people: named } = failureOf(() => choose(problem, people, wishing({ first }), 'coverage'))
    expect(named).toEqual(people.mentees.slice(0, 5))
    expect(words.en).toBe(
      'The group “Comex” cannot be served in full: 2 pairs are missing. These 5 people share only 3 ' +
        'places where 5 are wanted: Paul 0, Paul 1, Paul 2, Paul 3, Paul 4. Mentors who suit: Léa 0, Léa 1.',
    )
    expect(words.fr).toContain(
      'Ces 5\u00a0personnes partagent 3\u00a0places seulement pour 5\u00a0souhaitées',
    )
  })

  test('is named with those whom nobody suits, and those who do not take part', () => {
    const problem = makeProblem([[null], [400_000]], [2], [1, 1])
    const people = peopleOf(problem)
    const first = [{ name: 'Comex', people: new Set(['Paul 0', 'Paul 1', 'Zoé']) }]
    const { words } = failureOf(() => choose(problem, people, wishing({ first }), 'coverage'))
    expect(words.en).toBe(
      'The group “Comex” cannot be served in full: 2 pairs are missing. Not taking part: Zoé. No mentor suits: Paul 0.',
    )
  })

  test('names the group of lower rank when two cannot both be served', () => {
    const problem = makeProblem([[500_000], [900_000]], [1], [1, 1])
    const people = peopleOf(problem)
    const first = [
      { name: 'Comex', people: new Set(['Paul 0']) },
      { name: 'Codir', people: new Set(['Paul 1']) },
    ]
    const { words } = failureOf(() => choose(problem, people, wishing({ first }), 'coverage'))
    expect(words.fr).toMatch(/^Le groupe «\u00a0Codir\u00a0»/)
  })
})
