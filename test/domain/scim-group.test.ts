import { describe, expect, it } from 'vitest'
import { readGroup, showGroup } from '#contract/scim/group.ts'
import { readGroupPatch } from '#contract/scim/patch.ts'
import { GROUP_SCHEMA, PATCH_OP } from '#contract/scim/schema.ts'
import { refusalOf } from './scim-makers.ts'

const NOTHING = { add: [], remove: [], removeAll: false }

function patches(...operations: object[]) {
  return readGroupPatch({ schemas: [PATCH_OP], Operations: operations })
}

describe('a group is created', () => {
  it('by Entra, with the ADSCIM schema, which is accepted and dropped', () => {
    const group = readGroup({
      schemas: [GROUP_SCHEMA, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId: '8aa1',
      displayName: 'Mentorat',
      meta: { resourceType: 'Group' },
    })
    expect(group).toEqual({ displayName: 'Mentorat', externalId: '8aa1', members: null })
    expect(
      readGroup({
        schemas: ['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
        displayName: 'A',
      }),
    ).toMatchObject({ displayName: 'A' })
  })

  it('by Okta, with members [], which differs from not mentioning them', () => {
    expect(readGroup({ schemas: [GROUP_SCHEMA], displayName: 'A', members: [] }).members).toEqual([])
    expect(readGroup({ displayName: 'A', members: null }).members).toBeNull()
  })

  it('with members as objects, as addresses or as bare ids, each once', () => {
    const members = [
      { value: 'per_1', $ref: null, display: 'Léa', type: 'User' },
      { $ref: 'https://x/scim/v2/Users/per_2' },
      'per_3',
      { value: 'per_1' },
      null,
    ]
    expect(readGroup({ displayName: 'A', members }).members).toEqual(['per_1', 'per_2', 'per_3'])
  })

  it.each([
    ['no name', {}],
    ['an empty name', { displayName: ' ' }],
    ['a name that is a number', { displayName: 7 }],
    ['a member without id', { displayName: 'A', members: [{ display: 'x' }] }],
    ['a member that is a number', { displayName: 'A', members: [7] }],
    ['a group inside a group', { displayName: 'A', members: [{ value: 'grp_1', type: 'Group' }] }],
    ['an externalId that is a number', { displayName: 'A', externalId: 7 }],
  ])('but not with %s', (_, body) => {
    expect(refusalOf(() => readGroup(body))).toMatchObject({ status: 400, scimType: 'invalidValue' })
  })

  it('but not with the schema of a user', () => {
    const body = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], displayName: 'A' }
    expect(refusalOf(() => readGroup(body))).toMatchObject({ scimType: 'invalidSyntax' })
  })
})

describe('members come and go', () => {
  it('Entra adds with $ref null, several in one PATCH', () => {
    const add = (id: string) => ({ op: 'Add', path: 'members', value: [{ $ref: null, value: id }] })
    expect(patches(add('per_1'), add('per_2'))).toEqual([
      { ...NOTHING, add: ['per_1'] },
      { ...NOTHING, add: ['per_2'] },
    ])
  })

  it('Entra removes with a value array', () => {
    const value = [{ $ref: null, value: 'per_1' }, { value: 'per_2' }]
    expect(patches({ op: 'Remove', path: 'members', value })).toEqual([
      { ...NOTHING, remove: ['per_1', 'per_2'] },
    ])
  })

  it('Entra and Okta remove by members[value eq "…"]', () => {
    expect(patches({ op: 'remove', path: 'members[value eq "per_1"]' })).toEqual([
      { ...NOTHING, remove: ['per_1'] },
    ])
    const either = 'members[value eq "per_1" or value eq "per_2"]'
    expect(patches({ op: 'Remove', path: either })).toEqual([{ ...NOTHING, remove: ['per_1', 'per_2'] }])
  })

  it('Okta adds with display, and pushes all with replace', () => {
    const value = [{ value: 'per_1', display: 'lea@armor.example' }]
    expect(patches({ op: 'add', path: 'members', value }, { op: 'replace', path: 'members', value })).toEqual(
      [
        { ...NOTHING, add: ['per_1'] },
        { ...NOTHING, replaceMembers: ['per_1'] },
      ],
    )
    expect(patches({ op: 'replace', path: 'members', value: [] })).toEqual([
      { ...NOTHING, replaceMembers: [] },
    ])
  })

  it('a remove without value or brackets empties the group; an empty value removes nobody', () => {
    expect(patches({ op: 'remove', path: 'members' })).toEqual([{ ...NOTHING, removeAll: true }])
    expect(patches({ op: 'Remove', path: 'members', value: [] })).toEqual([NOTHING])
  })

  it('paths may carry the URN, and values come without their array', () => {
    expect(patches({ op: 'add', path: `${GROUP_SCHEMA}:members`, value: { value: 'per_1' } })).toEqual([
      { ...NOTHING, add: ['per_1'] },
    ])
    expect(patches({ op: 'add', path: 'members.value', value: 'per_1' })).toEqual([
      { ...NOTHING, add: ['per_1'] },
    ])
  })
})

describe('a group is changed', () => {
  it('by Okta: a path-less replace with id and displayName', () => {
    const value = { id: 'grp_1', displayName: 'Nouveau' }
    expect(patches({ op: 'replace', value })).toEqual([{ ...NOTHING, displayName: 'Nouveau' }])
  })

  it('by Entra: Replace displayName and externalId', () => {
    expect(
      patches(
        { op: 'Replace', path: 'displayName', value: 'B' },
        { op: 'Replace', path: 'externalId', value: 'x' },
        { op: 'Remove', path: 'externalId' },
        { op: 'Replace', value: { externalId: null, members: [{ value: 'per_1' }] } },
      ),
    ).toEqual([
      { ...NOTHING, displayName: 'B' },
      { ...NOTHING, externalId: 'x' },
      { ...NOTHING, externalId: null },
      { ...NOTHING, externalId: null, replaceMembers: ['per_1'] },
    ])
  })

  it.each([
    [{ op: 'remove', path: 'displayName' }, 'mutability'],
    [{ op: 'replace', path: 'displayName', value: null }, 'mutability'],
    [{ op: 'replace', path: 'displayName', value: '' }, 'invalidValue'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'meta', value: {} }, 'mutability'],
    [{ op: 'replace', path: 'members[value eq "per_1"].display', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'members.value', value: 'x' }, 'mutability'],
    [{ op: 'remove', path: 'members[display co "x"]' }, 'invalidFilter'],
    [{ op: 'remove', path: 'members[value eq]' }, 'invalidFilter'],
    [{ op: 'add', path: 'userName', value: 'x' }, 'invalidPath'],
    [{ op: 'add', path: 'password', value: 'x' }, 'invalidPath'],
    [{ op: 'add', path: 'members', value: [{}] }, 'invalidValue'],
    [{ op: 'replace', value: 'x' }, 'invalidValue'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'merge', path: 'members' }, 'invalidSyntax'],
  ])('but not by %j', (operation, scimType) => {
    expect(refusalOf(() => patches(operation))).toMatchObject({ status: 400, scimType })
  })
})

describe('a group as it leaves', () => {
  const group = {
    id: 'grp_1',
    displayName: 'Mentorat',
    externalId: null,
    version: 2,
    createdAt: 0,
    updatedAt: 1000,
  }

  it('names its members with their address, and has no empty list', () => {
    const baseUrl = 'https://binome.example/scim/v2'
    const members = [{ value: 'per_1', display: 'Léa Moreau' }]
    expect(showGroup({ ...group, members }, baseUrl)).toEqual({
      schemas: [GROUP_SCHEMA],
      id: 'grp_1',
      displayName: 'Mentorat',
      members: [{ value: 'per_1', $ref: `${baseUrl}/Users/per_1`, display: 'Léa Moreau', type: 'User' }],
      meta: {
        resourceType: 'Group',
        created: '1970-01-01T00:00:00.000Z',
        lastModified: '1970-01-01T00:00:01.000Z',
        location: `${baseUrl}/Groups/grp_1`,
        version: 'W/"2"',
      },
    })
    expect(showGroup({ ...group, members: [] }, baseUrl)).not.toHaveProperty('members')
    expect(readGroup(showGroup({ ...group, members }, baseUrl))).toEqual({
      displayName: 'Mentorat',
      externalId: null,
      members: ['per_1'],
    })
  })
})
