import { Hono } from 'hono'
import { loadCatalogue } from '#actions/catalogue.ts'
import type { Context } from '#actions/context.ts'
import { getOrganisation } from '#actions/organisation.ts'
import { getProgramme } from '#actions/programme.ts'
import { showWholeProgramme } from '#contract/programme.ts'
import { DICTIONARY } from '#db/dictionary.ts'
import { countPairsByException, listGroupsOfProgrammes } from '#db/queries/named-group.ts'
import { findOwnQuestions } from '#db/queries/own-question.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { authorise } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import type { App, Request } from '#http/service-context.ts'
import { recogniseActor } from '#http/session.ts'
import { RULES } from '#matching/eligible.ts'
import { ownRuleWords } from '#matching/own-rule.ts'
import { RULE_WORDS } from '#matching/rule-words.ts'
import { documentIndexPage, documentPage } from '#pages/document.ts'
import { DOCUMENT_KINDS, type DocumentView, type ExceptionInForce } from '#pages/document-view.ts'
import type { PouredPage } from '#pages/page.ts'
import { pour } from '#pages/pour.ts'
import { topicsToScore } from '#questionnaire/catalogue.ts'

/** The file that lets a company say yes: pages for whoever may read programmes, with a session or a key. */
export const documentPages = new Hono<App>()
  .get('/:language{fr|en}/programmes/:slug/documents', (c) =>
    openDocuments(c, (view) => documentIndexPage(view, c.get('language'))),
  )
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
