import type { SQLWrapper } from 'drizzle-orm'
import {
  findMatchRun,
  insertParts,
  listCandidates,
  type MatchRunRow,
  type PartEntry,
  readParts,
} from '#db/queries/match-run.ts'
import type { MatchingObjective } from '#domain/match-run.ts'
import { conflict, notFound } from '#domain/problem.ts'
import type { Problem } from '#matching/assignment-problem.ts'
import { Whole } from '#matching/columns.ts'
import { isLooking, type PackedMatch } from '#matching/match.ts'
import { pairKey, peopleOfKey, type Wishes } from '#matching/member.ts'
import type { Pack } from '#matching/pack.ts'
import type { Side } from '#matching/pack-side.ts'
import { type Choice, choose } from '#matching/wishes.ts'
import type { Context } from './context.ts'

/** Somebody in a run: the participant, and the person by reference. */
export interface FrozenPerson {
  id: string
  person: string
}

/** A completed run as it was decided: whatever changed since, the same choice comes out again. */
export interface FrozenRun {
  run: MatchRunRow
  /** What was solved, its people in the order of `mentors` and `mentees`. */
  problem: Problem
  mentors: FrozenPerson[]
  mentees: FrozenPerson[]
  wishes: Wishes
  objective: MatchingObjective
}

const MENTEES_A_READ = 500

/** What has to be kept of a run, beside its candidates and settings, so that it can be loaded again. */
export function* freezeRun(
  runId: string,
  { mentors, mentees }: Pick<Pack, 'mentors' | 'mentees'>,
  wishes: Wishes,
): Generator<SQLWrapper> {
  yield* insertParts(runId, 'mentors', entriesOf(mentors))
  yield* insertParts(runId, 'mentees', entriesOf(mentees))
  for (const kind of ['locked', 'asked', 'kept'] as const) {
    yield* insertParts(runId, kind, pairsIn(wishes[kind]))
  }
  yield* insertParts(
    runId,
    'first',
    wishes.first.flatMap(({ name, people }) => [...people].map((person) => [name, person])),
  )
}

/** The pairs that were given to the solver, for everybody who looks for a mentor; mentors by their place in the run. */
export function* frozenCandidates({
  pack: { mentees },
  best: {
    rows: { start, mentor, score },
  },
}: PackedMatch): Generator<{ mentee: string; arcs: [number, number][] }> {
  for (let j = 0; j < mentees.count; j++) {
    if (!isLooking(mentees, j)) continue
    const arcs: [number, number][] = []
    for (let a = start[j]!; a < start[j + 1]!; a++) arcs.push([mentor[a]!, score[a]!])
    yield { mentee: mentees.ids[j]!, arcs }
  }
}

function* entriesOf({ count, ids, references, places }: Side): Generator<PartEntry> {
  for (let k = 0; k < count; k++) yield [ids[k]!, references[k]!, places[k]!]
}

function* pairsIn(keys: ReadonlySet<string>): Generator<PartEntry> {
  for (const key of keys) {
    const { mentor, mentee } = peopleOfKey(key)
    yield [mentor, mentee]
  }
}

/**
 * Loads a run as it was decided.
 * @throws Problem `not-found` where there is no such run, `conflict` where it was never completed or is too old to have
 * kept what it was decided from
 */
export async function loadFrozenRun(ctx: Pick<Context, 'db'>, runId: string): Promise<FrozenRun> {
  const run = await findMatchRun(ctx.db, runId)
  if (!run) throw notFound({ fr: 'Tour d’appariement', en: 'Match run' })
  const { settings, objective } = run
  if (run.completed_at === null || settings === null || objective === null) throw conflict()
  const [mentors, mentees] = [await loadSide(ctx, runId, 'mentors'), await loadSide(ctx, runId, 'mentees')]
  const rows = await loadRows(ctx, runId, mentors.people, mentees.people)
  if (rows.mentor.length !== run.arcs) throw conflict()
  const groups = new Map<string, Set<string>>()
  for await (const [name, person] of readParts(ctx.db, runId, 'first')) {
    const people = groups.get(String(name)) ?? new Set()
    groups.set(String(name), people.add(String(person)))
  }
  return {
    run,
    problem: {
      mentors: mentors.people.length,
      mentees: mentees.people.length,
      capacity: mentors.places,
      demand: mentees.places,
      ...rows,
    },
    mentors: mentors.people,
    mentees: mentees.people,
    wishes: {
      locked: await loadKeys(ctx, runId, 'locked'),
      first: [...groups].map(([name, people]) => ({ name, people })),
      asked: await loadKeys(ctx, runId, 'asked'),
      askedBonus: settings.asked_bonus,
      kept: await loadKeys(ctx, runId, 'kept'),
      keptBonus: settings.kept_bonus,
      changesMax: settings.changes_max,
    },
    objective,
  }
}

/** Makes the choice of a frozen run once more: the very same pairs, with the proof and what became of the wishes. */
export function chooseAgain({ problem, mentors, mentees, wishes, objective }: FrozenRun): Choice {
  const people = {
    mentors: mentors.map(({ person }) => person),
    mentees: mentees.map(({ person }) => person),
  }
  return choose(problem, people, wishes, objective)
}

async function loadSide(ctx: Pick<Context, 'db'>, runId: string, kind: 'mentors' | 'mentees') {
  const people: FrozenPerson[] = []
  const places = new Whole()
  for await (const [id, person, count] of readParts(ctx.db, runId, kind)) {
    people.push({ id: String(id), person: String(person) })
    places.push(Number(count))
  }
  return { people, places: places.numbers.slice() }
}

async function loadKeys(
  ctx: Pick<Context, 'db'>,
  runId: string,
  kind: 'locked' | 'asked' | 'kept',
): Promise<Set<string>> {
  const keys = new Set<string>()
  for await (const [mentor, mentee] of readParts(ctx.db, runId, kind)) {
    keys.add(pairKey(String(mentor), String(mentee)))
  }
  return keys
}

/** The frozen candidates in rows by mentee; they were written with mentors ascending. */
async function loadRows(
  ctx: Pick<Context, 'db'>,
  runId: string,
  mentors: readonly FrozenPerson[],
  mentees: readonly FrozenPerson[],
): Promise<Pick<Problem, 'start' | 'mentor' | 'score'>> {
  const mentorAt = new Map(mentors.map(({ id }, i) => [id, i]))
  const menteeAt = new Map(mentees.map(({ id }, j) => [id, j]))
  const start = new Int32Array(mentees.length + 1)
  const [mentor, score] = [new Whole(), new Whole()]
  for (let after = -1; ; ) {
    const rows = await listCandidates(ctx.db, runId, after, MENTEES_A_READ)
    for (const { mentee_id, arcs } of rows) {
      start[menteeAt.get(mentee_id)! + 1] = arcs.length
      for (const [who, points] of arcs) {
        mentor.push(typeof who === 'number' ? who : mentorAt.get(who)!)
        score.push(points)
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < MENTEES_A_READ) break
    after = last.position
  }
  for (let j = 0; j < mentees.length; j++) start[j + 1]! += start[j]!
  return { start, mentor: mentor.numbers.slice(), score: score.numbers.slice() }
}
