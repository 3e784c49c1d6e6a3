import type { SecurityEventShown } from '#contract/security-event.ts'
import type { Language } from '#domain/language.ts'
import { STAFF_ROLES, type StaffRole } from '#domain/permission.ts'
import { accessWordsIn } from '../words/console-access.ts'
import { teamWordsIn } from '../words/console-team.ts'

/** Who did it, as somebody reads it: an address, a key by its name, or what they were. */
export function whoDid({ actor }: Pick<SecurityEventShown, 'actor'>, language: Language): string {
  return nameOf(actor, language)
}

/** What they did, as the end of a sentence that begins with who. */
export function whatWasDone(
  { type, subject, data }: Pick<SecurityEventShown, 'type' | 'subject' | 'data'>,
  language: Language,
): string {
  const words = accessWordsIn(language).log
  const role = isRole(data.role) ? teamWordsIn(language).team.roles[data.role].toLowerCase() : ''
  const hasLeft = subject.id.startsWith('org_') && subject.name === null
  const what = hasLeft ? words.somebody : nameOf(subject, language)
  if (type === 'organiser.changed' && typeof data.digest === 'boolean') {
    return words.membership(what, role, data.digest)
  }
  return (words.events[type] ?? words.other)(what, role)
}

function nameOf({ id, name }: SecurityEventShown['actor'], language: Language): string {
  const words = accessWordsIn(language).log
  if (id.startsWith('key_')) return name === null ? words.aKey : words.keyNamed(name)
  if (id.startsWith('org_')) return name ?? words.left
  if (id.startsWith('whe_')) return name === null ? words.receiver : words.receiverNamed(name)
  return id === 'root' ? words.host : words.service
}

function isRole(role: unknown): role is StaffRole {
  return (STAFF_ROLES as readonly unknown[]).includes(role)
}
