import { describe, expect, it } from 'vitest'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import { House } from '#test/house.ts'
import { connectProvider, ENTERPRISE, GROUP, USER } from '#test/scim.ts'

const MANAGER = `${ENTERPRISE}:manager`
const RANDOM_GUID = '5b6c7f2e-1d43-4b5a-9f0e-aaaaaaaaaaaa'

/** What Entra posts for somebody in scope. */
function inScope(alias: string, overrides: Record<string, unknown> = {}) {
  return {
    schemas: [USER, ENTERPRISE],
    externalId: alias,
    userName: `${alias}@armorique.example`,
    active: true,
    addresses: [{ primary: false, type: 'work', country: 'France', formatted: null, locality: 'Brest' }],
    displayName: `Display ${alias}`,
    emails: [{ primary: true, type: 'work', value: `${alias}@armorique.example` }],
    meta: { resourceType: 'User' },
    name: { formatted: `Given ${alias}`, familyName: 'Riou', givenName: 'Yuna' },
    preferredLanguage: 'fr-FR',
    roles: [],
    title: null,
    ...overrides,
  }
}

async function tenant() {
  const house = new House()
  const idp = await connectProvider(house)
  const user = (await idp.post('/Users', inScope('yuna'))).json
  const boss = (await idp.post('/Users', inScope('boss'))).json
  const patch = (operations: unknown[]) => idp.patch(`/Users/${user.id}`, operations)
  const read = async () => (await idp.get(`/Users/${user.id}`)).json
  const lines = async () => (await hierarchyAbove(house.db, ['yuna'])).get('yuna') ?? []
  return { house, idp, user, boss, patch, read, lines }
}

describe('a life in Entra', () => {
  it('Test Connection: a random GUID is an empty list, not a 404, for users and for groups', async () => {
    const idp = await connectProvider(new House())
    for (const [door, attribute] of [
      ['Users', 'userName'],
      ['Users', 'externalId'],
      ['Users', 'emails[type eq "work"].value'],
      ['Users', 'id'],
      ['Groups', 'displayName'],
      ['Groups', 'externalId'],
    ]) {
      const list = await idp.find(door!, `${attribute} eq "${RANDOM_GUID}"`)
      expect(list).toMatchObject({ totalResults: 0, Resources: [] })
    }
    expect(
      await idp.find('Groups', `displayName eq "${RANDOM_GUID}"`, '&excludedAttributes=members'),
    ).toMatchObject({
      totalResults: 0,
    })
  })

  it('a user is created with nulls, empty lists and a schema without an object', async () => {
    const { user } = await tenant()
    expect(JSON.stringify(user)).not.toContain('null')
    expect(user).toMatchObject({
      userName: 'yuna@armorique.example',
      externalId: 'yuna',
      addresses: [{ type: 'work', country: 'France', locality: 'Brest', primary: false }],
    })
    expect(user.roles).toBeUndefined()
    expect(user.title).toBeUndefined()
  })

  it('operations with capitals, booleans as words, several of one attribute in their order', async () => {
    const { patch, read } = await tenant()
    const told = await patch([
      { op: 'Add', path: 'title', value: 'Analyste' },
      { op: 'Replace', path: 'title', value: 'Actuaire' },
      { op: 'Replace', path: 'active', value: 'False' },
      { op: 'Replace', path: 'name.givenName', value: 'Yuna-Rose' },
      { op: 'Remove', path: 'preferredLanguage' },
      { op: 'Add', path: `${ENTERPRISE}:employeeNumber`, value: '00042' },
      {
        op: 'Add',
        path: 'roles',
        value: [{ primary: 'True', value: 'user', type: 'WindowsAzureActiveDirectoryRole' }],
      },
    ])
    expect(told.status).toBe(200)
    expect(await read()).toEqual(told.json)
    expect(told.json).toMatchObject({
      title: 'Actuaire',
      active: false,
      name: { givenName: 'Yuna-Rose', familyName: 'Riou' },
      roles: [{ primary: true, value: 'user' }],
      [ENTERPRISE]: { employeeNumber: '00042' },
    })
    expect(told.json.preferredLanguage).toBeUndefined()
    expect((await patch([{ op: 'Replace', path: 'active', value: 'True' }])).json.active).toBe(true)
    expect((await patch([{ op: 'Replace', path: 'active', value: true }])).json.active).toBe(true)
    expect((await patch([{ op: 'Replace', path: 'active', value: null }])).status).toBe(400)
  })

  it('with the flag of its tenant, one operation without a path whose keys are paths', async () => {
    const { patch } = await tenant()
    const told = await patch([
      {
        op: 'replace',
        value: {
          displayName: 'Yuna R.',
          'name.givenName': 'Yuna',
          'name.familyName': 'Riou-Méar',
          'emails[type eq "work"].value': 'riou@armorique.example',
          [`${ENTERPRISE}:department`]: 'Sinistres',
          [`${ENTERPRISE}:employeeNumber`]: '7',
        },
      },
    ])
    expect(told.json).toMatchObject({
      displayName: 'Yuna R.',
      name: { familyName: 'Riou-Méar' },
      emails: [{ type: 'work', value: 'riou@armorique.example', primary: true }],
      [ENTERPRISE]: { department: 'Sinistres', employeeNumber: '7' },
    })
  })

  it('an address that is not there yet is made, whether added or replaced', async () => {
    const { idp } = await tenant()
    for (const [n, op] of ['Add', 'Replace'].entries()) {
      const user = (await idp.post('/Users', { schemas: [USER], userName: `bare${n}` })).json
      const told = await idp.patch(`/Users/${user.id}`, [
        { op, path: 'emails[type eq "work"].value', value: `bare${n}@armorique.example` },
        { op, path: 'phoneNumbers[type eq "mobile"].value', value: '+33 6 00 00 00 00' },
      ])
      expect(told.json).toMatchObject({
        emails: [{ type: 'work', value: `bare${n}@armorique.example` }],
        phoneNumbers: [{ type: 'mobile', value: '+33 6 00 00 00 00' }],
      })
      expect(
        await idp.find('Users', `emails[type eq "work"].value eq "BARE${n}@armorique.example"`),
      ).toMatchObject({
        totalResults: 1,
      })
    }
  })

  it('a manager in every form that Entra knows, and cleared in every one', async () => {
    const { idp, boss, patch, read, lines } = await tenant()
    const forms = [
      { op: 'Add', path: MANAGER, value: boss.id },
      { op: 'Replace', path: MANAGER, value: { value: boss.id } },
      { op: 'Add', path: MANAGER, value: [{ $ref: `/Users/${boss.id}`, value: boss.id }] },
      { op: 'Add', path: MANAGER, value: [{ $ref: null, value: boss.id }] },
      { op: 'Replace', path: `${MANAGER}.value`, value: boss.id },
      { op: 'Add', path: 'manager', value: boss.id },
      { op: 'Replace', path: 'manager.value', value: boss.id },
      { op: 'Replace', value: { [`${MANAGER}`]: boss.id } },
      { op: 'Replace', value: { [ENTERPRISE]: { manager: { value: boss.id } } } },
    ]
    const clearings = [
      { op: 'Remove', path: MANAGER },
      { op: 'Replace', path: MANAGER, value: '' },
      { op: 'Replace', path: MANAGER, value: null },
      { op: 'Replace', path: `${MANAGER}.value`, value: '' },
      { op: 'Remove', path: 'manager' },
      { op: 'Add', path: MANAGER, value: '' },
      { op: 'Replace', path: MANAGER, value: { value: '' } },
      { op: 'Replace', path: MANAGER, value: { value: null } },
      { op: 'Remove', path: `${MANAGER}.value` },
    ]
    for (const [n, form] of forms.entries()) {
      const told = await patch([form])
      expect([told.status, told.json[ENTERPRISE]?.manager?.value], JSON.stringify(form)).toEqual([
        200,
        boss.id,
      ])
      expect(await lines(), JSON.stringify(form)).toEqual(['boss'])
      const { id } = await read()
      for (const filter of [
        `id eq "${id}" and manager eq "${boss.id}"`,
        `manager eq "${boss.id}" and id eq "${id}"`,
      ]) {
        expect((await idp.find('Users', filter, '&attributes=id')).totalResults, filter).toBe(1)
      }
      const cleared = await patch([clearings[n]!])
      expect([cleared.status, cleared.json[ENTERPRISE]?.manager], JSON.stringify(clearings[n])).toEqual([
        200,
        undefined,
      ])
      expect(await lines(), JSON.stringify(clearings[n])).toEqual([])
      expect((await idp.find('Users', `id eq "${id}" and manager eq "${boss.id}"`)).totalResults).toBe(0)
    }
  })

  it('group membership: $ref null, several changes at once, removal by value and by path, 204', async () => {
    const { idp, user, boss } = await tenant()
    const group = await idp.post('/Groups', {
      schemas: [GROUP, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
      displayName: 'displayName',
      meta: { resourceType: 'Group' },
    })
    expect(group.status).toBe(201)
    expect(group.json.schemas).toEqual([GROUP])
    const at = `/Groups/${group.json.id}`
    const members = async () => ((await idp.get(at)).json.members ?? []).map(({ value }: any) => value).sort()
    const change = async (...operations: unknown[]) => {
      const told = await idp.patch(at, operations)
      expect([told.status, told.text]).toEqual([204, ''])
      return members()
    }
    const both = [user.id, boss.id].sort()
    const named = (id: string) => ({ $ref: null, value: id })
    expect(await change({ op: 'Add', path: 'members', value: [named(user.id)] })).toEqual([user.id])
    expect(await change({ op: 'Add', path: 'members', value: [named(user.id), named(boss.id)] })).toEqual(
      both,
    )
    expect(await change({ op: 'Remove', path: 'members', value: [named(user.id)] })).toEqual([boss.id])
    expect(await change({ op: 'Remove', path: `members[value eq "${boss.id}"]` })).toEqual([])
    expect(
      await change(
        { op: 'Add', path: 'members', value: [named(boss.id)] },
        { op: 'Remove', path: 'members', value: [named(boss.id)] },
        { op: 'Add', path: 'members', value: [named(user.id)] },
      ),
    ).toEqual([user.id])
    expect(await change({ op: 'Remove', path: 'members', value: [named('per_gone')] })).toEqual([user.id])
    await change({ op: 'Replace', path: 'displayName', value: '1879db59-3bdf-4490-ad68-ab880a269474updated' })
    expect(await idp.find('Groups', 'externalId eq "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159"')).toMatchObject({
      totalResults: 1,
      Resources: [{ displayName: '1879db59-3bdf-4490-ad68-ab880a269474updated' }],
    })
    const unknown = await idp.patch(at, [{ op: 'Add', path: 'members', value: [named('per_nobody')] }])
    expect([unknown.status, unknown.json.scimType]).toEqual([400, 'invalidValue'])
    expect(await change({ op: 'Remove', path: 'members' })).toEqual([])
    expect(
      (
        await idp.patch(`${at}?attributes=displayName`, [
          { op: 'Add', path: 'members', value: [named(user.id)] },
        ])
      ).status,
    ).toBe(200)
  })

  it('a soft delete, the real one thirty days later, and the same person hired again', async () => {
    const { house, idp, user, patch } = await tenant()
    expect((await patch([{ op: 'Replace', path: 'active', value: 'False' }])).json.active).toBe(false)
    expect(await idp.find('Users', 'userName eq "yuna@armorique.example"')).toMatchObject({
      totalResults: 1,
      Resources: [{ active: false }],
    })
    house.now += 30 * 86_400_000
    expect((await idp.delete(`/Users/${user.id}`)).status).toBe(204)
    expect((await idp.delete(`/Users/${user.id}`)).status).toBe(404)
    expect((await idp.find('Users', 'externalId eq "yuna"')).totalResults).toBe(0)
    const back = await idp.post('/Users', inScope('yuna'))
    expect([back.status, back.json.id, back.json.active]).toEqual([201, user.id, true])
  })

  it('values are stored exactly as sent', async () => {
    const { idp } = await tenant()
    const sent = inScope('exact', {
      userName: 'Exact.Case@Armorique.example',
      displayName: '  Éléa   (réd.) “x” ',
      phoneNumbers: [{ type: 'work', value: ' 02.98-00 (00) 00' }],
      emails: [{ type: 'work', value: 'Exact.Case@Armorique.example', primary: true }],
      title: 'T'.repeat(500),
    })
    const made = (await idp.post('/Users', sent)).json
    const read = (await idp.get(`/Users/${made.id}`)).json
    for (const name of ['userName', 'displayName', 'phoneNumbers', 'emails', 'title']) {
      expect(read[name]).toEqual((sent as any)[name])
    }
  })
})
