import type { Operation } from './operation.ts'
import { CLOSING_OPERATIONS } from './operations/closing.ts'
import { COLUMN_MAPPING_OPERATIONS } from './operations/column-mapping.ts'
import { EMPLOYEE_OPERATIONS } from './operations/employee.ts'
import { EMPLOYEE_IMPORT_OPERATIONS } from './operations/employee-import.ts'
import { EVENT_OPERATIONS } from './operations/event.ts'
import { EXPLANATION_OPERATIONS } from './operations/explanation.ts'
import { HEALTH_OPERATIONS } from './operations/health.ts'
import { HIERARCHY_OPERATIONS } from './operations/hierarchy.ts'
import { KEY_OPERATIONS } from './operations/key.ts'
import { LEARNING_MODULE_OPERATIONS } from './operations/learning-module.ts'
import { MAIL_OPERATIONS } from './operations/mail.ts'
import { MATCH_RUN_OPERATIONS } from './operations/match-run.ts'
import { NAMED_GROUP_OPERATIONS } from './operations/named-group.ts'
import { OPENAPI_OPERATIONS } from './operations/openapi.ts'
import { ORGANISER_OPERATIONS } from './operations/organiser.ts'
import { OUTCOME_OPERATIONS } from './operations/outcome.ts'
import { OWN_QUESTION_OPERATIONS } from './operations/own-question.ts'
import { OWN_SPACE_OPERATIONS } from './operations/own-space.ts'
import { PAIR_OPERATIONS } from './operations/pair.ts'
import { PAIR_DECISION_OPERATIONS } from './operations/pair-decision.ts'
import { PAIR_SESSION_OPERATIONS } from './operations/pair-session.ts'
import { PAIR_START_OPERATIONS } from './operations/pair-start.ts'
import { PAIR_WAY_OPERATIONS } from './operations/pair-way.ts'
import { PARTICIPANT_OPERATIONS } from './operations/participant.ts'
import { PREFERENCE_OPERATIONS } from './operations/preference.ts'
import { PREPARATION_OPERATIONS } from './operations/preparation.ts'
import { PROGRAMME_OPERATIONS } from './operations/programme.ts'
import { PROPOSAL_OPERATIONS } from './operations/proposal.ts'
import { PULSE_OPERATIONS } from './operations/pulse.ts'
import { RESOURCE_OPERATIONS } from './operations/resource.ts'
import { SEAL_OPERATIONS } from './operations/seal.ts'
import { SECURITY_EVENT_OPERATIONS } from './operations/security-event.ts'
import { SESSION_OPERATIONS } from './operations/session.ts'
import { SIGN_UP_OPERATIONS } from './operations/sign-up.ts'
import { TASK_OPERATIONS } from './operations/task.ts'
import { TOPIC_OPERATIONS } from './operations/topic.ts'
import { TROUBLE_OPERATIONS } from './operations/trouble.ts'
import { VISITOR_OPERATIONS } from './operations/visitor.ts'
import { WEBHOOK_OPERATIONS } from './operations/webhook.ts'
import { WEBHOOK_DELIVERY_OPERATIONS } from './operations/webhook-delivery.ts'

/** Every door of the API below `/api/v1`, by the noun it serves. */
export const OPERATIONS = [
  ...CLOSING_OPERATIONS,
  ...COLUMN_MAPPING_OPERATIONS,
  ...EMPLOYEE_IMPORT_OPERATIONS,
  ...EMPLOYEE_OPERATIONS,
  ...EVENT_OPERATIONS,
  ...EXPLANATION_OPERATIONS,
  ...HEALTH_OPERATIONS,
  ...HIERARCHY_OPERATIONS,
  ...KEY_OPERATIONS,
  ...LEARNING_MODULE_OPERATIONS,
  ...MAIL_OPERATIONS,
  ...MATCH_RUN_OPERATIONS,
  ...NAMED_GROUP_OPERATIONS,
  ...OPENAPI_OPERATIONS,
  ...ORGANISER_OPERATIONS,
  ...OUTCOME_OPERATIONS,
  ...OWN_QUESTION_OPERATIONS,
  ...OWN_SPACE_OPERATIONS,
  ...PAIR_DECISION_OPERATIONS,
  ...PAIR_OPERATIONS,
  ...PAIR_START_OPERATIONS,
  ...PAIR_WAY_OPERATIONS,
  ...PAIR_SESSION_OPERATIONS,
  ...PARTICIPANT_OPERATIONS,
  ...PREFERENCE_OPERATIONS,
  ...PREPARATION_OPERATIONS,
  ...PROGRAMME_OPERATIONS,
  ...PROPOSAL_OPERATIONS,
  ...PULSE_OPERATIONS,
  ...RESOURCE_OPERATIONS,
  ...SEAL_OPERATIONS,
  ...SECURITY_EVENT_OPERATIONS,
  ...SESSION_OPERATIONS,
  ...SIGN_UP_OPERATIONS,
  ...TASK_OPERATIONS,
  ...TOPIC_OPERATIONS,
  ...TROUBLE_OPERATIONS,
  ...VISITOR_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
  ...WEBHOOK_DELIVERY_OPERATIONS,
] as const satisfies readonly Operation[]
