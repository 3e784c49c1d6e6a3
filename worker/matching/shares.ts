import { CRITERIA, type Criterion, type Weights } from '#domain/criterion.ts'
import { SCORE_MAX } from './assignment-problem.ts'

/** What each criterion can bring to a score, in micro-units that add up to 1,000,000. */
export type Share = Record<Criterion, number>

/** The shares of a pair: with or without the site, with the field whole or halved. */
export interface Shares {
  whole: Share
  withoutSite: Share
  halfField: Share
  halfFieldWithoutSite: Share
}

/**
 * The weights as they count for every kind of pair (questionnaires.md §5). Where the site is left out, or the field
 * counts half, the weight that becomes free goes to the other criteria in proportion to theirs: a pair is neither
 * punished nor rewarded for it, and a perfect pair always scores 1,000,000.
 */
export function sharesOf(weights: Weights): Shares {
  const halfField = { ...weights, field: weights.field / 2 }
  return {
    whole: shareOut(weights),
    withoutSite: shareOut({ ...weights, site: 0 }),
    halfField: shareOut(halfField),
    halfFieldWithoutSite: shareOut({ ...halfField, site: 0 }),
  }
}

/**
 * Weights scaled to whole micro-units that add up to exactly 1,000,000, by largest remainder; equal remainders in
 * the order of `CRITERIA`. All 0 where nothing weighs anything.
 */
export function shareOut(weights: Weights): Share {
  const sum = CRITERIA.reduce((total, criterion) => total + weights[criterion], 0)
  const exact = CRITERIA.map((criterion) => (sum > 0 ? (weights[criterion] / sum) * SCORE_MAX : 0))
  const shares = exact.map(Math.floor)
  const left = sum > 0 ? SCORE_MAX - shares.reduce((total, share) => total + share, 0) : 0
  const byRemainder = CRITERIA.map((_, k) => k).sort(
    (a, b) => exact[b]! - shares[b]! - (exact[a]! - shares[a]!) || a - b,
  )
  for (const k of byRemainder.slice(0, left)) shares[k]! += 1
  return Object.fromEntries(CRITERIA.map((criterion, k) => [criterion, shares[k]!])) as Share
}
