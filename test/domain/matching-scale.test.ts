import { describe, expect, test } from 'vitest'
import { type Bounds, CandidatePass, scoreEverything } from '#matching/candidates.ts'
import { Kernel } from '#matching/kernel.ts'
import { chooseAmongAll, runMatch } from '#matching/match.ts'
import { type MatchInput, NO_WISHES, pairKey, type Wishes } from '#matching/member.ts'
import { openPack, packOf } from '#matching/pack.ts'
import { makeCrowd, randomFrom } from './matching-makers.ts'

const ALL: Bounds = { limit: Number.POSITIVE_INFINITY }
const FEW: Bounds = { limit: 10, ofMentee: 2, ofMentor: 1 }

/** A choice that begins with so many pairs, and prices all others until none betters it. */
function chooseFrom(input: MatchInput, bounds: Bounds, wishes: Wishes = NO_WISHES, rounds = 50) {
  const pack = packOf(input)
  const kernel = new Kernel(pack)
  const pass = new CandidatePass(pack, kernel, wishes, bounds)
  pass.run()
  const candidates = pass.close()
  return { candidates, pack, ...chooseAmongAll(pack, kernel, candidates, wishes, input.objective, rounds) }
}

describe('a choice that begins with a few pairs of each person', () => {
  test.each(['coverage', 'quality'] as const)('ends as good as one among all pairs (%s)', (objective) => {
    let rounds = 0
    for (let seed = 501; seed <= 530; seed++) {
      const input: MatchInput = { ...makeCrowd(seed, 40 + (seed % 30), 60), objective }
      const [few, all] = [chooseFrom(input, FEW), chooseFrom(input, ALL)]
      expect(few.candidates.areAll).toBe(false)
      expect(few.certified).toBe('all-pairs')
      expect(all).toMatchObject({ certified: 'all-pairs', rounds: 1 })
      expect([few.choice.matched, few.choice.total]).toEqual([all.choice.matched, all.choice.total])
      expect(few.rows.mentor.length).toBeLessThan(all.rows.mentor.length)
      rounds += few.rounds
    }
    expect(rounds).toBeGreaterThan(60)
  })

  test('grants the same wishes', () => {
    for (let seed = 541; seed <= 552; seed++) {
      const input = makeCrowd(seed, 50, 60)
      const free = chooseFrom(input, ALL)
      const random = randomFrom(seed)
      const arcs = free.rows.mentor.length
      const some = (count: number) =>
        new Set(
          Array.from({ length: count }, () => {
            const a = Math.floor(random() * arcs)
            const j = free.rows.start.findIndex((end) => end > a) - 1
            return pairKey(
              free.pack.mentors.references[free.rows.mentor[a]!]!,
              free.pack.mentees.references[j]!,
            )
          }),
        )
      const wishes: Wishes = {
        ...NO_WISHES,
        locked: some(1),
        asked: some(5),
        askedBonus: 50_000,
        kept: some(8),
        keptBonus: 80_000,
      }
      const [few, all] = [chooseFrom(input, FEW, wishes), chooseFrom(input, ALL, wishes)]
      expect(few.certified).toBe('all-pairs')
      expect(few.choice.matched).toBe(all.choice.matched)
      const value = ({ choice: { proved } }: typeof few) => proved.total
      expect(value(few)).toBe(value(all))
    }
  })

  test('says so where it stops before all pairs are accounted for', () => {
    const input = makeCrowd(561, 60, 60)
    expect(chooseFrom(input, FEW, NO_WISHES, 1).certified).toBe('candidates')
    expect(chooseFrom({ ...input, objective: 'fair' }, FEW).certified).toBe('candidates')
  })

  test('leaves nobody out whom the rules allow, and counts all pairs', () => {
    const { candidates, pack } = chooseFrom(makeCrowd(562, 70, 50), FEW)
    const all = chooseFrom(makeCrowd(562, 70, 50), ALL).candidates
    const mentorsIn = ({ rows }: typeof all) => new Set(rows.mentor)
    expect(mentorsIn(candidates)).toEqual(mentorsIn(all))
    for (let j = 0; j < 50; j++) {
      const [from, to] = [candidates.rows.start[j]!, candidates.rows.start[j + 1]!]
      expect(to > from).toBe(all.rows.start[j + 1]! > all.rows.start[j]!)
    }
    expect(candidates.admissible).toBe(all.rows.mentor.length)
    expect(candidates.tally).toEqual(all.tally)
    expect(scoreEverything(pack)).toEqual({
      pairs: all.rows.mentor.length,
      total: all.rows.score.reduce((sum, score) => sum + score, 0),
    })
  })

  test('can be prepared in several parts', () => {
    const pack = packOf(makeCrowd(563, 40, 45))
    const whole = new CandidatePass(pack, new Kernel(pack), NO_WISHES, FEW)
    whole.run()
    const parts = new CandidatePass(pack, new Kernel(pack), NO_WISHES, FEW)
    for (const end of [1, 20, 45]) parts.run(end)
    expect(parts.close()).toEqual(whole.close())
  })
})

describe('people packed one at a time', () => {
  test('end in the same places whatever the order in which they come', () => {
    const { mentors, mentees, ...settings } = makeCrowd(571, 40, 50)
    const builder = openPack(settings)
    for (const member of [...mentees.slice(20), ...mentors, ...mentees.slice(0, 20)].reverse()) {
      builder.add(structuredClone(member))
    }
    const [one, other] = [builder.close(), packOf({ mentors, mentees, ...settings })]
    expect(one.mentors.ids).toEqual(other.mentors.ids)
    expect(one.mentees.references).toEqual(other.mentees.references)
    for (let j = 0; j < 50; j++) {
      const [a, b] = [new Kernel(one), new Kernel(other)]
      a.ask(j)
      b.ask(j)
      expect(a.score.subarray(0, a.count)).toEqual(b.score.subarray(0, b.count))
      expect(a.mentor.subarray(0, a.count)).toEqual(b.mentor.subarray(0, b.count))
    }
  })

  test('may come with a chart that is read line by line', () => {
    const { mentors, mentees, hierarchy, ...settings } = makeCrowd(572, 40, 50)
    const builder = openPack({ ...settings, hierarchy: new Map() })
    for (const [person, managers] of hierarchy) {
      for (const manager of managers) builder.addLine(person, manager)
    }
    for (const member of [...mentors, ...mentees]) builder.add(member)
    const whole = packOf({ mentors, mentees, hierarchy, ...settings })
    expect(scoreEverything(builder.close())).toEqual(scoreEverything(whole))
    expect(whole.inLine.entry.length).toBeGreaterThan(20)
  })
})

test('a programme of a thousand by a thousand is proved the best among all its pairs', () => {
  const result = runMatch(makeCrowd(581, 1200, 1200))
  expect(result.admissible).toBeGreaterThan(100_000)
  expect(result.arcs).toBeLessThanOrEqual(250_000)
  expect(result.certified).toBe('all-pairs')
})
