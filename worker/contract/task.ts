import * as v from 'valibot'
import { CANCELLED_BY, PAIR_SESSION_STATES } from '#domain/pair-session.ts'
import { ROLES } from '#domain/participant.ts'
import { PREPARATION_STATES } from '#domain/preparation.ts'
import { PAIR_HEALTHS } from '#domain/pulse.ts'
import { TASK_KINDS, TASK_TIMES } from '#domain/task.ts'
import { bothShown, countShown, instantShown } from './shape.ts'

const preview = v.strictObject({ to: bothShown, subject: bothShown, paragraphs: v.array(bothShown) })

/** What a task offers to do at once: a request to a door of this API, once its words were read. */
const action = v.strictObject({
  label: bothShown,
  method: v.picklist(['POST', 'PUT']),
  path: v.string(),
  body: v.nullable(v.record(v.string(), v.union([v.string(), v.boolean()]))),
  asks_outcome: v.boolean(),
  preview: v.nullable(preview),
  preview_path: v.nullable(v.string()),
})

/** One thing to do; it is gone when it is done. */
export const taskShown = v.strictObject({
  id: v.string(),
  kind: v.picklist(TASK_KINDS),
  tone: v.nullable(v.picklist(['watch', 'trouble'])),
  programme: v.nullable(v.string()),
  title: bothShown,
  time: v.picklist(TASK_TIMES),
  due_at: v.nullable(instantShown),
  since: v.nullable(instantShown),
  /** The clock by which its day is told. */
  time_zone: v.string(),
  count: countShown,
  href: v.string(),
  action: v.nullable(action),
})
export type TaskShown = v.InferOutput<typeof taskShown>

/** Five numbers, and how live pairs fare. */
export const overviewShown = v.strictObject({
  programme: v.nullable(v.string()),
  counted_at: instantShown,
  candidates: countShown,
  eligible: countShown,
  matched: countShown,
  healthy: countShown,
  problems: countShown,
  pairs: v.strictObject(v.entriesFromList(PAIR_HEALTHS, countShown)),
})
export type OverviewShown = v.InferOutput<typeof overviewShown>

/** How a live pair fares, as a class: now, and after each session that tells something. */
export const pairHealthShown = v.strictObject({
  pair: v.string(),
  health: v.picklist(PAIR_HEALTHS),
  sessions: v.array(v.picklist(PAIR_HEALTHS)),
})
export type PairHealthShown = v.InferOutput<typeof pairHealthShown>

/** A pair’s story as the team reads it. */
export const pairHistoryShown = v.strictObject({
  pair: v.string(),
  programme: v.string(),
  coach: v.nullable(v.strictObject({ id: v.string(), email: v.string(), name: v.nullable(v.string()) })),
  health: v.picklist(PAIR_HEALTHS),
  sessions: v.array(
    v.strictObject({
      starts_at: instantShown,
      minutes: countShown,
      state: v.picklist(PAIR_SESSION_STATES),
      health: v.nullable(v.picklist(PAIR_HEALTHS)),
    }),
  ),
  cancellations: v.strictObject(v.entriesFromList(CANCELLED_BY, countShown)),
  preparations: v.array(
    v.strictObject({
      id: v.string(),
      role: v.picklist(ROLES),
      state: v.picklist(PREPARATION_STATES),
      due_at: instantShown,
    }),
  ),
  events: v.array(v.strictObject({ at: instantShown, words: bothShown })),
})
export type PairHistoryShown = v.InferOutput<typeof pairHistoryShown>
