import { describe, expect, it } from 'vitest'
import { patchUser } from '#contract/scim/patch.ts'
import { PATCH_OP } from '#contract/scim/schema.ts'
import { readUser } from '#contract/scim/user.ts'
import { ENTERPRISE, patched, provisioned, refusalOf } from './scim-makers.ts'

const TWO = provisioned({
  emails: [
    { value: 'work@y.fr', type: 'work', primary: true },
    { value: 'other@y.fr', type: 'other' },
  ],
})

describe('a PATCH that cannot be done is refused whole, with its kind', () => {
  it.each([
    ['no operations', { Operations: [] }, 'invalidSyntax'],
    ['no list', {}, 'invalidSyntax'],
    ['no object', [], 'invalidSyntax'],
    ['another schema', { schemas: ['urn:x'], Operations: [{ op: 'add', value: {} }] }, 'invalidSyntax'],
    ['an unknown op', { Operations: [{ op: 'move', path: 'title', value: 'x' }] }, 'invalidSyntax'],
    ['a missing op', { Operations: [{ path: 'title', value: 'x' }] }, 'invalidSyntax'],
    ['an op that is no object', { Operations: ['add'] }, 'invalidSyntax'],
    ['a remove without path', { Operations: [{ op: 'remove' }] }, 'noTarget'],
    [
      'a remove with an empty path',
      { Operations: [{ op: 'Remove', path: ' ', value: { title: 1 } }] },
      'noTarget',
    ],
    [
      'a remove of everything',
      { Operations: [{ op: 'remove', path: 'urn:ietf:params:scim:schemas:core:2.0:User' }] },
      'noTarget',
    ],
    ['no value', { Operations: [{ op: 'add', path: 'title' }] }, 'invalidValue'],
    ['a text without path', { Operations: [{ op: 'replace', value: 'x' }] }, 'invalidValue'],
    ['a path that is no text', { Operations: [{ op: 'add', path: 7, value: 'x' }] }, 'invalidPath'],
    ['an unknown attribute', { Operations: [{ op: 'add', path: 'shoeSize', value: 'x' }] }, 'invalidPath'],
    ['an unknown part', { Operations: [{ op: 'add', path: 'name.nick', value: 'x' }] }, 'invalidPath'],
    [
      'an unknown schema',
      { Operations: [{ op: 'add', path: 'urn:custom:User:x', value: 'x' }] },
      'invalidPath',
    ],
    [
      'brackets on one value',
      { Operations: [{ op: 'add', path: 'name[givenName eq "x"]', value: {} }] },
      'invalidPath',
    ],
    [
      'open brackets',
      { Operations: [{ op: 'add', path: 'emails[type eq "work"', value: {} }] },
      'invalidPath',
    ],
    [
      'brackets that cannot be read',
      { Operations: [{ op: 'add', path: 'emails[type is "work"].value', value: 'x' }] },
      'invalidFilter',
    ],
    [
      'brackets about another attribute',
      { Operations: [{ op: 'add', path: 'emails[userName eq "x"].value', value: 'x' }] },
      'invalidFilter',
    ],
    ['the id', { Operations: [{ op: 'replace', path: 'id', value: 'x' }] }, 'mutability'],
    ['meta', { Operations: [{ op: 'replace', path: 'meta.created', value: 'x' }] }, 'mutability'],
    ['groups', { Operations: [{ op: 'add', path: 'groups', value: [{ value: 'x' }] }] }, 'mutability'],
    ['userName removed', { Operations: [{ op: 'remove', path: 'userName' }] }, 'mutability'],
    ['userName set to null', { Operations: [{ op: 'replace', value: { userName: null } }] }, 'mutability'],
    ['userName emptied', { Operations: [{ op: 'replace', path: 'userName', value: '' }] }, 'invalidValue'],
    [
      'active that is neither',
      { Operations: [{ op: 'replace', path: 'active', value: 'maybe' }] },
      'invalidValue',
    ],
    [
      'a rank that is no number',
      { Operations: [{ op: 'add', path: 'gradeRank', value: '3b' }] },
      'invalidValue',
    ],
    ['a text that is a number', { Operations: [{ op: 'add', path: 'title', value: 3 }] }, 'invalidValue'],
    ['NUL in a text', { Operations: [{ op: 'add', path: 'title', value: 'a\u0000' }] }, 'invalidValue'],
    ['half a character', { Operations: [{ op: 'add', path: 'title', value: '\ud800' }] }, 'invalidValue'],
  ])('%s', (_, body, scimType) => {
    const before = structuredClone(TWO)
    expect(refusalOf(() => patchUser(TWO, body))).toMatchObject({ status: 400, scimType })
    expect(TWO).toEqual(before)
  })

  it('one refused operation undoes the others', () => {
    const before = structuredClone(TWO)
    refusalOf(() => patched(TWO, { op: 'add', path: 'title', value: 'x' }, { op: 'nothing' }))
    expect(TWO).toEqual(before)
  })

  it('a document does not grow without end', () => {
    let document = TWO
    const grow = () => {
      for (let turn = 0; turn < 200; turn += 1) {
        const value = { value: `${turn}`, display: 'x'.repeat(5000) }
        document = patched(document, { op: 'add', path: 'entitlements', value })
      }
    }
    expect(refusalOf(grow)).toMatchObject({ status: 400, scimType: 'invalidValue' })
  })
})

describe('values among several', () => {
  it('an added value comes after the others, and the same one is not added twice', () => {
    const added = { value: 'third@y.fr', type: 'other' }
    const once = patched(TWO, { op: 'add', path: 'emails', value: [added] })
    expect(once.emails).toEqual([...(TWO.emails as object[]), added])
    expect(patched(once, { op: 'add', path: 'emails', value: added })).toEqual(once)
  })

  it('replace without brackets replaces them all', () => {
    const value = [{ value: 'new@y.fr', type: 'work' }]
    expect(patched(TWO, { op: 'replace', path: 'emails', value }).emails).toEqual(value)
    expect(patched(TWO, { op: 'replace', path: 'emails', value: [] })).not.toHaveProperty('emails')
  })

  it('replace with brackets replaces those it chooses, which keep their label', () => {
    const document = patched(TWO, {
      op: 'replace',
      path: 'emails[type eq "work"]',
      value: { value: 'n@y.fr' },
    })
    expect(document.emails).toEqual([
      { type: 'work', value: 'n@y.fr' },
      { value: 'other@y.fr', type: 'other' },
    ])
  })

  it('remove takes away all, those in brackets, or those listed', () => {
    const other = [{ value: 'other@y.fr', type: 'other' }]
    expect(patched(TWO, { op: 'remove', path: 'emails' })).not.toHaveProperty('emails')
    expect(patched(TWO, { op: 'remove', path: 'emails[type eq "WORK"]' }).emails).toEqual(other)
    const listed = { op: 'Remove', path: 'emails', value: [{ value: 'work@y.fr' }] }
    expect(patched(TWO, listed).emails).toEqual(other)
    expect(patched(TWO, { op: 'remove', path: 'emails[value co "nobody"]' })).toEqual(TWO)
  })

  it('a value whose content is removed goes with its label', () => {
    const document = patched(TWO, { op: 'remove', path: 'emails[type eq "work"].value' })
    expect(document.emails).toEqual([{ value: 'other@y.fr', type: 'other' }])
  })

  it('brackets hold whole filters, and quotes hold brackets', () => {
    const path = 'emails[(type eq "other" and value ew "y.fr") or value eq "a].b"].display'
    expect(patched(TWO, { op: 'add', path, value: 'x' }).emails).toEqual([
      { value: 'work@y.fr', type: 'work', primary: true },
      { value: 'other@y.fr', type: 'other', display: 'x' },
    ])
    const made = patched(TWO, { op: 'add', path: 'roles[value eq "a].b"].display', value: 'x' })
    expect(made.roles).toEqual([{ value: 'a].b', display: 'x' }])
  })

  it('at most one is primary: the one just written', () => {
    const byPart = patched(TWO, { op: 'replace', path: 'emails[type eq "other"].primary', value: 'True' })
    expect(byPart.emails).toEqual([
      { value: 'work@y.fr', type: 'work', primary: false },
      { value: 'other@y.fr', type: 'other', primary: true },
    ])
    const byValue = patched(TWO, { op: 'add', path: 'emails', value: { value: 'z@y.fr', primary: true } })
    expect((byValue.emails as { primary?: boolean }[]).map(({ primary }) => primary)).toEqual([
      false,
      undefined,
      true,
    ])
  })

  it('of two primaries sent at once the first stays', () => {
    const emails = ['a@y.fr', 'b@y.fr'].map((value) => ({ value, primary: true }))
    expect(readUser({ userName: 'a', emails }).emails).toEqual([
      { value: 'a@y.fr', primary: true },
      { value: 'b@y.fr', primary: false },
    ])
  })

  it('one value may come without its array, or as text', () => {
    expect(patched(TWO, { op: 'add', path: 'roles', value: { value: 'x' } }).roles).toEqual([{ value: 'x' }])
    expect(patched(TWO, { op: 'add', path: 'roles', value: ['x'] }).roles).toEqual([{ value: 'x' }])
  })
})

describe('Okta changes a user', () => {
  it('deactivates by a path-less replace of active', () => {
    const document = patchUser(provisioned(), {
      schemas: [PATCH_OP],
      Operations: [{ op: 'replace', value: { active: false } }],
    })
    expect(document).toEqual({ ...provisioned(), active: false })
  })

  it('sends an unsolicited password, groups [] and a locale', () => {
    const document = readUser({ userName: 'a', password: 't1meMa$heen', groups: [], locale: 'en-US' })
    expect(document).toEqual({ userName: 'a', locale: 'en-US', active: true })
  })

  it('may set a password, which is never kept', () => {
    for (const operation of [
      { op: 'replace', path: 'password', value: 't1meMa$heen' },
      { op: 'replace', value: { password: 't1meMa$heen' } },
    ])
      expect(patched(TWO, operation)).toEqual(TWO)
  })

  it('sends back what it got, id, meta and groups included, and nothing changes', () => {
    const whole = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
      id: 'per_1',
      meta: {},
      ...TWO,
    }
    expect(readUser({ ...whole, groups: [{ value: 'grp_1' }] })).toEqual(TWO)
    expect(patched(TWO, { op: 'replace', value: { ...whole, groups: [] } })).toEqual(TWO)
  })
})

describe('what is never kept, by whatever door it comes', () => {
  const home = { type: 'HOME', value: 'home@x.fr' }
  const sent = {
    userName: 'a',
    password: 'secret',
    name: { givenName: 'Léa', honorificPrefix: 'Mme', honorificSuffix: 'PhD' },
    photos: [{ value: 'https://x.fr/lea.jpg' }],
    ims: [{ value: 'lea' }],
    x509Certificates: [{ value: 'MII' }],
    emails: [home, { type: 'work', value: 'lea@x.fr' }],
    phoneNumbers: [{ type: 'home', value: '01' }],
    addresses: [
      { type: 'home', streetAddress: '1 rue' },
      { type: 'work', locality: 'Brest' },
    ],
    birthDate: '1990-01-01',
    'urn:example:health': { x: 1 },
  }
  const kept = {
    userName: 'a',
    active: true,
    name: { givenName: 'Léa' },
    emails: [{ type: 'work', value: 'lea@x.fr' }],
    addresses: [{ type: 'work', locality: 'Brest' }],
  }

  it('in a POST or PUT', () => {
    expect(readUser(sent)).toEqual(kept)
  })

  it('in a PATCH without path', () => {
    const { userName: _, ...others } = sent
    expect(patched(readUser({ userName: 'a' }), { op: 'add', value: others })).toEqual(kept)
  })

  it('in a PATCH with paths', () => {
    const before = readUser({ userName: 'a' })
    for (const [path, value] of [
      ['password', 'x'],
      ['name.honorificPrefix', 'Mme'],
      ['photos[type eq "photo"].value', 'x'],
      ['urn:ietf:params:scim:schemas:core:2.0:User:ims', [{ value: 'x' }]],
      ['x509Certificates.value', 'x'],
      ['emails[type eq "home"].value', 'home@x.fr'],
      ['phoneNumbers[type eq "home"].value', '01'],
      ['addresses', [{ type: 'home', country: 'FR' }]],
    ] as const)
      for (const op of ['add', 'replace']) expect(patched(before, { op, path, value }), path).toEqual(before)
  })

  it('nor by turning what is kept into it', () => {
    const before = readUser(sent)
    const document = patched(before, { op: 'replace', path: 'emails[type eq "work"].type', value: 'home' })
    expect(document).not.toHaveProperty('emails')
  })

  it('nor by taking its label away in the next operation', () => {
    const before = readUser({ userName: 'a' })
    const add = { op: 'add', path: 'emails', value: [home] }
    expect(patched(before, add, { op: 'remove', path: 'emails.type' })).toEqual(before)
  })
})
