import { and, asc, desc, eq, gt, inArray, lt, lte, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { matchCandidates, matchRuns, matchRunWaiting } from '#db/schema/match-run.ts'
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

export function insertCandidates(
  runId: string,
  candidates: readonly { mentee: string; arcs: readonly (readonly [string, number])[] }[],
): SQLWrapper[] {
  const rows = candidates.map((row, position) => [row.mentee, position, row.arcs])
  return inChunks(rows).map(
    (chunk) => sql`INSERT INTO match_candidates (run_id, mentee_id, position, arcs)
      SELECT ${runId}, value ->> 0, value ->> 1, value -> 2 FROM json_each(${chunk})`,
  )
}

export function insertWaiting(
  runId: string,
  waiting: readonly { participant: string; reason: string; facts: Record<string, number> }[],
): SQLWrapper[] {
  return inChunks(waiting).map(
    (chunk) => sql`INSERT INTO match_run_waiting (run_id, participant_id, reason, facts)
      SELECT ${runId}, value ->> 'participant', value ->> 'reason', value -> 'facts' FROM json_each(${chunk})`,
  )
}

/** The frozen candidates of some mentees, in the order in which they were given to the solver. */
export async function listCandidates(db: Database, runId: string, afterPosition: number, limit: number) {
  return db
    .select()
    .from(matchCandidates)
    .where(and(eq(matchCandidates.run_id, runId), gt(matchCandidates.position, afterPosition)))
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
        afterId ? gt(matchRunWaiting.participant_id, afterId) : undefined,
      ),
    )
    .orderBy(asc(matchRunWaiting.participant_id))
    .limit(limit)
}
