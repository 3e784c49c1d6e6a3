import { EVENT_TYPES, type EventType } from './event.ts'

/**
 * What the security log tells of: who may come in (keys, the programme team and their sign-ins), where data are sent
 * (webhook endpoints), and the decisions that let many people go at once (employee imports that somebody confirmed).
 */
export const SECURITY_EVENT_TYPES: readonly EventType[] = (Object.keys(EVENT_TYPES) as EventType[]).filter(
  (type) => /^(key|organiser|webhook-endpoint)\./.test(type) || type === 'employee-import.confirmed',
)

/** The prefixes of the ids that these events are about. */
export const SECURITY_SUBJECTS = ['key', 'org', 'whe', 'imp'] as const
