import type { PairingRule } from '#domain/pairing-rule.ts'
import { inOneLine, levelsBetween } from '#domain/reporting-line.ts'
import type { Cohort, Profile } from './cohort.ts'
import { canMeetOnSite, canMeetRemotely } from './meeting-fit.ts'
import type { MatchRules } from './member.ts'
import { firstOwnRule } from './own-rule.ts'
import { canTeach } from './topic-fit.ts'

/** The hard rules, in the order in which they are asked. */
export const RULES = [
  'same-person',
  'leaver',
  'consent',
  'past',
  'ban',
  'reporting-line',
  'language',
  'meeting',
  'seniority',
  'topic',
  'own',
  'capacity',
] as const
export type Rule = (typeof RULES)[number]

/** What each rule asks of a pair; true where nothing stands in the way. */
const ALLOWS: Record<Rule, (mentor: Profile, mentee: Profile, cohort: Cohort) => boolean> = {
  'same-person': (mentor, mentee) => mentor.person !== mentee.person,
  leaver: (mentor, mentee) => mentor.member.active && mentee.member.active,
  consent: (mentor, mentee) => mentor.member.consents && mentee.member.consents,
  past: (mentor, mentee) => !mentor.past.has(mentee.person),
  ban: (mentor, mentee) => !mentor.banned.has(mentee.person),
  'reporting-line': (mentor, mentee, cohort) => !areInOneLine(cohort, mentor, mentee),
  language: (mentor, mentee) => haveCommonBit(mentor.languages, mentee.languages),
  meeting: (mentor, mentee) => canMeetOnSite(mentor, mentee) || canMeetRemotely(mentor, mentee),
  seniority: (mentor, mentee, { rules }) => isSenioritySuited(mentor, mentee, rules),
  topic: (mentor, mentee) => canTeach(mentor.offers, mentee.wants),
  own: (mentor, mentee, cohort) => ownObstacle(cohort, mentor, mentee) === null,
  capacity: (mentor, mentee) => mentor.places > 0 && mentee.places > 0,
}

/**
 * The first hard rule that forbids a pair, or null where it may be proposed. No score ever makes up for a rule.
 * `without` one rule, it tells what else there is.
 * - same-person: nobody mentors themselves, though one person may hold both roles.
 * - leaver, consent: both are still there and have agreed (P31).
 * - past: nothing of before keeps them apart: a pair, a lapsed proposal, a separation, or what one of the two asked in
 *   confidence, which looks the same from outside (C31).
 * - ban: no organiser ruled the pair out.
 * - reporting-line: see `areInOneLine`.
 * - language: at least one in common; nobody is presumed to speak one.
 * - meeting: on site or remotely, at least one way suits both (questionnaires.md §5). Having no slot in common is not
 *   an obstacle: it only scores 0.
 * - seniority: see `isSenioritySuited`. topic: see `canTeach`. own: see `firstOwnRule`.
 * - capacity: both have a place left. It comes last: whom it alone keeps away would suit.
 */
export function firstObstacle(
  cohort: Cohort,
  mentor: Profile,
  mentee: Profile,
  without: Passable | null = null,
): Rule | null {
  for (const rule of RULES) if (rule !== without && !ALLOWS[rule](mentor, mentee, cohort)) return rule
  return null
}

/** All hard rules that forbid a pair, in the order in which they are asked. */
export function obstaclesOf(cohort: Cohort, mentor: Profile, mentee: Profile): Rule[] {
  return RULES.filter((rule) => !ALLOWS[rule](mentor, mentee, cohort))
}

/** The rules that a trial may pass over, to learn what they cost; those about who takes part and places always hold. */
export type Passable = Exclude<Rule, 'same-person' | 'leaver' | 'consent' | 'capacity'>

/** The organiser’s own rule that forbids a pair; null where none does. */
export function ownObstacle({ rules }: Cohort, mentor: Profile, mentee: Profile): PairingRule | null {
  return rules.own.length === 0 ? null : firstOwnRule(rules.own, mentor.member, mentee.member)
}

/**
 * Whether one of the two is above the other, at any depth, dotted lines included (P11, D22), or within the appraisal
 * chain where the exception names one of them (design.md, Hierarchy).
 */
export function areInOneLine(cohort: Cohort, mentor: Profile, mentee: Profile): boolean {
  if (!mentor.above.has(mentee.person) && !mentee.above.has(mentor.person)) return false
  return exceptionOf(cohort, mentor, mentee) === null
}

/** How far the appraisal chain reaches, where a pair of one line exists only because it does not reach further. */
export function exceptionOf(
  { rules, hierarchy }: Cohort,
  mentor: Profile,
  mentee: Profile,
): { levels: number } | null {
  if (!mentor.above.has(mentee.person) && !mentee.above.has(mentor.person)) return null
  const levels = levelsBetween(rules.appraisalLevels, mentor.person, mentee.person)
  if (levels === null || inOneLine(hierarchy, mentor.person, mentee.person, rules.appraisalLevels))
    return null
  return { levels }
}

/**
 * What made seniority run the right way: grade, experience, or both · unknown: the programme allows what it cannot
 * tell · not-asked: the programme has no seniority. Null where it does not run the right way.
 */
export type SeniorityGround = 'grade' | 'experience' | 'both' | 'unknown' | 'not-asked'

/**
 * Whether seniority runs the right way (design.md, Seniority; D14). The junior is junior by grade (the senior ranks at
 * least `seniorityGap` higher; at least level where the senior manages nobody) or by experience (the senior has been
 * in the company at least `experienceGapYears` longer): one is enough, whatever the other says. So a recently arrived
 * engineer may mentor a long-serving technician of a lower grade.
 *
 * A count is known only when it is known of both people. Where one is known and fails and the other is unknown, the
 * pair is not eligible: what is known speaks against it. Where both are unknown, the programme decides.
 */
export function isSenioritySuited(mentor: Profile, mentee: Profile, rules: MatchRules): boolean {
  return seniorityGround(mentor, mentee, rules) !== null
}

export function seniorityGround(mentor: Profile, mentee: Profile, rules: MatchRules): SeniorityGround | null {
  if (rules.senior === null) return 'not-asked'
  const [senior, junior] =
    rules.senior === 'mentee' ? [mentee.member, mentor.member] : [mentor.member, mentee.member]
  const ranks = difference(senior.gradeRank, junior.gradeRank)
  const months = difference(junior.hiredIn, senior.hiredIn)
  if (ranks === null && months === null) return rules.unknownSeniorityAllowed ? 'unknown' : null
  const isByGrade = ranks !== null && ranks >= rankGapOf(rules, senior.managesSomebody)
  const isByExperience = months !== null && months >= 12 * rules.experienceGapYears
  if (isByGrade) return isByExperience ? 'both' : 'grade'
  return isByExperience ? 'experience' : null
}

/** A senior who manages nobody need only be level. */
export function rankGapOf({ seniorityGap }: MatchRules, managesSomebody: boolean): number {
  return managesSomebody ? seniorityGap : Math.min(0, seniorityGap)
}

function difference(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other
}

function haveCommonBit(one: Int32Array, other: Int32Array): boolean {
  for (let word = 0; word < Math.min(one.length, other.length); word++) {
    if ((one[word]! & other[word]!) !== 0) return true
  }
  return false
}
