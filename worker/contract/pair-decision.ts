import * as v from 'valibot'
import { instantShown } from './shape.ts'

/** One line of `GET /programmes/{slug}/locks` and `/bans`. */
export const pairDecisionShown = v.strictObject({
  mentor: v.string(),
  mentee: v.string(),
  created_at: instantShown,
})
export type PairDecisionShown = v.InferOutput<typeof pairDecisionShown>
