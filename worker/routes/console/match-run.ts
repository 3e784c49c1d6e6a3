import { Hono } from 'hono'
import { approveRun } from '#actions/approval.ts'
import { requestRun } from '#actions/match-run.ts'
import { sayWaiting } from '#actions/waiting-words.ts'
import type {
  CandidateShown,
  MatchRunShown,
  ProposalShown,
  ProposedPersonShown,
  WaitingShown,
} from '#contract/match-run.ts'
import { toInstant } from '#contract/shape.ts'
import {
  findMatchRun,
  listCandidates,
  listMatchRuns,
  listWaiting,
  type MatchRunRow,
  readParts,
} from '#db/queries/match-run.ts'
import { listParticipantReferences } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { findProgramme, getProgrammeById } from '#db/queries/programme.ts'
import { listProposalsOfRun, type ProposalWithPeople } from '#db/queries/proposal.ts'
import { failureInWords } from '#domain/match-run.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { afterId, afterInstant, readPaging, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import { explainPair, tipsFor, type WaitingReason } from '#matching/explain.ts'

const MENTEES_A_READ = 200

export const matchRunRoutes = new Hono<App>()
  .post('/programmes/:slug/match-runs', allow('match-runs:write'), async (c) => {
    const slug = c.req.param('slug')
    const run = await requestRun(c.get('ctx'), slug)
    return c.json(show(run, slug), 202, { location: `/api/v1/match-runs/${run.id}` })
  })
  .get('/programmes/:slug/match-runs', allow('match-runs:read'), async (c) => {
    const { db } = c.get('ctx')
    const programme = await findProgramme(db, c.req.param('slug'))
    if (!programme) throw notFound({ fr: 'Programme', en: 'Programme' })
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listMatchRuns(
      db,
      programme.id,
      after ? { created_at: after.at, id: after.id } : null,
      limit + 1,
    )
    return c.json(
      toPage(
        rows,
        limit,
        (row) => show(row, programme.slug),
        (row) => ({ at: row.created_at, id: row.id }),
      ),
    )
  })
  .get('/match-runs/:id', allow('match-runs:read'), async (c) => {
    const run = await getRun(c)
    return c.json(show(run, await slugOf(c, run)), 200, versionTag(run.version, run.state))
  })
  .get('/match-runs/:id/candidates', allow('match-runs:read'), async (c) =>
    streamCandidates(c, await getRun(c)),
  )
  .get('/match-runs/:id/proposals', allow('match-runs:read'), async (c) => {
    const run = await getRun(c)
    const { limit, after } = readPaging(c, afterId)
    const rows = await listProposalsOfRun(c.get('ctx').db, run.id, after, limit + 1)
    return c.json(toPage(rows, limit, showProposal, ({ proposal }) => proposal.id))
  })
  .get('/match-runs/:id/waiting', allow('match-runs:read'), async (c) => {
    const run = await getRun(c)
    const { limit, after } = readPaging(c, afterId)
    const rows = await listWaiting(c.get('ctx').db, run.id, after, limit + 1)
    return c.json(
      toPage(
        rows,
        limit,
        ({ waiting, role, person }): WaitingShown => ({
          person: referenceOf(person),
          name: nameOf(person),
          role,
          reason: waiting.reason as WaitingReason,
          ...sayWaiting(waiting.reason as WaitingReason, waiting.facts),
        }),
        ({ waiting }) => waiting.participant_id,
      ),
    )
  })
  .post('/match-runs/:id/approval', allow('match-runs:write'), async (c) => {
    const run = await approveRun(c.get('ctx'), c.req.param('id'))
    return c.json(show(run, await slugOf(c, run)), 200, versionTag(run.version, run.state))
  })

async function getRun(c: Request): Promise<MatchRunRow> {
  const run = await findMatchRun(c.get('ctx').db, c.req.param('id') ?? '')
  if (!run) throw notFound({ fr: 'Tour d’appariement', en: 'Match run' })
  return run
}

async function slugOf(c: Request, run: MatchRunRow): Promise<string> {
  return (await getProgrammeById(c.get('ctx').db, run.programme_id)).slug
}

function show(run: MatchRunRow, programme: string): MatchRunShown {
  return {
    id: run.id,
    programme,
    round: run.round,
    state: run.state,
    mentors: run.mentors,
    mentees: run.mentees,
    arcs: run.arcs,
    objective: run.objective,
    matched: run.matched,
    total: run.total,
    worst: run.worst,
    certified: run.certified,
    failure: run.failure === null ? null : failureInWords(run.failure),
    created_at: toInstant(run.created_at),
    completed_at: toInstant(run.completed_at),
    approved_at: toInstant(run.approved_at),
  }
}

function showProposal({ proposal, mentor, mentee }: ProposalWithPeople): ProposalShown {
  return {
    id: proposal.id,
    mentor: referenceOf(mentor),
    mentee: referenceOf(mentee),
    score: proposal.score,
    // What people answered is theirs until the deadline: `open` hides both acceptances and refusals.
    state: proposal.state,
    reasons: explainPair(proposal.facts),
    tips: tipsFor(proposal.facts, 'mentor'),
    exception: proposal.facts.exception ?? null,
    people: { mentor: showPerson(mentor), mentee: showPerson(mentee) },
  }
}

function showPerson(person: PersonRow): ProposedPersonShown {
  return {
    name: nameOf(person),
    job_family: person.job_family,
    subsidiary: person.subsidiary,
    site: person.site,
  }
}

/** The frozen arcs as NDJSON, read and sent a few hundred mentees at a time. */
async function streamCandidates(c: Request, run: MatchRunRow): Promise<Response> {
  const { db } = c.get('ctx')
  const references = await listParticipantReferences(db, run.programme_id)
  const mentors: string[] = []
  for await (const [id] of readParts(db, run.id, 'mentors')) mentors.push(String(id))
  const referenceOfMentor = (mentor: number | string) => {
    const id = typeof mentor === 'number' ? (mentors[mentor] ?? '') : mentor
    return references.get(id) ?? id
  }
  const encoder = new TextEncoder()
  let position = -1
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const rows = await listCandidates(db, run.id, position, MENTEES_A_READ)
      const lines = rows.flatMap(({ mentee_id, arcs }) =>
        arcs.map(([arc, score]) => {
          const mentee = references.get(mentee_id) ?? mentee_id
          const shown: CandidateShown = { mentor: referenceOfMentor(arc), mentee, score }
          return `${JSON.stringify(shown)}\n`
        }),
      )
      if (lines.length) controller.enqueue(encoder.encode(lines.join('')))
      if (rows.length < MENTEES_A_READ) controller.close()
      else position = rows.at(-1)?.position ?? position
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
  })
}
