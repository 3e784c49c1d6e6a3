import * as v from 'valibot'
import { PARTICIPANT_STATES, ROLES } from '#domain/participant.ts'
import { line } from './shape.ts'
import { namedPeople, signUpCodeShown } from './sign-up-code.ts'

/** `POST /programmes/{slug}/designations`: people proposed for a role, and who proposes them, in words they read (C6). */
export const designationInput = v.strictObject({
  role: v.picklist(ROLES),
  proposed_by: line(200),
  people: namedPeople,
})
export type DesignationInput = v.InferOutput<typeof designationInput>

/** What became of a designation: who was written to, who is to be handed a code, who was there already. */
export const designationShown = v.strictObject({
  invited: v.array(v.string()),
  unreachable: v.array(signUpCodeShown),
  already: v.array(v.strictObject({ person: v.string(), state: v.picklist(PARTICIPANT_STATES) })),
})
export type DesignationShown = v.InferOutput<typeof designationShown>
