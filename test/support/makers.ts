import type { Answers } from '#questionnaire/answers.ts'

/** The words of a programme, as an organiser would write them. */
export function makeWords(name = 'Regards croisés') {
  const fr = {
    name,
    summary: 'Des collègues récents partagent ce qu’ils savent avec des dirigeants.',
    aims: 'Découvrir des usages.',
    audience: 'Tout le monde.',
    charter: 'Nos échanges restent confidentiels, sauf danger ou obligation légale.',
  }
  return {
    fr,
    en: {
      ...fr,
      summary: 'Recent colleagues share what they know with executives.',
      aims: 'Discover new habits.',
      audience: 'Everybody.',
      charter: 'What we say stays between us, except danger or legal duty.',
    },
  }
}

const CONSULTED = { state: 'consulted', on: '2026-01-15' }

export function makeProgramme(overrides: Record<string, unknown> = {}) {
  return {
    slug: 'regards-croises',
    kind: 'reverse',
    objectives: ['tools'],
    words: makeWords(),
    works_council: CONSULTED,
    ...overrides,
  }
}

export function makeEmployee(overrides: Record<string, unknown> = {}) {
  return { given_name: 'Maëlle', family_name: 'Kerdoncuff', grade: 'B', grade_rank: 1, ...overrides }
}

const common: Answers = {
  G2: ['fr'],
  G6: {
    weeks: 1,
    slots: ['mon-morning', 'tue-midday', 'thu-afternoon'],
    where: 'either',
    hours: 4,
  },
}

/** What a mentor who helps others with AI assistants might answer. */
export function makeMentorAnswers(overrides: Answers = {}): Answers {
  return {
    ...common,
    CAP: 1,
    OFFERS: [{ topic: 'ai-assistants', facet: 'usage', level: 4, last: 4 }],
    WANTS: [{ topic: 'negotiation', facet: 'usage', level: 1, target: 3 }],
    IR: ['IR1'],
    ...overrides,
  }
}

/** What a mentee who wants to use AI assistants might answer. */
export function makeMenteeAnswers(overrides: Answers = {}): Answers {
  return {
    ...common,
    OFFERS: [{ topic: 'negotiation', facet: 'usage', level: 4, last: 3 }],
    WANTS: [{ topic: 'ai-assistants', facet: 'usage', level: 1, target: 3 }],
    NEED1: 2,
    IM: ['IM5'],
    ...overrides,
  }
}

export function makeSignUp(role: 'mentor' | 'mentee' | 'both', person: string, answers?: Answers) {
  return {
    role,
    person,
    consents: { volunteer: '2026-03-01T08:00:00Z', charter: '2026-03-01T08:00:00Z', reminders: true },
    answers: answers ?? (role === 'mentor' ? makeMentorAnswers() : makeMenteeAnswers()),
  }
}
