import { describe, expect, it } from 'vitest'
import { listResponse, readListQuery } from '#contract/scim/list.ts'
import { project } from '#contract/scim/projection.ts'
import { LIST_RESPONSE, SEARCH_REQUEST, USER_SCHEMA } from '#contract/scim/schema.ts'
import { drawBody, draws, ENTERPRISE, refusalOf } from './scim-makers.ts'

describe('what a list asks for', () => {
  const plain = {
    filter: null,
    sortBy: null,
    sortOrder: 'ascending',
    startIndex: 1,
    count: 100,
    cursor: undefined,
  }

  it('is everything from the beginning where nothing is asked', () => {
    expect(readListQuery({})).toEqual(plain)
  })

  it('is what Okta asks: count=100, from 1', () => {
    const query = { filter: 'userName eq "x"', startIndex: '1', count: '100' }
    expect(readListQuery(query)).toEqual({ ...plain, filter: 'userName eq "x"' })
  })

  it('is a .search with numbers and lists of names', () => {
    const body = {
      schemas: [SEARCH_REQUEST],
      attributes: ['displayName', 'userName'],
      excludedAttributes: [],
      filter: 'title pr',
      sortBy: 'userName',
      sortOrder: 'Descending',
      startIndex: 3,
      count: 10,
    }
    expect(readListQuery(body)).toEqual({
      filter: 'title pr',
      sortBy: 'userName',
      sortOrder: 'descending',
      startIndex: 3,
      count: 10,
      cursor: undefined,
      attributes: 'displayName,userName',
    })
  })

  it('is bounded: from 1, and from 0 to 200 at once', () => {
    for (const [startIndex, count, from, most] of [
      [0, -1, 1, 0],
      ['-5', '0', 1, 0],
      [2, 201, 2, 200],
      ['', '', 1, 100],
      [null, null, 1, 100],
    ])
      expect(readListQuery({ startIndex, count })).toEqual({ ...plain, startIndex: from, count: most })
  })

  it('begins with cursors where the cursor is there and empty', () => {
    expect(readListQuery({ cursor: '' }).cursor).toBeNull()
    expect(readListQuery({ cursor: 'abc' }).cursor).toBe('abc')
  })

  it.each([
    [{ count: 'ten' }, 'invalidValue'],
    [{ count: '1.5' }, 'invalidValue'],
    [{ cursor: '', count: 'ten' }, 'invalidCount'],
    [{ startIndex: {} }, 'invalidValue'],
    [{ cursor: 7 }, 'invalidCursor'],
    [{ cursor: 'x'.repeat(2001) }, 'invalidCursor'],
    [{ filter: 7 }, 'invalidFilter'],
    [{ sortBy: [] }, 'invalidValue'],
    [{ sortOrder: 'up' }, 'invalidValue'],
    [{ sortOrder: 7 }, 'invalidValue'],
    [{ attributes: [7] }, 'invalidValue'],
    [{ schemas: ['urn:x'] }, 'invalidSyntax'],
  ])('is refused where it is %j', (query, scimType) => {
    expect(refusalOf(() => readListQuery(query))).toMatchObject({ status: 400, scimType })
  })
})

describe('a page of a list', () => {
  it('says how many there are, how many come and from where, with an empty list where there are none', () => {
    expect(listResponse([], { totalResults: 7, startIndex: 9 })).toEqual({
      schemas: [LIST_RESPONSE],
      totalResults: 7,
      itemsPerPage: 0,
      startIndex: 9,
      Resources: [],
    })
  })

  it('goes on by cursor, and has no null at the end', () => {
    expect(listResponse([{ id: 'a' }], { totalResults: 2, nextCursor: 'n', previousCursor: null })).toEqual({
      schemas: [LIST_RESPONSE],
      totalResults: 2,
      itemsPerPage: 1,
      nextCursor: 'n',
      Resources: [{ id: 'a' }],
    })
  })
})

describe('the part of a resource that is asked for', () => {
  const user = {
    schemas: [USER_SCHEMA, ENTERPRISE],
    id: 'per_1',
    userName: 'lea',
    name: { givenName: 'Léa', familyName: 'Moreau' },
    emails: [{ value: 'a@y.fr', type: 'work' }, { value: 'b@y.fr' }],
    [ENTERPRISE]: { department: 'Achats', manager: { value: 'per_9', displayName: 'Yann' } },
    meta: { resourceType: 'User' },
  }
  const base = { schemas: user.schemas, id: 'per_1' }

  it.each([
    ['userName', { userName: 'lea' }],
    ['USERNAME , shoeSize', { userName: 'lea' }],
    ['name.givenName', { name: { givenName: 'Léa' } }],
    ['name.givenName,name.familyName', { name: user.name }],
    ['emails.value', { emails: [{ value: 'a@y.fr' }, { value: 'b@y.fr' }] }],
    ['emails.type', { emails: [{ type: 'work' }, {}] }],
    ['emails.type,emails.value', { emails: user.emails }],
    [`${USER_SCHEMA}:name`, { name: user.name }],
    [`${ENTERPRISE}:department`, { [ENTERPRISE]: { department: 'Achats' } }],
    [`${ENTERPRISE}:manager.value`, { [ENTERPRISE]: { manager: { value: 'per_9' } } }],
    [ENTERPRISE, { [ENTERPRISE]: user[ENTERPRISE] }],
    ['manager', { [ENTERPRISE]: { manager: user[ENTERPRISE].manager } }],
    ['meta', { meta: user.meta }],
    ['title', {}],
    ['shoeSize', {}],
    ['id', {}],
  ])('attributes=%s', (attributes, part) => {
    expect(project(user, { attributes })).toEqual({ ...base, ...part })
  })

  it('nothing asked is everything', () => {
    expect(project(user, {})).toEqual(user)
    expect(project(user, { attributes: '', excludedAttributes: ' ' })).toEqual(user)
  })

  it('excludedAttributes leave out, but never the id or the schemas', () => {
    const before = structuredClone(user)
    const names = 'id,schemas,userName,name.givenName,emails.type,manager,meta'
    expect(project(user, { excludedAttributes: names })).toEqual({
      ...base,
      name: { familyName: 'Moreau' },
      emails: [{ value: 'a@y.fr' }, { value: 'b@y.fr' }],
      [ENTERPRISE]: { department: 'Achats' },
    })
    expect(project(user, { excludedAttributes: ENTERPRISE })).not.toHaveProperty([ENTERPRISE])
    expect(user).toEqual(before)
  })

  it('Entra leaves the members of a group out', () => {
    const group = {
      schemas: ['g'],
      id: 'grp_1',
      displayName: 'A',
      members: [{ value: 'per_1' }],
      meta: { resourceType: 'Group' },
    }
    expect(project(group, { excludedAttributes: 'members' })).not.toHaveProperty('members')
    expect(project(group, { attributes: 'members.value' })).toEqual({
      schemas: ['g'],
      id: 'grp_1',
      members: group.members,
    })
  })

  it('what is asked for and what is left out make up the whole', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const draw = draws(seed)
      const whole = { ...drawBody(draw), id: 'per_1' } as Record<string, unknown>
      const names = Object.keys(whole).filter((name) => !['id', 'schemas'].includes(name))
      const name = draw.pick(names)
      const [asked, left] = [
        project(whole, { attributes: name }),
        project(whole, { excludedAttributes: name }),
      ]
      expect({ ...asked, ...left }).toEqual(whole)
      expect(Object.keys(asked).sort()).toEqual(['id', 'schemas', name].sort())
      expect(left).not.toHaveProperty([name])
    }
  })
})
