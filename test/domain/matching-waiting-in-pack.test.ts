import { describe, expect, test } from 'vitest'
import { matchInParts, runMatch } from '#matching/match.ts'
import type { MatchInput } from '#matching/member.ts'
import { packOf } from '#matching/pack.ts'
import { waitingInPack } from '#matching/waiting-in-pack.ts'
import { makeCrowd } from './matching-makers.ts'

function waitingOf(input: MatchInput, pairsMax?: number) {
  const parts = matchInParts(packOf(input), input.wishes, input.objective)
  for (;;) {
    const part = parts.next()
    if (part.done) return [...waitingInPack(part.value, pairsMax)]
  }
}

describe('who waits after a match of packed people', () => {
  test('waits for the same reasons as after a match of people at hand', () => {
    const reasons = new Map<string, number>()
    let together = 0
    for (let seed = 601; seed <= 640; seed++) {
      const input = makeCrowd(seed, 6 + (seed % 20), 8 + (seed % 30))
      const waiting = waitingOf(input)
      expect(waiting).toEqual(runMatch(input).waiting)
      for (const { reason, facts } of waiting) {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        if (Object.keys(facts).some((name) => name.startsWith('together:'))) together += 1
      }
    }
    expect([...reasons.keys()].sort()).toEqual(
      expect.arrayContaining(['no-candidate', 'no-mentee-left', 'places-taken']),
    )
    expect(together).toBeGreaterThan(0)
  })

  test('is told what the first look showed where looking again would take too long', () => {
    const input = makeCrowd(641, 20, 20)
    const [full, short] = [waitingOf(input), waitingOf(input, 0)]
    expect(short.map(({ participant, reason }) => [participant, reason])).toEqual(
      full.map(({ participant, reason }) => [participant, reason]),
    )
    const namesOf = (waiting: typeof full) => waiting.flatMap(({ facts }) => Object.keys(facts))
    expect(namesOf(short).some((name) => name.includes(':'))).toBe(false)
    expect(namesOf(full).some((name) => name.includes(':'))).toBe(true)
  })
})
