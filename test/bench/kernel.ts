import { scoreEverything } from '#matching/candidates.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { firstObstacle } from '#matching/eligible.ts'
import { packOf } from '#matching/pack.ts'
import { measurePair } from '#matching/score.ts'
import { makeCrowd } from '../domain/matching-makers.ts'
import { quantile } from './quantile.ts'

const PASSES = 60
const SIZES = [
  { mentors: 130, mentees: 1_500 },
  { mentors: 500, mentees: 5_000 },
]

/**
 * What asking all rules and criteria of a pair costs, packed and warm (lower quartile of many passes), beside the readable
 * functions that explain it.
 */
export async function measureKernel() {
  return SIZES.map(({ mentors, mentees }) => {
    const input = makeCrowd(7, mentors, mentees)
    const pairs = mentors * mentees
    const cohort = prepareCohort(input)
    const readable = time(() => {
      let total = 0
      for (const mentee of cohort.mentees) {
        for (const mentor of cohort.mentors) {
          if (firstObstacle(cohort, mentor, mentee) === null)
            total += measurePair(cohort, mentor, mentee).score
        }
      }
      return total
    })
    const pack = packOf(input)
    const passes = Array.from({ length: PASSES }, () => time(() => scoreEverything(pack).total))
    const packed = quantile(
      passes.map(({ ms }) => ms),
      0.5,
    )
    return {
      crowd: `${mentees} × ${mentors}`,
      equal: passes.every(({ result }) => result === readable.result),
      packed_ns_a_pair: Math.round((packed / pairs) * 1e6),
      readable_ns_a_pair: Math.round((readable.ms / pairs) * 1e6),
      ratio: Math.round((packed / readable.ms) * 1000) / 1000,
    }
  })
}

function time<T>(work: () => T): { ms: number; result: T } {
  const from = performance.now()
  const result = work()
  return { ms: performance.now() - from, result }
}
