import { describe, expect, it } from 'vitest'
import { Crew } from './crew.ts'
import { fromRanges, inRanges, shrink } from './shrink.ts'
import { simulate, USUAL } from './simulate.ts'
import { TEETH } from './teeth.ts'

const SEEDS = 50

describe('a season in which everything fails', () => {
  it('100,000 errands, one in ten or more with a fault: no sign-up, pair, mail or event is lost or doubled', async () => {
    const told: string[] = []
    const total = await simulate(SEEDS, 1, { ...USUAL }, (line) => told.push(line))
    console.log(JSON.stringify(total))
    expect(told.filter((line) => /broken/.test(line))).toEqual([])
    expect(total).toMatchObject({ seeds: SEEDS, violations: 0 })
    expect(total.operations).toBeGreaterThanOrEqual(100_000)
    expect(total.faults).toBeGreaterThanOrEqual(total.operations / 10)
  })

  it('the same seed tells the same story, and another one another', async () => {
    const crew = await Crew.gather(2)
    const options = { operations: 300, faultsPerMille: USUAL.faultsPerMille }
    const [one, again, other] = await Promise.all([7, 7, 8].map((seed) => crew.live({ ...options, seed })))
    await crew.dismiss()
    expect(again).toEqual(one)
    expect(other!.digest).not.toBe(one!.digest)
  })

  it('a planted bug is found, and its story told in a few steps that break it again', async () => {
    const tooth = TEETH.find(({ bug }) => bug === 'one acceptance makes a pair')!
    const crew = await Crew.gather(1, tooth)
    const options = { operations: 600, faultsPerMille: 0, seed: 1 }
    const live = (shorter: typeof options & { steps?: readonly number[] }) => crew.live(shorter)
    const broken = await live(options)
    expect(broken.violations[0]?.promise).toBe('a pair has two acceptances')
    const steps = await shrink(options, broken, live)
    const again = await live({ ...options, steps: fromRanges(inRanges(steps)) })
    await crew.dismiss()
    expect(steps.length).toBeLessThan(40)
    expect(again.violations[0]?.promise).toBe('a pair has two acceptances')
  })
})
