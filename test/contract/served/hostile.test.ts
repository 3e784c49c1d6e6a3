import { afterAll, expect, it, vi } from 'vitest'
import { addressOf, gatherCohort } from '#test/cohort.ts'
import { mulberry32 } from '../../bench/mulberry32.ts'
import { attack, heaps } from '../hostile.ts'
import { nameOf, operations, RecordingHouse } from '../recorder.ts'

const HEAPS = 4
const ROLES = 4
/** Enough attacks on each door by each role that all of them together are more than ten thousand. */
const ATTACKS = Math.ceil(10_400 / (operations.length * ROLES))
/** Doors after which nobody is signed in any more come last. */
const ENDING = ['DELETE /me', 'POST /me/erasure', 'POST /sign-outs']
/** What would let a stranger see how we are made. */
const TRACE = /\bat \S+ \(|\.ts:\d+|node_modules|D1_ERROR|SQLITE|drizzle|SELECT .* FROM/i

let sent = 0

it.each(heaps(HEAPS).map((heap, at) => [at + 1, heap] as const))(
  'whatever is made from the description and spoilt, heap %i, no role gets an error of ours or a trace of how we are made',
  async (at, heap) => {
    const house = new RecordingHouse()
    await gatherCohort(house)
    const headersOf = async (email: string) => {
      const session = await house.session(email)
      await session.get('session')
      return house.good.get('GET /session')!.init.headers as Record<string, string>
    }
    const { json: key } = await house.root.post('keys', { name: 'everything', scopes: ['*'] })
    await house.root.put('organisers/organiser@armorique.example')
    const roles: Record<string, Record<string, string>> = {
      nobody: {},
      participant: await headersOf(addressOf('X1')),
      organiser: await headersOf('organiser@armorique.example'),
      key: { authorization: `Bearer ${key.secret}` },
    }
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const chance = mulberry32(20_260_302 + at)
    const wrong: string[] = []
    const ordered = heap.toSorted((a, b) => ENDING.indexOf(nameOf(a)) - ENDING.indexOf(nameOf(b)))
    for (const operation of ordered) {
      for (const [role, own] of Object.entries(roles)) {
        for (const { what, path, init } of attack(operation, ATTACKS, chance)) {
          sent += 1
          const response = await house.request(path, { ...init, headers: { ...own, ...init.headers } })
          const text = await response.text()
          if (response.status >= 500 || (response.status >= 400 && TRACE.test(text))) {
            const log = String(logged.mock.lastCall?.[0]).slice(0, 600)
            wrong.push(
              `${role}, ${what}: ${init.method} ${path.slice(0, 160)} ${init.body?.slice(0, 200)}: ${response.status} ${log}`,
            )
          }
        }
      }
    }
    logged.mockRestore()
    expect(wrong).toEqual([])
    expect([...house.wrong]).toEqual([])
  },
  900_000,
)

afterAll(() => {
  expect(sent).toBeGreaterThan(10_000)
})
