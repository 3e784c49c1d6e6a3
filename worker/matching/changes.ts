import { pairKey } from './member.ts'

/** What a run left behind that another can be compared with; people by reference, scores in micro-units. */
export interface RunTrace {
  pairs: readonly { mentor: string; mentee: string; score: number }[]
  /** Everybody who took part, by role. */
  mentors: ReadonlySet<string>
  mentees: ReadonlySet<string>
  /** The pairs that the rules allowed and their scores, by `pairKey`; those given to the solver. */
  candidates: ReadonlyMap<string, number>
  /** Why each mentee and mentor without a pair has none. */
  waiting: ReadonlyMap<string, string>
  /** Which weights and matrix made the scores: a version, or anything that differs where they do. */
  scoring: string
}

/**
 * Why a pair is gone or new. mentor-left, mentee-left / mentor-joined, mentee-joined: who takes part has changed ·
 * forbidden / allowed: a rule now stands between them, or no longer does · score: the pair counts more, or less, than
 * before, since the weights changed or else the answers · moved: the one named took the place, or left it free · rearranged: all else had to give way for the best whole.
 */
export type ChangeCause =
  | { kind: 'mentor-left' | 'mentee-left' | 'mentor-joined' | 'mentee-joined' }
  | { kind: 'forbidden' | 'allowed' | 'rearranged' }
  | { kind: 'score'; before: number; after: number; changed: 'weights' | 'answers' }
  | { kind: 'moved'; mentee: string; root: ChangeCause }

export interface ChangedPair {
  mentor: string
  mentee: string
  score: number
  cause: ChangeCause
}

/** What became of a mentee with a pair in either run. */
export interface RunChanges {
  /** Pairs in both, with the score in each. */
  same: { mentor: string; mentee: string; before: number; after: number }[]
  /** Mentees who had a mentor and have none now, and why they wait, where they still take part. */
  gone: (ChangedPair & { waiting: string | null })[]
  /** Mentees who had no mentor and have one now. */
  new: ChangedPair[]
  /** Mentees who have another mentor: the pair that is gone and the pair that is new. */
  rematched: { mentee: string; from: ChangedPair; to: ChangedPair }[]
}

/**
 * Compares a run with the one before: who changed, and why (issue 3, “who changed and why”). Causes are looked for in
 * this order: who takes part, the rules, the place taken or freed by somebody who moved, followed back to what moved
 * them, the score. What none of these explains was rearranged for the best whole. Somebody with two mentors is listed
 * once for each pair that changed.
 */
export function compareRuns(before: RunTrace, after: RunTrace): RunChanges {
  const was = new Map(before.pairs.map((pair) => [pairKey(pair.mentor, pair.mentee), pair]))
  const is = new Map(after.pairs.map((pair) => [pairKey(pair.mentor, pair.mentee), pair]))
  const causes = causesOf(before, after, was, is)
  const lost = before.pairs.filter(({ mentor, mentee }) => !is.has(pairKey(mentor, mentee)))
  const won = after.pairs.filter(({ mentor, mentee }) => !was.has(pairKey(mentor, mentee)))
  const wonBy = Map.groupBy(won, ({ mentee }) => mentee)
  const changes: RunChanges = {
    same: after.pairs.flatMap(({ mentor, mentee, score }) => {
      const old = was.get(pairKey(mentor, mentee))
      return old ? [{ mentor, mentee, before: old.score, after: score }] : []
    }),
    gone: [],
    new: [],
    rematched: [],
  }
  for (const pair of lost) {
    const from = { ...pair, cause: causes.ofLost(pair) }
    const to = wonBy.get(pair.mentee)?.shift()
    if (to) changes.rematched.push({ mentee: pair.mentee, from, to: { ...to, cause: causes.ofWon(to) } })
    else changes.gone.push({ ...from, waiting: after.waiting.get(pair.mentee) ?? null })
  }
  for (const pair of [...wonBy.values()].flat()) changes.new.push({ ...pair, cause: causes.ofWon(pair) })
  return changes
}

type Pair = RunTrace['pairs'][number]

function causesOf(
  before: RunTrace,
  after: RunTrace,
  was: ReadonlyMap<string, Pair>,
  is: ReadonlyMap<string, Pair>,
) {
  const byMentor = (pairs: readonly Pair[]) => Map.groupBy(pairs, ({ mentor }) => mentor)
  const [held, holds] = [byMentor(before.pairs), byMentor(after.pairs)]

  /** What is plain from the two people alone. */
  const plainLost = ({ mentor, mentee }: Pair): ChangeCause | null => {
    if (!after.mentors.has(mentor)) return { kind: 'mentor-left' }
    if (!after.mentees.has(mentee)) return { kind: 'mentee-left' }
    return after.candidates.has(pairKey(mentor, mentee)) ? null : { kind: 'forbidden' }
  }
  const plainWon = ({ mentor, mentee }: Pair): ChangeCause | null => {
    if (!before.mentors.has(mentor)) return { kind: 'mentor-joined' }
    if (!before.mentees.has(mentee)) return { kind: 'mentee-joined' }
    return before.candidates.has(pairKey(mentor, mentee)) ? null : { kind: 'allowed' }
  }
  const changed = before.scoring === after.scoring ? 'answers' : 'weights'
  const scoreOf = ({ mentor, mentee }: Pair): ChangeCause => {
    const key = pairKey(mentor, mentee)
    const [old, now] = [before.candidates.get(key), after.candidates.get(key)]
    return old !== undefined && now !== undefined && old !== now
      ? { kind: 'score', before: old, after: now, changed }
      : { kind: 'rearranged' }
  }
  /** Follows the chain of who moved, from either side, until somebody moved for a reason of their own. */
  const follow = (pair: Pair, isLost: boolean, seen: Set<Pair>): ChangeCause => {
    const plain = isLost ? plainLost(pair) : plainWon(pair)
    if (plain) return plain
    seen.add(pair)
    const there = (isLost ? holds : held).get(pair.mentor) ?? []
    const others = there.filter(
      (other) => !seen.has(other) && !(isLost ? was : is).has(pairKey(other.mentor, other.mentee)),
    )
    for (const other of others) {
      const root = rootOf(other, isLost, seen)
      if (root.kind !== 'rearranged') return { kind: 'moved', mentee: other.mentee, root }
    }
    const own = scoreOf(pair)
    if (own.kind === 'score') return own
    return others[0] ? { kind: 'moved', mentee: others[0].mentee, root: own } : own
  }
  /** Why the person who took a place came, or who left one went: their own reason, or that of their other pair. */
  const rootOf = (other: Pair, isTaker: boolean, seen: Set<Pair>): ChangeCause => {
    const plain = isTaker ? plainWon(other) : plainLost(other)
    if (plain) return plain
    seen.add(other)
    const further = (isTaker ? before : after).pairs.find(
      (pair) =>
        pair.mentee === other.mentee &&
        !seen.has(pair) &&
        !(isTaker ? is : was).has(pairKey(pair.mentor, pair.mentee)),
    )
    if (!further) return scoreOf(other)
    const cause = follow(further, isTaker, seen)
    const root = cause.kind === 'moved' ? cause.root : cause
    return root.kind === 'rearranged' ? scoreOf(other) : root
  }
  return {
    ofLost: (pair: Pair) => follow(pair, true, new Set()),
    ofWon: (pair: Pair) => follow(pair, false, new Set()),
  }
}
