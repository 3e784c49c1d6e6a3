import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { answersOf } from '#db/worlds/answers.ts'
import { armorique } from '#db/worlds/armorique.ts'
import { FRESH_EYES } from '#db/worlds/programmes.ts'
import { randomFor, shuffled } from '#db/worlds/random.ts'
import type { StaffMember } from '#db/worlds/staff.ts'
import { STARTING_WEIGHTS } from '#domain/criterion.ts'
import type { Role } from '#domain/participant.ts'
import { watchHeap } from './isolate-heap.ts'
import { bundleWorker, migrations } from './worker-bundle.ts'

interface Shape {
  mentors: number
  mentees: number
  /** How many mentees each mentor takes. */
  capacity: number
}

/** Programmes by number of people; 1,630 is the one of AXA, 11,000 ten thousand mentees of a thousand mentors. */
const SHAPES: Record<number, Shape> = {
  300: { mentors: 100, mentees: 200, capacity: 2 },
  1630: { mentors: 130, mentees: 1_500, capacity: 12 },
  5000: { mentors: 1_000, mentees: 4_000, capacity: 4 },
  11000: { mentors: 1_000, mentees: 10_000, capacity: 12 },
  20000: { mentors: 5_000, mentees: 15_000, capacity: 3 },
  100000: { mentors: 20_000, mentees: 80_000, capacity: 4 },
}
const USUAL = [300, 1_630, 5_000]
const SEED = 7
const NOW = Date.parse('2026-10-01T09:00:00Z')

export const RUN_SIZES = Object.keys(SHAPES)

/** A whole run inside workerd, over D1 with the real migrations: from the claim to the commit. */
export async function measureRuns(sizes: readonly number[]) {
  const script = await bundleWorker('run-worker.ts')
  const rows = []
  for (const people of sizes.length > 0 ? sizes : USUAL) rows.push(await measureRun(script, people))
  return rows
}

async function measureRun(script: string, people: number) {
  const shape = SHAPES[people]!
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: ['DB'],
      inspectorPort: 0,
    }),
  )
  const ask = async (task: object) => {
    const answer = await runtime.dispatchFetch('http://localhost/', {
      method: 'POST',
      body: JSON.stringify(task),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Measured
  }
  try {
    await seed(ask, shape)
    const pid = workerdOf(process.pid)
    const stopWatching = await watchHeap(runtime)
    const before = usageOf(pid)
    forgetPeak(pid)
    const { isDone, wall_ms, statements, rows_read, rows_written, run } = await ask({ slug: FRESH_EYES.slug })
    if (!isDone || run.state !== 'completed') throw new Error(`The run ended ${run.state}: ${run.failure}`)
    const after = usageOf(pid)
    const heap_mb = await stopWatching()
    const round = (number: number) => Math.round(number * 100) / 100
    return {
      people,
      ...shape,
      cpu_s: round(after.cpu_s - before.cpu_s),
      wall_s: round(wall_ms / 1000),
      statements,
      rows_read,
      rows_written,
      // The isolate alone, whenever it waited for the store; and the whole process, D1 included.
      heap_mb: Math.round(heap_mb),
      memory_before_mb: Math.round(before.rss_mb),
      memory_peak_mb: Math.round(after.peak_mb),
      pairs_weighed: shape.mentors * shape.mentees,
      arcs: run.arcs,
      matched: run.matched,
      certified: run.certified,
    }
  } finally {
    await runtime.dispose()
  }
}

interface Measured {
  isDone: boolean
  wall_ms: number
  statements: number
  rows_read: number
  rows_written: number
  run: { state: string; failure: string | null; arcs: number; matched: number; certified: boolean }
}

type Ask = (task: object) => Promise<Measured>

/** Fills the store as if everybody had signed up, in statements of many rows. */
async function seed(ask: Ask, shape: Shape): Promise<void> {
  for (const texts of migrations()) await ask({ texts })
  await ask({ programme: PROGRAMME })
  const staff = companiesFor(shape.mentors + shape.mentees)
  const { mentors, mentees } = volunteersAmong(staff, shape)
  const lines = staff.flatMap(({ external_id, manager, dotted_managers }) => [
    ...(manager ? [[external_id, manager, 'line']] : []),
    ...dotted_managers.map((dotted) => [external_id, dotted, 'dotted']),
  ])
  await insert(ask, INSERT_LINES, lines)
  await insert(ask, INSERT_PEOPLE, [...mentors, ...mentees].map(personRow))
  await insert(ask, INSERT_PARTICIPANTS, participantRows(mentors, 'mentor', shape.capacity))
  await insert(ask, INSERT_PARTICIPANTS, participantRows(mentees, 'mentee', 1))
}

const ROWS_A_STATEMENT = 1_000

async function insert(ask: Ask, text: string, rows: Iterable<unknown[]>): Promise<void> {
  let chunk: unknown[][] = []
  const write = async () => {
    if (chunk.length > 0) await ask({ text, rows: chunk })
    chunk = []
  }
  for (const row of rows) {
    chunk.push(row)
    if (chunk.length === ROWS_A_STATEMENT) await write()
  }
  await write()
}

const INSERT_LINES = `INSERT OR IGNORE INTO reporting_lines (person, manager, kind)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`
const INSERT_PEOPLE = `INSERT INTO people (id, external_id, given_name, family_name, email, email_key, language, grade,
    grade_rank, job_family, subsidiary, site, hired_in, relation, active, recheck, version, created_at, updated_at)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
    value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, 1, 0, 1, ${NOW}, ${NOW}
  FROM json_each(?)`
const INSERT_PARTICIPANTS = `INSERT INTO participants (id, programme_id, person_id, role, state, capacity, answers,
    questionnaire_version, charter_version, volunteer_at, charter_at, reminders, version, created_at, updated_at)
  SELECT value ->> 0, 'prg_bench', value ->> 1, value ->> 2, 'active', value ->> 3, value -> 4, 1, 1, ${NOW}, ${NOW}, 1, 1,
    ${NOW}, ${NOW} FROM json_each(?)`

const PROGRAMME = {
  id: 'prg_bench',
  slug: FRESH_EYES.slug,
  kind: 'reverse',
  objectives: FRESH_EYES.objectives,
  words: FRESH_EYES.words,
  time_zone: 'Europe/Paris',
  acceptance_days: 7,
  session_minutes: 60,
  preparation_minutes: 30,
  capacity_max: 12,
  seniority_gap: 1,
  experience_gap_years: 10,
  unknown_seniority_allowed: false,
  externals_allowed: false,
  weights: STARTING_WEIGHTS,
  weights_version: 1,
  charter_version: 1,
  published_at: NOW,
  version: 1,
  created_at: NOW,
  updated_at: NOW,
}

/** Companies of at most 40,000 people, three times as large together as the programme. */
function companiesFor(people: number): StaffMember[] {
  const staff = Math.max(400, Math.ceil(1.5 * people))
  const count = Math.ceil(staff / 40_000)
  return Array.from({ length: count }, (_, n) =>
    armorique({ people: Math.ceil(staff / count), seed: SEED + n, company: `company-${n + 1}` }),
  ).flat()
}

/** The most senior people as mentees, and mentors from anywhere among the others. */
function volunteersAmong(staff: readonly StaffMember[], { mentors, mentees }: Shape) {
  const known = shuffled(
    randomFor(SEED, 'bench'),
    staff.filter(({ active, grade_rank }) => active && grade_rank !== null),
  )
  known.sort((one, other) => other.grade_rank! - one.grade_rank!)
  if (known.length < mentors + mentees) throw new RangeError('The companies are too small')
  return {
    mentees: known.slice(0, mentees),
    mentors: shuffled(randomFor(SEED, 'mentors'), known.slice(mentees)).slice(0, mentors),
  }
}

function personRow(one: StaffMember): unknown[] {
  return [
    idOf('per', one),
    one.external_id,
    one.given_name,
    one.family_name,
    one.email,
    one.email?.toLowerCase() ?? null,
    one.language,
    one.grade,
    one.grade_rank,
    one.job_family,
    one.subsidiary,
    one.site,
    one.hired_in,
    one.relation,
  ]
}

function* participantRows(
  people: readonly StaffMember[],
  role: Role,
  capacity: number,
): Generator<unknown[]> {
  for (const one of people) {
    const answers = answersOf(one, role, { seed: SEED, capacity })
    yield [idOf('par', one), idOf('per', one), role, capacity, answers]
  }
}

/** As long as a real id, which counts: ids are most of what a run writes. */
function idOf(prefix: string, { external_id }: StaffMember): string {
  return `${prefix}_${external_id.padEnd(20, '0')}`
}

/** The runtime that this process started. */
function workerdOf(pid: number): number {
  const children = execFileSync('ps', ['--ppid', String(pid), '-o', 'pid=,comm='], { encoding: 'utf8' })
  const line = children.split('\n').find((one) => one.includes('workerd'))
  if (!line) throw new Error('No workerd was started')
  return Number(line.trim().split(/\s+/)[0])
}

/** CPU time and memory of a process so far, from /proc (Linux). */
function usageOf(pid: number): { cpu_s: number; rss_mb: number; peak_mb: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  return {
    // utime and stime, in hundredths of a second.
    cpu_s: (Number(fields[11]) + Number(fields[12])) / 100,
    rss_mb: megabytes('VmRSS'),
    peak_mb: megabytes('VmHWM'),
  }
}

/** Makes the kernel count the peak of memory from now on. */
function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}
