import type { House } from '#test/house.ts'
import type { FormedPair } from '#test/pair.ts'
import { liveCalendar } from './life-calendar.ts'
import { liveEnd, refuseEnd } from './life-end.ts'
import { liveFeedback, refuseFeedback } from './life-feedback.ts'
import { refuseMail } from './life-mail.ts'
import { liveMonday, refuseMonday } from './life-monday.ts'
import { liveSessions, refuseSessions } from './life-sessions.ts'
import { liveStart, refuseStart } from './life-start.ts'
import { liveTrouble, refuseTrouble } from './life-trouble.ts'
import { liveWays, refuseWays } from './life-ways.ts'
import type { RecordingHouse } from './recorder.ts'

/** Two pairs that have begun; `spare` is there to be ended. */
export interface Pairs {
  pair: FormedPair
  spare: FormedPair
}

/** What pairs live through, part by part, so that every door of theirs is opened at least once; nothing is refused here. */
const PARTS: ((house: House, pairs: Pairs) => Promise<void>)[] = [
  liveMonday,
  liveStart,
  liveCalendar,
  liveSessions,
  liveFeedback,
  liveTrouble,
  liveWays,
  liveEnd,
]

/** Refusals that need a story of their own, told once the season is over. */
export const PAIR_STORIES: ((house: RecordingHouse) => Promise<void>)[] = [
  refuseStart,
  refuseTrouble,
  refuseWays,
  refuseMonday,
  refuseSessions,
  refuseFeedback,
  refuseMail,
  refuseEnd,
]

export async function livePairs(house: House, pairs: Pairs): Promise<void> {
  for (const live of PARTS) await live(house, pairs)
}
