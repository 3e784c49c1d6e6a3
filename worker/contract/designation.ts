import * as v from 'valibot'
import type { ParticipantState } from '#domain/participant.ts'
import { ROLES } from '#domain/participant.ts'
import { line } from './shape.ts'
import { namedPeople, type SignUpCodeShown } from './sign-up-code.ts'

/** `POST /programmes/{slug}/designations`: people proposed for a role, and who proposes them, in words they read (C6). */
export const designationInput = v.strictObject({
  role: v.picklist(ROLES),
  proposed_by: line(200),
  people: namedPeople,
})
export type DesignationInput = v.InferOutput<typeof designationInput>

/** What became of a designation: who was written to, who is to be handed a code, who was there already. */
export interface DesignationShown {
  invited: string[]
  unreachable: SignUpCodeShown[]
  already: { person: string; state: ParticipantState }[]
}
