import * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import { countShown } from './shape.ts'

/** How many of those who take part have signed the charter as it is today (F12). */
export const charterSignaturesShown = v.strictObject({
  programme: v.string(),
  version: countShown,
  signed: countShown,
  waiting: countShown,
})
export type CharterSignaturesShown = v.InferOutput<typeof charterSignaturesShown>

/** A charter that changed since somebody signed it. */
export interface CharterToSign {
  participant: string
  programme: { slug: string; names: Both }
  /** The version to sign, and the one that was signed. */
  version: number
  signed_version: number
  text: Both
}
