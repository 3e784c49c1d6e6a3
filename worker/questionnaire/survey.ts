import type { SurveyMoment } from '#domain/feedback.ts'
import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import type { SurveyAnswers } from '#domain/survey.ts'
import type { Want } from './answers.ts'
import { AGREE } from './blocks/exchange.ts'
import { type Catalogue, topicOf } from './catalogue.ts'
import { type AnswerError, checkAnswers } from './check.ts'
import { FACET_NAMES, LEVEL_WORDS } from './level.ts'
import type { Block, Option, Question, Questionnaire, ScaleQuestion } from './question.ts'
import { SCALES, type Scale, STATEMENTS, type StatementKey } from './survey-statements.ts'
import { SURVEY_BLOCKS, SURVEY_QUESTIONS, SURVEY_WHY } from './survey-words.ts'

/** What decides which questions somebody is asked. */
export interface SurveyFor {
  moment: SurveyMoment
  role: Role
  kind: ProgrammeKind
  /** The topics that this person wanted when signing up. */
  wants: readonly Want[]
  catalogue: Catalogue
  /** Whether what is about the person, not the pair, is asked here: once for each moment, with the first of their pairs. */
  isAboutMe: boolean
}

/** Scales about the person, which are compared before and after (P13, P14, W10–W12, W16–W18, C18). */
const ABOUT_ME: Record<Role, readonly Exclude<Scale, 'RQ'>[]> = {
  mentor: ['SE', 'LD', 'CK', 'CO', 'IV'],
  mentee: ['SE', 'CK', 'EM', 'CO', 'IV'],
}

/** The first version of these questions; a changed wording makes a new one. */
const SURVEY_VERSION = 1

/** How long a survey takes, in seconds an answer, told truthfully before it begins. */
const SECONDS_AN_ANSWER = 7

/**
 * The questions of one moment for one of the two (questionnaires.md §10); none is required. Expert pairs meet once: they
 * are asked at the end, and 30 days later, how much time that saved (F16, F21).
 */
export function surveyOf(asked: SurveyFor): Questionnaire {
  const { kind, role } = asked
  const { mentor, mentee } = PROGRAMME_KINDS[kind]
  return {
    version: SURVEY_VERSION,
    own_version: 0,
    kind,
    role,
    words: { mentor, mentee },
    blocks: blocksOf(asked).filter(({ questions }) => questions.length > 0),
  }
}

/** How many minutes it takes, rounded up. */
export function minutesOf({ blocks }: Questionnaire): number {
  const count = blocks.reduce((sum, { questions }) => sum + questions.length, 0)
  return Math.max(1, Math.ceil((count * SECONDS_AN_ANSWER) / 60))
}

function blocksOf(asked: SurveyFor): Block[] {
  const { moment, role, kind, isAboutMe } = asked
  const mine = isAboutMe ? ABOUT_ME[role] : []
  const hasWants = isAboutMe && asked.wants.length > 0
  const practice = hasWants ? [frequency] : []
  if (kind === 'expert') return expertBlocks(asked)
  if (moment === 'start') {
    return [
      block('me', mine.flatMap(says)),
      block('practice', [...practice, ...(hasWants ? levels(asked) : [])]),
    ]
  }
  if (moment === 'middle') {
    return [block('pair', says('RQ')), block('me', isAboutMe ? says('SE') : [])]
  }
  if (moment === 'end') {
    return [
      block('pair', says('RQ')),
      block('me', mine.flatMap(says)),
      block(
        'hindsight',
        mine.flatMap((scale) => SCALES[scale].map((key) => statement(key, `${key}T`))),
      ),
      block('practice', [
        ...practice,
        ...(isAboutMe ? [statement('PR1')] : []),
        ...(hasWants ? [statement('AU1'), ...levels(asked)] : []),
      ]),
      block('closing', isAboutMe ? [recommendation, talent] : []),
    ]
  }
  const last: Scale = role === 'mentor' ? 'LD' : 'EM'
  return [
    block('me', isAboutMe ? says(last) : []),
    block('practice', [...practice, ...(hasWants ? [statement('AU1')] : [])]),
    block('closing', isAboutMe ? [recommendation] : []),
  ]
}

function expertBlocks({ moment, role, isAboutMe }: SurveyFor): Block[] {
  const saved = role === 'mentee' ? [monthsSaved] : []
  if (moment === 'end') {
    return [
      block('pair', [statement('RQ1'), statement('RQ2'), statement('RQ6')]),
      block('practice', [...saved, ...(isAboutMe ? [statement('PR1')] : [])]),
      block('closing', isAboutMe ? [recommendation, talent] : []),
    ]
  }
  return [block('practice', saved), block('closing', isAboutMe ? [recommendation] : [])]
}

function block(key: keyof typeof SURVEY_BLOCKS, questions: Question[]): Block {
  return { key, ...SURVEY_BLOCKS[key], questions }
}

function says(scale: Scale): Question[] {
  return SCALES[scale].map((key) => statement(key))
}

function statement(key: StatementKey, under: ScaleQuestion['key'] = key): Question {
  return {
    key: under,
    kind: 'scale',
    required: false,
    label: STATEMENTS[key],
    steps: AGREE,
    why: SURVEY_WHY,
  }
}

const frequency: Question = {
  key: 'PC1',
  kind: 'scale',
  required: false,
  why: SURVEY_WHY,
  ...SURVEY_QUESTIONS.PC1,
}

const recommendation: Question = {
  key: 'REC',
  kind: 'choice',
  required: false,
  label: SURVEY_QUESTIONS.REC.label,
  options: Array.from({ length: 11 }, (_, value): Option => {
    const ends: Partial<Record<number, Both>> = SURVEY_QUESTIONS.REC.ends
    return { value, name: ends[value] ?? { fr: String(value), en: String(value) } }
  }),
  why: SURVEY_WHY,
}

const monthsSaved: Question = {
  key: 'VAL',
  kind: 'choice',
  required: false,
  why: SURVEY_WHY,
  ...SURVEY_QUESTIONS.VAL,
}

/** Asked when a pair closes and nowhere else; not ticked beforehand (F10, P12). */
const talent: Question = {
  key: 'TALENT',
  kind: 'agreement',
  required: false,
  why: SURVEY_WHY,
  ...SURVEY_QUESTIONS.TALENT,
}

/** One question for each topic wanted: where do you stand today? */
function levels({ wants, catalogue }: SurveyFor): Question[] {
  return wants.flatMap(({ topic, facet }) => {
    const name = topicOf(catalogue, topic)?.name
    if (!name) return []
    return {
      key: `LEVELS-${topic}-${facet}` as const,
      kind: 'choice' as const,
      required: false,
      label: {
        fr: `${SURVEY_QUESTIONS.LEVELS.fr}\u00a0: ${name.fr} (${FACET_NAMES[facet].fr})`,
        en: `${SURVEY_QUESTIONS.LEVELS.en}: ${name.en} (${FACET_NAMES[facet].en})`,
      },
      options: LEVEL_WORDS[facet].map((words, value) => ({ value, name: words })),
      why: SURVEY_WHY,
    }
  })
}

/** Under which name a level is kept in `LEVELS`: the topic and the facet. */
export function levelName({ topic, facet }: Pick<Want, 'topic' | 'facet'>): string {
  return `${topic}-${facet}`
}

/** What stands in the form at first: the levels of the sign-up, at the start alone. */
export function startingAnswers({ moment, wants, isAboutMe }: SurveyFor): Record<string, unknown> {
  if (moment !== 'start' || !isAboutMe) return {}
  return Object.fromEntries(wants.map((want) => [`LEVELS-${levelName(want)}`, want.level]))
}

/**
 * Checks what somebody answered, as a form or as JSON, where `LEVELS` is an object by topic and facet.
 * Never throws; `answers` has the good ones even when others need mending.
 */
export function checkSurvey(
  survey: Questionnaire,
  raw: Readonly<Record<string, unknown>>,
): { answers: SurveyAnswers; errors: AnswerError[] } {
  const { LEVELS: given, ...flat } = raw
  const spread =
    typeof given === 'object' && given !== null && !Array.isArray(given)
      ? Object.fromEntries(Object.entries(given).map(([name, level]) => [`LEVELS-${name}`, level]))
      : given === undefined
        ? {}
        : { LEVELS: given }
  const { answers: checked, errors } = checkAnswers(survey, { ...flat, ...spread })
  const answers: SurveyAnswers = {}
  const levelOf: Record<string, number> = {}
  for (const [key, value] of Object.entries(checked)) {
    if (key.startsWith('LEVELS-')) levelOf[key.slice('LEVELS-'.length)] = value as number
    else answers[key] = value as number | boolean
  }
  if (Object.keys(levelOf).length > 0) answers['LEVELS'] = levelOf
  return { answers, errors }
}
