import { Hono } from 'hono'
import { methodNotAllowed } from '#http/method.ts'
import type { App } from '#http/service-context.ts'
import { answerRoutes } from './console/answer.ts'
import { contactMessageRoutes } from './console/contact-message.ts'
import { conversationRoutes } from './console/conversation.ts'
import { designationRoutes } from './console/designation.ts'
import { explanationRoutes } from './console/explanation.ts'
import { helpRequestRoutes } from './console/help.ts'
import { hierarchyReportRoutes } from './console/hierarchy-report.ts'
import { ideaRoutes } from './console/idea.ts'
import { keyRoutes } from './console/key.ts'
import { learningModuleRoutes } from './console/learning-module.ts'
import { mailProblemRoutes } from './console/mail-problem.ts'
import { matchRunRoutes } from './console/match-run.ts'
import { namedGroupRoutes } from './console/named-group.ts'
import { organisationRoutes } from './console/organisation.ts'
import { organiserRoutes } from './console/organiser.ts'
import { ownQuestionRoutes } from './console/own-question.ts'
import { pairDecisionRoutes } from './console/pair-decision.ts'
import { pairWayRoutes } from './console/pair-way.ts'
import { preparationRoutes } from './console/preparation.ts'
import { programmeRoutes as consoleProgrammeRoutes } from './console/programme.ts'
import { referentRoutes } from './console/referent.ts'
import { resourceConsoleRoutes } from './console/resource.ts'
import { securityEventRoutes } from './console/security-event.ts'
import { signUpCodeRoutes } from './console/sign-up-code.ts'
import { talentRoutes } from './console/talent.ts'
import { taskRoutes } from './console/task.ts'
import { testimonyDecisionRoutes } from './console/testimony.ts'
import { topicRoutes as consoleTopicRoutes } from './console/topic.ts'
import { trainingHoursRoutes } from './console/training-hours.ts'
import { troubleRoutes } from './console/trouble.ts'
import { columnMappingRoutes } from './hris/column-mapping.ts'
import { employeeRoutes } from './hris/employee.ts'
import { employeeImportRoutes } from './hris/employee-import.ts'
import { eventRoutes } from './hris/event.ts'
import { outcomeRoutes } from './hris/outcome.ts'
import { pairRoutes } from './hris/pair.ts'
import { participantRoutes } from './hris/participant.ts'
import { pairPulseRoutes } from './hris/pulse.ts'
import { sealRoutes } from './hris/seal.ts'
import { webhookDeliveryRoutes } from './hris/webhook-delivery.ts'
import { webhookEndpointRoutes } from './hris/webhook-endpoint.ts'
import { contactRoutes } from './open/contact-message.ts'
import { feedbackRoutes } from './open/feedback.ts'
import { healthRoutes } from './open/health.ts'
import { invitationRoutes } from './open/invitation.ts'
import { mailRoutes } from './open/mail.ts'
import { openapiRoutes } from './open/openapi.ts'
import { programmeRoutes } from './open/programme.ts'
import { resourceRoutes } from './open/resource.ts'
import { sessionRoutes } from './open/session.ts'
import { signUpRoutes } from './open/sign-up.ts'
import { testimonyRoutes } from './open/testimony.ts'
import { topicRoutes } from './open/topic.ts'
import { calendarFeedRoutes } from './participant/calendar-feed.ts'
import { closingRoutes } from './participant/closing.ts'
import { exclusionRoutes } from './participant/exclusion.ts'
import { mentorWishRoutes } from './participant/mentor-wish.ts'
import { ownAnswersRoutes } from './participant/own-answers.ts'
import { pairSessionRoutes } from './participant/pair-session.ts'
import { pairStartRoutes } from './participant/pair-start.ts'
import { pairWayDoors } from './participant/pair-way.ts'
import { preferenceRoutes } from './participant/preference.ts'
import { proposalRoutes } from './participant/proposal.ts'
import { pulseRoutes } from './participant/pulse.ts'
import { mailedSurveyRoutes, surveyRoutes } from './participant/survey.ts'
import { takeawayRoutes } from './participant/takeaway.ts'

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
    feedbackRoutes,
    resourceRoutes,
    mailedSurveyRoutes,
    mailRoutes,
  ],
  participant: [
    pairWayDoors,
    pairStartRoutes,
    proposalRoutes,
    pulseRoutes,
    ownAnswersRoutes,
    exclusionRoutes,
    mentorWishRoutes,
    calendarFeedRoutes,
    preferenceRoutes,
    surveyRoutes,
    closingRoutes,
    pairSessionRoutes,
    takeawayRoutes,
  ],
  hris: [
    employeeRoutes,
    employeeImportRoutes,
    columnMappingRoutes,
    participantRoutes,
    pairRoutes,
    outcomeRoutes,
    pairPulseRoutes,
    eventRoutes,
    sealRoutes,
    webhookEndpointRoutes,
    webhookDeliveryRoutes,
  ],
  console: [
    consoleProgrammeRoutes,
    learningModuleRoutes,
    preparationRoutes,
    pairDecisionRoutes,
    pairWayRoutes,
    helpRequestRoutes,
    referentRoutes,
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
    taskRoutes,
    contactMessageRoutes,
    testimonyDecisionRoutes,
    talentRoutes,
    resourceConsoleRoutes,
    organisationRoutes,
    organiserRoutes,
    keyRoutes,
    securityEventRoutes,
    mailProblemRoutes,
    troubleRoutes,
    ideaRoutes,
    trainingHoursRoutes,
  ],
} as const

export const doors = new Hono<App>()
for (const rooms of Object.values(DOORS)) {
  for (const room of rooms) doors.route('/', room as Hono<App>)
}
doors.all('*', methodNotAllowed(doors))
