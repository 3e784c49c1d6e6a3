import { type Scoring, STARTING_HOPES, STARTING_WEIGHTS } from '#domain/criterion.ts'
import { JOB_FAMILIES } from '#domain/job-family.ts'
import type { Role } from '#domain/participant.ts'
import { hierarchyOf } from '#domain/reporting-line.ts'
import type { Problem } from '#matching/assign.ts'
import { type MatchInput, type MatchRules, type Member, NO_WISHES, type Wishes } from '#matching/member.ts'
import { type Answers, DAYS, type Facet, type Offer, PARTS, type Want } from '#questionnaire/answers.ts'
import { TOPICS } from '#questionnaire/topics.ts'

/** A generator that gives the same numbers in [0, 1) for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function offer(topic: string, level = 4, facet: Facet = 'usage', last = 4): Offer {
  return { topic, facet, level, last }
}

export function want(topic: string, target = 3, facet: Facet = 'usage', level = 0): Want {
  return { topic, facet, level, target }
}

export type Overrides = Partial<Omit<Member, 'answers'>> & { answers?: Answers }

/** A mentor who can pass on Instagram, or a more senior mentee who wants it; any two of them suit each other. */
export function makeMember(role: Role, overrides: Overrides = {}): Member {
  const person = overrides.person ?? role
  return {
    id: `par_${role}_${person}`,
    person,
    role,
    gradeRank: role === 'mentor' ? 1 : 5,
    hiredIn: null,
    managesSomebody: false,
    jobFamily: 'marketing',
    subsidiary: null,
    site: 'Rennes',
    capacity: 1,
    placesTaken: 0,
    consents: true,
    active: true,
    ...overrides,
    answers: {
      G2: ['fr'],
      G6: { weeks: 1, slots: ['mon-morning', 'tue-morning'], where: 'either', hours: 4 },
      ...(role === 'mentor' ? { OFFERS: [offer('instagram')] } : { WANTS: [want('instagram')] }),
      ...overrides.answers,
    },
  }
}

export const REVERSE: MatchRules = {
  senior: 'mentee',
  seniorityGap: 1,
  experienceGapYears: 3,
  unknownSeniorityAllowed: true,
  own: [],
  appraisalLevels: new Map(),
}

export function makeInput(
  mentors: Member[],
  mentees: Member[],
  overrides: Partial<Omit<MatchInput, 'mentors' | 'mentees' | 'rules' | 'scoring' | 'wishes'>> & {
    rules?: Partial<MatchRules>
    scoring?: Partial<Scoring>
    wishes?: Partial<Wishes>
  } = {},
): MatchInput {
  return {
    mentors,
    mentees,
    hierarchy: new Map(),
    past: new Set(),
    banned: new Set(),
    objective: 'coverage',
    ...overrides,
    rules: { ...REVERSE, ...overrides.rules },
    scoring: { weights: STARTING_WEIGHTS, different: [], hopes: STARTING_HOPES, ...overrides.scoring },
    wishes: { ...NO_WISHES, ...overrides.wishes },
  }
}

/** People as they come: some answers missing, some leave, several levels, chains of managers with a cycle. */
export function makeCrowd(seed: number, mentors: number, mentees: number): MatchInput {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  const some = <T>(most: number, make: () => T) => Array.from({ length: below(most + 1) }, make)
  const topics = Object.keys(TOPICS).slice(0, 30)
  const facet = (): Facet => pick(['usage', 'stakes'])
  const answers = (): Answers => ({
    G2: [...new Set([...(random() < 0.85 ? ['fr'] : []), ...some(2, () => pick(['en', 'de', 'es']))])],
    G6: {
      weeks: 1,
      slots: some(10, () => `${pick(['', '', 'a-', 'b-'])}${pick(DAYS)}-${pick(PARTS)}`),
      where: pick(['either', 'either', 'either', 'on-site', 'remote']),
      hours: 4,
    },
    OFFERS: some(3, () => offer(pick(topics), 1 + below(4), facet(), below(5))),
    WANTS: some(3, () => want(pick(topics), 1 + below(4), facet(), below(4))),
    ...(random() < 0.8 ? { LP1: below(5) - 2, LP2: below(5) - 2, LP3: below(5) - 2, LP4: below(5) - 2 } : {}),
    ...(random() < 0.8 ? { TS1: below(5) - 2, TS2: below(5) - 2 } : {}),
    IM: some(2, () => pick(['IM1', 'IM2', 'IM3', 'IM4', 'IM5'])),
    IR: some(2, () => pick(['IR1', 'IR2', 'IR3', 'IR4', 'IR5'])),
  })
  const member = (role: Role) => (_: unknown, k: number) =>
    makeMember(role, {
      person: random() < 0.05 ? `both-${below(4)}-${k}` : `${role}-${k}`,
      gradeRank: random() < 0.8 ? below(5) + (role === 'mentee' ? 2 : 0) : null,
      hiredIn: random() < 0.8 ? 24_000 + below(200) : null,
      managesSomebody: random() < 0.5,
      jobFamily: random() < 0.9 ? pick(Object.keys(JOB_FAMILIES)) : null,
      site: random() < 0.8 ? pick(['Rennes', 'Brest', 'Nantes']) : null,
      capacity: role === 'mentor' ? below(4) : 1,
      placesTaken: random() < 0.1 ? 1 : 0,
      consents: random() < 0.95,
      active: random() < 0.95,
      answers: answers(),
    })
  const input = makeInput(
    Array.from({ length: mentors }, member('mentor')),
    Array.from({ length: mentees }, member('mentee')),
  )
  const people = [...input.mentees, ...input.mentors].map(({ person }) => person)
  const lines = people.slice(1).map((person, k) => ({ person, manager: people[k >> 2]! }))
  const turns = { person: people[1]!, manager: people.at(-1)! }
  return { ...input, hierarchy: hierarchyOf([...lines.filter(() => random() < 0.9), turns]) }
}

/** A problem from a table of scores, one row per mentee; null where a pair is not admissible. */
export function makeProblem(table: (number | null)[][], capacity: number[], demand: number[]): Problem {
  const start = [0]
  const mentor: number[] = []
  const score: number[] = []
  for (const row of table) {
    row.forEach((value, i) => {
      if (value === null) return
      mentor.push(i)
      score.push(value)
    })
    start.push(mentor.length)
  }
  return {
    mentors: capacity.length,
    mentees: demand.length,
    capacity: Int32Array.from(capacity),
    demand: Int32Array.from(demand),
    start: Int32Array.from(start),
    mentor: Int32Array.from(mentor),
    score: Int32Array.from(score),
  }
}
