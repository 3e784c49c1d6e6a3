import type { OwnKind, OwnQuestion } from '#questionnaire/own-question.ts'

const OPTIONS = [
  { value: 'lunch', name: { fr: 'à déjeuner', en: 'over lunch' } },
  { value: 'office', name: { fr: 'au bureau', en: 'at the office' } },
  { value: 'video', name: { fr: 'en visio', en: 'on video' } },
]
const STEPS = ['Pas du tout', 'Peu', 'Assez', 'Bien', 'Très bien'].map((fr, at) => ({
  value: String(at + 1),
  name: { fr, en: `Step ${at + 1}` },
}))
const SENTENCE = [
  { value: 'yes', name: { fr: 'J’accepte que l’on cite mes mots', en: 'You may quote my words' } },
]

/** A question as an organiser would add it: an optional line of text for both roles, unless told. */
export function makeOwnQuestion(overrides: Partial<OwnQuestion> = {}): OwnQuestion {
  return {
    key: 'own-format',
    kind: 'text',
    roles: ['mentor', 'mentee'],
    label: { fr: 'Quel format vous convient ?', en: 'Which format suits you?' },
    help: null,
    why: { fr: 'Pour préparer la première séance.', en: 'To prepare the first session.' },
    required: false,
    options: [],
    ...overrides,
  }
}

/** One question of every kind that a programme may add. */
export function makeOwnQuestions(): OwnQuestion[] {
  const of = (key: OwnQuestion['key'], kind: OwnKind, overrides: Partial<OwnQuestion> = {}) =>
    makeOwnQuestion({ key, kind, ...overrides })
  return [
    of('own-format', 'choice', { options: OPTIONS, roles: ['mentor'] }),
    of('own-places', 'choices', {
      options: OPTIONS,
      help: { fr: 'Tout est possible.', en: 'All is possible.' },
    }),
    of('own-order', 'ranking', { options: OPTIONS }),
    of('own-ease', 'scale', { options: STEPS, roles: ['mentee'] }),
    of('own-line', 'text'),
    of('own-story', 'long-text'),
    of('own-topics', 'topics'),
    of('own-calls', 'availability'),
    of('own-consent', 'agreement', { options: SENTENCE }),
  ]
}
