import { Hono } from 'hono'
import { loadCatalogue } from '#actions/catalogue.ts'
import type { Context } from '#actions/context.ts'
import { getOrganisation } from '#actions/organisation.ts'
import { getProgramme } from '#actions/programme.ts'
import { healthOfPairs } from '#actions/pulse.ts'
import { showWholeProgramme } from '#contract/programme.ts'
import { DICTIONARY } from '#db/dictionary.ts'
import { countPairsByException, listGroupsOfProgrammes } from '#db/queries/named-group.ts'
import { findOwnQuestions } from '#db/queries/own-question.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { countProgrammeState } from '#db/queries/programme-state.ts'
import { authorise, authoriseTotals } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import type { App, Request } from '#http/service-context.ts'
import { recogniseActor } from '#http/session.ts'
import { RULES } from '#matching/eligible.ts'
import { ownRuleWords } from '#matching/own-rule.ts'
import { RULE_WORDS } from '#matching/rule-words.ts'
import { documentIndexPage, documentPage, statePage } from '#pages/document.ts'
import type { StateView } from '#pages/document-state.ts'
import { DOCUMENT_KINDS, type DocumentView, type ExceptionInForce } from '#pages/document-view.ts'
import type { PouredPage } from '#pages/page.ts'
import { pour } from '#pages/pour.ts'
import { topicsToScore } from '#questionnaire/catalogue.ts'
import { loadOutcomes } from '../hris/outcome.ts'

/** The file that lets a company say yes: pages for whoever may read programmes, with a session or a key. */
export const documentPages = new Hono<App>()
  .get('/:language{fr|en}/programmes/:slug/documents', (c) =>
    openDocuments(c, (view) => documentIndexPage(view, c.get('language'))),
  )
  .get('/:language{fr|en}/programmes/:slug/documents/state', openState)
  .get('/:language{fr|en}/programmes/:slug/documents/:kind', (c) => {
    const kind = DOCUMENT_KINDS.find((one) => one === c.req.param('kind'))
    if (!kind) throw notFound({ fr: 'Document', en: 'Document' })
    return openDocuments(c, (view) => documentPage(kind, view, c.get('language')))
  })

/** Nobody in particular is asked to sign in and led back here; a participant is refused. */
async function openDocuments(c: Request, draw: (view: DocumentView) => PouredPage): Promise<Response> {
  const ctx = c.get('ctx')
  ctx.actor = await recogniseActor(c)
  if (ctx.actor.kind === 'anonymous') {
    const { pathname } = new URL(c.req.url)
    return c.redirect(`/${c.get('language')}/me/?next=${encodeURIComponent(pathname)}`, 303)
  }
  authorise(ctx.actor, 'programmes:read')
  const programme = await getProgramme(ctx, c.req.param('slug') ?? '')
  return pour(c.env.ASSETS, c.req.url, draw(await loadDocumentView(ctx, programme)))
}

/** The page for a committee holds totals alone, so whoever reads totals may open it: consultants too (C33). */
async function openState(c: Request): Promise<Response> {
  const ctx = c.get('ctx')
  ctx.actor = await recogniseActor(c)
  if (ctx.actor.kind === 'anonymous') {
    const { pathname } = new URL(c.req.url)
    return c.redirect(`/${c.get('language')}/me/?next=${encodeURIComponent(pathname)}`, 303)
  }
  authoriseTotals(ctx.actor)
  const programme = await getProgramme(ctx, c.req.param('slug') ?? '')
  const [outcomes, counts, organisation] = await Promise.all([
    loadOutcomes(ctx, programme),
    countProgrammeState(ctx.db, programme.id),
    getOrganisation(ctx),
  ])
  const health = { good: 0, watch: 0, trouble: 0, grey: 0 }
  for (const { now } of (await healthOfPairs(ctx, counts.pairs)).values()) health[now] += 1
  const of = (rows: readonly { state: string; count: number }[], state: string) =>
    rows.find((row) => row.state === state)?.count ?? 0
  const view: StateView = {
    programme: showWholeProgramme(programme, signUps(programme, ctx.now)),
    organisation: organisation.name,
    outcomes,
    health,
    troubles: {
      open: of(counts.troubles, 'open'),
      handled: of(counts.troubles, 'handled'),
      resolved: of(counts.troubles, 'resolved'),
    },
    help: { open: of(counts.help, 'open'), closed: of(counts.help, 'closed') },
    places: counts.places,
    now: ctx.now,
  }
  return pour(c.env.ASSETS, c.req.url, statePage(view, c.get('language')))
}

async function loadDocumentView(ctx: Context, programme: ProgrammeRow): Promise<DocumentView> {
  const [common, catalogue, own, exceptions] = await Promise.all([
    loadNoticeView(ctx, programme),
    loadCatalogue(ctx),
    findOwnQuestions(ctx.db, programme.id, programme.own_questions_version),
    loadExceptions(ctx, programme),
  ])
  const changed = topicsToScore(catalogue)
  return {
    ...common,
    rules: RULES.map((rule) => RULE_WORDS[rule]),
    own_rules: programme.own_rules.map((rule) => ownRuleWords(rule, changed)),
    own_questions: own.questions.map(({ label, roles }) => ({ label, roles })),
    exceptions,
  }
}

/** What the public notice is made from: nothing of the rules, of the questions or of the groups. */
export async function loadNoticeView(ctx: Context, programme: ProgrammeRow): Promise<DocumentView> {
  return {
    programme: showWholeProgramme(programme, signUps(programme, ctx.now)),
    organisation: await getOrganisation(ctx),
    dictionary: DICTIONARY,
    rules: [],
    own_rules: [],
    own_questions: [],
    exceptions: [],
    turnstile: ctx.settings.turnstile !== null,
    now: ctx.now,
  }
}

async function loadExceptions(ctx: Context, programme: ProgrammeRow): Promise<ExceptionInForce[]> {
  const [groups, pairs] = await Promise.all([
    listGroupsOfProgrammes(ctx.db, [programme.id]),
    countPairsByException(ctx.db, programme.id),
  ])
  return groups.flatMap(({ id, label, appraisal_levels, appraisal_reason, appraisal_decided_at, people }) =>
    appraisal_levels === null
      ? []
      : [
          {
            label,
            levels: appraisal_levels,
            reason: appraisal_reason ?? '',
            decided_at: appraisal_decided_at,
            people: people.length,
            pairs: pairs.get(id) ?? 0,
          },
        ],
  )
}
