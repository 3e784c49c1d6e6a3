import { answersOf } from '#db/worlds/answers.ts'
import type { StaffMember } from '#db/worlds/staff.ts'
import type { PairingRule } from '#domain/pairing-rule.ts'
import { hierarchyOf } from '#domain/reporting-line.ts'
import { type MatchInput, type MatchRules, type Member, pairKey } from '#matching/member.ts'
import { makeInput, offer, REVERSE, randomFrom, want } from '../domain/matching-makers.ts'
import type { Asked } from './pair-judge.ts'

/** A programme on a chart, in words that a judge reads without the engine; pairs are [mentor, mentee] by reference. */
export interface Programme {
  mentors: Member[]
  mentees: Member[]
  lines: { person: string; manager: string }[]
  /** How many levels the reporting line reaches for those in the exception. */
  reach: Record<string, number>
  past: [string, string][]
  banned: [string, string][]
  rules: Omit<MatchRules, 'own' | 'appraisalLevels'>
  own: { rule: PairingRule; forbids: (mentor: Member, mentee: Member) => boolean }[]
}

const SAME_UNIT: Programme['own'][number] = {
  rule: { name: 'other-unit', effect: 'must-not', when: [], test: { kind: 'same', field: 'subsidiary' } },
  forbids: (mentor, mentee) => mentor.subsidiary !== null && mentor.subsidiary === mentee.subsidiary,
}

const COACHED: Programme['own'][number] = {
  rule: {
    name: 'coached-mentor',
    effect: 'must',
    when: [{ role: 'mentee', field: 'coach', values: ['yes'] }],
    test: { kind: 'is', role: 'mentor', field: 'coach', values: ['yes', 'later'] },
  },
  forbids: (mentor, mentee) =>
    mentee.answers.COACH === 'yes' && !['yes', 'later'].includes(mentor.answers.COACH ?? ''),
}

/**
 * A programme in which every rule has something to forbid: some speak other languages, insist on a way of meeting, have
 * left, have not agreed, are full, have met before, were ruled out, report to a second manager, or name no topic in a language of their own.
 */
export function makeProgramme(
  people: StaffMember[],
  mentors: StaffMember[],
  mentees: StaffMember[],
  seed: number,
): Programme {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const lines = people.flatMap(({ external_id, manager }) =>
    manager === null ? [] : [{ person: external_id, manager }],
  )
  for (const { external_id } of people) {
    if (random() < 0.05)
      lines.push({ person: external_id, manager: people[below(people.length)]!.external_id })
  }
  const managers = new Set(lines.map(({ manager }) => manager))
  const member = (person: StaffMember, role: Member['role']): Member => {
    const answers = answersOf(person, role, { seed })
    const where = random() < 0.1 ? 'on-site' : answers.G6!.where
    const isApart = random() < 0.05
    return {
      id: `par_${role}_${person.external_id}`,
      person: person.external_id,
      role,
      gradeRank: random() < 0.9 ? person.grade_rank : null,
      hiredIn: random() < 0.5 ? 24_000 + below(120) : null,
      managesSomebody: managers.has(person.external_id),
      jobFamily: person.job_family,
      subsidiary: person.subsidiary,
      site: [null, 'Rennes', 'Brest', 'Nantes'][below(4)]!,
      capacity: role === 'mentee' ? 1 : (answers.CAP ?? 1) - (random() < 0.05 ? 1 : 0),
      placesTaken: random() < 0.05 ? 1 : 0,
      consents: random() < 0.95,
      active: random() < 0.96,
      answers: {
        ...answers,
        G2: isApart
          ? [role === 'mentor' ? 'br' : 'eu']
          : ([['en'], ['de', 'en'], ['de']][below(9)] ?? answers.G2!),
        G6: { ...answers.G6!, where },
        ...(isApart ? { OFFERS: [], WANTS: [] } : {}),
      },
    }
  }
  const some = (share: number) =>
    mentors.flatMap((mentor) =>
      mentees
        .filter(() => random() < share)
        .map((mentee): [string, string] => [mentor.external_id, mentee.external_id]),
    )
  return {
    mentors: mentors.map((person) => member(person, 'mentor')),
    mentees: mentees.map((person) => member(person, 'mentee')),
    lines,
    reach: Object.fromEntries(
      [...mentors, ...mentees]
        .filter(() => random() < 0.1)
        .map(({ external_id }) => [external_id, 1 + below(3)]),
    ),
    past: some(0.04),
    banned: some(0.04),
    rules: {
      senior: REVERSE.senior,
      seniorityGap: 1,
      experienceGapYears: 3,
      unknownSeniorityAllowed: seed % 2 === 0,
    },
    own: [SAME_UNIT, COACHED],
  }
}

/** The programme as the engine takes it. */
export function inputOf(programme: Programme, objective: MatchInput['objective'] = 'coverage'): MatchInput {
  const keys = (pairs: Programme['past']) => new Set(pairs.map(([mentor, mentee]) => pairKey(mentor, mentee)))
  return makeInput(programme.mentors, programme.mentees, {
    hierarchy: hierarchyOf(programme.lines),
    past: keys(programme.past),
    banned: keys(programme.banned),
    rules: {
      ...programme.rules,
      own: programme.own.map(({ rule }) => rule),
      appraisalLevels: new Map(Object.entries(programme.reach)),
    },
    objective,
  })
}

/** The same programme where some rules have nothing left to forbid, and all others forbid what they did. */
export function without(programme: Programme, rules: readonly Asked[]): Programme {
  return rules.reduce((left, rule) => (LIFT[rule] ? LIFT[rule](left) : left), programme)
}

const LIFT: Partial<Record<Asked, (programme: Programme) => Programme>> = {
  leaver: (programme) => withEverybody(programme, (one) => ({ ...one, active: true })),
  consent: (programme) => withEverybody(programme, (one) => ({ ...one, consents: true })),
  past: (programme) => ({ ...programme, past: [] }),
  ban: (programme) => ({ ...programme, banned: [] }),
  'reporting-line': (programme) => ({ ...programme, lines: [] }),
  language: (programme) =>
    withEverybody(programme, (one) => withAnswers(one, { G2: [...(one.answers.G2 ?? []), 'eo'] })),
  meeting: (programme) =>
    withEverybody(programme, (one) => withAnswers(one, { G6: { ...one.answers.G6!, where: 'either' } })),
  seniority: (programme) => ({ ...programme, rules: { ...programme.rules, senior: null } }),
  topic: (programme) =>
    withEverybody(programme, (one) =>
      withAnswers(one, { OFFERS: [offer('instagram')], WANTS: [want('instagram')] }),
    ),
  own: (programme) => ({ ...programme, own: [] }),
  capacity: (programme) => withEverybody(programme, (one) => ({ ...one, capacity: 1, placesTaken: 0 })),
}

function withEverybody(programme: Programme, change: (one: Member) => Member): Programme {
  return { ...programme, mentors: programme.mentors.map(change), mentees: programme.mentees.map(change) }
}

function withAnswers(one: Member, answers: Partial<Member['answers']>): Member {
  return { ...one, answers: { ...one.answers, ...answers } }
}
