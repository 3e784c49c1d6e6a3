import { dayInWords } from './day-in-words.ts'
import type { Both, Language } from './language.ts'
import { DAY_MS, endOfDay } from './local-time.ts'
import { nextRoundAt } from './programme.ts'
import {
  byDeadline,
  lastFridayEvening,
  type Task,
  type TaskAction,
  type TaskKind,
  type TaskPreview,
} from './task.ts'
import { TASK_TITLES, type TaskFacts } from './task-words.ts'
import {
  type PairSeen,
  type Placed,
  type ProgrammeSeen,
  SILENT_MS,
  type TaskReader,
  type TaskWorld,
} from './task-world.ts'

const SOON_MS = 7 * DAY_MS

/** Everything there is to do, by deadline; nothing of programmes that are over. Seen afresh each time. */
export function tasksOf(world: TaskWorld, reader: TaskReader, now: number): Task[] {
  const live = world.programmes.filter(
    ({ ends_on, time_zone }) => ends_on === null || now < endOfDay(ends_on, time_zone),
  )
  const tasks = live.flatMap((programme) => {
    const make = maker(programme, reader)
    const pairs = world.pairs.filter((pair) => pair.programme_id === programme.id && isFor(pair, reader))
    const next = nextRoundOf(world, programme, now)
    return [
      ...(reader.kind === 'team' ? stepTasks(world, programme, next, make, now) : []),
      ...(reader.kind === 'coach' ? [] : answerTasks(world, programme, reader, make, now)),
      ...pairTasks(world, pairs, make),
      ...(reader.kind === 'coach' ? [] : changeTasks(pairs, programme, next, make, now)),
      ...(reader.kind === 'team' ? teamTasks(world, programme, pairs, next, make) : []),
    ]
  })
  if (reader.kind === 'team') tasks.push(...world.endpoints.map(deliveryTask))
  return tasks.sort(byDeadline)
}

type Make = (
  kind: TaskKind,
  facts: Partial<TaskFacts>,
  rest: Partial<Omit<Task, 'kind' | 'programme' | 'title'>> & { key?: string },
) => Task

function maker({ slug, words, time_zone }: ProgrammeSeen, reader: TaskReader): Make {
  const name = { fr: words.fr.name, en: words.en.name }
  return (kind, facts, { key, ...rest }) => ({
    id: `${kind}:${key ?? slug}`,
    kind,
    programme: { slug, name, time_zone },
    title: TASK_TITLES[kind]({ programme: name, count: 0, ...facts }),
    due_at: null,
    since: null,
    count: facts.count ?? 1,
    href: `/console/programme/?p=${slug}`,
    ...rest,
    action: reader.kind === 'correspondent' ? null : (rest.action ?? null),
  })
}

/** Whether the reader’s list holds what concerns a pair: a correspondent’s where one of the two is of their subsidiary. */
function isFor(pair: PairSeen, reader: TaskReader): boolean {
  if (reader.kind === 'coach') return pair.coach_id === reader.id
  return reader.kind === 'team' || isIn(pair, reader.subsidiary)
}

function isIn({ mentor_subsidiary, mentee_subsidiary }: Placed, subsidiary: string): boolean {
  return mentor_subsidiary === subsidiary || mentee_subsidiary === subsidiary
}

const runsOf = (world: TaskWorld, { id }: ProgrammeSeen) =>
  world.runs.filter(({ programme_id }) => programme_id === id)

function nextRoundOf(world: TaskWorld, programme: ProgrammeSeen, now: number): number | null {
  const last = runsOf(world, programme)[0]?.created_at ?? null
  return nextRoundAt(programme, last, now)
}

/** What leads to pairs: runs to approve, dates to choose, mentors to find (P23). */
function stepTasks(
  world: TaskWorld,
  programme: ProgrammeSeen,
  next: number | null,
  make: Make,
  now: number,
): Task[] {
  const { id, slug, sign_ups, sign_ups_open_at: opens } = programme
  const runs = runsOf(world, programme)
  const {
    eligible = 0,
    mentors = 0,
    mentees = 0,
    places = 0,
  } = world.people.find(({ programme_id }) => programme_id === id) ?? {}
  const tasks: Task[] = []
  const awaiting = runs.find(
    ({ state, approved_at, matched }) => state === 'completed' && approved_at === null && (matched ?? 0) > 0,
  )
  if (awaiting) {
    const { id: key, round, matched, completed_at: since } = awaiting
    tasks.push(
      make('approve', { round, count: matched ?? 0 }, { key, since, href: `/console/run/?id=${key}` }),
    )
  }
  if (runs[0]?.state === 'failed')
    tasks.push(make('failed', {}, { key: runs[0].id, since: runs[0].created_at }))
  if (programme.works_council === null) {
    tasks.push(make('council', {}, { due_at: opens, href: `/console/new/?p=${slug}#works-council` }))
  }
  if (programme.published_at === null) return [...tasks, make('publish', {}, { due_at: opens })]
  if (sign_ups === 'open' && eligible === 0) {
    const due_at = programme.sign_ups_close_at ?? programme.matching_at
    tasks.push(make('no-sign-ups', {}, { due_at, href: `/console/invite/?p=${slug}` }))
  }
  if (next !== null && next - now < SOON_MS) tasks.push(make('round-soon', {}, { due_at: next }))
  if (programme.matching_at === null && runs.length === 0 && mentors > 0 && mentees > 0) {
    tasks.push(make('no-round', {}, { href: `/console/new/?p=${slug}#calendar` }))
  }
  if (sign_ups === 'open' && mentees > places) {
    tasks.push(
      make(
        'short-of-places',
        { count: mentees - places },
        { due_at: next, href: `/console/invite/?p=${slug}` },
      ),
    )
  }
  return tasks
}

/** Who has not answered yet: a group, never names, for a no given in confidence looks the same (C6, P31). */
function answerTasks(
  world: TaskWorld,
  programme: ProgrammeSeen,
  reader: TaskReader,
  make: Make,
  now: number,
): Task[] {
  const { id, slug } = programme
  const subsidiary = reader.kind === 'correspondent' ? reader.subsidiary : null
  const silent = world.designated.filter(
    (one) => one.programme_id === id && (subsidiary === null || one.subsidiary === subsidiary),
  )
  const ending = world.ending.filter(
    (one) => one.programme_id === id && (subsidiary === null || isIn(one, subsidiary)),
  )
  const tasks: Task[] = []
  const reminded = Math.max(0, ...silent.map(({ reminded_at }) => reminded_at ?? 0))
  if (silent.length > 0 && now >= reminded + SILENT_MS) {
    const since = Math.min(...silent.map((one) => one.since))
    const count = silent.reduce((sum, one) => sum + one.count, 0)
    const path = `/programmes/${slug}/designation-reminders`
    const action = remind(path, world.previews('designated', programme))
    tasks.push(make('designated', { count }, { since, action, href: `/console/invite/?p=${slug}` }))
  }
  if (ending.length > 0) {
    const due_at = Math.min(...ending.map(({ deadline_at }) => deadline_at))
    const path = `/programmes/${slug}/proposal-reminders`
    const action = remind(path, world.previews('acceptances', programme))
    tasks.push(make('acceptances', { count: ending.length }, { due_at, action }))
  }
  return tasks
}

function remind(path: string, preview: TaskPreview): TaskAction {
  const label = { fr: 'Écrire un rappel', en: 'Write a reminder' }
  return { label, method: 'POST', path, body: null, asks_outcome: false, preview, preview_path: null }
}

/** What single pairs need: a preparation before session 1 (P28, P29), or a word, by type of trouble (P34, C29). */
function pairTasks(world: TaskWorld, pairs: readonly PairSeen[], make: Make): Task[] {
  const byId = new Map(pairs.filter(({ state }) => state !== 'ended').map((pair) => [pair.id, pair]))
  const ofPair = (pair_id: string) => {
    const pair = byId.get(pair_id)
    return pair && { ...pair, names: namesOf(pair), href: `/console/life/?id=${pair_id}` }
  }
  return [
    ...world.preparations.flatMap(({ id: key, pair_id, person, due_at }) => {
      const pair = ofPair(pair_id)
      if (!pair) return []
      const href = `${pair.href}#preparation`
      const names = pair.mentor === person ? pair.mentee : pair.mentor
      const detail = { fr: person, en: person }
      return [make('preparation', { names, count: 1, detail }, { key, due_at, href })]
    }),
    ...world.troubles.flatMap(({ id: key, pair_id, kind, due_at, closable }) => {
      const pair = ofPair(pair_id)
      if (!pair) return []
      const action = closable ? closeTrouble(key) : null
      return [make(kind, { names: pair.names, count: 1 }, { key, due_at, href: pair.href, action })]
    }),
  ]
}

/** The two people of a pair, as a sentence names them; the same in both languages. */
const namesOf = ({ mentor, mentee }: PairSeen) => `${mentor}\u00a0– ${mentee}`

function closeTrouble(id: string): TaskAction {
  return {
    label: { fr: 'Leur écrire', en: 'Write to them' },
    method: 'POST',
    path: `/troubles/${id}/closure`,
    body: { write: true },
    asks_outcome: true,
    preview: null,
    preview_path: `/troubles/${id}/words`,
  }
}

/** Departures and reorganisations since Friday evening, and what becomes of those who stay (C31). */
function changeTasks(
  pairs: readonly PairSeen[],
  { slug, time_zone }: ProgrammeSeen,
  next: number | null,
  make: Make,
  now: number,
): Task[] {
  const friday = lastFridayEvening(now, time_zone)
  const ended = pairs.filter(
    ({ state, ending, ended_at, waiting }) =>
      state === 'ended' &&
      (ending === 'leaver' || ending === 'reorganisation') &&
      (ended_at ?? 0) >= friday &&
      waiting > 0,
  )
  const tasks = pairs
    .filter(({ state, suspended_at }) => state === 'suspended' && (suspended_at ?? 0) >= friday)
    .map((pair) =>
      make(
        'suspended',
        { names: namesOf(pair), count: 1 },
        { key: pair.id, since: pair.suspended_at, href: `/console/life/?id=${pair.id}` },
      ),
    )
  if (ended.length === 0) return tasks
  const day = (language: Language) =>
    next === null ? '' : dayInWords(next, time_zone, language, { weekday: false, year: false })
  const detail =
    next === null
      ? { fr: 'aucun appariement n’est prévu, lancez-en un', en: 'no match run is planned, start one' }
      : {
          fr: `le prochain appariement est le ${day('fr')}`,
          en: `the next match run is on ${day('en')}`,
        }
  const since = Math.min(...ended.map(({ ended_at }) => ended_at ?? now))
  const href = `/console/programme/?p=${slug}#pairs`
  return [...tasks, make('ended', { count: ended.length, detail }, { since, href })]
}

/** What the team alone looks after: talks, calls for help, knowledge nobody uses (P20), who is responsible. */
function teamTasks(
  world: TaskWorld,
  { id, slug, referent_id, sign_ups }: ProgrammeSeen,
  pairs: readonly PairSeen[],
  next: number | null,
  make: Make,
): Task[] {
  const of = <T extends { programme_id: string }>(rows: readonly T[]) =>
    rows.filter(({ programme_id }) => programme_id === id)
  const tasks: Task[] = []
  for (const { count, since } of of(world.conversations)) {
    tasks.push(
      make('conversations', { count }, { since, due_at: next, href: `/console/conversations/?p=${slug}` }),
    )
  }
  const help = of(world.help)
  if (help.length > 0) {
    const due_at = Math.min(...help.map((one) => one.due_at))
    const one = help.length === 1
    const detail = help.every(({ is_theirs }) => is_theirs)
      ? {}
      : {
          detail: {
            fr: `${one ? 'elle attend' : 'elles attendent'} la personne référente`,
            en: `${one ? 'it waits' : 'they wait'} for the referent`,
          },
        }
    tasks.push(make('help', { count: help.length, ...detail }, { due_at, href: `/console/help/?p=${slug}` }))
  }
  for (const { count, run, since } of of(world.idle)) {
    tasks.push(make('idle-mentors', { count }, { since, due_at: next, href: `/console/insight/?run=${run}` }))
  }
  const unmet = of(world.unmet)
  if (unmet.length > 0 && (sign_ups === 'open' || next !== null)) {
    tasks.push(
      make(
        'unmet-topics',
        { count: unmet.length, detail: listNames(unmet) },
        {
          due_at: next,
          href: `/console/invite/?p=${slug}`,
        },
      ),
    )
  }
  if (referent_id === null && pairs.some(({ state }) => state !== 'ended')) {
    tasks.push(make('no-referent', {}, { href: `/console/programme/?p=${slug}#referent` }))
  }
  for (const { count } of of(world.unsigned)) tasks.push(make('charter', { count }, {}))
  return tasks
}

const NAMES_TOLD = 3

function listNames(topics: readonly { name: Both }[]): Both {
  const told = topics.slice(0, NAMES_TOLD).map(({ name }) => name)
  const more = topics.length > NAMES_TOLD ? '…' : ''
  return {
    fr: told.map(({ fr }) => `«\u00a0${fr}\u00a0»`).join(', ') + more,
    en: told.map(({ en }) => `“${en}”`).join(', ') + more,
  }
}

function deliveryTask({ id, url, count, since }: TaskWorld['endpoints'][number]): Task {
  const host = new URL(url).host
  return {
    id: `deliveries:${id}`,
    kind: 'deliveries',
    programme: null,
    title: TASK_TITLES.deliveries({ programme: { fr: '', en: '' }, count, detail: { fr: host, en: host } }),
    due_at: null,
    since,
    count,
    href: '/console/access/',
    action: null,
  }
}
