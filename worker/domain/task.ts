import type { Both } from './language.ts'
import { DAY_MS, endOfDay, startOfDay, toDay } from './local-time.ts'

/** How much each kind of task presses: `trouble` is wrong already, `watch` will be, null is good to know. */
export const TASK_TONES = {
  approve: 'watch',
  failed: 'trouble',
  council: 'watch',
  publish: 'watch',
  'no-sign-ups': 'watch',
  'short-of-places': 'watch',
  'no-round': null,
  'round-soon': null,
  conversations: 'watch',
  designated: 'watch',
  acceptances: 'watch',
  preparation: 'watch',
  'no-first-session': 'trouble',
  silence: 'trouble',
  cancellations: 'trouble',
  listening: 'trouble',
  lopsided: 'trouble',
  disagreement: 'trouble',
  misfit: 'trouble',
  drift: 'trouble',
  help: 'trouble',
  suspended: 'trouble',
  ended: 'watch',
  'idle-mentors': null,
  'unmet-topics': null,
  deliveries: 'trouble',
  'no-referent': 'watch',
  charter: null,
} as const satisfies Record<string, 'watch' | 'trouble' | null>

export type TaskKind = keyof typeof TASK_TONES
export const TASK_KINDS = Object.keys(TASK_TONES) as TaskKind[]

/** When a task is for: what is late or has waited is for today. */
export const TASK_TIMES = ['today', 'week', 'later'] as const
export type TaskTime = (typeof TASK_TIMES)[number]

/** The words that somebody will get, to be read before they leave. */
export interface TaskPreview {
  /** Who gets them, as a sentence: whoever has answered in confidence is never named. */
  to: Both
  subject: Both
  paragraphs: Both[]
}

/** What a task offers to do at once: a request to a door, once its words were read. */
export interface TaskAction {
  label: Both
  method: 'POST' | 'PUT'
  /** Below `/api/v1`. */
  path: string
  body: Record<string, string | boolean> | null
  /** Whether a sentence about what was done goes along, as `outcome`. */
  asks_outcome: boolean
  preview: TaskPreview | null
  /** The door that tells the words, where they are made for each pair. */
  preview_path: string | null
}

/** One thing to do. It is gone when it is done: nothing here is kept, all of it is seen. */
export interface Task {
  /** The same as long as it is the same thing. */
  id: string
  kind: TaskKind
  programme: { slug: string; name: Both; time_zone: string } | null
  title: Both
  /** By when (epoch ms); null where nothing presses. */
  due_at: number | null
  /** Since when it waits, where that says more than a deadline. */
  since: number | null
  count: number
  /** The page where it is done, below `/{lang}`. */
  href: string
  action: TaskAction | null
}

/** The oldest deadline first, what has none last; then the longest wait, then by name, so that the order never jumps. */
export function byDeadline(one: Task, other: Task): number {
  const at = ({ due_at, since }: Task) => due_at ?? since ?? Number.POSITIVE_INFINITY
  const [first, second] = [at(one), at(other)]
  if (first !== second) return first < second ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

/** Today, within seven days, or later, by the programme’s own midnight; what has waited is for today. */
export function timeOf(
  { due_at, since }: Pick<Task, 'due_at' | 'since'>,
  now: number,
  zone: string,
): TaskTime {
  const at = due_at ?? since
  if (at === null) return 'later'
  const midnight = endOfDay(toDay(now, zone), zone)
  if (at < midnight) return 'today'
  return at < midnight + 6 * DAY_MS ? 'week' : 'later'
}

const FRIDAY = 5

/** Friday 18:00 on the programme’s clock, the last one that has struck: since then nobody was at their desk (epoch ms). */
export function lastFridayEvening(now: number, zone: string): number {
  for (let days = 0; ; days++) {
    const day = toDay(now - days * DAY_MS, zone)
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== FRIDAY) continue
    const evening = hourOf(day, 18, zone)
    if (evening <= now) return evening
  }
}

/** An hour of a local day (epoch ms), right on the days on which clocks change. */
export function hourOf(day: string, hour: number, zone: string): number {
  const guess = startOfDay(day, zone) + hour * 3_600_000
  const shown = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(guess),
  )
  return guess + (hour - shown) * 3_600_000
}

/** What the digest tells of several tasks of one kind in one programme: how many, and by when; nobody by name. */
export interface TaskGroup {
  kind: TaskKind
  programme: Task['programme']
  count: number
  due_at: number | null
}

/** Tasks by kind and programme, in the order of their first deadline. */
export function groupTasks(tasks: readonly Task[]): TaskGroup[] {
  const groups = new Map<string, TaskGroup>()
  for (const { kind, programme, count, due_at, since } of tasks.toSorted(byDeadline)) {
    const key = `${kind} ${programme?.slug ?? ''}`
    const group = groups.get(key)
    if (group) group.count += Math.max(1, count)
    else groups.set(key, { kind, programme, count: Math.max(1, count), due_at: due_at ?? since })
  }
  return [...groups.values()]
}
