import { expect, it } from 'vitest'
import type { Operation } from '#contract/operation.ts'
import { OPERATIONS } from '#contract/operations.ts'
import { DOORS } from '../../../worker/routes/doors.ts'

const served = new Set(
  Object.values(DOORS)
    .flatMap((rooms) => rooms.flatMap((room) => room.routes as { method: string; path: string }[]))
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`),
)
const described = (OPERATIONS as readonly Operation[]).map(({ method, path }) => `${method} ${path}`)

it('every door of the API is described, so that no integrator finds one by chance', () => {
  expect([...served].filter((door) => !described.includes(door))).toEqual([])
  expect(served.size).toBeGreaterThan(95)
})

it('every door that is described is served', () => {
  expect(described.filter((door) => !served.has(door))).toEqual([])
})

it('no door is described twice', () => {
  expect(described.filter((door, at) => described.indexOf(door) !== at)).toEqual([])
})
