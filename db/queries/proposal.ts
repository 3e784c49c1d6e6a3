import { and, asc, eq, gt, inArray, lte, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { eachChunk, inChunks } from '#db/commit.ts'
import { proposals, refusals } from '#db/schema/proposal.ts'
import type { ProposalState } from '#domain/proposal.ts'
import type { PairFacts } from '#matching/explain.ts'
import { isCompleted } from './match-run.ts'
import { menteeParticipant, menteePerson, mentorParticipant, mentorPerson } from './two-people.ts'

export type ProposalRow = typeof proposals.$inferSelect
export type RefusalRow = typeof refusals.$inferSelect

function selectWithPeople(db: Database) {
  return db
    .select({
      proposal: proposals,
      mentor: mentorPerson,
      mentee: menteePerson,
      mentorParticipant,
      menteeParticipant,
    })
    .from(proposals)
    .innerJoin(mentorParticipant, eq(mentorParticipant.id, proposals.mentor_id))
    .innerJoin(menteeParticipant, eq(menteeParticipant.id, proposals.mentee_id))
    .innerJoin(mentorPerson, eq(mentorPerson.id, mentorParticipant.person_id))
    .innerJoin(menteePerson, eq(menteePerson.id, menteeParticipant.person_id))
}

export type ProposalWithPeople = Awaited<ReturnType<typeof listProposalsOfRun>>[number]

export async function findProposal(db: Database, id: string) {
  return selectWithPeople(db)
    .where(and(eq(proposals.id, id), isCompleted(proposals.run_id)))
    .get()
}

export async function listProposalsOfRun(db: Database, runId: string, afterId: string | null, limit: number) {
  return selectWithPeople(db)
    .where(
      and(eq(proposals.run_id, runId), isCompleted(runId), afterId ? gt(proposals.id, afterId) : undefined),
    )
    .orderBy(asc(proposals.id))
    .limit(limit)
}

/** Proposals in these states, of every programme, page by page. */
export async function listProposalsInState(
  db: Database,
  states: ProposalState[],
  afterId: string | null,
  limit: number,
) {
  return selectWithPeople(db)
    .where(and(inArray(proposals.state, states), afterId ? gt(proposals.id, afterId) : undefined))
    .orderBy(asc(proposals.id))
    .limit(limit)
}

/** What a person may see: revealed proposals of theirs, in a stable order. */
export async function listProposalsOfPerson(db: Database, personId: string) {
  return selectWithPeople(db)
    .where(
      and(
        or(eq(mentorParticipant.person_id, personId), eq(menteeParticipant.person_id, personId)),
        inArray(proposals.state, ['open', 'paired', 'lapsed']),
      ),
    )
    .orderBy(asc(proposals.state), asc(proposals.created_at), asc(proposals.id))
    .limit(100)
}

export async function listRefusals(db: Database, proposalIds: readonly string[]): Promise<RefusalRow[]> {
  const rows: RefusalRow[] = []
  for (const chunk of inChunks(proposalIds)) {
    rows.push(
      ...(await db
        .select()
        .from(refusals)
        .where(sql`${refusals.proposal_id} IN (SELECT value FROM json_each(${chunk}))`)),
    )
  }
  return rows
}

/** Two people who declined, lapsed, or were a pair before: never proposed again. */
export async function listPastPairs(db: Database): Promise<{ mentor: string; mentee: string }[]> {
  return db.all<{ mentor: string; mentee: string }>(sql`
    SELECT DISTINCT coalesce(mentor.external_id, mentor.id) AS mentor, coalesce(mentee.external_id, mentee.id) AS mentee
    FROM (SELECT mentor_id, mentee_id FROM pairs
          UNION SELECT mentor_id, mentee_id FROM proposals WHERE state IN ('open', 'lapsed', 'paired')) AS past
    JOIN participants AS one ON one.id = past.mentor_id JOIN people AS mentor ON mentor.id = one.person_id
    JOIN participants AS two ON two.id = past.mentee_id JOIN people AS mentee ON mentee.id = two.person_id
    UNION SELECT coalesce(mentor.external_id, mentor.id), coalesce(mentee.external_id, mentee.id)
    FROM refusals JOIN people AS mentor ON mentor.id = refusals.mentor_person_id
    JOIN people AS mentee ON mentee.id = refusals.mentee_person_id`)
}

export async function listLapsing(db: Database, now: number, limit: number): Promise<ProposalRow[]> {
  return db
    .select()
    .from(proposals)
    .where(and(eq(proposals.state, 'open'), lte(proposals.deadline_at, now)))
    .orderBy(asc(proposals.deadline_at), asc(proposals.id))
    .limit(limit)
}

export function* insertProposals(
  rows: Iterable<{
    id: string
    run_id: string
    programme_id: string
    mentor_id: string
    mentee_id: string
    score: number
    facts: PairFacts
    created_at: number
  }>,
): Generator<SQLWrapper> {
  for (const chunk of eachChunk(rows)) {
    yield sql`INSERT INTO proposals
        (id, run_id, programme_id, mentor_id, mentee_id, score, facts, state, version, created_at)
      SELECT value ->> 'id', value ->> 'run_id', value ->> 'programme_id', value ->> 'mentor_id',
        value ->> 'mentee_id', value ->> 'score', value -> 'facts', 'draft', 1, value ->> 'created_at'
      FROM json_each(${chunk})`
  }
}

export function updateProposal(
  db: Database,
  id: string,
  set: Partial<typeof proposals.$inferInsert>,
): SQLWrapper {
  return db.update(proposals).set(set).where(eq(proposals.id, id))
}

/** Those of these proposals that an organiser’s ban or a confidential exclusion bars. */
export async function listBarred(
  db: Database,
  found: readonly Pick<ProposalWithPeople, 'proposal' | 'mentor' | 'mentee'>[],
): Promise<Set<string>> {
  const barred = new Set<string>()
  const rows = found.map(({ proposal, mentor, mentee }) => [
    proposal.id,
    proposal.programme_id,
    mentor.id,
    mentee.id,
  ])
  const named = sql`coalesce(named_person_id, (SELECT id FROM people WHERE email_key = exclusions.address))`
  for (const chunk of inChunks(rows)) {
    const ids = await db.all<{ id: string }>(sql`
      SELECT value ->> 0 AS id FROM json_each(${chunk}) AS two
      WHERE EXISTS (SELECT 1 FROM pair_decisions WHERE programme_id = two.value ->> 1
          AND mentor_person_id = two.value ->> 2 AND mentee_person_id = two.value ->> 3 AND decision = 'ban')
        OR EXISTS (SELECT 1 FROM exclusions WHERE person_id = two.value ->> 2 AND ${named} = two.value ->> 3)
        OR EXISTS (SELECT 1 FROM exclusions WHERE person_id = two.value ->> 3 AND ${named} = two.value ->> 2)`)
    for (const { id } of ids) barred.add(id)
  }
  return barred
}

/** The pairs that a run proposed, by reference, whatever became of them. */
export async function listPairsOfRun(
  db: Database,
  runId: string,
): Promise<{ mentor: string; mentee: string }[]> {
  return db.all<{ mentor: string; mentee: string }>(sql`
    SELECT coalesce(mentor.external_id, mentor.id) AS mentor, coalesce(mentee.external_id, mentee.id) AS mentee
    FROM proposals JOIN participants AS one ON one.id = proposals.mentor_id JOIN people AS mentor ON mentor.id = one.person_id
    JOIN participants AS two ON two.id = proposals.mentee_id JOIN people AS mentee ON mentee.id = two.person_id
    WHERE proposals.run_id = ${runId}`)
}

/** Both people see each other from now on; proposals that became impossible meanwhile are withdrawn unseen. */
export function revealProposals(
  runId: string,
  withdrawn: readonly string[],
  now: number,
  deadline: number,
): SQLWrapper[] {
  return [
    ...inChunks(withdrawn).map(
      (chunk) => sql`UPDATE proposals SET state = 'withdrawn', version = version + 1
        WHERE run_id = ${runId} AND state = 'draft' AND id IN (SELECT value FROM json_each(${chunk}))`,
    ),
    sql`UPDATE proposals SET state = 'open', revealed_at = ${now}, deadline_at = ${deadline}, version = version + 1
      WHERE run_id = ${runId} AND state = 'draft'`,
  ]
}

export function withdrawDrafts(runId: string): SQLWrapper {
  return sql`UPDATE proposals SET state = 'withdrawn', version = version + 1 WHERE run_id = ${runId} AND state = 'draft'`
}

export function insertRefusal(db: Database, row: typeof refusals.$inferInsert): SQLWrapper {
  return db.insert(refusals).values(row).onConflictDoNothing()
}

/** What a pair had in common when it was proposed. */
export async function findFactsOfPair(db: Database, proposalId: string): Promise<PairFacts | undefined> {
  const row = await db
    .select({ facts: proposals.facts })
    .from(proposals)
    .where(eq(proposals.id, proposalId))
    .get()
  return row?.facts
}
