import * as v from 'valibot'
import { FEEDBACK_STATES, SURVEY_MOMENTS } from '#domain/feedback.ts'
import { PAIR_STATES } from '#domain/pair.ts'
import { PAIR_SESSION_STATES } from '#domain/pair-session.ts'
import { PARTICIPANT_STATES, ROLES } from '#domain/participant.ts'
import { PREPARATION_STATES } from '#domain/preparation.ts'
import { TAKEAWAY_KINDS, TAKEAWAY_STATES } from '#domain/takeaway.ts'
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
  ended_at: v.nullable(instantShown),
  time_zone: v.string(),
  partner: v.strictObject({ ...partner, email: v.nullable(v.string()) }),
  common: v.array(v.string()),
})

/** What happened in one’s pairs: what one wrote or felt, and what the two share. */
const life = v.strictObject({
  agreements: v.array(
    v.strictObject({
      pair: v.string(),
      aims: v.string(),
      rhythm: v.string(),
      ways: v.string(),
      mentor_accepted_at: v.nullable(instantShown),
      mentee_accepted_at: v.nullable(instantShown),
    }),
  ),
  sessions: v.array(
    v.strictObject({
      id: v.string(),
      pair: v.string(),
      state: v.picklist(PAIR_SESSION_STATES),
      starts_at: instantShown,
      minutes: countShown,
      place: v.nullable(v.string()),
      held_minutes: v.nullable(countShown),
    }),
  ),
  takeaways: v.array(
    v.strictObject({
      pair: v.string(),
      kind: v.picklist(TAKEAWAY_KINDS),
      text: v.string(),
      state: v.picklist(TAKEAWAY_STATES),
      created_at: instantShown,
    }),
  ),
  pulses: v.array(
    v.strictObject({
      session: v.string(),
      answers: v.record(v.string(), v.unknown()),
      created_at: instantShown,
    }),
  ),
  surveys: v.array(
    v.strictObject({
      pair: v.string(),
      moment: v.picklist(SURVEY_MOMENTS),
      answers: v.record(v.string(), v.unknown()),
      created_at: instantShown,
    }),
  ),
  feedback_requests: v.array(
    v.strictObject({
      kind: v.picklist(['pulse', 'survey']),
      pair: v.string(),
      state: v.picklist(FEEDBACK_STATES),
      reminders: countShown,
      created_at: instantShown,
    }),
  ),
  help_requests: v.array(
    v.strictObject({
      pair: v.nullable(v.string()),
      text: v.nullable(v.string()),
      state: v.picklist(['open', 'closed']),
      created_at: instantShown,
    }),
  ),
  separations: v.array(
    v.strictObject({ pair: v.string(), reason: v.nullable(v.string()), created_at: instantShown }),
  ),
  thank_you_notes: v.array(
    v.strictObject({
      pair: v.string(),
      text: v.string(),
      from: v.picklist(['me', 'partner']),
      created_at: instantShown,
    }),
  ),
  modules_completed: v.array(v.strictObject({ module: v.string(), completed_at: instantShown })),
  talent_choices: v.array(
    v.strictObject({ participation: v.string(), visible: v.boolean(), chosen_at: instantShown }),
  ),
  preparations: v.array(
    v.strictObject({
      pair: v.string(),
      state: v.picklist(PREPARATION_STATES),
      outcome: v.nullable(v.string()),
      created_at: instantShown,
    }),
  ),
  preferences: v.nullable(
    v.strictObject({
      time_zone: v.nullable(v.string()),
      reminders: v.boolean(),
      quiet_from: countShown,
      quiet_to: countShown,
    }),
  ),
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
  life,
})
export type OwnExportShown = v.InferOutput<typeof ownExportShown>
