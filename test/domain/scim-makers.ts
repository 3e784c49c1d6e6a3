import type { ScimAttribute } from '#contract/scim/attribute.ts'
import { ScimError } from '#contract/scim/error.ts'
import { patchUser } from '#contract/scim/patch.ts'
import { ENTERPRISE_SCHEMA, OWN_SCHEMA, PATCH_OP, SCHEMAS, USER_SCHEMA } from '#contract/scim/schema.ts'
import { readUser, type ScimDocument } from '#contract/scim/user.ts'
import { seededNumbers } from '#test/answer-makers.ts'

export const ENTERPRISE = ENTERPRISE_SCHEMA
export const OWN = OWN_SCHEMA

/** A user as Entra creates one, with every kind of attribute. */
export function provisioned(more: Record<string, unknown> = {}): ScimDocument {
  return readUser({
    schemas: [USER_SCHEMA, ENTERPRISE],
    userName: 'lea.moreau@armor.example',
    externalId: '9f3c',
    name: { givenName: 'Léa', familyName: 'Moreau', formatted: 'Léa Moreau' },
    displayName: 'Léa Moreau',
    active: true,
    emails: [{ value: 'lea.moreau@armor.example', type: 'work', primary: true }],
    [ENTERPRISE]: { employeeNumber: '00421', department: 'Achats' },
    ...more,
  })
}

/** A user after some operations. */
export function patched(document: ScimDocument, ...operations: object[]): ScimDocument {
  return patchUser(document, { schemas: [PATCH_OP], Operations: operations })
}

/** The refusal that a call ends with; fails where there is none, or where it is no ScimError. */
export function refusalOf(call: () => unknown): ScimError {
  try {
    call()
  } catch (error) {
    if (error instanceof ScimError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

export function schemaOf(id: string) {
  return SCHEMAS.find((schema) => schema.id === id)!
}

/** Draws from a seed. */
export function draws(seed: number) {
  const next = seededNumbers(seed)
  const below = (count: number) => Math.floor(next() * count)
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)]!
  return { next, below, pick, some: (share: number) => next() < share }
}
export type Draws = ReturnType<typeof draws>

const WORDS = [
  'Achats',
  'É',
  'élan',
  'a',
  'A b',
  '100 %',
  'Łódź',
  'x@y.fr',
  '',
  ' ',
  '日本',
  "O'Neil",
  '"q"',
  '\\',
  '🌍',
]

/** A value that a schema allows for an attribute. */
export function drawValue(draw: Draws, attribute: ScimAttribute): unknown {
  if (attribute.multiValued) {
    const values = Array.from({ length: 1 + draw.below(3) }, () => drawComplex(draw, attribute))
    values.slice(1).forEach((value) => {
      if (value.primary) value.primary = false
    })
    return values
  }
  if (attribute.type === 'complex') return drawComplex(draw, attribute)
  if (attribute.type === 'boolean') return draw.some(0.5)
  if (attribute.type === 'integer') return draw.below(40) - 20
  const types = attribute.canonicalValues
  if (types) return draw.pick(types)
  return `${draw.pick(WORDS)}${draw.pick(WORDS)}${draw.below(5)}`
}

function drawComplex(draw: Draws, attribute: ScimAttribute): Record<string, unknown> {
  const subs = attribute.subAttributes!.filter(({ mutability }) => mutability !== 'readOnly')
  const kept = subs.filter(({ name }) => name === 'value' || draw.some(0.6))
  return Object.fromEntries((kept.length > 0 ? kept : subs).map((sub) => [sub.name, drawValue(draw, sub)]))
}

/** Every attribute that may be written on a user, with the path that names it. */
export function writable(): { path: string; schema: string | null; attribute: ScimAttribute }[] {
  return [USER_SCHEMA, ENTERPRISE, OWN].flatMap((schema) =>
    schemaOf(schema)
      .attributes.filter(({ mutability }) => mutability === 'readWrite')
      .map((attribute) => ({
        path: schema === USER_SCHEMA ? attribute.name : `${schema}:${attribute.name}`,
        schema: schema === USER_SCHEMA ? null : schema,
        attribute,
      })),
  )
}

/** A body with a few attributes of each schema, as an identity provider might send it. */
export function drawBody(draw: Draws): ScimDocument {
  const body: ScimDocument = { schemas: [USER_SCHEMA, ENTERPRISE, OWN], active: draw.some(0.7) }
  for (const { schema, attribute } of writable()) {
    if (attribute.name === 'active' || draw.some(0.5)) continue
    const value = drawValue(draw, attribute)
    if (schema === null) body[attribute.name] = value
    else body[schema] = { ...(body[schema] as object), [attribute.name]: value }
  }
  return { ...body, userName: `u${draw.below(1_000_000)}` }
}
