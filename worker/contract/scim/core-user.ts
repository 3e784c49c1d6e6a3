import {
  boolean,
  complex,
  list,
  primary,
  reference,
  type ScimAttribute,
  string,
  typeOfValue,
} from './attribute.ts'

const name = complex('name', 'The parts of the name.', [
  string('formatted', 'The whole name, as it is shown.'),
  string('familyName', 'Family name.'),
  string('givenName', 'Given name.'),
  string('middleName', 'Middle names.'),
])

const addresses = complex(
  'addresses',
  'Addresses of the place of work. Home addresses are dropped.',
  [
    string('formatted', 'The whole address, as it is shown.'),
    string('streetAddress', 'Number and street.'),
    string('locality', 'City.'),
    string('region', 'Region or state.'),
    string('postalCode', 'Postal code.'),
    string('country', 'Country, as an ISO 3166-1 alpha-2 code.'),
    typeOfValue(['work', 'other']),
    primary(),
  ],
  { multiValued: true },
)

const groups = complex(
  'groups',
  'The groups somebody is in; changed through the groups.',
  [
    string('value', 'The id of the group.', { mutability: 'readOnly', caseExact: true }),
    reference('$ref', 'The address of the group.', ['Group'], { mutability: 'readOnly' }),
    string('display', 'The name of the group.', { mutability: 'readOnly' }),
    string('type', 'How somebody came to be in the group.', {
      mutability: 'readOnly',
      canonicalValues: ['direct'],
    }),
  ],
  { multiValued: true, mutability: 'readOnly' },
)

/**
 * The attributes of the core User schema that are kept (RFC 7643 §4.1). Password, photos, instant-message
 * addresses, certificates and honorifics are not: they are no use here, or tell what must not be known.
 */
export const CORE_USER: ScimAttribute[] = [
  string('userName', 'The name that identifies somebody at the identity provider.', {
    required: true,
    uniqueness: 'server',
  }),
  name,
  string('displayName', 'The name to be shown.'),
  string('nickName', 'The casual name.'),
  reference('profileUrl', 'A page about this person.', ['external']),
  string('title', 'Job title.'),
  string('userType', 'Relation to the company, such as Employee or Contractor.'),
  string('preferredLanguage', 'The language to write in, such as fr or en-GB.'),
  string('locale', 'Regional settings, such as fr-FR.'),
  string('timezone', 'Time zone, such as Europe/Paris.'),
  boolean('active', 'Whether this person works here now; false ends sessions and pairs at once.'),
  list('emails', 'E-mail addresses. Home addresses are dropped.', 'The address.', ['work', 'other']),
  list('phoneNumbers', 'Telephone numbers. Home numbers are dropped.', 'The number.', [
    'work',
    'mobile',
    'fax',
    'pager',
    'other',
  ]),
  addresses,
  groups,
  list('entitlements', 'What somebody is entitled to.', 'The entitlement.', []),
  list('roles', 'What somebody is at the identity provider.', 'The role.', []),
]

/** Core attributes that are accepted, and dropped without a word; in lower case. */
export const DROPPED_CORE = new Set([
  'password',
  'ims',
  'photos',
  'x509certificates',
  'name.honorificprefix',
  'name.honorificsuffix',
])

/** Lists whose `home` values are dropped. */
export const WORK_ONLY = ['emails', 'phoneNumbers', 'addresses'] as const
