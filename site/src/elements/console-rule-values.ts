import { JOB_FAMILIES } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import type { RuleField } from '#domain/pairing-rule.ts'
import { SPOKEN_LANGUAGES } from '#questionnaire/spoken-language.ts'
import { TOPICS } from '#questionnaire/topics.ts'
import type { ParticipantShown } from '../api-shapes.ts'
import { HOPE_NAMES } from './console-hope-names.ts'

type Names = ReadonlyMap<string, Both>

const asItIs = (value: string): Both => ({ fr: value, en: value })
const namesIn = (named: Record<string, { name: Both }>): Names =>
  new Map(Object.entries(named).map(([value, { name }]) => [value, name]))

const topics = namesIn(TOPICS)

/** Answers of the form that a rule may name, as the form words them. */
const CLOSED: Partial<Record<RuleField, Names>> = {
  job_family: namesIn(JOB_FAMILIES),
  languages: new Map(Object.entries(SPOKEN_LANGUAGES)),
  meeting: new Map([
    ['on-site', { fr: 'sur place', en: 'on site' }],
    ['remote', { fr: 'à distance', en: 'remotely' }],
    ['either', { fr: 'sur place ou à distance', en: 'on site or remotely' }],
  ]),
  offers: topics,
  wants: topics,
  hopes: HOPE_NAMES,
  need_when: new Map([
    ['2', { fr: 'une situation précise', en: 'a precise situation' }],
    ['1', { fr: 'une idée', en: 'an idea' }],
    ['0', { fr: 'pas encore', en: 'not yet' }],
  ]),
  coach: new Map([
    ['yes', { fr: 'oui', en: 'yes' }],
    ['no', { fr: 'non', en: 'no' }],
    ['later', { fr: 'plus tard', en: 'later' }],
  ]),
}

/** What a rule may say of a field: the answers of the form, or what the people of the programme have. */
export function ruleValues(field: RuleField, people: readonly ParticipantShown[]): Names {
  const closed = CLOSED[field]
  if (closed) return closed
  if (field !== 'subsidiary' && field !== 'site') return new Map()
  const known = [...new Set(people.flatMap((person) => person[field] ?? []))].sort()
  return new Map(known.map((value) => [value, asItIs(value)]))
}

/** The value that somebody typed: by its name in the language of the page, by its code, or as it is where any text will do. */
export function readRuleValue(
  field: RuleField,
  typed: string,
  names: Names,
  language: keyof Both,
): string | null {
  const text = typed.trim()
  if (text === '') return null
  const fold = (word: string) => word.toLocaleLowerCase(language)
  const known = [...names].find(([value, name]) => fold(name[language]) === fold(text) || value === text)
  return known?.[0] ?? (CLOSED[field] ? null : text)
}
