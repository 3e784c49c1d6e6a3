import { describe, expect, it } from 'vitest'
import { scimErrorBody } from '#contract/scim/error.ts'
import { USER_SCHEMA } from '#contract/scim/schema.ts'
import { employeeFromUser, overlay, readUser, showUser } from '#contract/scim/user.ts'
import { drawBody, draws, ENTERPRISE, OWN, provisioned, refusalOf } from './scim-makers.ts'

const WHOLE = provisioned({
  preferredLanguage: 'fr-FR',
  userType: 'Employee',
  [ENTERPRISE]: { organization: 'Armor Énergie', department: 'Achats', manager: { value: 'per_9' } },
  [OWN]: {
    jobFamily: 'Finance',
    grade: 'Cadre 2',
    gradeRank: 12,
    hireDate: '2019-09-16',
    terminationDate: '2027-01-31',
    site: 'Brest',
  },
})

describe('a user that cannot be kept is refused, with what to do', () => {
  it.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'x'],
  ])('%s', (_, body) => {
    expect(refusalOf(() => readUser(body))).toMatchObject({ status: 400, scimType: 'invalidSyntax' })
  })

  it.each([
    ['no userName', {}],
    ['userName null', { userName: null }],
    ['an empty userName', { userName: '  ' }],
    ['a userName that is a number', { userName: 7 }],
    ['a userName without end', { userName: 'x'.repeat(513) }],
    ['e-mails that are a number', { userName: 'a', emails: 7 }],
    ['active that is a word', { userName: 'a', active: 'yes' }],
    ['a rank with a fraction', { userName: 'a', [OWN]: { gradeRank: 1.5 } }],
    ['an extension that is a text', { userName: 'a', [ENTERPRISE]: 'x' }],
    ['more than can be kept', { userName: 'a', roles: Array.from({ length: 201 }, () => 'x') }],
    ['a text without end', { userName: 'a', title: 'x'.repeat(10_001) }],
  ])('%s', (_, body) => {
    const refusal = refusalOf(() => readUser(body))
    expect(refusal).toMatchObject({ status: 400, scimType: 'invalidValue' })
    expect(scimErrorBody(refusal)).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '400',
      scimType: 'invalidValue',
      detail: expect.stringMatching(/send/),
    })
  })

  it('schemas may be missing, and must name the user where they are there', () => {
    expect(readUser({ userName: 'a' })).toEqual({ userName: 'a', active: true })
    expect(readUser({ schemas: [], userName: 'a' })).toEqual({ userName: 'a', active: true })
    const asked = () => readUser({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], userName: 'a' })
    expect(refusalOf(asked)).toMatchObject({
      scimType: 'invalidSyntax',
      detail: expect.stringContaining(USER_SCHEMA),
    })
  })

  it('the ADSCIM schema of groups does not stand for a user', () => {
    const adscim = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'
    expect(refusalOf(() => readUser({ schemas: [adscim], userName: 'a' })).scimType).toBe('invalidSyntax')
    expect(readUser({ schemas: [USER_SCHEMA, adscim], userName: 'a' })).toEqual({
      userName: 'a',
      active: true,
    })
  })

  it('prototypes are not reached', () => {
    const body = JSON.parse(
      '{"userName":"a","__proto__":{"title":"x"},"constructor":{"x":1},"name":{"__proto__":{"givenName":"x"}}}',
    )
    expect(readUser(body)).toEqual({ userName: 'a', active: true })
    expect(({} as any).title).toBeUndefined()
  })
})

describe('the person that a user document describes', () => {
  it('has the names, the work address, the place in the company and the manager of the document', () => {
    expect(employeeFromUser(WHOLE, '9f3c')).toEqual({
      external_id: '9f3c',
      given_name: 'Léa',
      family_name: 'Moreau',
      email: 'lea.moreau@armor.example',
      grade: 'Cadre 2',
      grade_rank: 12,
      job_family: 'Finance',
      subsidiary: 'Armor Énergie',
      site: 'Brest',
      language: 'fr',
      hired_in: '2019-09',
      leaves_on: '2027-01-31',
      relation: 'employee',
      active: true,
      manager: 'per_9',
      dotted_managers: [],
      moves: [],
    })
  })

  it('is named by what there is', () => {
    const named = (more: object) => {
      const { given_name, family_name } = employeeFromUser(readUser({ userName: 'u1', ...more }), null)
      return [given_name, family_name]
    }
    expect(named({ name: { givenName: 'Léa' } })).toEqual(['Léa', '—'])
    expect(named({ displayName: 'Léa M.', name: { familyName: ' Moreau\n' } })).toEqual(['Léa M.', 'Moreau'])
    expect(named({})).toEqual(['u1', '—'])
  })

  it('has the primary work address, else a work one, else the primary one, else the userName', () => {
    const address = (emails: object[], userName = 'u1') =>
      employeeFromUser(readUser({ userName, emails }), null).email
    const [work, main, other] = [
      { value: 'w@y.fr', type: 'Work' },
      { value: 'm@y.fr', type: 'work', primary: true },
      { value: 'o@y.fr', primary: true },
    ]
    expect(address([work, main])).toBe('m@y.fr')
    expect(address([other, work])).toBe('w@y.fr')
    expect(address([{ value: 'z@y.fr' }, other])).toBe('o@y.fr')
    expect(address([{ value: 'not an address', type: 'work' }], 'lea@y.fr')).toBe('lea@y.fr')
    expect(address([], 'u1')).toBeNull()
  })

  it('belongs to the organisation, else the division, else the department', () => {
    const of = (enterprise: object) =>
      employeeFromUser(readUser({ userName: 'a', [ENTERPRISE]: enterprise }), null).subsidiary
    expect(of({ organization: 'O', division: 'D', department: 'T' })).toBe('O')
    expect(of({ division: 'D', department: 'T' })).toBe('D')
    expect(of({ organization: ' ', department: 'T' })).toBe('T')
  })

  it.each([
    ['Employee', 'employee'],
    ['Contractor', 'external'],
    ['Prestataire SI', 'external'],
    ['externe', 'external'],
    ['Freelance', 'external'],
    [undefined, 'employee'],
  ])('of type %s is an %s', (userType, relation) => {
    expect(employeeFromUser(readUser({ userName: 'a', userType }), null).relation).toBe(relation)
  })

  it.each([
    [{ preferredLanguage: 'en-GB', locale: 'fr-FR' }, 'en'],
    [{ preferredLanguage: 'de', locale: 'fr_FR' }, 'fr'],
    [{ preferredLanguage: 'french' }, null],
    [{}, null],
  ])('reads %j as %s', (more, language) => {
    expect(employeeFromUser(readUser({ userName: 'a', ...more }), null).language).toBe(language)
  })

  it('has days and months only where they exist', () => {
    const of = (own: object) => {
      const { hired_in, leaves_on, grade_rank } = employeeFromUser(
        readUser({ userName: 'a', [OWN]: own }),
        null,
      )
      return [hired_in, leaves_on, grade_rank]
    }
    expect(of({ hireDate: '2020-02', terminationDate: '2026-02-30', gradeRank: 1001 })).toEqual([
      '2020-02',
      null,
      null,
    ])
    expect(
      of({ hireDate: '2020-02-10T00:00:00Z', terminationDate: '2026-02-27T00:00:00Z', gradeRank: '-3' }),
    ).toEqual(['2020-02', '2026-02-27', -3])
    expect(of({ hireDate: '10/02/2020' })).toEqual([null, null, null])
  })

  it('is cut where a value is too long, and the document is not', () => {
    const title = 'é'.repeat(300)
    const document = readUser({ userName: 'a', [OWN]: { grade: title, site: `${'x'.repeat(99)}🌍` } })
    const person = employeeFromUser(document, null)
    expect(person.grade).toBe('é'.repeat(60))
    expect(person.site).toBe('x'.repeat(99))
    expect(document[OWN]).toMatchObject({ grade: title })
  })

  it('is led by whom the address names where the value is missing', () => {
    const document = readUser({
      userName: 'a',
      [ENTERPRISE]: { manager: { $ref: 'https://x/scim/v2/Users/per_9' } },
    })
    expect(employeeFromUser(document, null).manager).toBe('per_9')
  })

  it('is not active where nothing says so', () => {
    expect(employeeFromUser({ userName: 'a' }, null).active).toBe(false)
  })
})

describe('what another door changed since', () => {
  it('nothing is laid over a document that the person still agrees with, whatever the document', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const document = readUser(drawBody(draws(seed)))
      expect(overlay(document, employeeFromUser(document, null))).toEqual(document)
    }
  })

  it('each change shows, and the document then describes the person', () => {
    const before = structuredClone(WHOLE)
    const person = {
      ...employeeFromUser(WHOLE, null),
      given_name: 'Léna',
      family_name: 'Le Goff',
      email: 'lena@armor.example',
      grade: 'Cadre 3',
      grade_rank: 13,
      job_family: 'Achats',
      subsidiary: 'Armor Eau',
      site: 'Rennes',
      language: 'en' as const,
      hired_in: '2018-01',
      leaves_on: null,
      relation: 'external' as const,
      active: false,
      manager: 'per_1',
    }
    const shown = overlay(WHOLE, person)
    expect(employeeFromUser(shown, null)).toEqual(person)
    expect(shown).toMatchObject({
      displayName: 'Léna Le Goff',
      name: { formatted: 'Léna Le Goff' },
      emails: [{ value: 'lena@armor.example', type: 'work', primary: true }],
      [ENTERPRISE]: { organization: 'Armor Eau', department: 'Achats', manager: { value: 'per_1' } },
    })
    expect(WHOLE).toEqual(before)
  })

  it('what HR cleared is cleared', () => {
    const person = {
      ...employeeFromUser(WHOLE, null),
      grade: null,
      grade_rank: null,
      job_family: null,
      subsidiary: null,
      site: null,
      language: null,
      hired_in: null,
      leaves_on: null,
      manager: null,
    }
    const shown = overlay(WHOLE, person)
    expect(employeeFromUser(shown, null)).toEqual(person)
    expect(shown).not.toHaveProperty(OWN)
  })

  it('an address is added where the document has none, and taken away where HR has none', () => {
    const bare = readUser({ userName: 'a', emails: [{ value: 'x', primary: true }] })
    const known = { ...employeeFromUser(bare, null), email: 'a@y.fr' }
    expect(overlay(bare, known).emails).toEqual([
      { value: 'x', primary: false },
      { value: 'a@y.fr', type: 'work', primary: true },
    ])
    expect(overlay(WHOLE, { ...employeeFromUser(WHOLE, null), email: null })).not.toHaveProperty('emails')
  })
})

describe('a user as it leaves', () => {
  const facts = {
    id: 'per_1',
    externalId: '9f3c',
    version: 3,
    createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    updatedAt: Date.UTC(2026, 1, 3),
    baseUrl: 'https://binome.example/scim/v2',
    groups: [{ value: 'grp_1', display: 'Achats' }],
    managerName: 'Yann Le Roux',
  }

  it('has its schemas, id, groups, the name of the manager, and meta with a weak entity tag', () => {
    const shown = showUser(WHOLE, facts)
    expect(shown).toMatchObject({
      ...WHOLE,
      schemas: [USER_SCHEMA, ENTERPRISE, OWN],
      id: 'per_1',
      groups: [
        {
          value: 'grp_1',
          $ref: 'https://binome.example/scim/v2/Groups/grp_1',
          display: 'Achats',
          type: 'direct',
        },
      ],
      [ENTERPRISE]: { manager: { value: 'per_9', displayName: 'Yann Le Roux' } },
      meta: {
        resourceType: 'User',
        created: '2026-01-02T03:04:05.000Z',
        lastModified: '2026-02-03T00:00:00.000Z',
        location: 'https://binome.example/scim/v2/Users/per_1',
        version: 'W/"3"',
      },
    })
    expect(readUser(shown)).toEqual(WHOLE)
  })

  it('names only the extensions it uses, and no empty group list', () => {
    const shown = showUser(readUser({ userName: 'a' }), {
      ...facts,
      externalId: null,
      groups: [],
      managerName: null,
    })
    expect(shown).toEqual({
      schemas: [USER_SCHEMA],
      id: 'per_1',
      userName: 'a',
      active: true,
      meta: expect.anything(),
    })
  })
})
