import { describe, expect, test } from 'vitest'
import type { Scoring } from '#domain/criterion.ts'
import { type PairingRule, RULE_FIELDS, type RuleField } from '#domain/pairing-rule.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { firstObstacle, ownObstacle, type Passable, RULES, type Rule } from '#matching/eligible.ts'
import { Kernel } from '#matching/kernel.ts'
import { type MatchInput, pairKey } from '#matching/member.ts'
import { valuesOf } from '#matching/own-rule.ts'
import { packOf } from '#matching/pack.ts'
import { measurePair } from '#matching/score.ts'
import { openTally, PARTNER, prospectsOf } from '#matching/tally.ts'
import { makeCrowd, randomFrom } from './matching-makers.ts'

/** A crowd with everything that a programme can set: own rules, bans, a past, exceptions, switches, weights. */
function makeProgramme(seed: number, mentors: number, mentees: number): MatchInput {
  const random = randomFrom(seed * 7919)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  const crowd = makeCrowd(seed, mentors, mentees)
  crowd.mentees[0]!.person = crowd.mentors[0]!.person
  const everybody = [...crowd.mentors, ...crowd.mentees]
  const somePairs = (share: number) =>
    new Set(
      crowd.mentors.flatMap((one) =>
        crowd.mentees.filter(() => random() < share).map((other) => pairKey(one.person, other.person)),
      ),
    )
  const fields = Object.keys(RULE_FIELDS) as RuleField[]
  const condition = () => {
    const [role, field] = [pick(['mentor', 'mentee'] as const), pick(fields)]
    return { role, field, values: valuesOf(pick(everybody), field).slice(0, 2) }
  }
  const own = Array.from(
    { length: below(4) },
    (_, k): PairingRule => ({
      name: `rule-${k}`,
      effect: pick(['must-not', 'must-not', 'must']),
      when: Array.from({ length: 1 + below(2) }, condition),
      test: random() < 0.5 ? { kind: 'same', field: pick(fields) } : { kind: 'is', ...condition() },
    }),
  )
  const different = (['field', 'intentions', 'site', 'learning'] as const).filter(() => random() < 0.3)
  const weights = Object.fromEntries(
    Object.keys(crowd.scoring.weights).map((criterion) => [criterion, random()]),
  ) as Scoring['weights']
  return {
    ...crowd,
    past: somePairs(0.04),
    banned: somePairs(0.04),
    rules: {
      ...crowd.rules,
      senior: pick(['mentee', 'mentee', 'mentor', null]),
      unknownSeniorityAllowed: random() < 0.7,
      experienceGapYears: pick([0.5, 1, 3]),
      seniorityGap: pick([-1, 0, 1, 2]),
      own,
      appraisalLevels: new Map(
        everybody.filter(() => random() < 0.2).map(({ person }) => [person, 1 + below(3)]),
      ),
    },
    scoring: { ...crowd.scoring, different, weights: random() < 0.5 ? crowd.scoring.weights : weights },
  }
}

/** Every pair for which the kernel says anything else than the rules and the score as they are written to be read. */
function differences(input: MatchInput, without: Passable | null = null) {
  const cohort = prepareCohort(input)
  const pack = packOf(input)
  const kernel = new Kernel(pack, without)
  const own = input.rules.own
  const tally = openTally(pack.mentors.count, pack.mentees.count, own.length)
  const expected = openTally(pack.mentors.count, pack.mentees.count, own.length)
  const found: Partial<Record<Rule | 'none', number>> = {}
  const astray: unknown[] = []
  cohort.mentees.forEach((mentee, j) => {
    kernel.ask(j, tally)
    const scores = new Map(
      Array.from(kernel.mentor.subarray(0, kernel.count), (i, n) => [i, kernel.score[n]!]),
    )
    cohort.mentors.forEach((mentor, i) => {
      const obstacle = firstObstacle(cohort, mentor, mentee, without)
      found[obstacle ?? 'none'] = (found[obstacle ?? 'none'] ?? 0) + 1
      const columns = [obstacle === null ? PARTNER : RULES.indexOf(obstacle)]
      if (obstacle === 'own') columns.push(PARTNER + 1 + own.indexOf(ownObstacle(cohort, mentor, mentee)!))
      for (const column of columns) {
        expected.mentors[column * pack.mentors.count + i]! += 1
        expected.mentees[column * pack.mentees.count + j]! += 1
      }
      const score = obstacle === null ? measurePair(cohort, mentor, mentee).score : undefined
      if (score !== scores.get(i)) astray.push({ i, j, obstacle, score, kernel: scores.get(i) })
    })
  })
  const tallies = { mentors: tally.mentors.join(), mentees: tally.mentees.join() }
  return {
    astray,
    found,
    areCountsEqual:
      tallies.mentors === expected.mentors.join() && tallies.mentees === expected.mentees.join(),
  }
}

describe('the packed kernel', () => {
  test('finds the same obstacle and the same score as the rules and the formulas written out, in 200 crowds', () => {
    const seen: Partial<Record<Rule | 'none', number>> = {}
    for (let seed = 1; seed <= 200; seed++) {
      const { astray, found, areCountsEqual } = differences(
        makeProgramme(seed, 20 + (seed % 9), 30 - (seed % 7)),
      )
      expect(astray, `crowd ${seed}`).toEqual([])
      expect(areCountsEqual, `counts of crowd ${seed}`).toBe(true)
      for (const [rule, count] of Object.entries(found)) {
        seen[rule as Rule] = (seen[rule as Rule] ?? 0) + count
      }
    }
    for (const rule of [...RULES, 'none'] as const) expect(seen[rule], rule).toBeGreaterThan(20)
  })

  test('passes over one rule where a trial asks for it', () => {
    for (const rule of [
      'past',
      'ban',
      'reporting-line',
      'language',
      'meeting',
      'seniority',
      'topic',
      'own',
    ] as const) {
      for (const seed of [301, 302, 303]) {
        expect(differences(makeProgramme(seed, 25, 30), rule).astray, `${rule} ${seed}`).toEqual([])
      }
    }
  })

  test('asked about one mentee again, or about one pair, says the same', () => {
    const input = makeProgramme(401, 30, 30)
    const kernel = new Kernel(packOf(input))
    for (const j of [3, 3, 7, 3]) {
      kernel.ask(j)
      const row = Array.from(kernel.mentor.subarray(0, kernel.count), (i, n) => [i, kernel.score[n]])
      for (const [i, score] of row) expect(kernel.askPair(i!, j)).toBe(score)
      expect(
        Array.from({ length: 30 }, (_, i) => kernel.askPair(i, j)).filter((score) => score >= 0),
      ).toHaveLength(row.length)
      const prices = Float64Array.from({ length: 30 }, (_, i) => 10_000 * i)
      kernel.askAbove(j, prices, 200_000)
      const above = Array.from(kernel.mentor.subarray(0, kernel.count), (i, n) => [i, kernel.score[n]])
      expect(above.sort((a, b) => a[0]! - b[0]!)).toEqual(
        row.filter(([i, score]) => score! > 200_000 + 10_000 * i!),
      )
    }
  })

  test('tells languages apart beyond the first thirty-two', () => {
    const crowd = makeCrowd(402, 40, 40)
    const tongues = (k: number) => [`l${k % 50}`, `l${(k * 7) % 90}`]
    for (const side of [crowd.mentors, crowd.mentees]) {
      side.forEach((member, k) => {
        member.answers.G2 = tongues(k)
      })
    }
    const { astray, found } = differences(crowd)
    expect(astray).toEqual([])
    expect(found.language).toBeGreaterThan(100)
    expect(found.topic).toBeGreaterThan(10)
  })

  test('counts for one person what became of everybody on the other side', () => {
    const input = makeProgramme(403, 30, 20)
    const pack = packOf(input)
    const kernel = new Kernel(pack)
    const tally = openTally(30, 20, input.rules.own.length)
    for (let j = 0; j < 20; j++) kernel.ask(j, tally)
    for (let i = 0; i < 30; i++) {
      const { partners, removed, own } = prospectsOf(tally.mentors, tally.columns, i, input.rules.own)
      expect(Object.values(removed).reduce((sum, count) => sum + count, partners)).toBe(20)
      expect(Object.values(own).reduce((sum, count) => sum + count, 0)).toBe(removed.own)
    }
  })
})

test('above a price, finds just those whom it finds without one and whose score is above it', () => {
  let [found, left] = [0, 0]
  for (let seed = 701; seed <= 730; seed++) {
    const pack = packOf(makeProgramme(seed, 20, 12))
    const random = randomFrom(seed)
    const [all, above] = [new Kernel(pack), new Kernel(pack)]
    for (let j = 0; j < pack.mentees.count; j++) {
      const price = Float64Array.from({ length: pack.mentors.count }, () => Math.floor(random() * 400_000))
      const least = Math.floor(random() * 500_000)
      all.ask(j)
      above.askAbove(j, price, least)
      const expected = Array.from(
        { length: all.count },
        (_, n) => [all.mentor[n]!, all.score[n]!] as const,
      ).filter(([i, score]) => score > least + price[i]!)
      const actual = Array.from(
        { length: above.count },
        (_, n) => [above.mentor[n]!, above.score[n]!] as const,
      )
      expect(actual.sort(([one], [other]) => one - other)).toEqual(expected)
      found += expected.length
      left += all.count - expected.length
    }
  }
  expect(Math.min(found, left)).toBeGreaterThan(100)
})
