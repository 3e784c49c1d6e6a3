/** What SCIM calls the kinds of a refusal: RFC 7644 §3.12, and RFC 9865 §2.1 for cursors. */
export const SCIM_TYPES = [
  'invalidFilter',
  'tooMany',
  'uniqueness',
  'mutability',
  'invalidSyntax',
  'invalidPath',
  'noTarget',
  'invalidValue',
  'invalidVers',
  'sensitive',
  'invalidCursor',
  'expiredCursor',
  'invalidCount',
] as const
export type ScimType = (typeof SCIM_TYPES)[number]

export const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** A refusal as SCIM words it; `detail` is English and tells what to do. */
export class ScimError extends Error {
  status: number
  scimType: ScimType | null
  detail: string

  constructor(status: number, scimType: ScimType | null, detail: string) {
    super(detail)
    this.name = 'ScimError'
    this.status = status
    this.scimType = scimType
    this.detail = detail
  }
}

/** A request that cannot be understood or kept: 400 with its kind. */
export function refuse(scimType: ScimType, detail: string): ScimError {
  return new ScimError(400, scimType, detail)
}

/** The body of a refusal (RFC 7644 §3.12): `status` is text, `scimType` only where there is one. */
export function scimErrorBody(error: ScimError): object {
  return {
    schemas: [ERROR_SCHEMA],
    status: String(error.status),
    ...(error.scimType ? { scimType: error.scimType } : {}),
    detail: error.detail,
  }
}
