import * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import { ROLES, type Role } from '#domain/participant.ts'
import { instantShown, prose, whole } from './shape.ts'

const words = v.pipe(prose(1000), v.minLength(1))

/** What the two want, how often they meet, and how they go about it (D13). */
export const AGREEMENT_PARTS = ['aims', 'rhythm', 'ways'] as const
export type AgreementPart = (typeof AGREEMENT_PARTS)[number]

/** `PUT /pairs/{id}/agreement`: the agreement whole. */
export const agreementInput = v.strictObject(v.entriesFromList(AGREEMENT_PARTS, words))
export type AgreementInput = v.InferOutput<typeof agreementInput>

/** Which words are accepted or signed: nobody agrees to what they have not read. */
export const versionRead = v.strictObject({ version: whole(1, 1_000_000) })

/** The same from a form, whose fields are text. */
export const versionReadForm = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[1-9]\d{0,6}$/), v.transform(Number)),
})

/** An agreement as the two read it, and nobody else. */
export const agreementShown = v.strictObject({
  pair: v.string(),
  ...v.entriesFromList(AGREEMENT_PARTS, v.string()),
  written_by: v.picklist(ROLES),
  version: v.pipe(v.number(), v.integer()),
  written_at: instantShown,
  accepted_at: v.strictObject(v.entriesFromList(ROLES, v.nullable(instantShown))),
})
export type AgreementShown = v.InferOutput<typeof agreementShown>

/** What the page of a pair draws: the words so far, who accepted them, and sentences to start from. */
export interface AgreementView {
  pair: string
  role: Role
  time_zone: string
  partner: string
  is_live: boolean
  agreement:
    | (Record<AgreementPart, string> & {
        version: number
        accepted_at: Record<Role, number | null>
      })
    | null
  starts: Record<AgreementPart, Both>
}

/** Three questions to break the ice, from what the two share. */
export interface IceBreakerView {
  questions: Both[]
}
