import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { FLOWS } from './crash-flows.ts'
import { MODES, type Mode, tellFlow, tryFlow } from './crash-points.ts'

/** Every call hangs once, and every other fails in one of the other ways; `npm run -s simulate -- --crash-points` tries them all. */
function isTried(flow: number, call: number, mode: Mode): boolean {
  if (mode === 'hang') return true
  const others = MODES.filter((one) => one !== 'hang')
  const turn = flow + call
  return turn % 2 === 0 && mode === others[(turn / 2) % others.length]
}

// Jobs log what failed, which is what this is about.
beforeAll(() => {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation(() => undefined)
  }
})
afterAll(() => {
  vi.restoreAllMocks()
})

test('there are flows enough, each with a name of its own', () => {
  expect(FLOWS.length).toBeGreaterThanOrEqual(25)
  expect(new Set(FLOWS.map(({ name }) => name)).size).toBe(FLOWS.length)
})

test.each(FLOWS.map((flow, at) => [flow.name, flow, at] as const))(
  '%s: whichever call fails, all is in the end as if none had',
  { timeout: 120_000 },
  async (_name, flow, at) => {
    const result = await tryFlow(flow, MODES, ({ call, mode }) => isTried(at, call, mode))
    const told: string[] = []
    if (result.divergences.length > 0) tellFlow(result, (line) => told.push(line))
    expect(told).toEqual([])
    expect(result.cases).toBeGreaterThanOrEqual(result.calls)
  },
)
