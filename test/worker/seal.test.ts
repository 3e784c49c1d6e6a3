import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '#actions/context.ts'
import { sealEvents } from '#actions/seal.ts'
import { openDatabase } from '#db/commit.ts'
import { listEventsStored } from '#db/queries/seal.ts'
import { DAY_MS, HOUR_MS } from '#domain/local-time.ts'
import { type Anchor, type ChainReport, GENESIS, type Seal, verifyChain } from '#domain/seal.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme } from '#test/makers.ts'

afterEach(() => vi.restoreAllMocks())

async function sealsOf({ db }: House): Promise<Seal[]> {
  return db.all<Seal>(sql`SELECT event_seq, hash FROM event_seals ORDER BY event_seq`)
}

async function audit(house: House, anchor?: Anchor): Promise<ChainReport> {
  const events = await listEventsStored(house.db, 0, 100_000)
  return verifyChain(events, await sealsOf(house), (text) => hash('sha256', text, 'hex'), anchor)
}

/** Something that happened, `count` times, written by hand to be quick; every third place in the order stays empty. */
async function happen(house: House, count: number): Promise<void> {
  await house.db.run(sql`
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count})
    INSERT INTO events (seq, id, type, subject, version, data, actor, outside, occurred_at)
    SELECT start + n + n / 3, 'evt_' || CAST(start + n + n / 3 AS INTEGER), 'person.updated',
      'per_' || CAST(start + n + n / 3 AS INTEGER), 1, '{"changed":["siège"]}', 'job', 0, ${house.now}
    FROM n, (SELECT coalesce(max(seq), 0) AS start FROM events)`)
}

/** What a job is handed, of which sealing uses the store alone; `held` where it holds a lease. */
const contextOf = (house: House, more: Partial<Context> = {}) =>
  ({ db: house.db, now: house.now, ...more }) as Context

async function withProgramme(): Promise<House> {
  const house = new House()
  await house.root.put('employees/M1', makeEmployee())
  await house.root.post('programmes', makeProgramme())
  return house
}

describe('what happened is sealed', () => {
  it('within a minute, in order, and once', async () => {
    const house = await withProgramme()
    expect((await audit(house)).sealed).toBe(0)
    await house.tick()
    const first = await sealsOf(house)
    expect(await audit(house)).toMatchObject({
      ok: true,
      unsealed: 0,
      head: { seq: first.at(-1)?.event_seq },
    })
    expect(first.length).toBeGreaterThan(1)
    await house.tick()
    expect(await sealsOf(house)).toEqual(first)
    await house.root.put('programmes/regards-croises/publication')
    await house.tick()
    expect((await sealsOf(house)).slice(0, first.length)).toEqual(first)
    expect(await audit(house)).toMatchObject({ ok: true, sealed: first.length + 1, unsealed: 0 })
  })

  it('also where many waited, with places left empty, and while more happens', async () => {
    const house = new House()
    await happen(house, 1_200)
    const db = openDatabase({
      prepare: (text: string) => house.db.$client.prepare(text),
    } as D1Database)
    const run = db.run.bind(db)
    let writes = 0
    vi.spyOn(db, 'run').mockImplementation((async (query: never) => {
      if (writes++ === 0) await happen(house, 10)
      return run(query)
    }) as never)
    expect(await sealEvents(contextOf(house, { db }))).toBe(1_210)
    expect(writes).toBe(3)
    expect(await audit(house)).toMatchObject({ ok: true, sealed: 1_210, unsealed: 0 })
  })

  it('by the next worker, from where one stopped that died before or after a write', async () => {
    for (const dies of ['before', 'after']) {
      for (const at of [1, 2, 3]) {
        const house = new House()
        await house.db.run(sql`DELETE FROM events`)
        await house.db.run(sql`DELETE FROM event_seals`)
        await happen(house, 1_100)
        const db = openDatabase(house.db.$client)
        const run = db.run.bind(db)
        let writes = 0
        vi.spyOn(db, 'run').mockImplementation((async (query: never) => {
          writes += 1
          if (writes === at && dies === 'before') throw new Error('Network connection lost.')
          const result = await run(query)
          if (writes === at) throw new Error('Network connection lost.')
          return result
        }) as never)
        await expect(sealEvents(contextOf(house, { db }))).rejects.toThrow('lost')
        const partly = await sealsOf(house)
        expect(partly).toHaveLength(Math.min(1_100, 500 * (dies === 'after' ? at : at - 1)))
        expect((await audit(house)).ok).toBe(true)
        await sealEvents(contextOf(house))
        expect((await sealsOf(house)).slice(0, partly.length)).toEqual(partly)
        expect(await audit(house)).toMatchObject({ ok: true, sealed: 1_100, unsealed: 0 })
      }
    }
  })

  it('by one of two workers who are at it at once, and not by one who lost the job', async () => {
    const house = new House()
    await happen(house, 1_300)
    const counts = await Promise.all([1, 2, 3].map(() => sealEvents(contextOf(house))))
    await sealEvents(contextOf(house))
    expect(Math.max(...counts)).toBeLessThanOrEqual(1_300)
    expect(await audit(house)).toMatchObject({ ok: true, sealed: 1_300, unsealed: 0 })
    await happen(house, 5)
    const held = { job: 'sealEvents', fence: 1, clock: () => house.now }
    await house.db.run(sql`INSERT INTO job_leases (job, fence, until) VALUES ('sealEvents', 2, ${house.now})`)
    expect(await sealEvents(contextOf(house, { held }))).toBe(0)
    expect((await audit(house)).unsealed).toBe(5)
    expect(await sealEvents(contextOf(house, { held: { ...held, fence: 2 } }))).toBe(5)
  })

  it.each([
    ['a changed event', sql`UPDATE events SET actor = 'usr_other' WHERE seq = 8`, 8, 'altered'],
    ['a changed space in its data', sql`UPDATE events SET data = data || ' ' WHERE seq = 8`, 8, 'altered'],
    ['an event that is gone', sql`DELETE FROM events WHERE seq = 8`, 8, 'missing'],
    ['an event put in', sql`UPDATE events SET seq = 11, id = 'evt_11' WHERE seq = 12`, 11, 'inserted'],
    [
      'a changed seal',
      sql`UPDATE event_seals SET hash = ${GENESIS.hash} WHERE event_seq = 8`,
      8,
      'seal-altered',
    ],
    ['a seal that is gone', sql`DELETE FROM event_seals WHERE event_seq = 8`, 8, 'seal-missing'],
  ] as const)(
    '%s is found, also after the next events were sealed behind it',
    async (_, query, seq, what) => {
      const house = new House()
      await happen(house, 20)
      await house.tick()
      await house.db.run(query)
      expect((await audit(house)).firstBad).toEqual({ seq, what })
      await happen(house, 3)
      await house.tick()
      expect((await audit(house)).firstBad).toEqual({ seq, what })
    },
  )
})

describe('the end of the chain is kept outside', () => {
  it('HR reads it when it likes, and can hold the journal to it later', async () => {
    const house = await withProgramme()
    const empty = await house.root.get('journal-seal')
    expect(empty.status).toBe(200)
    expect(empty.json).toEqual({ ...GENESIS, events: empty.json.unsealed, unsealed: expect.any(Number) })
    expect(empty.json.unsealed).toBeGreaterThan(0)
    await house.tick()
    const { json } = await house.root.get('journal-seal')
    const last = (await sealsOf(house)).at(-1)
    expect(json).toEqual({ seq: last?.event_seq, hash: last?.hash, events: empty.json.events, unsealed: 0 })
    expect((await audit(house, { seq: json.seq, hash: json.hash })).ok).toBe(true)
    await house.root.put('programmes/regards-croises/publication')
    expect((await house.root.get('journal-seal')).json).toEqual({
      ...json,
      events: json.events + 1,
      unsealed: 1,
    })
    await house.tick()
    expect((await audit(house, { seq: json.seq, hash: json.hash })).ok).toBe(true)
    const other = await house.root.post('keys', { name: 'pairs', scopes: ['pairs:read'] })
    const client = house.as({ authorization: `Bearer ${other.json.secret}` })
    expect((await client.get('journal-seal')).status).toBe(403)
  })

  it('once a day it is told in an event, from the day after the first that was told', async () => {
    const house = await withProgramme()
    const told = async () => (await house.root.all('events')).filter(({ type }) => type === 'journal.sealed')
    const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    await house.tick()
    house.now += DAY_MS - HOUR_MS
    await house.tick()
    expect(await told()).toEqual([])
    house.now += HOUR_MS
    const end = (await house.root.get('journal-seal')).json
    await house.tick()
    const [first, ...more] = await told()
    expect(more).toEqual([])
    expect(first).toMatchObject({ subject: 'journal:2026-03-03', data: { seq: end.seq, hash: end.hash } })
    expect(logged.mock.calls.flat().join('\n')).toContain(end.hash)
    expect((await audit(house, first?.data as Anchor)).ok).toBe(true)
    await house.db.run(sql`DELETE FROM events WHERE seq >= ${end.seq}`)
    await house.db.run(sql`DELETE FROM event_seals WHERE event_seq >= ${end.seq}`)
    expect((await audit(house)).ok).toBe(true)
    expect((await audit(house, first?.data as Anchor)).firstBad?.what).toBe('tail-cut')
  })

  it('and not again for its own sake: only where something else happened, and never twice a day', async () => {
    const house = await withProgramme()
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const told = async () =>
      (await house.root.all('events')).filter(({ type }) => type === 'journal.sealed').length
    await house.tick()
    house.now += DAY_MS
    await house.tick()
    expect(await told()).toBe(1)
    for (let day = 0; day < 4; day++) {
      house.now += DAY_MS
      await house.tick()
      await house.tick()
    }
    expect(await told()).toBe(1)
    await house.root.put('programmes/regards-croises/publication')
    await house.tick()
    await house.tick()
    expect(await told()).toBe(2)
    await house.root.delete('programmes/regards-croises/publication')
    for (let hour = 0; hour < 19; hour++) {
      house.now += HOUR_MS
      await house.tick()
    }
    expect(await told()).toBe(2)
    house.now += HOUR_MS
    await house.tick()
    expect(await told()).toBe(3)
    expect((await audit(house)).ok).toBe(true)
  })
})
