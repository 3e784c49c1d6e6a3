import type { House } from '#test/house.ts'
import type { FormedPair } from '#test/pair.ts'
import type { RecordingHouse } from './recorder.ts'

/** Two pairs that have begun; `spare` is there to be ended. */
export interface Pairs {
  pair: FormedPair
  spare: FormedPair
}

/** What pairs live through, part by part, so that every door of theirs is opened at least once; nothing is refused here. */
const PARTS: ((house: House, pairs: Pairs) => Promise<void>)[] = []

/** Refusals that need a story of their own, told once the season is over. */
export const PAIR_STORIES: ((house: RecordingHouse) => Promise<void>)[] = []

export async function livePairs(house: House, pairs: Pairs): Promise<void> {
  for (const live of PARTS) await live(house, pairs)
}
