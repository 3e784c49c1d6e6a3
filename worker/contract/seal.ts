import * as v from 'valibot'
import { countShown } from './shape.ts'

/** `GET /journal-seal`: where the chain over the journal ends; before anything is sealed, 0 and 64 zeros. */
export const journalSealShown = v.strictObject({
  seq: countShown,
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  events: countShown,
  unsealed: countShown,
})
export type JournalSealShown = v.InferOutput<typeof journalSealShown>
