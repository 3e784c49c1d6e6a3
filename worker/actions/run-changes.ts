import type { ChangesShown, PersonShown } from '#contract/explanation.ts'
import { findRunBefore } from '#db/queries/explanation.ts'
import { findMatchRun, type MatchRunRow } from '#db/queries/match-run.ts'
import type { Both } from '#domain/language.ts'
import { notFound } from '#domain/problem.ts'
import { arcBetween, menteeOf } from '#matching/arcs.ts'
import { sayLost, sayWon } from '#matching/change-words.ts'
import { type ChangeCause, type ChangedPair, compareRuns, type RunTrace } from '#matching/changes.ts'
import { pairKey } from '#matching/member.ts'
import type { Context } from './context.ts'
import {
  assertSmall,
  type ExplainedRun,
  getComputedRun,
  loadExplainedRun,
  loadNames,
} from './explained-run.ts'

/**
 * Who changed since another run of the programme, and why; from both runs as they were frozen. Without `since`, the
 * run computed before it, even one whose place it took.
 * @throws Problem `not-found` for a run that is not of the same programme, `conflict` where one was never computed,
 * `invalid` where one is too large
 */
export async function compareWithRun(
  ctx: Context,
  runId: string,
  since: string | null,
): Promise<ChangesShown> {
  const run = await getComputedRun(ctx, runId)
  const before = await findCompared(ctx, run, since)
  if (!before) return { since: null, same: 0, changes: [] }
  assertSmall(run)
  assertSmall(before)
  const [was, is] = [await loadExplainedRun(ctx, before), await loadExplainedRun(ctx, run)]
  const traces = traceBoth(was, is)
  const found = compareRuns(traces.was, traces.is)
  const nameOf = await namesIn(ctx, [was, is])
  const name = {
    mentor: (person: string) => nameOf('mentors', person),
    mentee: (person: string) => nameOf('mentees', person),
  }
  const entry = (
    kind: ChangesShown['changes'][number]['kind'],
    mentee: string,
    [from, to]: [string | null, string | null],
    why: Both,
  ): ChangesShown['changes'][number] => ({
    kind,
    person: name.mentee(mentee),
    role: 'mentee',
    before: from === null ? null : name.mentor(from),
    after: to === null ? null : name.mentor(to),
    why,
  })
  return {
    since: before.id,
    same: found.same.length,
    changes: [
      ...found.gone.map((pair) =>
        entry('gone', pair.mentee, [pair.mentor, null], sayWhy(sayLost, pair, name)),
      ),
      ...found.rematched.map(({ mentee, from, to }) =>
        entry(
          'other-partner',
          mentee,
          [from.mentor, to.mentor],
          sayBoth(sayWhy(sayLost, from, name), sayWhy(sayWon, to, name)),
        ),
      ),
      ...found.new.map((pair) => entry('new', pair.mentee, [null, pair.mentor], sayWhy(sayWon, pair, name))),
    ],
  }
}

async function findCompared(
  ctx: Context,
  run: MatchRunRow,
  since: string | null,
): Promise<MatchRunRow | undefined> {
  if (since === null) return findRunBefore(ctx.db, run)
  const other = await findMatchRun(ctx.db, since)
  if (!other || other.programme_id !== run.programme_id) {
    throw notFound({ fr: 'Tour à comparer', en: 'Match run to compare with' })
  }
  return getComputedRun(ctx, since)
}

/** What the two runs left behind; of their candidates, only the pairs that one of them made are ever asked about. */
function traceBoth(was: ExplainedRun, is: ExplainedRun): { was: RunTrace; is: RunTrace } {
  const pairs = [...pairsOf(was), ...pairsOf(is)]
  return { was: traceOf(was, pairs), is: traceOf(is, pairs) }
}

function traceOf(explained: ExplainedRun, asked: readonly RunTrace['pairs'][number][]): RunTrace {
  const { run, problem, mentors, mentees } = explained
  const mentorAt = new Map(mentors.map(({ person }, i) => [person, i]))
  const menteeAt = new Map(mentees.map(({ person }, j) => [person, j]))
  const candidates = new Map<string, number>()
  for (const { mentor, mentee } of asked) {
    const [i, j] = [mentorAt.get(mentor), menteeAt.get(mentee)]
    const arc = i === undefined || j === undefined ? -1 : arcBetween(problem, i, j)
    if (arc >= 0) candidates.set(pairKey(mentor, mentee), problem.score[arc]!)
  }
  const looking = (people: readonly { person: string }[], places: Int32Array) =>
    new Set(people.flatMap(({ person }, k) => (places[k]! > 0 ? [person] : [])))
  return {
    pairs: pairsOf(explained),
    mentors: looking(mentors, problem.capacity),
    mentees: looking(mentees, problem.demand),
    candidates,
    waiting: new Map(),
    scoring: JSON.stringify(run.settings?.scoring ?? null),
  }
}

function pairsOf({ problem, choice, mentors, mentees }: ExplainedRun): RunTrace['pairs'] {
  return Array.from(choice.arc, (a) => ({
    mentor: mentors[problem.mentor[a]!]!.person,
    mentee: mentees[menteeOf(problem, a)]!.person,
    score: problem.score[a]!,
  }))
}

async function namesIn(ctx: Context, runs: readonly ExplainedRun[]) {
  const people = { mentors: new Map<string, string>(), mentees: new Map<string, string>() }
  for (const run of runs) {
    for (const side of ['mentors', 'mentees'] as const) {
      for (const { id, person } of run[side]) people[side].set(person, id)
    }
  }
  const everybody = [...people.mentors, ...people.mentees].map(([person, id]) => ({ id, person }))
  const nameOf = await loadNames(ctx, everybody)
  return (side: 'mentors' | 'mentees', person: string): PersonShown =>
    nameOf({ id: people[side].get(person) ?? person, person })
}

type Names = Record<'mentor' | 'mentee', (person: string) => PersonShown>

/**
 * Why a pair is gone or new, with names. That two people may no longer be paired, or may again, is told without a
 * reason: the reason may be a request in confidence.
 */
function sayWhy(say: typeof sayLost, pair: ChangedPair, name: Names): Both {
  const { kind } = pair.cause
  if (kind === 'forbidden') {
    return {
      fr: 'Ce binôme ne fait plus partie des binômes possibles.',
      en: 'This pair is no longer among the possible ones.',
    }
  }
  if (kind === 'allowed') {
    return {
      fr: 'Ce binôme fait maintenant partie des binômes possibles.',
      en: 'This pair is now among the possible ones.',
    }
  }
  return say({
    ...pair,
    mentor: name.mentor(pair.mentor).name,
    mentee: name.mentee(pair.mentee).name,
    cause: named(pair.cause, name),
  })
}

/** A chain of moves with names; that it began with a pair no longer possible, or possible again, is not told. */
function named(cause: ChangeCause, name: Names): ChangeCause {
  if (cause.kind !== 'moved') return cause
  const isTold = cause.root.kind !== 'forbidden' && cause.root.kind !== 'allowed'
  return {
    kind: 'moved',
    mentee: name.mentee(cause.mentee).name,
    root: isTold ? cause.root : { kind: 'rearranged' },
  }
}

function sayBoth(one: Both, other: Both): Both {
  return one.en === other.en ? one : { fr: `${one.fr} ${other.fr}`, en: `${one.en} ${other.en}` }
}
