import type { ObjectivesShown } from '#contract/explanation.ts'
import { MATCHING_OBJECTIVES } from '#domain/match-run.ts'
import { compareObjectives } from '#matching/objectives.ts'
import type { Context } from './context.ts'
import { assertSmall, getComputedRun, loadExplainedRun } from './explained-run.ts'

/**
 * What each objective would make of the pairs and wishes of a run, each proved, beside the one that was chosen.
 * @throws Problem `invalid` where the run is too large, `conflict` where it was never computed
 */
export async function compareObjectivesOf(ctx: Context, runId: string): Promise<ObjectivesShown> {
  const run = await getComputedRun(ctx, runId)
  assertSmall(run)
  const { problem, mentors, mentees, wishes, objective: chosen, choice } = await loadExplainedRun(ctx, run)
  const people = {
    mentors: mentors.map(({ person }) => person),
    mentees: mentees.map(({ person }) => person),
  }
  const { choices } = compareObjectives(problem, people, wishes)
  const made = new Set(choice.arc)
  return {
    chosen,
    objectives: MATCHING_OBJECTIVES.map((objective) => {
      const { arc, matched, total, worst } = choices[objective]
      const differs = arc.reduce((count, a) => count + (made.has(a) ? 0 : 1), 0)
      return {
        objective,
        matched,
        total,
        worst,
        mean: matched === 0 ? 0 : Math.round(total / matched),
        differs,
      }
    }),
  }
}
