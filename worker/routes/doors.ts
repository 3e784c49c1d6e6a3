import { Hono } from 'hono'
import { methodNotAllowed } from '#http/method.ts'
import type { App } from '#http/service-context.ts'
import { answerRoutes } from './console/answer.ts'
import { contactMessageRoutes } from './console/contact-message.ts'
import { conversationRoutes } from './console/conversation.ts'
import { designationRoutes } from './console/designation.ts'
import { explanationRoutes } from './console/explanation.ts'
import { hierarchyReportRoutes } from './console/hierarchy-report.ts'
import { keyRoutes } from './console/key.ts'
import { matchRunRoutes } from './console/match-run.ts'
import { namedGroupRoutes } from './console/named-group.ts'
import { organisationRoutes } from './console/organisation.ts'
import { organiserRoutes } from './console/organiser.ts'
import { ownQuestionRoutes } from './console/own-question.ts'
import { pairDecisionRoutes } from './console/pair-decision.ts'
import { programmeRoutes as consoleProgrammeRoutes } from './console/programme.ts'
import { resourceConsoleRoutes } from './console/resource.ts'
import { securityEventRoutes } from './console/security-event.ts'
import { signUpCodeRoutes } from './console/sign-up-code.ts'
import { testimonyDecisionRoutes } from './console/testimony.ts'
import { topicRoutes as consoleTopicRoutes } from './console/topic.ts'
import { columnMappingRoutes } from './hris/column-mapping.ts'
import { employeeRoutes } from './hris/employee.ts'
import { employeeImportRoutes } from './hris/employee-import.ts'
import { eventRoutes } from './hris/event.ts'
import { outcomeRoutes } from './hris/outcome.ts'
import { pairRoutes } from './hris/pair.ts'
import { participantRoutes } from './hris/participant.ts'
import { webhookEndpointRoutes } from './hris/webhook-endpoint.ts'
import { contactRoutes } from './open/contact-message.ts'
import { healthRoutes } from './open/health.ts'
import { invitationRoutes } from './open/invitation.ts'
import { openapiRoutes } from './open/openapi.ts'
import { programmeRoutes } from './open/programme.ts'
import { resourceRoutes } from './open/resource.ts'
import { sessionRoutes } from './open/session.ts'
import { signUpRoutes } from './open/sign-up.ts'
import { testimonyRoutes } from './open/testimony.ts'
import { topicRoutes } from './open/topic.ts'
import { exclusionRoutes } from './participant/exclusion.ts'
import { mentorWishRoutes } from './participant/mentor-wish.ts'
import { ownAnswersRoutes } from './participant/own-answers.ts'
import { proposalRoutes } from './participant/proposal.ts'

/** Every door of the API, by who it is for. A test asks each one what it says to a stranger. */
export const DOORS = {
  open: [
    healthRoutes,
    openapiRoutes,
    programmeRoutes,
    signUpRoutes,
    topicRoutes,
    invitationRoutes,
    sessionRoutes,
    contactRoutes,
    testimonyRoutes,
    resourceRoutes,
  ],
  participant: [proposalRoutes, ownAnswersRoutes, exclusionRoutes, mentorWishRoutes],
  hris: [
    employeeRoutes,
    employeeImportRoutes,
    columnMappingRoutes,
    participantRoutes,
    pairRoutes,
    outcomeRoutes,
    eventRoutes,
    webhookEndpointRoutes,
  ],
  console: [
    consoleProgrammeRoutes,
    pairDecisionRoutes,
    namedGroupRoutes,
    consoleTopicRoutes,
    matchRunRoutes,
    explanationRoutes,
    hierarchyReportRoutes,
    ownQuestionRoutes,
    answerRoutes,
    designationRoutes,
    signUpCodeRoutes,
    conversationRoutes,
    contactMessageRoutes,
    testimonyDecisionRoutes,
    resourceConsoleRoutes,
    organisationRoutes,
    organiserRoutes,
    keyRoutes,
    securityEventRoutes,
  ],
} as const

export const doors = new Hono<App>()
for (const rooms of Object.values(DOORS)) {
  for (const room of rooms) doors.route('/', room as Hono<App>)
}
doors.all('*', methodNotAllowed(doors))
