import { complex, dateTime, integer, reference, type ScimAttribute, string } from './attribute.ts'
import { CORE_USER } from './core-user.ts'

export { ERROR_SCHEMA } from './error.ts'

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const OWN_SCHEMA = 'urn:ietf:params:scim:schemas:extension:binome:2.0:User'
export const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
export const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest'

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema'
const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType'
const PROVIDER_CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'

/** Sizes of a page; `readListQuery` holds to them. */
export const DEFAULT_PAGE_SIZE = 100
export const MAX_PAGE_SIZE = 200
/** Seconds for which a cursor stays good. */
export const CURSOR_TIMEOUT_SECONDS = 3600

export type ScimResource = 'User' | 'Group'

export interface ScimSchema {
  schemas: [string]
  id: string
  name: string
  description: string
  attributes: ScimAttribute[]
}

const ENTERPRISE_USER: ScimAttribute[] = [
  string('employeeNumber', 'The number of this person at the employer.'),
  string('costCenter', 'Cost centre.'),
  string('organization', 'The subsidiary (legal entity).'),
  string('division', 'Division.'),
  string('department', 'Department.'),
  complex('manager', 'The manager. May be named before having arrived.', [
    string('value', 'The id of the manager; the externalId or userName is accepted too.', {
      caseExact: true,
    }),
    reference('$ref', 'The address of the manager.', ['User']),
    string('displayName', 'The name of the manager.', { mutability: 'readOnly' }),
  ]),
]

const OWN_USER: ScimAttribute[] = [
  string('jobFamily', 'Field of work, such as Finance.'),
  string('grade', 'Grade, as the company names it.'),
  integer('gradeRank', 'Seniority of the grade; a higher number is more senior.'),
  string('hireDate', 'First day or month in the company, as YYYY-MM-DD or YYYY-MM.'),
  string('terminationDate', 'Last day in the company, as YYYY-MM-DD.'),
  string('site', 'Place of work.'),
]

const GROUP: ScimAttribute[] = [
  string('displayName', 'The name of the group.', { required: true, uniqueness: 'server' }),
  complex(
    'members',
    'The people in the group.',
    [
      string('value', 'The id of the person.', { mutability: 'immutable', caseExact: true }),
      reference('$ref', 'The address of the person.', ['User'], { mutability: 'immutable' }),
      string('display', 'The name of the person.', { mutability: 'readOnly' }),
      string('type', 'What the member is.', { mutability: 'immutable', canonicalValues: ['User'] }),
    ],
    { multiValued: true },
  ),
]

/** Attributes that every resource has without a schema listing them (RFC 7643 §3.1). */
export const COMMON: ScimAttribute[] = [
  reference('schemas', 'The schemas in use.', ['uri'], { mutability: 'readOnly', returned: 'always' }),
  string('id', 'The id of the resource.', {
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
    caseExact: true,
  }),
  string('externalId', 'The id at the identity provider.', { caseExact: true }),
  complex(
    'meta',
    'Facts about the resource.',
    [
      string('resourceType', 'User or Group.', { mutability: 'readOnly', caseExact: true }),
      dateTime('created', 'When it was created.', { mutability: 'readOnly' }),
      dateTime('lastModified', 'When it was last changed.', { mutability: 'readOnly' }),
      reference('location', 'Its address.', ['uri'], { mutability: 'readOnly' }),
      string('version', 'Its version, as an entity tag.', { mutability: 'readOnly', caseExact: true }),
    ],
    { mutability: 'readOnly' },
  ),
]

function schema(id: string, name: string, description: string, attributes: ScimAttribute[]): ScimSchema {
  return { schemas: [SCHEMA], id, name, description, attributes }
}

/** The schemas, as `/Schemas` shows them: exactly what is kept and given back. */
export const SCHEMAS: ScimSchema[] = [
  schema(USER_SCHEMA, 'User', 'A person of the company', CORE_USER),
  schema(GROUP_SCHEMA, 'Group', 'A group of people', GROUP),
  schema(ENTERPRISE_SCHEMA, 'EnterpriseUser', 'A person’s place in the company', ENTERPRISE_USER),
  schema(OWN_SCHEMA, 'BinomeUser', 'What mentoring needs to know of a job', OWN_USER),
]

/** The resource types, as `/ResourceTypes` shows them. */
export const RESOURCE_TYPES: object[] = [
  {
    schemas: [RESOURCE_TYPE],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'A person of the company',
    schema: USER_SCHEMA,
    schemaExtensions: [
      { schema: ENTERPRISE_SCHEMA, required: false },
      { schema: OWN_SCHEMA, required: false },
    ],
  },
  {
    schemas: [RESOURCE_TYPE],
    id: 'Group',
    name: 'Group',
    endpoint: '/Groups',
    description: 'A group of people',
    schema: GROUP_SCHEMA,
    schemaExtensions: [],
  },
]

/** What this service can do (RFC 7643 §5, RFC 9865 §4). */
export function serviceProviderConfig(): object {
  return {
    schemas: [PROVIDER_CONFIG],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MAX_PAGE_SIZE },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: DEFAULT_PAGE_SIZE,
      maxPageSize: MAX_PAGE_SIZE,
      cursorTimeout: CURSOR_TIMEOUT_SECONDS,
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'OAuth bearer token',
        description:
          'A key with the scope scim, or a token of POST /oauth/token, in the Authorization header.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
  }
}
