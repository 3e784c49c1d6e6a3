import { Hono } from 'hono'
import { loadCatalogue } from '#actions/catalogue.ts'
import { getOpenProgramme } from '#actions/sign-up.ts'
import { showProgramme } from '#contract/programme.ts'
import { signUps } from '#domain/programme.ts'
import type { App } from '#http/service-context.ts'
import { ownRuleWords } from '#matching/own-rule.ts'
import { RULE_WORDS } from '#matching/rule-words.ts'
import { programmeMatchingPage } from '#pages/matching.ts'
import { pour } from '#pages/pour.ts'
import { topicsToScore } from '#questionnaire/catalogue.ts'

/** The common rules that say something to a visitor; the direction of seniority has its own sentence per programme. */
const SAID = ['consent', 'topic', 'reporting-line', 'language', 'meeting', 'past', 'capacity'] as const

/** How the pairs of one programme are formed, from its settings of this very moment. */
export const matchingPageRoutes = new Hono<App>().get(
  '/:language{fr|en}/programmes/:slug/matching',
  async (c) => {
    const ctx = c.get('ctx')
    const programme = await getOpenProgramme(ctx, c.req.param('slug'))
    const topics = topicsToScore(await loadCatalogue(ctx))
    const page = programmeMatchingPage(
      {
        programme: showProgramme(programme, signUps(programme, ctx.now)),
        objective: programme.matching_objective,
        different: programme.different,
        mentors_per_mentee: programme.mentors_per_mentee,
        rules: SAID.map((rule) => RULE_WORDS[rule]),
        own: programme.own_rules.map((rule) => ownRuleWords(rule, topics)),
      },
      c.get('language'),
    )
    return pour(c.env.ASSETS, c.req.url, page)
  },
)
