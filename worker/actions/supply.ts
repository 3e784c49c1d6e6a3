import type { SupplyShown } from '#contract/explanation.ts'
import { countTopicsPassedOn, listSkills } from '#db/queries/explanation.ts'
import { menteeOf } from '#matching/arcs.ts'
import { reportSupply, type Supply, sayIdleMentor } from '#matching/idle.ts'
import { regretsOf } from '#matching/regret.ts'
import { rankPlaces, sayWorthOfPlace } from '#matching/rule-cost.ts'
import { topicName } from '#matching/words.ts'
import type { Context } from './context.ts'
import {
  assertSmall,
  type ExplainedRun,
  getComputedRun,
  loadExplainedRun,
  loadNames,
} from './explained-run.ts'
import { weighableOf } from './weighable.ts'

/** The most mentors with nobody, and the most places worth adding, that are told. */
const IDLE_MENTORS = 100
const PLACES = 10

/**
 * What a run leaves unused, what nobody offers, and where one more place would bring most (P20). Who took part, who has
 * a pair and the worth of places are as of the run; the topics that people offer and want are those of today.
 * @throws Problem `invalid` where the run is too large, `conflict` where it was never computed
 */
export async function reportSupplyOf(ctx: Context, runId: string): Promise<SupplyShown> {
  const run = await getComputedRun(ctx, runId)
  assertSmall(run)
  const explained = await loadExplainedRun(ctx, run)
  const [skills, passedOn] = await Promise.all([
    listSkills(ctx.db, run.programme_id),
    countTopicsPassedOn(ctx.db, run.id),
  ])
  const { mentors, mentees, problem, choice } = explained
  const looking = new Set(lookingIn(explained))
  const paired = new Set(
    Array.from(choice.arc, (a) => [
      mentors[problem.mentor[a]!]!.id,
      mentees[menteeOf(problem, a)]!.id,
    ]).flat(),
  )
  const here = skills.filter(({ id }) => looking.has(id))
  const changed = run.settings?.scoring.topics
  const supply: Supply = {
    mentors: here.flatMap(({ id, role, offers }) =>
      role === 'mentor' ? [{ person: id, offers, hasPair: paired.has(id) }] : [],
    ),
    mentees: here.flatMap(({ id, role, wants }) =>
      role === 'mentee' ? [{ person: id, wants, hasPair: paired.has(id) }] : [],
    ),
  }
  const report = reportSupply(supply, changed)
  const weighable = weighableOf(choice)
  const places = rankPlaces(weighable.problem, regretsOf(weighable.problem, weighable.proved)).slice(
    0,
    PLACES,
  )
  const referenceOf = new Map(mentors.map(({ id, person }) => [id, person]))
  const idle = report.idleMentors.slice(0, IDLE_MENTORS)
  const nameOf = await loadNames(ctx, [
    ...idle.map(({ person: id }) => ({ id, person: referenceOf.get(id)! })),
    ...places.map(({ mentor }) => mentors[mentor]!),
  ])
  return {
    topics: report.topics.map(({ topic, offered, wanted }) => ({
      topic,
      name: topicName(topic, changed),
      offered,
      wanted,
      matched: passedOn.get(topic) ?? 0,
    })),
    idle_mentors: idle.map((one) => ({
      ...nameOf({ id: one.person, person: referenceOf.get(one.person)! }),
      offers: one.topics.map((topic) => topicName(topic, changed)),
      words: sayIdleMentor(one, changed),
    })),
    places: places.map(({ mentor, worth }) => ({
      mentor: nameOf(mentors[mentor]!),
      words: sayWorthOfPlace(worth),
    })),
  }
}

/** Those who had a place for somebody when the run was made. */
function* lookingIn({ mentors, mentees, problem }: ExplainedRun): Generator<string> {
  for (const [i, { id }] of mentors.entries()) if (problem.capacity[i]! > 0) yield id
  for (const [j, { id }] of mentees.entries()) if (problem.demand[j]! > 0) yield id
}
