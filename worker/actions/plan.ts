import type { PlanShown } from '#contract/explanation.ts'
import { listSkills } from '#db/queries/explanation.ts'
import type { ScoredTopics } from '#domain/criterion.ts'
import { Problem } from '#domain/problem.ts'
import { sayPlan } from '#matching/plan-words.ts'
import { type Plan, planProgramme } from '#matching/planner.ts'
import { topicName } from '#matching/words.ts'
import { topicsToScore } from '#questionnaire/catalogue.ts'
import { loadCatalogue } from './catalogue.ts'
import type { Context } from './context.ts'
import { PAIRS_MAX } from './explained-run.ts'
import { getProgramme } from './programme.ts'

/** The most people that are planned for at once, even with few mentors. */
const MENTEES_MAX = 3_000

/**
 * Plans a programme for so many mentees who want what those signed up want (F2, F5): waves with the mentors there are,
 * the mentors that are missing and what they should know, or group sessions.
 * @throws Problem `invalid` where the number is too large to work out at once, `conflict` where nobody signed up yet
 */
export async function planFor(ctx: Context, slug: string, target: number): Promise<PlanShown> {
  const programme = await getProgramme(ctx, slug)
  const [skills, catalogue] = await Promise.all([listSkills(ctx.db, programme.id), loadCatalogue(ctx)])
  const mentors = skills.filter(({ role }) => role === 'mentor')
  const mentees = skills.filter(({ role }) => role === 'mentee').map(({ wants }) => wants)
  if (mentees.length === 0) {
    throw new Problem('conflict', {
      fr: 'Personne ne s’est encore inscrit pour apprendre\u00a0: il manque des souhaits sur lesquels se fonder. Revenez après les premières inscriptions.',
      en: 'Nobody has signed up to learn yet, so there are no wishes to go by. Come back after the first sign-ups.',
    })
  }
  const most = Math.min(MENTEES_MAX, Math.floor(PAIRS_MAX / Math.max(1, mentors.length)))
  if (target > most) {
    throw new Problem('invalid', {
      fr: `Avec ${mentors.length.toLocaleString('fr')}\u00a0mentors inscrits, un plan se calcule ici pour ${most.toLocaleString('fr')}\u00a0personnes au plus. Demandez un nombre plus petit.`,
      en: `With ${mentors.length.toLocaleString('en')} mentors signed up, a plan is worked out here for ${most.toLocaleString('en')} people at most. Ask for a smaller number.`,
    })
  }
  return show(planProgramme({ mentees, mentors, target }), topicsToScore(catalogue))
}

function show(plan: Plan, changed: ScoredTopics | undefined): PlanShown {
  const byTopic = new Map<string, number>()
  for (const { topics, mentors } of plan.newMentors) {
    for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? 0) + mentors)
  }
  const sizes = plan.groups.map(({ people }) => people).sort((one, other) => one - other)
  return {
    mentees: plan.target,
    mentors: plan.mentors,
    places: plan.places,
    waves: plan.waves.length,
    mentors_missing: plan.newMentors.reduce((sum, { mentors }) => sum + mentors, 0),
    topics: [...byTopic]
      .map(([topic, mentors]) => ({ topic, name: topicName(topic, changed), mentors }))
      .sort((one, other) => other.mentors - one.mentors || (one.topic < other.topic ? -1 : 1)),
    groups: sizes.length === 0 ? null : { size: sizes[sizes.length >> 1]!, count: sizes.length },
    words: sayPlan(plan, changed),
  }
}
