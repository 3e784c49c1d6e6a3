import { describe, expect, it } from 'vitest'
import { readUser, type ScimDocument } from '#contract/scim/user.ts'
import { ENTERPRISE, OWN, patched, provisioned, refusalOf } from './scim-makers.ts'

const MANAGER = `${ENTERPRISE}:manager`
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'

function managerOf(document: ScimDocument): unknown {
  return (document[ENTERPRISE] as ScimDocument | undefined)?.manager
}

function withManager(manager: unknown): ScimDocument {
  return patched(provisioned(), { op: 'add', path: MANAGER, value: manager })
}

describe('Entra creates a user', () => {
  it('with active as the string "True" and primary as the string "True" inside e-mails', () => {
    const document = readUser({
      userName: 'a',
      active: 'True',
      emails: [{ primary: 'True', type: 'work', value: 'a@b.fr' }],
    })
    expect(document.active).toBe(true)
    expect(document.emails).toEqual([{ primary: true, type: 'work', value: 'a@b.fr' }])
  })

  it('with null members, which say nothing', () => {
    const document = readUser({
      userName: 'a',
      title: null,
      name: { givenName: null, familyName: 'Moreau' },
      emails: [null, { value: 'a@b.fr', display: null }],
      [ENTERPRISE]: { department: null, manager: null },
      [OWN]: null,
    })
    expect(document).toEqual({
      userName: 'a',
      active: true,
      name: { familyName: 'Moreau' },
      emails: [{ value: 'a@b.fr' }],
    })
  })

  it('with roles [], meta.resourceType and the enterprise schema declared without its object', () => {
    const document = readUser({
      schemas: [USER, ENTERPRISE],
      userName: 'a',
      roles: [],
      meta: { resourceType: 'User' },
      id: 'theirs',
    })
    expect(document).toEqual({ userName: 'a', active: true })
  })

  it('with the manager as a bare string inside the enterprise object', () => {
    expect(managerOf(readUser({ userName: 'a', [ENTERPRISE]: { manager: 'per_7' } }))).toEqual({
      value: 'per_7',
    })
  })

  it('with the names of attributes and of schemas in other letters', () => {
    const document = readUser({
      USERNAME: 'a',
      Name: { GIVENNAME: 'Léa' },
      [ENTERPRISE.toLowerCase()]: { Division: 'x' },
    })
    expect(document).toEqual({
      userName: 'a',
      active: true,
      name: { givenName: 'Léa' },
      [ENTERPRISE]: { division: 'x' },
    })
  })

  it('with attributes and schemas that nobody here knows, which are dropped', () => {
    const document = readUser({
      userName: 'a',
      shoeSize: 42,
      'urn:custom:User': { x: 1 },
      name: { nick: 'x' },
    })
    expect(document).toEqual({ userName: 'a', active: true })
  })

  it('and what it wrote is kept to the letter: no trimming, no reformatting', () => {
    const phones = [{ type: 'mobile', value: ' +33 (0)6 12-34 ' }]
    const sent = {
      userName: ' Léa@Armor.Example',
      phoneNumbers: phones,
      title: 'Cheffe\u00a0de  projet',
      active: true,
    }
    expect(readUser(sent)).toEqual(sent)
  })
})

describe('Entra changes a user', () => {
  it('Entra sends active as the string "False"', () => {
    expect(patched(provisioned(), { op: 'Replace', path: 'active', value: 'False' }).active).toBe(false)
  })

  it('Entra writes Add, Replace and Remove with a capital', () => {
    const document = patched(
      provisioned(),
      { op: 'Add', path: 'title', value: 'Acheteuse' },
      { op: 'Replace', path: 'displayName', value: 'L. Moreau' },
      { op: 'Remove', path: 'name.formatted' },
    )
    expect(document).toMatchObject({ title: 'Acheteuse', displayName: 'L. Moreau' })
    expect(document.name).toEqual({ givenName: 'Léa', familyName: 'Moreau' })
  })

  it('Entra packs many attributes into one path-less operation with dotted and URN keys', () => {
    const document = patched(provisioned(), {
      op: 'replace',
      value: {
        displayName: 'Léa M.',
        'name.givenName': 'Éléa',
        active: false,
        [`${USER}:title`]: 'Directrice',
        [`${ENTERPRISE}:employeeNumber`]: '7',
        [`${ENTERPRISE}:manager`]: 'per_9',
        'emails[type eq "work"].value': 'elea@armor.example',
        unknown: 1,
      },
    })
    expect(document).toMatchObject({
      displayName: 'Léa M.',
      name: { givenName: 'Éléa', familyName: 'Moreau' },
      active: false,
      title: 'Directrice',
      emails: [{ value: 'elea@armor.example', type: 'work', primary: true }],
      [ENTERPRISE]: { employeeNumber: '7', department: 'Achats', manager: { value: 'per_9' } },
    })
    expect(document).not.toHaveProperty('unknown')
  })

  it('Entra may send an extension as an object without path', () => {
    const document = patched(provisioned(), { op: 'Add', value: { [ENTERPRISE]: { costCenter: 'C1' } } })
    expect(document[ENTERPRISE]).toEqual({ employeeNumber: '00421', department: 'Achats', costCenter: 'C1' })
    const byPath = patched(provisioned(), { op: 'replace', path: ENTERPRISE, value: { costCenter: 'C1' } })
    expect(byPath[ENTERPRISE]).toEqual(document[ENTERPRISE])
    expect(patched(document, { op: 'remove', path: ENTERPRISE })[ENTERPRISE]).toBeUndefined()
  })

  it.each(['Add', 'Replace'])(
    '%s on emails[type eq "work"].value makes the e-mail where there is none',
    (op) => {
      const without = provisioned({ emails: [] })
      const document = patched(without, { op, path: 'emails[type eq "work"].value', value: 'x@y.fr' })
      expect(document.emails).toEqual([{ type: 'work', value: 'x@y.fr' }])
    },
  )

  it.each(['Add', 'Replace'])('%s on emails[type eq "work"].value changes the e-mail that is there', (op) => {
    const document = patched(provisioned(), { op, path: 'emails[type eq "work"].value', value: 'x@y.fr' })
    expect(document.emails).toEqual([{ type: 'work', value: 'x@y.fr', primary: true }])
  })

  it('a replacement in brackets that describe nobody in particular is noTarget', () => {
    for (const filter of ['value co "zzz"', 'type eq "x" or type eq "y"', 'not (type eq "work")']) {
      const path = `phoneNumbers[${filter}].value`
      expect(refusalOf(() => patched(provisioned(), { op: 'replace', path, value: '1' }))).toMatchObject({
        status: 400,
        scimType: 'noTarget',
      })
    }
  })

  it('the validator asks for roles[primary eq "True"].value', () => {
    const made = patched(provisioned(), { op: 'Add', path: 'roles[primary eq "True"].value', value: 'admin' })
    expect(made.roles).toEqual([{ primary: true, value: 'admin' }])
    const changed = patched(made, { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'user' })
    expect(changed.roles).toEqual([{ primary: true, value: 'user' }])
    const parts = ['display', 'type'].map((sub) => ({
      op: 'Add',
      path: `roles[primary eq "True"].${sub}`,
      value: sub,
    }))
    expect(patched(changed, ...parts).roles).toEqual([
      { primary: true, value: 'user', display: 'display', type: 'type' },
    ])
  })

  it('several operations on one attribute are done in order', () => {
    const document = patched(
      provisioned(),
      { op: 'Remove', path: 'emails[type eq "work"].value' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'one@y.fr' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'two@y.fr' },
      { op: 'Replace', path: 'displayName', value: 'one' },
      { op: 'Replace', path: 'displayName', value: 'two' },
    )
    expect(document.emails).toEqual([{ type: 'work', value: 'two@y.fr' }])
    expect(document.displayName).toBe('two')
  })

  it('old tenants send one value as [{"$ref":null,"value":…}]', () => {
    const value = [{ $ref: null, value: 'False' }]
    expect(patched(provisioned(), { op: 'Replace', path: 'active', value }).active).toBe(false)
    const title = [{ $ref: null, value: 'Acheteuse' }]
    expect(patched(provisioned(), { op: 'Add', path: 'title', value: title }).title).toBe('Acheteuse')
  })

  it('null in a PATCH removes', () => {
    const document = patched(
      provisioned({ title: 'x' }),
      { op: 'Replace', path: 'title', value: null },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: null },
      { op: 'Replace', path: 'name', value: { formatted: null, givenName: 'L.' } },
      { op: 'Replace', value: { displayName: null, [`${ENTERPRISE}:department`]: null } },
    )
    expect(document).not.toHaveProperty('title')
    expect(document).not.toHaveProperty('emails')
    expect(document).not.toHaveProperty('displayName')
    expect(document.name).toEqual({ givenName: 'L.', familyName: 'Moreau' })
    expect(document[ENTERPRISE]).toEqual({ employeeNumber: '00421' })
  })

  it('active: null is refused, wherever it stands', () => {
    const refused = { status: 400, scimType: 'invalidValue' }
    expect(refusalOf(() => readUser({ userName: 'a', active: null }))).toMatchObject(refused)
    for (const op of ['add', 'replace']) {
      expect(refusalOf(() => patched(provisioned(), { op, path: 'active', value: null }))).toMatchObject(
        refused,
      )
      expect(refusalOf(() => patched(provisioned(), { op, value: { active: null } }))).toMatchObject(refused)
    }
  })

  it('an account whose active is removed is nobody’s to use', () => {
    expect(patched(provisioned(), { op: 'remove', path: 'active' })).not.toHaveProperty('active')
  })
})

describe('Entra names a manager', () => {
  it.each([
    ['a bare string', 'per_9'],
    ['an object', { value: 'per_9' }],
    ['an object with $ref null', { $ref: null, value: 'per_9' }],
    ['an array of one object', [{ value: 'per_9' }]],
    ['an array of one object with $ref null', [{ $ref: null, value: 'per_9' }]],
    ['an object with a name, which is read-only', { value: 'per_9', displayName: 'Who?' }],
  ])('as %s', (_, value) => {
    for (const op of ['Add', 'Replace'])
      for (const path of [MANAGER, 'manager'])
        expect(managerOf(patched(provisioned(), { op, path, value }))).toEqual({ value: 'per_9' })
  })

  it.each(['manager', 'manager.value', MANAGER, `${MANAGER}.value`])('under the path %s', (path) => {
    expect(managerOf(patched(provisioned(), { op: 'Add', path, value: 'per_9' }))).toEqual({ value: 'per_9' })
  })

  it('with its address, which is kept beside it', () => {
    const manager = { value: 'per_9', $ref: '../Users/per_9' }
    expect(managerOf(withManager([manager]))).toEqual(manager)
  })

  it('another one, and the address of the former goes', () => {
    const before = withManager({ value: 'per_9', $ref: '../Users/per_9' })
    for (const path of ['manager', 'manager.value'])
      expect(managerOf(patched(before, { op: 'Replace', path, value: 'per_8' }))).toEqual({ value: 'per_8' })
  })

  it.each([
    ['Replace', MANAGER, ''],
    ['Replace', 'manager', null],
    ['Replace', 'manager', { value: '' }],
    ['Replace', 'manager', { value: null }],
    ['Replace', 'manager', []],
    ['Replace', 'manager.value', ''],
    ['Add', 'manager.value', null],
    ['Remove', MANAGER, undefined],
    ['Remove', 'manager.value', undefined],
    ['Remove', 'manager', 'per_9'],
  ])('no longer: %s %s %j', (op, path, value) => {
    const before = withManager({ value: 'per_9', $ref: '../Users/per_9' })
    const document = patched(before, { op, path, value })
    expect(managerOf(document)).toBeUndefined()
    expect(document[ENTERPRISE]).toEqual({ employeeNumber: '00421', department: 'Achats' })
  })

  it('but never by the name alone, which is read-only', () => {
    const asked = () => patched(provisioned(), { op: 'replace', path: 'manager.displayName', value: 'X' })
    expect(refusalOf(asked)).toMatchObject({ status: 400, scimType: 'mutability' })
  })
})
