import type { Dictionary } from '#domain/kept-data.ts'
import { ACCESS } from './dictionary/access.ts'
import { EXCHANGES } from './dictionary/exchanges.ts'
import { MATCHING } from './dictionary/matching.ts'
import { PAIR_LIFE } from './dictionary/pair-life.ts'
import { PAIRING } from './dictionary/pairing.ts'
import { PROGRAMMES } from './dictionary/programmes.ts'
import { PUBLIC_WORDS } from './dictionary/public-words.ts'
import { SIGN_UPS } from './dictionary/sign-ups.ts'
import { STAFF } from './dictionary/staff.ts'

/**
 * Everything that is kept, table by table and column by column: what it is, what for, how long, who sees it. The
 * documents for the works council and the data protection officer are generated from here; a test holds it against
 * `db/schema/` and `db/queries/retention.ts`.
 */
export const DICTIONARY: Dictionary = {
  ...STAFF,
  ...SIGN_UPS,
  ...MATCHING,
  ...PAIRING,
  ...PAIR_LIFE,
  ...EXCHANGES,
  ...PUBLIC_WORDS,
  ...ACCESS,
  ...PROGRAMMES,
}
