import { keepArcs } from './arcs.ts'
import type { Problem } from './assignment-problem.ts'
import { findBottleneck } from './bottleneck.ts'
import type { Wishes } from './member.ts'
import { type GroupShortage, groupFailure } from './wish-failure.ts'

/**
 * `[mentees]` 1 for everybody who is served first. The groups come in order of rank: the first that cannot be served
 * in full together with those before it is the one that fails.
 * @param given the problem before locked pairs were settled
 * @param rest what remains to be decided once they are
 * @throws WishFailure that names the group, how many pairs are missing, for whom, and why
 */
export function listServedFirst(
  given: Problem,
  rest: Problem,
  people: { mentors: readonly string[]; mentees: readonly string[] },
  groups: Wishes['first'],
): Uint8Array {
  const first = new Uint8Array(rest.mentees)
  const placeOf = new Map(people.mentees.map((person, j) => [person, j]))
  for (const { name, people: members } of groups) {
    const absent = [...members].filter((person) => !placeOf.has(person)).sort()
    const alone: string[] = []
    let missing = absent.length
    for (const person of members) {
      const j = placeOf.get(person)
      if (j === undefined) continue
      first[j] = 1
      if (given.demand[j]! > 0 && given.start[j] === given.start[j + 1]) {
        alone.push(person)
        missing += given.demand[j]!
      }
    }
    const bottleneck = bottleneckOf(rest, people, first, alone)
    missing += bottleneck?.missing ?? 0
    if (missing > 0) throw groupFailure({ group: name, missing, absent, alone: alone.sort(), bottleneck })
  }
  return first
}

/** What stands in the way of those who have somebody who suits. */
function bottleneckOf(
  rest: Problem,
  people: { mentors: readonly string[]; mentees: readonly string[] },
  first: Uint8Array,
  alone: readonly string[],
): (GroupShortage['bottleneck'] & { missing: number }) | null {
  const isAlone = new Set(alone)
  const counts = (j: number) => first[j] === 1 && !isAlone.has(people.mentees[j]!)
  const { problem } = keepArcs(
    { ...rest, demand: rest.demand.map((wanted, j) => (counts(j) ? wanted : 0)) },
    (_, j) => counts(j),
  )
  const bottleneck = findBottleneck(problem)
  return (
    bottleneck && {
      people: bottleneck.mentees.map((j) => people.mentees[j]!).sort(),
      mentors: bottleneck.mentors.map((i) => people.mentors[i]!).sort(),
      wanted: bottleneck.wanted,
      places: bottleneck.places,
      missing: bottleneck.missing,
    }
  )
}
