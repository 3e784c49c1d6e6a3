import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

const SLUG = 'regards-croises'
const EMAIL = 'rh@armorique.example'
const DAY_MS = 86_400_000

/** Two live pairs, one inside Armor Énergie and one inside Armor Banque, and the correspondent of the first. */
async function gather(): Promise<{ house: House; correspondent: Client; pairs: Record<string, any>[] }> {
  const house = new House()
  await gatherCohort(house, { mentors: 2, mentees: 2, programme: { exposure_gap: 12 } })
  const proposals = await matchAndApprove(house)
  for (const [n, { id, mentor, mentee }] of proposals.entries()) {
    const subsidiary = n === 0 ? 'Armor Énergie' : 'Armor Banque'
    for (const person of [mentor, mentee]) {
      await house.root.patch(`employees/${person}`, { subsidiary })
      const client = await house.enter(addressOf(person))
      await client.post(`proposals/${id}/acceptance`)
    }
  }
  const named = await house.root.put(`organisers/${EMAIL}`, {
    role: 'correspondent',
    subsidiary: 'Armor Énergie',
  })
  expect(named.status).toBe(201)
  const pairs = await house.root.all('pairs')
  expect(pairs).toHaveLength(2)
  return { house, correspondent: await house.enter(EMAIL), pairs }
}

describe('an HR correspondent of one subsidiary', () => {
  it('is named with it, and no other role has one', async () => {
    const house = new House()
    const put = (body: Record<string, unknown>) => house.root.put(`organisers/${EMAIL}`, body)
    const missing = await put({ role: 'correspondent' })
    expect([missing.status, missing.json.errors[0].pointer]).toEqual([422, '/subsidiary'])
    expect((await put({ role: 'coach', subsidiary: 'Armor Énergie' })).status).toBe(422)
    expect((await put({ role: 'correspondent', subsidiary: 'Armor Énergie' })).json).toMatchObject({
      role: 'correspondent',
      subsidiary: 'Armor Énergie',
    })
    const moved = await put({ role: 'correspondent', subsidiary: 'Armor Banque' })
    expect([moved.status, moved.json.subsidiary]).toEqual([200, 'Armor Banque'])
    expect((await put({ role: 'coach' })).json.subsidiary).toBeNull()
  })

  it('sees the people and the pairs of theirs, and nobody else’s', async () => {
    const { house, correspondent, pairs } = await gather()
    const people = await correspondent.all(`programmes/${SLUG}/participants`)
    expect(people.map(({ subsidiary }) => subsidiary)).toEqual(['Armor Énergie', 'Armor Énergie'])
    const since = await correspondent.all(
      `programmes/${SLUG}/participants?updated_since=2026-01-01T00:00:00Z`,
    )
    expect(since).toHaveLength(2)
    const all = await house.root.all(`programmes/${SLUG}/participants`)
    const other = all.find(({ subsidiary }) => subsidiary === 'Armor Banque')
    expect((await correspondent.get(`participants/${people[0]?.id}`)).status).toBe(200)
    expect((await correspondent.get(`participants/${other?.id}`)).status).toBe(404)

    const theirs = await correspondent.all('pairs')
    expect(theirs).toHaveLength(1)
    expect(await correspondent.all('pairs?updated_since=2026-01-01T00:00:00Z')).toHaveLength(1)
    const foreign = pairs.find(({ id }) => id !== theirs[0]?.id)
    expect((await correspondent.get(`pairs/${theirs[0]?.id}`)).status).toBe(200)
    expect((await correspondent.get(`pairs/${foreign?.id}`)).status).toBe(404)
  })

  it('reads what awaits their subsidiary, and does none of it', async () => {
    const { house, correspondent, pairs } = await gather()
    house.now += 11 * DAY_MS
    await house.tick()
    const { json } = await correspondent.get('tasks')
    const [energy] = await correspondent.all('pairs')
    expect(json.items.map(({ kind, href }: any) => [kind, href])).toEqual([
      ['no-first-session', `/console/life/?id=${energy?.id}`],
    ])
    expect(json.items[0].action).toBeNull()
    expect(pairs).toHaveLength(2)
  })

  it('finds every other door shut', async () => {
    const { correspondent, pairs } = await gather()
    const shut: [keyof Client, string][] = [
      ['get', 'overview'],
      ['get', `programmes/${SLUG}/outcomes`],
      ['get', `programmes/${SLUG}/pair-health`],
      ['get', `programmes/${SLUG}/conversations`],
      ['get', `programmes/${SLUG}/troubles`],
      ['get', `programmes/${SLUG}/match-runs`],
      ['get', `pairs/${pairs[0]?.id}/history`],
      ['get', `pairs/${pairs[0]?.id}/troubles`],
      ['get', 'preparations'],
      ['get', 'help-requests'],
      ['get', 'employees'],
      ['get', 'organisers'],
      ['get', 'events'],
      ['post', `programmes/${SLUG}/designation-reminders`],
      ['post', `programmes/${SLUG}/proposal-reminders`],
    ]
    for (const [method, path] of shut) {
      const { status } = await (correspondent[method] as (path: string) => Promise<{ status: number }>)(path)
      expect([path, status]).toEqual([path, 403])
    }
    expect((await correspondent.get(`/fr/programmes/${SLUG}/documents/state/`)).status).toBe(403)
  })

  it('sees a pair that crosses two subsidiaries from either side', async () => {
    const house = new House()
    await gatherCohort(house, { programme: { exposure_gap: 12 } })
    const [proposal] = (await matchAndApprove(house)) as [any]
    await house.root.put(
      'employees/M1',
      makeEmployee({ grade_rank: 1, manager: 'SIDE', email: addressOf('M1'), subsidiary: 'Armor Énergie' }),
    )
    await house.root.patch('employees/X1', { subsidiary: 'Armor Banque' })
    for (const person of ['M1', 'X1']) {
      await (await house.enter(addressOf(person))).post(`proposals/${proposal.id}/acceptance`)
    }
    for (const subsidiary of ['Armor Énergie', 'Armor Banque', 'Armor Santé']) {
      await house.root.put(`organisers/${EMAIL}`, { role: 'correspondent', subsidiary })
      const correspondent = await house.enter(EMAIL)
      expect(await correspondent.all('pairs'), subsidiary).toHaveLength(subsidiary === 'Armor Santé' ? 0 : 1)
    }
  })
})
