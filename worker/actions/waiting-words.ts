import type { Both } from '#domain/language.ts'
import { explainWaiting, type WaitingReason } from '#matching/explain.ts'

/**
 * Why somebody waits, for organisers, without a count of what was before: where nothing was, it would tell of
 * somebody’s confidential request.
 */
export function sayWaiting(reason: WaitingReason, facts: Record<string, number>): Both {
  if (reason !== 'no-candidate') return explainWaiting(reason, facts)
  const told = Object.entries(facts).filter(([name]) => !/(^|:)past$/.test(name))
  const isTogether = (name: string) => name.startsWith('together:')
  // A set of rules of which one is not told would be told wrongly.
  const isWhole = facts['together:past'] === undefined
  const kept = Object.fromEntries(told.filter(([name]) => isWhole || !isTogether(name)))
  if (Object.keys(kept).some((name) => name !== 'asked') || (kept.asked ?? 0) === 0) {
    return explainWaiting(reason, kept)
  }
  return {
    fr: 'Les binômes possibles ont déjà été étudiés. De nouvelles inscriptions aideront.',
    en: 'The possible pairs have already been looked at. New sign-ups will help.',
  }
}
