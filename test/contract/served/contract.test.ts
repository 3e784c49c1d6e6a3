import { expect, it } from 'vitest'
import { refusalsOf } from '#contract/openapi-operation.ts'
import { addressOf } from '#test/cohort.ts'
import { PAIR_STORIES } from '../pair-life.ts'
import {
  type Good,
  PROVOKERS,
  provokeInvalid,
  provokeTooMany,
  provokeUnavailable,
  unprovoked,
} from '../provoke.ts'
import { nameOf, operations, RecordingHouse } from '../recorder.ts'
import { liveSeason } from '../scenario.ts'
import { STORIES } from '../stories.ts'

it('every door does what its description says: each answer fits, each refusal is one of those named and can be met', async () => {
  const house = new RecordingHouse()
  await liveSeason(house)
  expect.soft(house.refused.slice()).toEqual([])
  const neverOpened = operations.map(nameOf).filter((name) => !house.good.has(name))
  expect.soft(neverOpened).toEqual([])
  expect.soft([...house.wrong]).toEqual([])

  const { secret } = (await house.root.post('keys', { name: 'counted', scopes: ['*'] })).json
  for (const [name, good] of await freshRequests(house)) {
    const operation = operations.find((one) => nameOf(one) === name)!
    for (const kind of refusalsOf(operation)) await PROVOKERS[kind]?.(house, operation, good)
    if (!house.seen.get(name)?.refusals.has('invalid')) await provokeInvalid(house, operation, good)
    await provokeTooMany(house, good, secret)
    await provokeUnavailable(house, good)
  }
  await knockOtherwise(house)
  for (const tell of [...STORIES, ...PAIR_STORIES]) await tell(house)
  expect.soft([...house.wrong]).toEqual([])
  expect(unprovoked(house)).toEqual([])
}, 900_000)

/** What went well, with the names of people who are still there: anonymous requests get one, and sessions are new. */
async function freshRequests(house: RecordingHouse): Promise<[string, Good][]> {
  const requests = [...house.good]
  const me = await house.session(addressOf('X4'))
  await me.get('session')
  const { cookie } = house.good.get('GET /session')!.init.headers as Record<string, string>
  await house.root.get('programmes')
  const { authorization } = house.good.get('GET /programmes')!.init.headers as Record<string, string>
  return requests.map(([name, { path, init }]) => {
    const headers = new Headers(init.headers)
    if (headers.has('cookie')) headers.set('cookie', cookie as string)
    else headers.set('authorization', authorization as string)
    return [name, { path, init: { ...init, headers } }]
  })
}

/** Every address under a method that it does not know: 405, and `Allow` names those that it knows. */
async function knockOtherwise(house: RecordingHouse): Promise<void> {
  const byPath = Map.groupBy(operations, ({ path }) => path.replace(/:\w+/g, 'x'))
  for (const [path, some] of byPath) {
    const known: string[] = some.map(({ method }) => method)
    const method = ['PATCH', 'PUT', 'DELETE', 'POST'].find((one) => !known.includes(one)) as string
    const answer = await house.request(`/api/v1${path}`, { method })
    const allowed = answer.headers
      .get('allow')
      ?.split(', ')
      .filter((one) => one !== 'HEAD' && one !== 'OPTIONS')
      .sort()
    expect([method, path, answer.status, allowed]).toEqual([method, path, 405, known.sort()])
    for (const operation of some) house.see(operation, 'method-not-allowed')
  }
}
