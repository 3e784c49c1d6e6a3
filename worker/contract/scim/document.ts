import { WORK_ONLY } from './core-user.ts'
import { refuse } from './error.ts'
import { CORE_OF } from './path.ts'
import { GROUP_SCHEMA, type ScimResource } from './schema.ts'
import { type Complex, isObject, readText } from './value.ts'

/** A resource without `schemas`, `id`, `meta` and `groups`: what the identity provider sent, in the names of the schemas. */
export type ScimDocument = Record<string, unknown>

const MAX_DOCUMENT_LENGTH = 100_000
const MAX_USER_NAME_LENGTH = 512
const ADSCIM_GROUP = 'http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/2.0/group'

/** The value of an attribute in a document. */
export function valueIn(document: ScimDocument, schema: string | null, name: string): unknown {
  const holder = schema === null ? document : document[schema]
  return isObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined
}

/** Sets an attribute, or takes it away where the value is undefined; an extension left empty goes with it. */
export function setIn(document: ScimDocument, schema: string | null, name: string, value: unknown): void {
  const holder = schema === null ? document : ((document[schema] as Complex | undefined) ?? {})
  if (value === undefined) delete holder[name]
  else holder[name] = value
  if (schema === null) return
  if (Object.keys(holder).length > 0) document[schema] = holder
  else delete document[schema]
}

/** The body as an object that speaks of this resource; `schemas` may be missing, other ones in it are accepted. */
export function readBody(body: unknown, resource: ScimResource): Record<string, unknown> {
  if (!isObject(body)) throw refuse('invalidSyntax', `Send one ${resource} as a JSON object.`)
  checkSchemas(body, CORE_OF[resource])
  return body
}

/** Refuses a body whose `schemas` does not name the one that is wanted. */
export function checkSchemas(body: Record<string, unknown>, wanted: string): void {
  const key = Object.keys(body).find((name) => name.toLowerCase() === 'schemas')
  const schemas = key === undefined ? null : body[key]
  if (schemas === null || (Array.isArray(schemas) && schemas.length === 0)) return
  const named = Array.isArray(schemas) ? schemas : [schemas]
  const isNamed = named.some(
    (one) =>
      typeof one === 'string' &&
      (one.toLowerCase() === wanted.toLowerCase() ||
        (wanted === GROUP_SCHEMA && one.toLowerCase() === ADSCIM_GROUP)),
  )
  if (!isNamed) throw refuse('invalidSyntax', `Name ${wanted} in "schemas".`)
}

/** Drops the values of a home, which are never kept. */
export function dropHome(document: ScimDocument): void {
  for (const name of WORK_ONLY) {
    const values = document[name] as Complex[] | undefined
    const kept = values?.filter(({ type }) => String(type).trim().toLowerCase() !== 'home')
    setIn(document, null, name, kept?.length ? kept : undefined)
  }
}

/** Drops what is never kept and checks what every user needs. Throws ScimError. */
export function settleUser(document: ScimDocument): ScimDocument {
  dropHome(document)
  checkUserName(document.userName)
  if (document.externalId !== undefined) {
    const externalId = readText(document.externalId, 'externalId')
    if (externalId === '') delete document.externalId
    if (externalId.length > MAX_USER_NAME_LENGTH)
      throw refuse('invalidValue', `externalId: send at most ${MAX_USER_NAME_LENGTH} characters.`)
  }
  if (JSON.stringify(document).length > MAX_DOCUMENT_LENGTH)
    throw refuse('invalidValue', `Send at most ${MAX_DOCUMENT_LENGTH} characters for one user.`)
  return document
}

function checkUserName(userName: unknown): void {
  if (userName === undefined) throw refuse('invalidValue', 'userName is required: send it.')
  const text = readText(userName, 'userName')
  if (text.trim() === '') throw refuse('invalidValue', 'userName is empty: send a name.')
  if (text.length > MAX_USER_NAME_LENGTH)
    throw refuse('invalidValue', `userName: send at most ${MAX_USER_NAME_LENGTH} characters.`)
}
