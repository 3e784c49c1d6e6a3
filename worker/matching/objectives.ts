import type { Objective, Problem } from './assignment-problem.ts'
import type { People, Wishes } from './member.ts'
import { type Choice, choose } from './wishes.ts'

/** What each objective would make of the same people, rules and wishes. */
export interface Comparison {
  choices: Record<Objective, Choice>
  /** For each two objectives, how many pairs the first makes that the second does not, and the other way round. */
  differences: { one: Objective; other: Objective; onlyOne: number; onlyOther: number }[]
}

const ALL: readonly Objective[] = ['coverage', 'quality', 'fair']

/**
 * Solves one problem for every objective, each proved, to be compared before one is chosen. Where an objective has
 * several best answers, pairs may differ that need not.
 * @throws WishFailure where a wish cannot be granted, whatever the objective
 */
export function compareObjectives(problem: Problem, people: People, wishes: Wishes): Comparison {
  const choices = Object.fromEntries(
    ALL.map((objective) => [objective, choose(problem, people, wishes, objective)]),
  ) as Record<Objective, Choice>
  const made = new Map(ALL.map((objective) => [objective, new Set(choices[objective].arc)]))
  const onlyIn = (one: Objective, other: Objective) =>
    choices[one].arc.reduce((count, arc) => count + (made.get(other)!.has(arc) ? 0 : 1), 0)
  return {
    choices,
    differences: ALL.flatMap((one, at) =>
      ALL.slice(at + 1).map((other) => ({
        one,
        other,
        onlyOne: onlyIn(one, other),
        onlyOther: onlyIn(other, one),
      })),
    ),
  }
}
