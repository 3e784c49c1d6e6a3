import * as v from 'valibot'
import { externalId as externalIdShape } from '#contract/employee.ts'
import { employeeFromUser, type ScimDocument } from '#contract/scim/user.ts'
import { employeeOf } from '#domain/employee-import.ts'
import type { Employee, PersonRecord } from '#domain/person.ts'

/** The manager that a document names, as it names them. */
export function managerSaid(document: ScimDocument): string | null {
  return employeeFromUser(document, null).manager
}

/** What the provider calls the user, where it is a key that HR could have given. */
export function keySaid(document: ScimDocument): string | null {
  return v.is(externalIdShape, document.externalId) ? document.externalId : null
}

/** What somebody becomes by a document: who was known before it, what was said of them then, and what is said now. */
export interface PersonChange {
  person: PersonRecord | null
  before: ScimDocument | null
  after: ScimDocument
  externalId: string | null
  /** The managers that both documents name, by reference. */
  manager: { before: string | null; after: string | null }
}

/**
 * The person after a document. What it says holds. Where it is silent, what it said before is cleared, and what came from
 * elsewhere (a grade from an HR file) stays: an identity provider seldom knows grades, and must not wipe them out.
 */
export function personAfter({ person, before, after, externalId, manager }: PersonChange): Employee {
  const now = { ...employeeFromUser(after, externalId), manager: manager.after }
  if (!person) return now
  const then = before ? { ...employeeFromUser(before, externalId), manager: manager.before } : null
  const kept = employeeOf(person)
  const isSaid = saidFields(after)
  const result = { ...kept, external_id: externalId, active: now.active }
  for (const field of Object.keys(isSaid) as (keyof typeof isSaid)[]) {
    const isHeard = (isSaid[field] ?? now[field] !== null) || kept[field] === null
    if (isHeard || (then && kept[field] === then[field])) Object.assign(result, { [field]: now[field] })
  }
  return result
}

/** Whether a body says if somebody works here; a user replaced without a word of it stays what they were. */
export function speaksOfActive(body: unknown): boolean {
  return Object.keys(body as object).some((name) => /^(?:.*:user:)?active$/i.test(name))
}

/**
 * Whether a document speaks of each field itself; null where a value is proof enough. Names and relation have a fallback,
 * which says nothing.
 */
function saidFields(document: ScimDocument) {
  const name = (document.name ?? {}) as { givenName?: unknown; familyName?: unknown }
  return {
    given_name: Boolean(name.givenName),
    family_name: Boolean(name.familyName),
    relation: Boolean(document.userType),
    email: Array.isArray(document.emails),
    grade: null,
    grade_rank: null,
    job_family: null,
    subsidiary: null,
    site: null,
    language: null,
    hired_in: null,
    leaves_on: null,
    manager: null,
  } satisfies Partial<Record<keyof Employee, boolean | null>>
}
