/**
 * Everything that can happen, and whether the outside world (webhooks, the event feed) hears of it.
 * Events carry ids and names of changed fields, never names of people, answers, refusals or pulses.
 */
export const EVENT_TYPES = {
  'person.created': 'inside',
  'person.updated': 'inside',
  'person.deleted': 'inside',
  'reporting-moves.applied': 'inside',
  'employee-import.received': 'inside',
  'employee-import.advanced': 'inside',
  'employee-import.completed': 'outside',
  'employee-import.waiting': 'inside',
  'employee-import.confirmed': 'inside',
  'employee-import.abandoned': 'inside',
  'column-mapping.changed': 'inside',
  'scim-group.created': 'inside',
  'scim-group.updated': 'inside',
  'scim-group.deleted': 'inside',
  'programme.created': 'outside',
  'programme.updated': 'outside',
  'programme.published': 'outside',
  'programme.unpublished': 'outside',
  'programme.questions-changed': 'inside',
  'draft.saved': 'inside',
  'draft.erased': 'inside',
  'sign-up.received': 'inside',
  'sign-up-code.created': 'inside',
  'participant.invited': 'inside',
  'invitation.answered': 'inside',
  'participant.withdrawn': 'outside',
  'conversation.opened': 'inside',
  'conversation.closed': 'inside',
  'topic.changed': 'inside',
  'topic-suggestion.decided': 'inside',
  'esco-skills.imported': 'inside',
  'resource.created': 'inside',
  'resource.updated': 'inside',
  'resource.deleted': 'inside',
  'testimony.received': 'inside',
  'testimony.decided': 'inside',
  'contact-message.received': 'inside',
  'contact-message.answered': 'inside',
  'organisation.updated': 'inside',
  'participant.joined': 'outside',
  'participant.updated': 'outside',
  'match-run.queued': 'inside',
  'match-run.completed': 'outside',
  'match-run.failed': 'outside',
  'match-run.approved': 'outside',
  'lock.created': 'inside',
  'lock.deleted': 'inside',
  'ban.created': 'inside',
  'ban.deleted': 'inside',
  'group.created': 'inside',
  'group.updated': 'inside',
  'group.deleted': 'inside',
  'exclusion.created': 'inside',
  'exclusion.deleted': 'inside',
  'mentor-wish.created': 'inside',
  'mentor-wish.deleted': 'inside',
  'proposal.answered': 'inside',
  'proposal.checked': 'inside',
  'proposal.lapsed': 'outside',
  'pair.started': 'outside',
  'pair.suspended': 'outside',
  'pair.resumed': 'outside',
  'pair.ended': 'outside',
  'organiser.added': 'inside',
  'organiser.changed': 'inside',
  'organiser.removed': 'inside',
  'organiser.signed-in': 'inside',
  'key.created': 'inside',
  'key.rotated': 'inside',
  'key.revoked': 'inside',
  'webhook-endpoint.created': 'inside',
  'webhook-endpoint.deleted': 'inside',
} as const

export type EventType = keyof typeof EVENT_TYPES

/** What happened to one subject; (subject, version) is unique, which makes it the optimistic lock. */
export interface Happening {
  type: EventType
  subject: string
  version: number
  data: Record<string, string | number | boolean | null | string[]>
}

export function concernsOutside(type: EventType): boolean {
  return EVENT_TYPES[type] === 'outside'
}
