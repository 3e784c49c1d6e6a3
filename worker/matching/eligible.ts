import type { Cohort, Profile } from './cohort.ts'
import { canMeetOnSite, canMeetRemotely } from './meeting-fit.ts'
import type { MatchRules } from './member.ts'
import { canTeach } from './topic-fit.ts'

/** The hard rules, in the order in which they are asked. */
export const RULES = [
  'same-person',
  'leaver',
  'consent',
  'past',
  'reporting-line',
  'language',
  'meeting',
  'seniority',
  'topic',
  'capacity',
] as const
export type Rule = (typeof RULES)[number]

/** What each rule asks of a pair; true where nothing stands in the way. */
const ALLOWS: Record<Rule, (mentor: Profile, mentee: Profile, rules: MatchRules) => boolean> = {
  'same-person': (mentor, mentee) => mentor.person !== mentee.person,
  leaver: (mentor, mentee) => mentor.member.active && mentee.member.active,
  consent: (mentor, mentee) => mentor.member.consents && mentee.member.consents,
  past: (mentor, mentee) => !mentor.past.has(mentee.person),
  'reporting-line': (mentor, mentee) => !mentor.above.has(mentee.person) && !mentee.above.has(mentor.person),
  language: (mentor, mentee) => haveCommonBit(mentor.languages, mentee.languages),
  meeting: (mentor, mentee) => canMeetOnSite(mentor, mentee) || canMeetRemotely(mentor, mentee),
  seniority: (mentor, mentee, rules) => isSenioritySuited(mentor, mentee, rules),
  topic: (mentor, mentee) => canTeach(mentor.offers, mentee.wants),
  capacity: (mentor, mentee) => mentor.places > 0 && mentee.places > 0,
}

/**
 * The first hard rule that forbids a pair, or null where it may be proposed. No score ever makes up for a rule.
 * - same-person: nobody mentors themselves, though one person may hold both roles.
 * - leaver, consent: both are still there and have agreed (P31).
 * - past: they were never proposed to each other before (C31).
 * - reporting-line: neither is above the other, at any depth, dotted lines included (P11, D22).
 * - language: at least one in common; nobody is presumed to speak one.
 * - meeting: on site or remotely, at least one way suits both (questionnaires.md §5). Having no slot in common is not
 *   an obstacle: it only scores 0.
 * - seniority: see `isSenioritySuited`. topic: see `canTeach`.
 * - capacity: the mentor has a place left and the mentee no pair yet.
 */
export function firstObstacle({ rules }: Cohort, mentor: Profile, mentee: Profile): Rule | null {
  for (const rule of RULES) if (!ALLOWS[rule](mentor, mentee, rules)) return rule
  return null
}

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
  if (rules.senior === null) return true
  const [senior, junior] =
    rules.senior === 'mentee' ? [mentee.member, mentor.member] : [mentor.member, mentee.member]
  const ranks = difference(senior.gradeRank, junior.gradeRank)
  const months = difference(junior.hiredIn, senior.hiredIn)
  if (ranks === null && months === null) return rules.unknownSeniorityAllowed
  const gap = senior.managesSomebody ? rules.seniorityGap : Math.min(0, rules.seniorityGap)
  return (ranks !== null && ranks >= gap) || (months !== null && months >= 12 * rules.experienceGapYears)
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
