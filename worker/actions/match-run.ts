import { type SQLWrapper, sql } from 'drizzle-orm'
import {
  claimMatchRun,
  discardMatchRun,
  findMatchRun,
  findNewestRun,
  holdsRun,
  insertCandidates,
  insertMatchRun,
  insertWaiting,
  type MatchRunRow,
  updateMatchRun,
} from '#db/queries/match-run.ts'
import {
  findProgramme,
  getProgrammeById,
  listProgrammesWithRounds,
  type ProgrammeRow,
} from '#db/queries/programme.ts'
import { insertProposals, withdrawDrafts } from '#db/queries/proposal.ts'
import { ATTEMPTS_MAX, LEASE_MS } from '#domain/match-run.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { roundDue } from '#domain/programme.ts'
import { countLooking, matchInParts, type PackedMatch } from '#matching/match.ts'
import type { Pack } from '#matching/pack.ts'
import { waitingInPack } from '#matching/waiting-in-pack.ts'
import { WishFailure } from '#matching/wishes.ts'
import { type Context, commit } from './context.ts'
import { freezeRun, frozenCandidates } from './frozen-run.ts'
import { loadMatchTask, loadPack, type MatchTask } from './match-input.ts'
import { explainPairs } from './match-pairs.ts'
import { openRunWriter, type RunWriter } from './run-writer.ts'

/**
 * Queues a run for every programme whose round is due and where somebody on each side waits.
 * Twice the same cron, or a late one, queues the same rounds once.
 * @returns how many runs were queued.
 */
export async function queueDueRuns(ctx: Context): Promise<number> {
  let queued = 0
  for (const programme of await listProgrammesWithRounds(ctx.db, ctx.now)) {
    const round = roundDue(programme, programme.last_round, programme.last_run_at, ctx.now)
    if (round === null || programme.unapproved || !(await isSomebodyWaiting(ctx, programme.id))) continue
    try {
      await queueRun(ctx, programme, round, null)
      queued += 1
    } catch (error) {
      // Another worker queued this round at the same moment: it exists, which is all that was wanted.
      if (!(error instanceof Problem && error.kind === 'conflict')) throw error
    }
  }
  return queued
}

async function isSomebodyWaiting(ctx: Context, programmeId: string): Promise<boolean> {
  const row = await ctx.db.get<{ mentors: number; mentees: number }>(sql`
    SELECT count(*) FILTER (WHERE role = 'mentor') AS mentors, count(*) FILTER (WHERE role = 'mentee') AS mentees
    FROM participants WHERE programme_id = ${programmeId} AND state = 'active' AND capacity > (
      SELECT count(*) FROM pairs WHERE state <> 'ended'
        AND (mentor_id = participants.id OR mentee_id = participants.id))`)
  return (row?.mentors ?? 0) > 0 && (row?.mentees ?? 0) > 0
}

/** A run asked for by hand. It takes the place of one that nobody has approved yet. */
export async function requestRun(ctx: Context, slug: string): Promise<MatchRunRow> {
  authorise(ctx.actor, 'match-runs:write')
  const programme = await findProgramme(ctx.db, slug)
  if (!programme) throw notFound({ fr: 'Programme', en: 'Programme' })
  const newest = await findNewestRun(ctx.db, programme.id)
  const replaced = newest && newest.approved_at === null ? newest : null
  const id = await queueRun(ctx, programme, replaced ? replaced.round : (newest?.round ?? 0) + 1, replaced)
  return (await findMatchRun(ctx.db, id)) as MatchRunRow
}

async function queueRun(
  ctx: Context,
  programme: Pick<ProgrammeRow, 'id' | 'slug'>,
  round: number,
  replaced: MatchRunRow | null,
): Promise<string> {
  const id = ctx.newId('run')
  await commit(ctx, {
    event: {
      type: 'match-run.queued',
      subject: id,
      version: 1,
      data: { match_run: id, programme: programme.slug, round, supersedes: replaced?.id ?? null },
    },
    guards: replaced
      ? [
          sql`(SELECT approved_at IS NULL AND state <> 'superseded' FROM match_runs WHERE id = ${replaced.id})`,
        ]
      : [],
    writes: [
      ...(replaced
        ? [
            updateMatchRun(ctx.db, replaced.id, { state: 'superseded', version: replaced.version + 1 }),
            ...(replaced.completed_at === null
              ? discardMatchRun(replaced.id)
              : [withdrawDrafts(replaced.id)]),
          ]
        : []),
      insertMatchRun(ctx.db, {
        id,
        programme_id: programme.id,
        round,
        state: 'queued',
        // A run that was never computed left nothing to disturb: the one before it counts.
        previous_id: replaced && (replaced.completed_at === null ? replaced.previous_id : replaced.id),
        requested_by: ctx.actor.kind === 'job' ? 'timetable' : ctx.actor.kind,
        version: 1,
        created_at: ctx.now,
      }),
    ],
  })
  ctx.wake({ job: 'match-run', id })
  return id
}

/**
 * Computes a run under a lease: packs everybody page by page, matches, writes the answer ahead in batches of bounded
 * size, and completes the run with the last of them. Until then no reader sees any of it. A worker that dies leaves
 * nothing visible; one that comes back too late is refused by the fence. A wish that cannot be granted fails the run at
 * once, in words: trying again would change nothing.
 * @returns whether this call completed the run.
 */
export async function computeRun(ctx: Context, id: string, clock: () => number): Promise<boolean> {
  const run = await claimMatchRun(ctx.db, id, ctx.now, ctx.now + LEASE_MS)
  if (!run) return false
  try {
    const programme = await getProgrammeById(ctx.db, run.programme_id)
    const writer = openRunWriter(ctx, run, clock)
    await writer.add(discardMatchRun(run.id))
    const task = await loadMatchTask(ctx, programme, run)
    const match = await matchHolding(writer, await loadPack(ctx, programme, task.settings), task)
    await writeMatch(ctx, writer, { run, programme, task, match })
    await commitRun({ ...ctx, now: clock() }, writer.rest(), { run, programme, task, match })
    return true
  } catch (error) {
    if (error instanceof Problem && error.kind === 'conflict') return false
    if (error instanceof WishFailure) {
      await failRun({ ...ctx, now: clock() }, run, JSON.stringify(error.words))
      return false
    }
    if (run.attempts >= ATTEMPTS_MAX)
      await failRun({ ...ctx, now: clock() }, run, String(error).slice(0, 500))
    else
      await ctx.db.run(
        sql`UPDATE match_runs SET state = 'queued', lease_until = NULL
          WHERE id = ${run.id} AND fence = ${run.fence} AND state = 'running'`,
      )
    throw error
  }
}

/** Matches part by part, and keeps the run meanwhile. */
async function matchHolding(
  writer: RunWriter,
  pack: Pack,
  { wishes, objective }: MatchTask,
): Promise<PackedMatch> {
  const parts = matchInParts(pack, wishes, objective)
  for (;;) {
    await writer.hold()
    const part = parts.next()
    if (part.done) return part.value
  }
}

interface ComputedRun {
  run: MatchRunRow
  programme: ProgrammeRow
  task: MatchTask
  match: PackedMatch
}

/** Writes everything that a run found ahead of its completion. */
async function writeMatch(ctx: Context, writer: RunWriter, computed: ComputedRun): Promise<void> {
  const { run, programme, task, match } = computed
  await writer.add(insertCandidates(run.id, frozenCandidates(match)))
  await writer.add(insertWaiting(run.id, waitingInPack(match)))
  await writer.add(freezeRun(run.id, match.pack, task.wishes))
  for await (const pairs of explainPairs(ctx, task, match)) {
    const rows = pairs.map(({ mentor, mentee, score, facts }) => ({
      id: ctx.newId('pro'),
      run_id: run.id,
      programme_id: programme.id,
      mentor_id: mentor,
      mentee_id: mentee,
      score,
      facts,
      created_at: ctx.now,
    }))
    await writer.add(insertProposals(rows))
  }
}

async function commitRun(
  ctx: Context,
  writes: SQLWrapper[],
  { run, programme, task, match: { pack, best } }: ComputedRun,
): Promise<void> {
  const { choice, rows } = best
  const version = run.version + 1
  await commit(ctx, {
    event: {
      type: 'match-run.completed',
      subject: run.id,
      version,
      data: { match_run: run.id, programme: programme.slug, round: run.round, matched: choice.matched },
    },
    guards: [holdsRun(run)],
    writes: [
      ...writes,
      updateMatchRun(ctx.db, run.id, {
        state: 'completed',
        version,
        lease_until: null,
        completed_at: ctx.now,
        weights: programme.weights,
        weights_version: programme.weights_version,
        objective: task.objective,
        settings: task.frozen,
        mentors: countLooking(pack.mentors),
        mentees: countLooking(pack.mentees),
        arcs: rows.mentor.length,
        matched: choice.matched,
        total: choice.total,
        worst: choice.worst,
        // A run whose proof does not hold is never committed: the match throws instead.
        certified: true,
      }),
    ],
  })
}

async function failRun(ctx: Context, run: MatchRunRow, failure: string): Promise<void> {
  const version = run.version + 1
  await commit(ctx, {
    event: { type: 'match-run.failed', subject: run.id, version, data: { match_run: run.id } },
    guards: [holdsRun(run)],
    writes: [
      ...discardMatchRun(run.id),
      updateMatchRun(ctx.db, run.id, {
        state: 'failed',
        version,
        lease_until: null,
        failure,
      }),
    ],
  })
}
