import { describe, expect, test } from 'vitest'
import type { Hierarchy } from '#domain/reporting-line.ts'
import { listAdmissible } from '#matching/admissible.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { type MatchInput, pairKey, runMatch } from '#matching/match.ts'
import type { Member } from '#matching/member.ts'
import type { Availability } from '#questionnaire/answers.ts'
import { TOPICS } from '#questionnaire/topics.ts'
import { makeCrowd, makeInput, makeMember, offer, randomFrom, want } from './matching-makers.ts'

const SEEDS = [41, 42, 43, 44, 45, 46]

/** Whether a pair may be proposed, written again from the rules and from nothing else. */
function isAllowed(mentor: Member, mentee: Member, { hierarchy, past, rules }: MatchInput): boolean {
  const isAbove = (
    top: string,
    person: string,
    seen = new Set<string>(),
    chart: Hierarchy = hierarchy,
  ): boolean =>
    (chart.get(person) ?? []).some((manager) => {
      if (manager === top) return true
      if (seen.has(manager)) return false
      seen.add(manager)
      return isAbove(top, manager, seen)
    })
  const known = (a: number | null, b: number | null) => a !== null && b !== null
  const byGrade =
    known(mentor.gradeRank, mentee.gradeRank) &&
    mentee.gradeRank! - mentor.gradeRank! >= (mentee.managesSomebody ? rules.seniorityGap : 0)
  const byExperience =
    known(mentor.hiredIn, mentee.hiredIn) &&
    mentor.hiredIn! - mentee.hiredIn! >= rules.experienceGapYears * 12
  const nothingKnown = !known(mentor.gradeRank, mentee.gradeRank) && !known(mentor.hiredIn, mentee.hiredIn)
  return (
    mentor.person !== mentee.person &&
    [mentor, mentee].every(({ active, consents }) => active && consents) &&
    !past.has(pairKey(mentor.person, mentee.person)) &&
    !isAbove(mentor.person, mentee.person) &&
    !isAbove(mentee.person, mentor.person) &&
    (mentor.answers.G2 ?? []).some((language) => mentee.answers.G2?.includes(language)) &&
    canMeet(mentor, mentee) &&
    (byGrade || byExperience || (nothingKnown && rules.unknownSeniorityAllowed)) &&
    hasTopic(mentor, mentee) &&
    mentor.capacity > mentor.placesTaken &&
    mentee.placesTaken === 0
  )
}

function canMeet(one: Member, other: Member): boolean {
  const ways = ({ answers }: Member): Availability['where'][] =>
    answers.G6 === undefined || answers.G6.where === 'either' ? ['on-site', 'remote'] : [answers.G6.where]
  const isSameSite = one.site === other.site || one.site === null || other.site === null
  return ways(one).some((way) => ways(other).includes(way) && (way === 'remote' || isSameSite))
}

function hasTopic(mentor: Member, mentee: Member): boolean {
  return (mentee.answers.WANTS ?? []).some((wish) =>
    (mentor.answers.OFFERS ?? []).some(
      ({ topic, level }) =>
        (topic === wish.topic || TOPICS[topic]?.group === TOPICS[wish.topic]?.group) &&
        (level >= 3 || (level >= wish.target && level > wish.level)),
    ),
  )
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

describe('a match run', () => {
  test.each(SEEDS)(
    'proposes no pair that breaks a rule, and leaves out none that the rules allow (crowd %i)',
    (seed) => {
      const input = withPast(makeCrowd(seed, 50, 70), seed)
      const result = runMatch(input)
      const member = new Map([...input.mentors, ...input.mentees].map((one) => [one.id, one]))
      const candidates = new Set(
        result.candidates.flatMap(({ mentee, arcs }) => arcs.map(([mentor]) => `${mentor} ${mentee}`)),
      )
      const allowed = new Set(
        input.mentors.flatMap((mentor) =>
          input.mentees
            .filter((mentee) => isAllowed(mentor, mentee, input))
            .map((mentee) => `${mentor.id} ${mentee.id}`),
        ),
      )
      expect(allowed.size).toBeGreaterThan(50)
      expect(candidates).toEqual(allowed)
      expect(result.arcs).toBe(allowed.size)

      const taken = new Map<string, number>()
      for (const { mentor, mentee } of result.pairs) {
        expect(candidates).toContain(`${mentor} ${mentee}`)
        for (const id of [mentor, mentee]) taken.set(id, (taken.get(id) ?? 0) + 1)
      }
      for (const [id, count] of taken) {
        const { role, capacity, placesTaken } = member.get(id)!
        expect(count).toBeLessThanOrEqual(role === 'mentor' ? capacity - placesTaken : 1)
      }
      expect(result.matched).toBe(result.pairs.length)
      expect(result.total).toBe(result.pairs.reduce((sum, { score }) => sum + score, 0))
    },
  )

  test('gives the same result in whatever order people arrive', () => {
    const random = randomFrom(47)
    for (const seed of SEEDS) {
      const input = withPast(makeCrowd(seed, 40, 60), seed)
      const again = {
        ...input,
        mentors: shuffled(input.mentors, random),
        mentees: shuffled(input.mentees, random),
      }
      expect(runMatch(again)).toEqual(runMatch(input))
    }
  })

  test('does not look at participant ids, and finds as much under other references', () => {
    for (const seed of SEEDS) {
      const input = makeCrowd(seed, 40, 60)
      const result = runMatch(input)
      const plain = ({ mentor, mentee, score }: (typeof result.pairs)[number]) => [mentor, mentee, score]

      const renamed = (one: Member) => ({ ...one, id: `x${one.id}` })
      const sameIds = runMatch({
        ...input,
        mentors: input.mentors.map(renamed),
        mentees: input.mentees.map(renamed),
      })
      expect(sameIds.pairs.map(plain)).toEqual(
        result.pairs.map((pair) => [`x${pair.mentor}`, `x${pair.mentee}`, pair.score]),
      )

      const moved = (one: Member) => ({ ...one, person: `~${one.person}` })
      const hierarchy: Hierarchy = new Map(
        [...input.hierarchy].map(([person, managers]) => [
          `~${person}`,
          managers.map((manager) => `~${manager}`),
        ]),
      )
      const other = runMatch({
        ...input,
        hierarchy,
        mentors: input.mentors.map(moved),
        mentees: input.mentees.map(moved),
      })
      expect([other.matched, other.total, other.arcs]).toEqual([result.matched, result.total, result.arcs])
    }
  })

  test('pairs as many people as it can before it looks at scores', () => {
    const rare = makeMember('mentor', { person: 'rare' })
    const easy = makeMember('mentee', { person: 'easy' })
    const hard = makeMember('mentee', {
      person: 'hard',
      jobFamily: 'logistics',
      answers: { G2: ['fr', 'de'] },
    })
    const other = makeMember('mentor', {
      person: 'other',
      answers: { G2: ['en'], OFFERS: [offer('linkedin')] },
    })
    const speaksBoth = { ...easy, answers: { ...easy.answers, G2: ['fr', 'en'] } }
    const { pairs } = runMatch(makeInput([rare, other], [speaksBoth, hard]))
    expect(new Set(pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`))).toEqual(
      new Set(['par_mentor_rare par_mentee_hard', 'par_mentor_other par_mentee_easy']),
    )
  })

  test('of nobody is an empty run', () => {
    expect(runMatch(makeInput([], []))).toMatchObject({
      candidates: [],
      pairs: [],
      waiting: [],
      matched: 0,
      total: 0,
      arcs: 0,
    })
  })
})

describe('who waits after a run', () => {
  const waitingOf = (mentors: Member[], mentees: Member[]) =>
    Object.fromEntries(
      runMatch(makeInput(mentors, mentees)).waiting.map(({ participant, ...rest }) => [participant, rest]),
    )
  const mentor = (person: string, overrides = {}) => makeMember('mentor', { person, ...overrides })
  const mentee = (person: string, overrides = {}) => makeMember('mentee', { person, ...overrides })

  test('is nobody where everybody has a pair, or left, or had one before', () => {
    expect(
      waitingOf(
        [mentor('a'), mentor('gone', { active: false })],
        [mentee('b'), mentee('c', { placesTaken: 1 })],
      ),
    ).toEqual({})
  })
  test('learns which rules removed how many', () => {
    const mentors = [
      mentor('a', { answers: { G2: ['de'] } }),
      mentor('b', { answers: { G2: ['es'] } }),
      mentor('c', { answers: { OFFERS: [offer('seo')] } }),
      mentor('d'),
    ]
    const alone = mentee('d', { answers: { WANTS: [want('instagram')] } })
    expect(waitingOf(mentors, [alone])).toMatchObject({
      par_mentee_d: { reason: 'no-candidate', facts: { asked: 3, language: 2, topic: 1 } },
      par_mentor_a: { reason: 'no-candidate', facts: { asked: 1, language: 1 } },
      par_mentor_d: { reason: 'no-candidate', facts: { asked: 0 } },
    })
  })
  test('learns that those who suit have gone to others, or have no place left, or have a mentor', () => {
    expect(waitingOf([mentor('a')], [mentee('b'), mentee('c')])).toEqual({
      [expectedLoser()]: { reason: 'places-taken', facts: { suited: 1, places: 1, holders: 1 } },
    })
    expect(waitingOf([mentor('a', { placesTaken: 1 })], [mentee('b')])).toEqual({
      par_mentee_b: { reason: 'full', facts: { suited: 1 } },
    })
    expect(waitingOf([mentor('a')], [mentee('b', { placesTaken: 1 })])).toEqual({
      par_mentor_a: { reason: 'no-mentee-left', facts: { suited: 1 } },
    })
    expect(waitingOf([mentor('a', { capacity: 0 })], [])).toEqual({
      par_mentor_a: { reason: 'full', facts: { suited: 0 } },
    })
  })
  test('learns that their own consent is awaited, and nothing else', () => {
    expect(
      waitingOf([mentor('a')], [mentee('b', { consents: false, answers: { G2: ['de'] } })]),
    ).toMatchObject({
      par_mentee_b: { reason: 'consent', facts: {} },
    })
  })

  /** Of two equal mentees, who goes first depends on the hash of the reference alone. */
  function expectedLoser(): string {
    const { pairs } = runMatch(makeInput([mentor('a')], [mentee('c'), mentee('b')]))
    return pairs[0]!.mentee === 'par_mentee_b' ? 'par_mentee_c' : 'par_mentee_b'
  }
})

describe('a programme with more admissible pairs than a run can keep', () => {
  const input = everybodySpeaksOfInstagram(makeCrowd(48, 60, 80))
  const whole = listAdmissible(prepareCohort(input), 1_000_000)
  const limit = 500
  const kept = listAdmissible(prepareCohort(input), limit)

  test('keeps a part of them, each with its own score', () => {
    expect(whole.mentor.length).toBeGreaterThan(2 * limit)
    expect(kept.mentor.length).toBeLessThanOrEqual(whole.mentor.length)
    const scores = new Map(pairsIn(whole).map(({ key, score }) => [key, score]))
    for (const { key, score } of pairsIn(kept)) expect(scores.get(key)).toBe(score)
  })
  test('keeps the best of every mentee and the best of every mentor', () => {
    const [all, some] = [pairsIn(whole), new Set(pairsIn(kept).map(({ key }) => key))]
    for (const side of ['mentor', 'mentee'] as const) {
      for (const own of Object.values(Object.groupBy(all, (pair) => String(pair[side])))) {
        const best = Math.max(...own!.map(({ score }) => score))
        expect(own!.some(({ key, score }) => score === best && some.has(key))).toBe(true)
      }
    }
  })
  test('is still told how many partners everybody has', () => {
    expect(kept.mentees).toEqual(whole.mentees)
    expect(kept.mentors).toEqual(whole.mentors)
  })
  test('keeps them all where they just fit', () => {
    expect(listAdmissible(prepareCohort(input), whole.mentor.length)).toEqual(whole)
  })
})

function pairsIn({ start, mentor, score }: ReturnType<typeof listAdmissible>) {
  return Array.from(mentor, (i, a) => {
    const mentee = start.findIndex((end) => end > a) - 1
    return { key: `${i} ${mentee}`, mentor: i, mentee, score: score[a]! }
  })
}

/** Some pairs were proposed before. */
function withPast(input: MatchInput, seed: number): MatchInput {
  const random = randomFrom(seed)
  const past = input.mentors.flatMap((mentor) =>
    input.mentees.filter(() => random() < 0.1).map((mentee) => pairKey(mentor.person, mentee.person)),
  )
  return { ...input, past: new Set(past) }
}

/** Most pairs of such a crowd are admissible. */
function everybodySpeaksOfInstagram(crowd: MatchInput): MatchInput {
  const speaking = (one: Member): Member => ({
    ...one,
    placesTaken: 0,
    capacity: 3,
    answers: {
      ...one.answers,
      G2: ['fr'],
      OFFERS: [offer('instagram'), ...(one.answers.OFFERS ?? [])].slice(0, 3),
      WANTS: [want('instagram'), ...(one.answers.WANTS ?? [])].slice(0, 3),
    },
  })
  return { ...crowd, mentors: crowd.mentors.map(speaking), mentees: crowd.mentees.map(speaking) }
}
