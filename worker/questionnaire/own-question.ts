import { type Both, LANGUAGES } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { Catalogue } from './catalogue.ts'
import { asksProtected, namesProtected } from './protected-subject.ts'
import type { Answering, Block, Question, ScaleQuestion } from './question.ts'

/** The kinds of question that a programme may add. */
export const OWN_KINDS = [
  'text',
  'long-text',
  'choice',
  'choices',
  'scale',
  'ranking',
  'topics',
  'availability',
  'agreement',
] as const
export type OwnKind = (typeof OWN_KINDS)[number]

export type OwnKey = `own-${string}`

/** A question that an organiser added, as it is stored: never changed once asked, a new version takes its place. */
export interface OwnQuestion {
  key: OwnKey
  kind: OwnKind
  /** Who is asked. */
  roles: Role[]
  label: Both
  help: Both | null
  why: Both
  required: boolean
  /** What to pick from, for choice, choices and ranking; the five steps of a scale; the sentence to agree with. */
  options: { value: string; name: Both }[]
}

/** The questions that a programme adds, in one of their versions; version 0 has none. */
export interface OwnQuestions {
  version: number
  questions: readonly OwnQuestion[]
}

export const NO_OWN_QUESTIONS: OwnQuestions = { version: 0, questions: [] }

/** How many questions a programme may add: beyond, nobody finishes in five minutes. */
export const OWN_QUESTIONS_MAX = 20

/** How many options each kind has, from the first number to the second. */
export const OWN_OPTIONS: Record<OwnKind, readonly [number, number]> = {
  text: [0, 0],
  'long-text': [0, 0],
  choice: [2, 20],
  choices: [2, 20],
  scale: [5, 5],
  ranking: [2, 20],
  topics: [0, 0],
  availability: [0, 0],
  agreement: [1, 1],
}

const LENGTHS = { text: 300, 'long-text': 2000 }
const TOPICS_MAX = 3

const TITLE: Both = { fr: 'Questions du programme', en: 'This programme’s questions' }

/** The last block of a questionnaire: what the programme asks these roles, each question once; null for none. */
export function ownBlock(own: OwnQuestions, role: Answering, catalogue: Catalogue): Block | null {
  const asked = own.questions.filter(({ roles }) => role === 'both' || roles.includes(role))
  if (asked.length === 0) return null
  return { key: 'own', title: TITLE, questions: asked.map((question) => toQuestion(question, catalogue)) }
}

/** A stored question as one that can be drawn, checked, shown and exported. */
export function toQuestion(own: OwnQuestion, catalogue: Catalogue): Question {
  const { kind, key, label, why, required, options } = own
  const asked = { key, label, why, required, ...(own.help === null ? {} : { help: own.help }) }
  switch (kind) {
    case 'text':
    case 'long-text':
      return { ...asked, kind, length_max: LENGTHS[kind] }
    case 'choice':
    case 'choices':
    case 'ranking':
      return { ...asked, kind, options }
    case 'scale':
      return { ...asked, kind, steps: options.map(({ name }) => name) as unknown as ScaleQuestion['steps'] }
    case 'topics':
      return { ...asked, kind, topics_max: TOPICS_MAX, catalogue }
    case 'availability':
      return { ...asked, kind, hours_min: 1, hours_max: 8, hours_usual: 2 }
    case 'agreement':
      return { ...asked, kind, text: options[0]?.name ?? label }
  }
}

/** One thing to mend in a list of questions: where (JSON pointer below the list, RFC 6901) and what to do. */
export interface OwnQuestionFlaw {
  pointer: string
  detail: Both
}

const REFUSED: Both = {
  fr: 'Un programme ne demande ni l’âge, ni le sexe, ni l’origine, ni la santé, ni les convictions, ni rien de la vie privée. Retirez cette question ou, si elle parle d’autre chose, dites-la avec d’autres mots.',
  en: 'A programme never asks about age, sex, origin, health, beliefs or anything private. Remove this question or, if it is about something else, say it in other words.',
}

const TOO_MANY: Both = {
  fr: `Gardez au plus ${OWN_QUESTIONS_MAX} questions\u00a0: plus courte, une inscription se termine.`,
  en: `Keep at most ${OWN_QUESTIONS_MAX} questions: a shorter sign-up gets finished.`,
}

const SAME_KEY: Both = {
  fr: 'Cette clé sert déjà à une autre question. Choisissez-en une autre.',
  en: 'Another question has this key already. Choose another one.',
}

const SAME_OPTION: Both = {
  fr: 'Cette réponse est déjà dans la liste. Retirez-la ou changez-la.',
  en: 'This answer is in the list already. Remove it or change it.',
}

const NOBODY: Both = {
  fr: 'Choisissez à qui cette question est posée.',
  en: 'Choose who is asked this question.',
}

/**
 * What keeps a list of questions from being asked: too many of them, a key used twice, nobody asked, a text that one
 * language lacks, a wrong number of options, or a question about what people are rather than what they do. Never throws.
 */
export function checkOwnQuestions(questions: readonly OwnQuestion[]): OwnQuestionFlaw[] {
  const flaws = questions.length > OWN_QUESTIONS_MAX ? [{ pointer: '', detail: TOO_MANY }] : []
  questions.slice(0, OWN_QUESTIONS_MAX).forEach((question, at) => {
    const mend = (pointer: string, detail: Both) => flaws.push({ pointer: `/${at}${pointer}`, detail })
    if (questions.findIndex(({ key }) => key === question.key) < at) mend('/key', SAME_KEY)
    if (question.roles.length === 0) mend('/roles', NOBODY)
    checkWords(question, mend)
    checkOptions(question, mend)
  })
  return flaws
}

type Mend = (pointer: string, detail: Both) => void

function checkWords({ label, help, why }: OwnQuestion, mend: Mend): void {
  checkBoth('/label', label, mend)
  checkBoth('/why', why, mend)
  if (help !== null) checkBoth('/help', help, mend)
  const asking = LANGUAGES.find((language) => asksProtected(label[language]))
  if (asking) mend(`/label/${asking}`, REFUSED)
}

function checkBoth(pointer: string, words: Both, mend: Mend): void {
  const empty = LANGUAGES.find((language) => words[language].trim() === '')
  if (empty === undefined) return
  mend(`${pointer}/${empty}`, {
    fr: `Écrivez ce texte en ${empty === 'fr' ? 'français' : 'anglais'} aussi\u00a0: chaque personne lit dans sa langue.`,
    en: `Write this text in ${empty === 'fr' ? 'French' : 'English'} too: people read in their own language.`,
  })
}

function checkOptions({ kind, options }: OwnQuestion, mend: Mend): void {
  const [min, max] = OWN_OPTIONS[kind]
  if (options.length < min || options.length > max) mend('/options', countWords(kind, min, max))
  const isSentence = kind === 'agreement'
  options.slice(0, max).forEach(({ value, name }, at) => {
    const before = options.slice(0, at)
    checkBoth(`/options/${at}/name`, name, mend)
    if (before.some((one) => one.value === value)) mend(`/options/${at}/value`, SAME_OPTION)
    const repeated = LANGUAGES.find((language) =>
      before.some((one) => one.name[language].trim() === name[language].trim()),
    )
    if (repeated && kind !== 'scale') mend(`/options/${at}/name/${repeated}`, SAME_OPTION)
    const names = isSentence ? asksProtected : namesProtected
    const naming = LANGUAGES.find((language) => names(name[language]))
    if (naming) mend(`/options/${at}/name/${naming}`, REFUSED)
  })
}

function countWords(kind: OwnKind, min: number, max: number): Both {
  if (max === 0)
    return {
      fr: 'Ce type de question n’a pas de réponses à proposer. Videz la liste.',
      en: 'This kind of question has no answers to offer. Empty the list.',
    }
  if (kind === 'agreement') return { fr: 'Écrivez une phrase à cocher.', en: 'Write one sentence to tick.' }
  if (kind === 'scale') {
    return {
      fr: 'Donnez les cinq échelons, du plus bas au plus haut.',
      en: 'Give the five steps, from the lowest to the highest.',
    }
  }
  return {
    fr: `Proposez de ${min} à ${max} réponses.`,
    en: `Offer from ${min} to ${max} answers.`,
  }
}

/** The same questions as they are stored: steps and sentences bear fixed values, roles keep one order. */
export function normaliseOwnQuestions(questions: readonly OwnQuestion[]): OwnQuestion[] {
  return questions.map(({ key, kind, roles, label, help, why, required, options }) => ({
    key,
    kind,
    roles: (['mentor', 'mentee'] as const).filter((role) => roles.includes(role)),
    label,
    help,
    why,
    required,
    options: options.map(({ value, name }, at) => ({ value: fixedValue(kind, at) ?? value, name })),
  }))
}

function fixedValue(kind: OwnKind, at: number): string | null {
  if (kind === 'scale') return String(at + 1)
  return kind === 'agreement' ? 'yes' : null
}
