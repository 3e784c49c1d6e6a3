import { Hono } from 'hono'
import { methodNotAllowed } from '#http/method.ts'
import type { App } from '#http/service-context.ts'
import { explanationRoutes } from './console/explanation.ts'
import { keyRoutes } from './console/key.ts'
import { matchRunRoutes } from './console/match-run.ts'
import { namedGroupRoutes } from './console/named-group.ts'
import { organiserRoutes } from './console/organiser.ts'
import { pairDecisionRoutes } from './console/pair-decision.ts'
import { programmeRoutes as consoleProgrammeRoutes } from './console/programme.ts'
import { employeeRoutes } from './hris/employee.ts'
import { employeeImportRoutes } from './hris/employee-import.ts'
import { eventRoutes } from './hris/event.ts'
import { pairRoutes } from './hris/pair.ts'
import { participantRoutes } from './hris/participant.ts'
import { webhookEndpointRoutes } from './hris/webhook-endpoint.ts'
import { healthRoutes } from './open/health.ts'
import { programmeRoutes } from './open/programme.ts'
import { sessionRoutes } from './open/session.ts'
import { signUpRoutes } from './open/sign-up.ts'
import { exclusionRoutes } from './participant/exclusion.ts'
import { mentorWishRoutes } from './participant/mentor-wish.ts'
import { proposalRoutes } from './participant/proposal.ts'

/** Every door of the API, by who it is for. A test asks each one what it says to a stranger. */
export const DOORS = {
  open: [healthRoutes, programmeRoutes, signUpRoutes, sessionRoutes],
  participant: [proposalRoutes, exclusionRoutes, mentorWishRoutes],
  hris: [
    employeeRoutes,
    employeeImportRoutes,
    participantRoutes,
    pairRoutes,
    eventRoutes,
    webhookEndpointRoutes,
  ],
  console: [
    consoleProgrammeRoutes,
    pairDecisionRoutes,
    namedGroupRoutes,
    matchRunRoutes,
    explanationRoutes,
    organiserRoutes,
    keyRoutes,
  ],
} as const

export const doors = new Hono<App>()
for (const rooms of Object.values(DOORS)) {
  for (const room of rooms) doors.route('/', room as Hono<App>)
}
doors.all('*', methodNotAllowed(doors))
