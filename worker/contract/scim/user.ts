import { readBody, type ScimDocument, settleUser } from './document.ts'
import { showMeta } from './meta.ts'
import { extensionsOf } from './path.ts'
import { ENTERPRISE_SCHEMA, USER_SCHEMA } from './schema.ts'
import { isObject } from './value.ts'
import { writeKeys } from './write.ts'

export type { ScimDocument } from './document.ts'
export { employeeFromUser, overlay } from './user-employee.ts'

/** What the store knows of a user beside the document. */
export interface UserFacts {
  id: string
  /** As the identity provider sent it. */
  externalId: string | null
  version: number
  /** Epoch ms. */
  createdAt: number
  updatedAt: number
  /** Address of the SCIM service without a slash at the end: `https://…/scim/v2`. */
  baseUrl: string
  groups: { value: string; display: string }[]
  managerName: string | null
}

/**
 * The body of a POST or PUT as it is kept: values as sent, names as the schemas write them, booleans as booleans,
 * nulls, empty lists, read-only, unknown and never-kept attributes left out. `active` is true where it is not said.
 * Throws ScimError.
 */
export function readUser(body: unknown): ScimDocument {
  const document: ScimDocument = {}
  writeKeys(document, readBody(body, 'User'), 'replace')
  document.active ??= true
  return settleUser(document)
}

/** A whole User as it leaves, with `schemas`, `id` and `meta`. */
export function showUser(document: ScimDocument, facts: UserFacts): ScimDocument {
  const shown = structuredClone(document)
  const extensions = extensionsOf('User').filter((urn) => isObject(shown[urn]))
  const manager = (shown[ENTERPRISE_SCHEMA] as ScimDocument | undefined)?.manager
  if (isObject(manager) && facts.managerName !== null) manager.displayName = facts.managerName
  const groups = facts.groups.map(({ value, display }) => ({
    value,
    $ref: `${facts.baseUrl}/Groups/${encodeURIComponent(value)}`,
    display,
    type: 'direct',
  }))
  return {
    schemas: [USER_SCHEMA, ...extensions],
    id: facts.id,
    ...shown,
    ...(facts.externalId === null ? {} : { externalId: facts.externalId }),
    ...(groups.length > 0 ? { groups } : {}),
    meta: showMeta('User', facts, `${facts.baseUrl}/Users/${encodeURIComponent(facts.id)}`),
  }
}
