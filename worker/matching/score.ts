import { CRITERIA, type Criterion } from '#domain/criterion.ts'
import type { Cohort, Profile } from './cohort.ts'
import { fitHopes } from './hopes-fit.ts'
import { fitLearning } from './learning-fit.ts'
import { countSharedSlots } from './meeting-fit.ts'
import type { Share, Shares } from './shares.ts'
import { fitTopics, type TopicFit } from './topic-fit.ts'

/** What stands for a criterion that one of the two did not answer: neither an advantage nor a fault. */
export const NEUTRAL = 0.5

/** How well a pair fits, criterion by criterion; the points are whole numbers that add up to the score. */
export interface Measure {
  need: TopicFit
  reverse: TopicFit
  /** Shared slots; null where one of them named none. */
  slots: number | null
  /** Each 0…1. */
  values: Record<Criterion, number>
  /** What each could bring at most, and what it brings, in micro-units. */
  share: Share
  points: Record<Criterion, number>
  /** 0…1,000,000. */
  score: number
}

/**
 * Measures a pair that the rules allow: points = round(share · value) for each criterion, score = their sum.
 * The site is left out where one of the two prefers to meet remotely; the field counts half where the topic that
 * binds the pair is useful in any field (questionnaires.md §5).
 */
export function measurePair(cohort: Cohort, mentor: Profile, mentee: Profile): Measure {
  const distance = cohort.distanceOf(mentor, mentee)
  const need = fitTopics(mentor.offers, mentee.wants, distance)
  const reverse = fitTopics(mentee.offers, mentor.wants, distance)
  const slots = mentor.slots && mentee.slots ? countSharedSlots(mentor.slots, mentee.slots) : null
  const values: Record<Criterion, number> = {
    need: scoreNeed(need),
    field: scoreField(distance),
    availability: scoreAvailability(slots),
    reverse: scoreReverse(reverse),
    intentions: scoreIntentions(cohort, mentor, mentee),
    site: scoreSite(mentor, mentee),
    learning: scoreLearning(mentor, mentee),
  }
  for (const criterion of cohort.scoring.different) values[criterion] = turned(values[criterion])
  const share = shareOf(cohort.shares, mentor, mentee, need)
  const points = {} as Record<Criterion, number>
  let score = 0
  for (const criterion of CRITERIA)
    score += points[criterion] = Math.round(share[criterion] * values[criterion])
  return { need, reverse, slots, values, share, points, score }
}

/** A criterion that looks for people who differ: 1 − value. What is neutral stays so. */
export function turned(value: number): number {
  return 1 - value
}

/** need: what the mentor can pass on of what the mentee wants (questionnaires.md §3, P30). */
export function scoreNeed(fit: TopicFit): number {
  return fit.value
}

/** reverse: the same with the roles exchanged (§3, P33, D23). Nothing wanted or nothing offered is 0. */
export function scoreReverse(fit: TopicFit): number {
  return fit.value
}

/** field = 1 − distance of the job families; an unknown family is far (§5, C20). */
export function scoreField(distance: number): number {
  return 1 - distance
}

/** availability = min(1, shared slots/2); neutral where one of them named no slot (§5). */
export function scoreAvailability(slots: number | null): number {
  return slots === null ? NEUTRAL : Math.min(1, slots / 2)
}

/** intentions: how well the hopes of the senior and the junior answer each other; neutral where unsaid (§4, C14–C17). */
export function scoreIntentions(
  { rules, scoring }: Pick<Cohort, 'rules' | 'scoring'>,
  mentor: Profile,
  mentee: Profile,
): number {
  const [senior, junior] = rules.senior === 'mentor' ? [mentor, mentee] : [mentee, mentor]
  return fitHopes(scoring.hopes, senior.hopes, junior.hopes) ?? NEUTRAL
}

/** site = 1 on the same site, 0 otherwise; neutral where one is not known (§5). */
export function scoreSite(mentor: Pick<Profile, 'site'>, mentee: Pick<Profile, 'site'>): number {
  if (mentor.site === null || mentee.site === null) return NEUTRAL
  return mentor.site === mentee.site ? 1 : 0
}

/** learning = 1 − |LP of the mentee − T of the mentor|/2; neutral where unsaid (§2, C8–C11). */
export function scoreLearning(mentor: Pick<Profile, 'manner'>, mentee: Pick<Profile, 'preference'>): number {
  return fitLearning(mentee.preference, mentor.manner) ?? NEUTRAL
}

function shareOf(shares: Shares, mentor: Profile, mentee: Profile, need: TopicFit): Share {
  const isRemote = mentor.where === 'remote' || mentee.where === 'remote'
  if (need.links[0]?.want.isTransversal) return isRemote ? shares.halfFieldWithoutSite : shares.halfField
  return isRemote ? shares.withoutSite : shares.whole
}
