import { and, asc, desc, eq, gt, inArray, lt, lte, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { eachChunk } from '#db/commit.ts'
import { matchCandidates, matchRunParts, matchRuns, matchRunWaiting } from '#db/schema/match-run.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'

export type MatchRunRow = typeof matchRuns.$inferSelect

export async function findMatchRun(db: Database, id: string): Promise<MatchRunRow | undefined> {
  return db.select().from(matchRuns).where(eq(matchRuns.id, id)).get()
}

export async function listMatchRuns(
  db: Database,
  programmeId: string,
  before: { created_at: number; id: string } | null,
  limit: number,
): Promise<MatchRunRow[]> {
  return db
    .select()
    .from(matchRuns)
    .where(
      and(
        eq(matchRuns.programme_id, programmeId),
        before
          ? or(
              lt(matchRuns.created_at, before.created_at),
              and(eq(matchRuns.created_at, before.created_at), lt(matchRuns.id, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(matchRuns.created_at), desc(matchRuns.id))
    .limit(limit)
}

/** The newest run that counts: one that was superseded does not. */
export async function findNewestRun(db: Database, programmeId: string): Promise<MatchRunRow | undefined> {
  return db
    .select()
    .from(matchRuns)
    .where(and(eq(matchRuns.programme_id, programmeId), ne(matchRuns.state, 'superseded')))
    .orderBy(desc(matchRuns.round))
    .limit(1)
    .get()
}

/** Runs that wait for a worker: queued, or left behind by one that went silent. */
export async function listRunsWaiting(db: Database, now: number): Promise<{ id: string }[]> {
  return db
    .select({ id: matchRuns.id })
    .from(matchRuns)
    .where(
      and(
        inArray(matchRuns.state, ['queued', 'running']),
        or(eq(matchRuns.state, 'queued'), lte(matchRuns.lease_until, now)),
      ),
    )
    .orderBy(asc(matchRuns.created_at))
    .limit(50)
}

/** Takes the run for a while; of any number of workers, one gets a new fence. */
export async function claimMatchRun(
  db: Database,
  id: string,
  now: number,
  until: number,
): Promise<MatchRunRow | undefined> {
  return db
    .update(matchRuns)
    .set({ state: 'running', lease_until: until, fence: sql`fence + 1`, attempts: sql`attempts + 1` })
    .where(
      and(
        eq(matchRuns.id, id),
        or(
          eq(matchRuns.state, 'queued'),
          and(eq(matchRuns.state, 'running'), lte(matchRuns.lease_until, now)),
        ),
      ),
    )
    .returning()
    .get()
}

/** True inside a batch while the worker still holds the run. */
export function holdsRun(run: Pick<MatchRunRow, 'id' | 'fence'>): SQL {
  return sql`(SELECT fence = ${run.fence} AND state = 'running' FROM match_runs WHERE id = ${run.id})`
}

export function insertMatchRun(db: Database, row: typeof matchRuns.$inferInsert): SQLWrapper {
  return db.insert(matchRuns).values(row)
}

export function updateMatchRun(
  db: Database,
  id: string,
  set: Partial<typeof matchRuns.$inferInsert>,
): SQLWrapper {
  return db.update(matchRuns).set(set).where(eq(matchRuns.id, id))
}

/** True where a run was computed to its end: whatever was written before that is not there for any reader. */
export function isCompleted(runId: SQLWrapper | string): SQL {
  return sql`EXISTS (SELECT 1 FROM match_runs WHERE match_runs.id = ${runId} AND match_runs.completed_at IS NOT NULL)`
}

/**
 * Keeps a run for longer.
 * @returns whether it was still held.
 */
export async function holdMatchRun(
  db: Database,
  run: Pick<MatchRunRow, 'id' | 'fence'>,
  until: number,
): Promise<boolean> {
  const { meta } = await db.run(sql`UPDATE match_runs SET lease_until = ${until}
    WHERE id = ${run.id} AND fence = ${run.fence} AND state = 'running'`)
  return meta.changes > 0
}

/** Forgets what a run that was never completed wrote ahead. */
export function discardMatchRun(runId: string): SQLWrapper[] {
  return [
    sql`DELETE FROM match_candidates WHERE run_id = ${runId}`,
    sql`DELETE FROM match_run_waiting WHERE run_id = ${runId}`,
    sql`DELETE FROM match_run_parts WHERE run_id = ${runId}`,
    sql`DELETE FROM proposals WHERE run_id = ${runId}`,
  ]
}

export function* insertCandidates(
  runId: string,
  candidates: Iterable<{ mentee: string; arcs: readonly (readonly [number, number])[] }>,
): Generator<SQLWrapper> {
  for (const chunk of eachChunk(numbered(candidates))) {
    yield sql`INSERT INTO match_candidates (run_id, mentee_id, position, arcs)
      SELECT ${runId}, value ->> 0, value ->> 1, value -> 2 FROM json_each(${chunk})`
  }
}

function* numbered(candidates: Parameters<typeof insertCandidates>[1]) {
  let position = 0
  for (const { mentee, arcs } of candidates) yield [mentee, position++, arcs]
}

export function* insertWaiting(
  runId: string,
  waiting: Iterable<{ participant: string; reason: string; facts: Record<string, number> }>,
): Generator<SQLWrapper> {
  for (const chunk of eachChunk(waiting)) {
    yield sql`INSERT INTO match_run_waiting (run_id, participant_id, reason, facts)
      SELECT ${runId}, value ->> 'participant', value ->> 'reason', value -> 'facts' FROM json_each(${chunk})`
  }
}

export type PartKind = (typeof matchRunParts.$inferSelect)['kind']
export type PartEntry = (typeof matchRunParts.$inferSelect)['data'][number]

const ENTRIES_A_PART = 2_000

/** Freezes a list of a run in parts that a row can hold. */
export function* insertParts(
  runId: string,
  kind: PartKind,
  entries: Iterable<PartEntry>,
): Generator<SQLWrapper> {
  let part = 0
  let data: PartEntry[] = []
  const insert = () => sql`INSERT INTO match_run_parts (run_id, kind, part, data)
    VALUES (${runId}, ${kind}, ${part++}, ${JSON.stringify(data)})`
  for (const entry of entries) {
    data.push(entry)
    if (data.length < ENTRIES_A_PART) continue
    yield insert()
    data = []
  }
  if (data.length > 0) yield insert()
}

/** A frozen list of a run, in its order, read part by part. */
export async function* readParts(db: Database, runId: string, kind: PartKind): AsyncGenerator<PartEntry> {
  for (let part = 0; ; part++) {
    const row = await db
      .select({ data: matchRunParts.data })
      .from(matchRunParts)
      .where(and(eq(matchRunParts.run_id, runId), eq(matchRunParts.kind, kind), eq(matchRunParts.part, part)))
      .get()
    if (!row) return
    yield* row.data
  }
}

const managesSomebody = sql<number>`EXISTS (SELECT 1 FROM reporting_lines
  WHERE manager = coalesce(${people.external_id}, ${people.id}) AND kind = 'line')`

/** Live pairs, suspended ones among them, and open proposals that hold a place already. */
const placesTaken = sql<number>`CASE ${participants.role}
  WHEN 'mentor' THEN (SELECT count(*) FROM pairs WHERE pairs.mentor_id = ${participants.id} AND pairs.state <> 'ended')
    + (SELECT count(*) FROM proposals WHERE proposals.mentor_id = ${participants.id} AND proposals.state = 'open')
  ELSE (SELECT count(*) FROM pairs WHERE pairs.mentee_id = ${participants.id} AND pairs.state <> 'ended')
    + (SELECT count(*) FROM proposals WHERE proposals.mentee_id = ${participants.id} AND proposals.state = 'open') END`

function selectMembers(db: Database) {
  return db
    .select({
      participant: participants,
      person: {
        id: people.id,
        external_id: people.external_id,
        grade_rank: people.grade_rank,
        hired_in: people.hired_in,
        job_family: people.job_family,
        subsidiary: people.subsidiary,
        site: people.site,
        active: people.active,
      },
      managesSomebody,
      placesTaken,
    })
    .from(participants)
    .innerJoin(people, eq(people.id, participants.person_id))
}

/** A participant with all that matching asks for. */
export type MemberRow = Awaited<ReturnType<typeof selectMembers>>[number]

/** Everybody who takes part in a programme, in pages; along an index, so that each page costs its own length. */
export async function* readMemberPages(
  db: Database,
  programmeId: string,
  limit: number,
): AsyncGenerator<MemberRow[]> {
  let [personId, role] = ['', '']
  for (;;) {
    const page = await selectMembers(db)
      .where(
        and(
          eq(participants.programme_id, programmeId),
          sql`(${participants.person_id}, ${participants.role}) > (${personId}, ${role})`,
        ),
      )
      .orderBy(asc(participants.person_id), asc(participants.role))
      .limit(limit)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < limit) return
    personId = last.participant.person_id
    role = last.participant.role
  }
}

/** Some participants, by id, as many as one answer of the store can hold. */
export async function listMembers(db: Database, ids: readonly string[]): Promise<MemberRow[]> {
  return selectMembers(db).where(
    sql`${participants.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
}

/** The frozen candidates of some mentees, in the order in which they were given to the solver. */
export async function listCandidates(db: Database, runId: string, afterPosition: number, limit: number) {
  return db
    .select()
    .from(matchCandidates)
    .where(
      and(eq(matchCandidates.run_id, runId), gt(matchCandidates.position, afterPosition), isCompleted(runId)),
    )
    .orderBy(asc(matchCandidates.position))
    .limit(limit)
}

export async function listWaiting(db: Database, runId: string, afterId: string | null, limit: number) {
  return db
    .select({ waiting: matchRunWaiting, role: participants.role, person: people })
    .from(matchRunWaiting)
    .innerJoin(participants, eq(participants.id, matchRunWaiting.participant_id))
    .innerJoin(people, eq(people.id, participants.person_id))
    .where(
      and(
        eq(matchRunWaiting.run_id, runId),
        isCompleted(runId),
        afterId ? gt(matchRunWaiting.participant_id, afterId) : undefined,
      ),
    )
    .orderBy(asc(matchRunWaiting.participant_id))
    .limit(limit)
}
