import type { Answers } from './answers.ts'

/**
 * The topics that went from one to the other in a pair, by id: what the one offered and the other wanted, whichever the
 * facet, in the order of the one who learns.
 */
export function topicsPassedOn(offers: Answers['OFFERS'] | null, wants: Answers['WANTS'] | null): string[] {
  const offered = new Set((offers ?? []).map(({ topic }) => topic))
  return [...new Set((wants ?? []).map(({ topic }) => topic))].filter((topic) => offered.has(topic))
}
