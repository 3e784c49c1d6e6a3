import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseByDepth, readOrganogram } from '#db/worlds/organogram.ts'
import { certify } from '#matching/certify.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { explainPair, factsOf } from '#matching/explain.ts'
import { type MatchResult, matchInParts, runMatch } from '#matching/match.ts'
import type { Member } from '#matching/member.ts'
import { packOf } from '#matching/pack.ts'
import { waitingInPack } from '#matching/waiting-in-pack.ts'
import { inputOf, makeProgramme, type Programme, without } from '../support/charted-programme.ts'
import { CIRCLES, CLEAN, DUPLICATES, LATE_AND_TWO_HEADS, makeChart, TORN } from '../support/charts.ts'
import { ASKED, type Asked, brokenRules } from '../support/pair-judge.ts'
import { randomFrom } from './matching-makers.ts'

const CHARTS = new URL('../../../shared/data/organograms', import.meta.url).pathname
const charts = existsSync(CHARTS) ? readdirSync(CHARTS).filter((name) => name.endsWith('.csv')) : []

/** What the judge finds of every pair of a programme, and what a run made of it. */
interface Trial {
  programme: Programme
  result: MatchResult
  /** The rules that the judge finds broken, by mentor and mentee id. */
  broken: Map<string, Map<string, Asked[]>>
}

function tryOut(programme: Programme, objective: 'coverage' | 'quality' | 'fair' = 'coverage'): Trial {
  const broken = new Map(
    programme.mentors.map((mentor) => [
      mentor.id,
      new Map(programme.mentees.map((mentee) => [mentee.id, brokenRules(programme, mentor, mentee)])),
    ]),
  )
  return { programme, broken, result: runMatch(inputOf(programme, objective)) }
}

/** Pairs and possible pairs are exactly what the judge allows, places suffice, and the proof holds. */
function expectLawful({ programme, broken, result }: Trial): void {
  const allowed = [...broken].flatMap(([mentor, row]) =>
    [...row].flatMap(([mentee, rules]) => (rules.length === 0 ? [`${mentor} ${mentee}`] : [])),
  )
  const arcs = result.candidates.flatMap(({ mentee, arcs }) => arcs.map(([mentor]) => `${mentor} ${mentee}`))
  expect(arcs.sort()).toEqual(allowed.sort())
  expect([result.arcs, result.admissible]).toEqual([allowed.length, allowed.length])
  const places = new Map(
    [...programme.mentors, ...programme.mentees].map((one) => [one.id, one.capacity - one.placesTaken]),
  )
  for (const { mentor, mentee } of result.pairs) {
    expect([mentor, mentee, broken.get(mentor)?.get(mentee)]).toEqual([mentor, mentee, []])
    for (const id of [mentor, mentee]) places.set(id, places.get(id)! - 1)
  }
  const overfull = [...places].filter(
    ([id, left]) => left < 0 && result.pairs.some((pair) => pair.mentor === id),
  )
  expect(overfull).toEqual([])
  expect(new Set(result.pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`)).size).toBe(result.matched)
  expect(certify(result.choice.problem, result.choice.proved)).toEqual({ holds: true, gap: 0 })
}

/** How many arcs each participant has. */
function arcsOf({ candidates }: MatchResult): Map<string, number> {
  const count = new Map<string, number>()
  for (const { mentee, arcs } of candidates) {
    for (const id of [mentee, ...arcs.map(([mentor]) => mentor)]) {
      count.set(id, (count.get(id) ?? 0) + (id === mentee ? arcs.length : 1))
    }
  }
  return count
}

/** The rules broken with everybody on the other side. */
function othersOf({ broken }: Trial, { id, role }: Member): Map<string, Asked[]> {
  if (role === 'mentor') return broken.get(id)!
  return new Map([...broken].map(([mentor, row]) => [mentor, row.get(id)!]))
}

const rerun = { only: 0, together: 0, places: 0, consent: 0 }

/** Everybody who waits is listed, for a reason that stays true when looked at again without it. */
function expectTrueReasons(trial: Trial): void {
  const { programme, result } = trial
  const everybody = [...programme.mentees, ...programme.mentors]
  const paired = new Set(result.pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))
  const due = everybody.filter((one) => one.active && one.placesTaken === 0 && !paired.has(one.id))
  expect(result.waiting.map(({ participant }) => participant).sort()).toEqual(due.map(({ id }) => id).sort())

  const input = inputOf(programme)
  const parts = matchInParts(packOf(input), input.wishes, input.objective)
  let part = parts.next()
  while (!part.done) part = parts.next()
  expect([...waitingInPack(part.value)]).toEqual(result.waiting)

  const runs = new Map<string, MatchResult>()
  const runWithout = (rules: readonly Asked[]) => {
    const name = rules.join()
    if (!runs.has(name)) runs.set(name, runMatch(inputOf(without(programme, rules))))
    return runs.get(name)!
  }
  const arcs = new Map<MatchResult, Map<string, number>>()
  const arcsIn = (run: MatchResult, id: string) => {
    if (!arcs.has(run)) arcs.set(run, arcsOf(run))
    return arcs.get(run)!.get(id) ?? 0
  }
  const holders = new Map<string, string[]>()
  for (const { mentor, mentee } of result.pairs) holders.set(mentor, [...(holders.get(mentor) ?? []), mentee])
  const members = new Map(everybody.map((one) => [one.id, one]))
  let lookedAt = 0

  for (const { participant, reason, facts } of result.waiting) {
    const one = members.get(participant)!
    const others = [...othersOf(trial, one)].filter(([, rules]) => !rules.includes('same-person'))
    const suiting = others.filter(([, rules]) => rules.length === 0).map(([id]) => id)
    const nearly = others.filter(([, rules]) => rules.join() === 'capacity')
    const who = [participant, reason]
    expect([...who, one.consents]).toEqual([...who, reason !== 'consent'])
    if (reason === 'consent') {
      const again = runWithout(['consent']).waiting.find((other) => other.participant === participant)
      expect([...who, again?.reason === 'consent']).toEqual([...who, false])
      rerun.consent++
    } else if (reason === 'full') {
      expect([...who, suiting]).toEqual([...who, []])
      expect([...who, facts]).toEqual([...who, { suited: one.capacity < 1 ? 0 : nearly.length }])
      expect(one.capacity < 1 || nearly.length > 0).toBe(true)
    } else if (reason === 'no-mentee-left') {
      expect([...who, facts]).toEqual([...who, { suited: suiting.length + nearly.length }])
      expect(suiting.filter((id) => !paired.has(id))).toEqual([])
    } else if (reason === 'places-taken') {
      const left = (id: string) => members.get(id)!.capacity - members.get(id)!.placesTaken
      expect([...who, facts]).toEqual([
        ...who,
        {
          suited: suiting.length,
          places: suiting.reduce((sum, id) => sum + left(id), 0),
          holders: new Set(suiting.flatMap((id) => holders.get(id) ?? [])).size,
        },
      ])
      for (const id of suiting) expect([...who, id, holders.get(id)?.length]).toEqual([...who, id, left(id)])
      if (lookedAt++ % 10 > 0) continue
      const more = programme.mentors.map((mentor) =>
        mentor.id === suiting[0] ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
      )
      const again = runMatch(inputOf({ ...programme, mentors: more }))
      expect([...who, again.matched]).toEqual([...who, result.matched + 1])
      rerun.places++
    } else {
      const firstly = ASKED.map(
        (rule) => [rule, others.filter(([, rules]) => rules[0] === rule).length] as const,
      )
      const counted = Object.entries(facts).filter(([name]) => !name.includes(':'))
      expect([...who, Object.fromEntries(counted)]).toEqual([
        ...who,
        { asked: others.length, ...Object.fromEntries(firstly.filter(([, count]) => count > 0)) },
      ])
      const named = (how: string) => ASKED.filter((rule) => `${how}:${rule}` in facts)
      const [only, together] = [named('only'), named('together')]
      expect([...who, only.length > 0, together.length > 1]).toEqual([
        ...who,
        others.some(([, rules]) => rules.length === 1),
        others.length > 0 && !others.some(([, rules]) => rules.length === 1),
      ])
      for (const rule of only) {
        expect([...who, rule, arcsIn(runWithout([rule]), participant)]).toEqual([
          ...who,
          rule,
          facts[`only:${rule}`],
        ])
        rerun.only++
      }
      if (together.length === 0) continue
      const lifted = runWithout(together)
      expect([...who, together, arcsIn(lifted, participant)]).toEqual([
        ...who,
        together,
        facts[`together:${together[0]}`],
      ])
      for (const rule of together) expect(arcsIn(runWithout([rule]), participant)).toBe(0)
      rerun.together++
    }
  }
}

/** The points of every possible pair add up to its score, and a run with everybody in another order is the same. */
function expectExplainedAndImpartial({ programme, result }: Trial, seed: number): number {
  const input = inputOf(programme)
  const cohort = prepareCohort(input)
  const profiles = new Map([...cohort.mentors, ...cohort.mentees].map((one) => [one.member.id, one]))
  let explained = 0
  for (const { mentee, arcs } of result.candidates) {
    for (const [mentor, score] of arcs) {
      const reasons = explainPair(factsOf(cohort, profiles.get(mentor)!, profiles.get(mentee)!))
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
      if (points !== score) expect([mentor, mentee, points]).toEqual([mentor, mentee, score])
      explained++
    }
  }
  const scores = new Map(result.candidates.map(({ mentee, arcs }) => [mentee, new Map(arcs)]))
  for (const { mentor, mentee, score, facts } of result.pairs) {
    expect(scores.get(mentee)!.get(mentor)).toBe(score)
    expect(explainPair(facts).reduce((sum, reason) => sum + reason.points, 0)).toBe(score)
  }
  const random = randomFrom(seed)
  const shuffle = <T>(items: readonly T[]) => {
    const left = [...items]
    return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!)
  }
  const mixed = {
    ...programme,
    mentors: shuffle(programme.mentors),
    mentees: shuffle(programme.mentees),
    lines: shuffle(programme.lines),
    past: shuffle(programme.past),
    banned: shuffle(programme.banned),
  }
  const again = runMatch(inputOf(mixed))
  expect(again.pairs).toEqual(result.pairs)
  expect(again.waiting).toEqual(result.waiting)
  return explained
}

function checkAll(programme: Programme, seed: number): Trial & { explained: number } {
  const trial = tryOut(programme)
  expectLawful(trial)
  expectTrueReasons(trial)
  for (const objective of ['quality', 'fair'] as const) {
    expectLawful({ ...trial, result: runMatch(inputOf(programme, objective)) })
  }
  return { ...trial, explained: expectExplainedAndImpartial(trial, seed) }
}

describe('programmes on real charts (read beside the project, skipped where absent)', () => {
  test.skipIf(charts.length === 0).each(charts.map((file, k) => [file, k + 1] as const))(
    '%s: no rule broken, every reason true, every score explained',
    (file, seed) => {
      const name = file.replace('.csv', '')
      const chart = readOrganogram(readFileSync(join(CHARTS, file), 'utf8'), { name, seed })
      const size = chart.depths.size
      const [mentors, mentees] = [Math.min(50, Math.floor(size / 6)), Math.min(150, Math.floor(size / 3))]
      const chosen = chooseByDepth(chart, { mentors, mentees, seed })
      const both = [...chosen.mentees, ...chosen.mentors.slice(0, 3)]
      const { result, explained } = checkAll(makeProgramme(chart.people, chosen.mentors, both, seed), seed)
      expect(result.matched).toBeGreaterThan(5)
      expect(result.waiting.length).toBeGreaterThan(5)
      expect(explained).toBe(result.admissible)
    },
  )

  test.skipIf(charts.length === 0)('are twelve, and every kind of reason was looked at again', () => {
    expect(charts).toHaveLength(12)
    for (const count of Object.values(rerun)) expect(count).toBeGreaterThan(10)
  })
})

/** Circles, several heads, posts under nobody, posts that are their own manager, posts that come twice. */
function makeDirtyChart(seed: number, size: number): string {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  return makeChart(
    Array.from({ length: size }, (_, k) => {
      const id = random() < 0.1 ? below(size) : k
      const draw = random()
      if (draw < 0.06) return `${id}`
      if (draw < 0.12) return `${id}>nobody${below(3)}`
      if (draw < 0.15) return `${id}>${id}`
      return `${id}>${draw < 0.4 ? below(size) : below(Math.max(1, k))}`
    }),
  )
}

describe('programmes on charts as dirty as real exports can be', () => {
  test.each<[string, string]>([
    ['in order', CLEAN],
    ['with circles', CIRCLES],
    ['with posts that come twice', DUPLICATES],
    ['with two heads', LATE_AND_TWO_HEADS],
    ['torn', TORN],
    ...Array.from({ length: 12 }, (_, k): [string, string] => [
      `invented (${k + 1})`,
      makeDirtyChart(k + 1, 45),
    ]),
  ])('%s: no rule broken, every reason true', (_, text) => {
    for (const seed of [1, 2, 3]) {
      const { people } = readOrganogram(text, { name: 'invented', seed })
      checkAll(makeProgramme(people, people, people, seed), seed)
    }
  })
})
