import type { ScoredTopics } from '#domain/criterion.ts'
import { familyName } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import { type Condition, type PairingRule, RULE_FIELDS, type RuleField } from '#domain/pairing-rule.ts'
import type { Role } from '#domain/participant.ts'
import type { Member } from './member.ts'
import { hopeWords, languageName, listed, quote, topicName } from './words.ts'

/** What is known of a member for a field of a rule; empty where nothing is. */
export function valuesOf({ answers, ...member }: Member, field: RuleField): string[] {
  return VALUES[field](member, answers).filter((value) => value !== '')
}

const VALUES: Record<RuleField, (member: Omit<Member, 'answers'>, answers: Member['answers']) => string[]> = {
  subsidiary: ({ subsidiary }) => known(subsidiary),
  site: ({ site }) => known(site),
  job_family: ({ jobFamily }) => known(jobFamily),
  grade_rank: ({ gradeRank }) => known(gradeRank),
  languages: (_, { G2 }) => G2 ?? [],
  meeting: (_, { G6 }) => known(G6?.where),
  offers: (_, { OFFERS }) => (OFFERS ?? []).map(({ topic }) => topic),
  wants: (_, { WANTS }) => (WANTS ?? []).map(({ topic }) => topic),
  hopes: (_, { IM, IR }) => [...(IM ?? []), ...(IR ?? [])],
  need_when: (_, { NEED1 }) => known(NEED1),
  need_room: (_, { NEED2 }) => known(NEED2),
  coach: (_, { COACH }) => known(COACH),
}

function known(value: string | number | null | undefined): string[] {
  return value === null || value === undefined ? [] : [String(value)]
}

function meets(member: Member, { field, values }: Condition): boolean {
  return valuesOf(member, field).some((value) => values.includes(value))
}

/**
 * One side’s part in a rule: whether the rule would forbid a pair as far as this member is concerned. A rule that
 * tests one side forbids exactly the pairs of which both members are concerned; one that tests for the same value
 * forbids those of them that fail it (see `forbids`).
 */
export function isConcerned({ effect, when, test }: PairingRule, member: Member): boolean {
  if (!when.every((condition) => condition.role !== member.role || meets(member, condition))) return false
  return test.kind === 'same' || test.role !== member.role || meets(member, test) === (effect === 'must-not')
}

/** Whether a rule forbids a pair; a value that is not known equals nothing. */
export function forbids(rule: PairingRule, mentor: Member, mentee: Member): boolean {
  if (!isConcerned(rule, mentor) || !isConcerned(rule, mentee)) return false
  if (rule.test.kind !== 'same') return true
  const values = valuesOf(mentor, rule.test.field)
  return (
    valuesOf(mentee, rule.test.field).some((value) => values.includes(value)) === (rule.effect === 'must-not')
  )
}

/** The first of the organiser’s rules, in their order, that forbids a pair; null where none does. */
export function firstOwnRule(
  own: readonly PairingRule[],
  mentor: Member,
  mentee: Member,
): PairingRule | null {
  return own.find((rule) => forbids(rule, mentor, mentee)) ?? null
}

const SIDES: Record<Role, Both> = {
  mentor: { fr: 'le mentor', en: 'the mentor' },
  mentee: { fr: 'la personne mentorée', en: 'the mentee' },
}

/** A rule of the organiser’s in one plain sentence. */
export function ownRuleWords({ effect, when, test }: PairingRule, changed?: ScoredTopics): Both {
  const conditions = when.map((condition) => conditionWords(condition, changed))
  const isMust = effect === 'must'
  const lead =
    when.length === 0
      ? { fr: 'Dans chaque binôme', en: 'In every pair' }
      : {
          fr: `Quand ${listed(
            conditions.map(({ fr }) => fr),
            'et',
          )}`,
          en: `Where ${listed(
            conditions.map(({ en }) => en),
            'and',
          )}`,
        }
  if (test.kind === 'same') {
    const field = quote(RULE_FIELDS[test.field])
    return {
      fr: `${lead.fr}, les deux personnes ${isMust ? 'ont une' : 'n’ont pas de'} réponse commune à ${field.fr}.`,
      en: `${lead.en}, the two people ${isMust ? 'share' : 'do not share'} an answer to ${field.en}.`,
    }
  }
  const [side, field, values] = [SIDES[test.role], quote(RULE_FIELDS[test.field]), namesOf(test, changed)]
  return {
    fr: `${lead.fr}, ${side.fr} ${isMust ? 'a' : 'n’a pas'} pour ${field.fr}\u00a0: ${values.fr}.`,
    en: `${lead.en}, ${side.en} ${isMust ? 'has' : 'does not have'} for ${field.en}: ${values.en}.`,
  }
}

function conditionWords(condition: Condition, changed: ScoredTopics | undefined): Both {
  const [side, field, values] = [
    SIDES[condition.role],
    quote(RULE_FIELDS[condition.field]),
    namesOf(condition, changed),
  ]
  return {
    fr: `${side.fr} a pour ${field.fr} ${values.fr}`,
    en: `${side.en} has for ${field.en} ${values.en}`,
  }
}

function namesOf({ field, values }: Condition, changed: ScoredTopics | undefined): Both {
  const names = values.map((value) => valueName(field, value, changed))
  return {
    fr: listed(
      names.map(({ fr }) => fr),
      'ou',
    ),
    en: listed(
      names.map(({ en }) => en),
      'or',
    ),
  }
}

const NEED_WHEN: Record<string, Both> = {
  0: { fr: 'pas encore', en: 'not yet' },
  1: { fr: 'une idée', en: 'an idea' },
  2: { fr: 'une situation précise', en: 'a precise situation' },
}
const COACH: Record<string, Both> = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  later: { fr: 'plus tard', en: 'later' },
}
const MEETING: Record<string, Both> = {
  'on-site': { fr: 'sur place', en: 'on site' },
  remote: { fr: 'à distance', en: 'remotely' },
  either: { fr: 'sur place ou à distance', en: 'on site or remotely' },
}

function valueName(field: RuleField, value: string, changed: ScoredTopics | undefined): Both {
  const asItIs = { fr: value, en: value }
  if (field === 'hopes') return hopeWords(value)
  if (field === 'job_family') return quote(familyName(value))
  if (field === 'offers' || field === 'wants') return quote(topicName(value, changed))
  if (field === 'languages') return quote(languageName(value))
  if (field === 'need_when') return quote(NEED_WHEN[value] ?? asItIs)
  if (field === 'coach') return quote(COACH[value] ?? asItIs)
  if (field === 'meeting') return quote(MEETING[value] ?? asItIs)
  return quote(asItIs)
}
