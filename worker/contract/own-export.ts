import * as v from 'valibot'
import { PAIR_STATES } from '#domain/pair.ts'
import { PARTICIPANT_STATES, ROLES } from '#domain/participant.ts'
import { CONVERSATION_STATES, conversationReason } from './conversation.ts'
import { employeeShown } from './employee.ts'
import { countShown, instantShown } from './shape.ts'

const role = v.picklist(ROLES)

/** A text that somebody accepted, word for word; null where it was not kept. */
const acceptedText = v.strictObject({ version: countShown, text: v.nullable(v.string()) })

const participation = v.strictObject({
  id: v.string(),
  programme: v.string(),
  role,
  state: v.picklist(PARTICIPANT_STATES),
  proposed_by: v.nullable(v.string()),
  /** As they are kept, by the key of the question. */
  answers: v.record(v.string(), v.unknown()),
  answers_in_words: v.array(v.strictObject({ key: v.string(), label: v.string(), text: v.string() })),
  questionnaire_version: countShown,
  own_questions_version: countShown,
  consents: v.strictObject({
    volunteer_at: v.nullable(instantShown),
    charter_at: v.nullable(instantShown),
    reminders: v.boolean(),
    charter: acceptedText,
    notice: acceptedText,
  }),
  conversation: v.nullable(
    v.strictObject({
      reasons: v.array(conversationReason),
      state: v.picklist(CONVERSATION_STATES),
      outcome: v.nullable(v.string()),
    }),
  ),
  joined_at: instantShown,
})

const partner = { name: v.string(), field: v.nullable(v.string()), entity: v.nullable(v.string()) }

const proposal = v.strictObject({
  id: v.string(),
  programme: v.string(),
  role,
  state: v.picklist(['open', 'paired', 'lapsed']),
  /** One’s own answer, never the other’s. */
  my_answer: v.nullable(v.picklist(['acceptance', 'refusal'])),
  deadline_at: v.nullable(instantShown),
  time_zone: v.string(),
  partner: v.strictObject(partner),
  why: v.array(v.string()),
  tips: v.array(v.string()),
  exception: v.nullable(v.strictObject({ levels: countShown, reasons: v.array(v.string()) })),
})

const pair = v.strictObject({
  id: v.string(),
  programme: v.string(),
  role,
  state: v.picklist(PAIR_STATES),
  started_at: instantShown,
  time_zone: v.string(),
  partner: v.strictObject({ ...partner, email: v.nullable(v.string()) }),
  common: v.array(v.string()),
})

/** `GET /me/export`: everything about the person who asks (GDPR art. 15 and 20), in the language of the request. */
export const ownExportShown = v.strictObject({
  exported_at: instantShown,
  readable_page: v.string(),
  person: employeeShown,
  participations: v.array(participation),
  mentor_wishes: v.array(v.strictObject({ programme: v.string(), email: v.string() })),
  exclusions: v.array(v.strictObject({ id: v.string(), email: v.string() })),
  proposals: v.array(proposal),
  pairs: v.array(pair),
})
export type OwnExportShown = v.InferOutput<typeof ownExportShown>
