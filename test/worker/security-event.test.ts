import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { securityEventShown } from '#contract/security-event.ts'
import { selectSecurityEvents } from '#db/queries/security-event.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

const AWA = 'awa@armorique.example'

type Line = v.InferOutput<typeof securityEventShown>

async function log(house: House): Promise<Line[]> {
  return house.root.all<Line>('security-events')
}

describe('the security log says who did what, and when', () => {
  it('keys, the team, its sign-ins and receivers are in it, newest first, with names for the reader', async () => {
    const house = new House()
    const awa = await house.organiser(AWA)
    house.now += 60_000
    const key = (await awa.post('keys', { name: 'SIRH', scopes: ['events:read'] })).json
    await awa.post(`keys/${key.id}/rotation`, { overlap_hours: 2 })
    await awa.delete(`keys/${key.id}`)
    await awa.put('organisers/loic@armorique.example', { role: 'coach' })
    await awa.put('organisers/loic@armorique.example', { role: 'consultant' })
    await awa.delete('organisers/loic@armorique.example')
    const lines = await log(house)
    expect(lines.map(({ type }) => type)).toEqual([
      'organiser.removed',
      'organiser.changed',
      'organiser.added',
      'key.revoked',
      'key.rotated',
      'key.created',
      'organiser.signed-in',
      'organiser.added',
    ])
    for (const line of lines) expect(v.is(securityEventShown, line)).toBe(true)
    const created = lines.find(({ type }) => type === 'key.created')
    expect(created).toMatchObject({
      occurred_at: '2026-03-02T09:01:00.000Z',
      actor: { name: AWA },
      subject: { id: key.id, name: 'SIRH' },
      data: { scopes: ['events:read'] },
    })
    expect(lines.find(({ type }) => type === 'key.rotated')?.data).toMatchObject({ overlap_hours: 2 })
    // Who has left has no name any more: none was kept in the event.
    expect(lines[0]?.subject.name).toBeNull()
    expect(lines.at(-1)).toMatchObject({ actor: { id: 'root', name: null }, subject: { name: AWA } })
  })

  it('holds ids and nothing else about anybody', async () => {
    const house = new House()
    const awa = await house.organiser(AWA)
    await awa.post('keys', { name: 'Paie de Brest', scopes: ['events:read'] })
    const kept = JSON.stringify(await house.db.all(sql`SELECT * FROM events`))
    expect(kept).not.toContain('armorique')
    expect(kept).not.toContain('Brest')
  })

  it('each session of the team is written once, and no session of a participant', async () => {
    const house = new House()
    await house.organiser(AWA)
    await house.session(AWA)
    await house.root.put('employees/M1', makeEmployee({ email: 'm1@armorique.example' }))
    await house.db.run(
      sql`INSERT INTO sign_in_users (id, name, email, emailVerified, createdAt, updatedAt)
        VALUES ('usr_m1', '', 'm1@armorique.example', 1, 0, 0)`,
    )
    const person = await house.session('m1@armorique.example')
    for (let n = 0; n < 3; n++) await person.get('session')
    const signedIn = (await log(house)).filter(({ type }) => type === 'organiser.signed-in')
    expect(signedIn).toHaveLength(2)
    for (const line of signedIn) {
      expect(line.subject.id).toBe(line.actor.id)
      expect(line.data).toMatchObject({ role: 'organiser' })
    }
  })

  it('a key that is refused leaves no line, nor does a wrong client or a wrong code', async () => {
    const house = new House()
    await house.organiser(AWA)
    const before = (await log(house)).length
    await house.as({ authorization: 'Bearer bnm_unknown' }).get('employees')
    await house.request('/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&client_id=key_x&client_secret=y',
    })
    await house.stranger.post('sessions', { email: AWA, code: '000000' })
    expect(await log(house)).toHaveLength(before)
  })

  it('what happens elsewhere is not in it, and pages follow each other without a gap', async () => {
    const house = new House()
    for (let n = 0; n < 7; n++) {
      await house.root.put(`employees/E${n}`, makeEmployee())
      await house.root.put(`organisers/o${n}@armorique.example`)
    }
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { status: number; json: any } = await house.root.get(
        `security-events?limit=3${cursor && `&cursor=${cursor}`}`,
      )
      expect(page.status).toBe(200)
      seen.push(...page.json.items.map((line: Line) => line.subject.name))
      cursor = page.json.next_cursor
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `o${n}@armorique.example`))
    expect((await house.root.get('security-events?cursor=e30')).status).toBe(422)
  })

  it('is read by who may read keys, and by nobody else', async () => {
    const house = new House()
    const allowed = (await house.root.post('keys', { name: 'audit', scopes: ['keys:read'] })).json.secret
    const other = (await house.root.post('keys', { name: 'feed', scopes: ['events:read'] })).json.secret
    const statuses = []
    for (const secret of [allowed, other])
      statuses.push((await house.as({ authorization: `Bearer ${secret}` }).get('security-events')).status)
    expect([...statuses, (await house.stranger.get('security-events')).status]).toEqual([200, 403, 401])
  })

  it('reads along the index of subjects, so that it does not slow down with everything else', async () => {
    const house = new House()
    const plan = await house.db.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN ${selectSecurityEvents(null, 26)}`,
    )
    const details = plan.map(({ detail }) => detail).join('\n')
    expect(details).toContain('events_subject_version')
    expect(details).not.toMatch(/SCAN events/)
  })
})
