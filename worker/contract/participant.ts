import * as v from 'valibot'
import { PARTICIPANT_STATES, ROLES } from '#domain/participant.ts'
import { countShown, instantShown } from './shape.ts'

/** A participant as it leaves: who takes part, in which role, and where they work; never an answer. */
export const participantShown = v.strictObject({
  id: v.string(),
  programme: v.string(),
  person: v.string(),
  role: v.picklist(ROLES),
  capacity: countShown,
  state: v.picklist(PARTICIPANT_STATES),
  given_name: v.string(),
  family_name: v.string(),
  job_family: v.nullable(v.string()),
  subsidiary: v.nullable(v.string()),
  site: v.nullable(v.string()),
  created_at: instantShown,
  updated_at: instantShown,
})
export type ParticipantShown = v.InferOutput<typeof participantShown>
