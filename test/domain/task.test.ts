import { describe, expect, it } from 'vitest'
import { byDeadline, groupTasks, hourOf, lastFridayEvening, type Task, timeOf } from '#domain/task.ts'
import { tasksOf } from '#domain/task-list.ts'
import type { ProgrammeSeen, TaskReader, TaskWorld } from '#domain/task-world.ts'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const DAY_MS = 86_400_000
const at = (text: string) => Date.parse(text)

function makeProgramme(slug: string, over: Partial<ProgrammeSeen> = {}): ProgrammeSeen {
  return {
    id: `prg_${slug}`,
    slug,
    words: { fr: { name: slug }, en: { name: slug } },
    time_zone: 'Europe/Paris',
    sign_ups: 'open',
    sign_ups_open_at: at('2026-10-01T07:00:00Z'),
    sign_ups_close_at: null,
    matching_at: at('2026-11-10T08:00:00Z'),
    rematch_days: 14,
    ends_on: '2027-06-30',
    referent_id: 'org_1',
    published_at: at('2026-10-01T06:00:00Z'),
    works_council: { state: 'consulted', on: '2026-09-15' },
    ...over,
  }
}

function makeWorld(over: Partial<TaskWorld> = {}): TaskWorld {
  return {
    programmes: [makeProgramme('regards')],
    people: [{ programme_id: 'prg_regards', eligible: 4, mentors: 2, mentees: 2, places: 2 }],
    runs: [],
    conversations: [],
    designated: [],
    ending: [],
    pairs: [],
    preparations: [],
    troubles: [],
    help: [],
    idle: [],
    unmet: [],
    endpoints: [],
    unsigned: [],
    previews: () => ({ to: { fr: '', en: '' }, subject: { fr: '', en: '' }, paragraphs: [] }),
    ...over,
  }
}

const pair = (id: string, over: Partial<TaskWorld['pairs'][number]> = {}): TaskWorld['pairs'][number] => ({
  id,
  programme_id: 'prg_regards',
  state: 'active',
  ending: null,
  ended_at: null,
  suspended_at: null,
  coach_id: null,
  mentor: `Junior ${id}`,
  mentee: `Executive ${id}`,
  mentor_subsidiary: 'Armor Énergie',
  mentee_subsidiary: 'Armor Banque',
  waiting: 0,
  ...over,
})

const run = (over: Partial<TaskWorld['runs'][number]> = {}): TaskWorld['runs'][number] => ({
  id: 'run_1',
  programme_id: 'prg_waiting',
  round: 1,
  state: 'completed',
  matched: 3,
  created_at: at('2026-11-10T08:00:00Z'),
  completed_at: at('2026-11-10T08:05:00Z'),
  approved_at: null,
  ...over,
})

const TEAM: TaskReader = { kind: 'team' }
const kinds = (world: TaskWorld, reader = TEAM, now = NOW) =>
  tasksOf(world, reader, now).map(({ kind }) => kind)

describe('the list of what there is to do', () => {
  it('says first what has waited longest, and last what has no date', () => {
    const world = makeWorld({
      programmes: [
        makeProgramme('undated', { matching_at: null }),
        makeProgramme('waiting'),
        makeProgramme('draft', { published_at: null, sign_ups_open_at: at('2026-12-01T07:00:00Z') }),
        makeProgramme('empty', { matching_at: at('2027-01-10T08:00:00Z') }),
        makeProgramme('over', { ends_on: '2026-11-01', published_at: null }),
      ],
      people: [
        { programme_id: 'prg_undated', eligible: 3, mentors: 1, mentees: 2, places: 1 },
        { programme_id: 'prg_waiting', eligible: 2, mentors: 1, mentees: 1, places: 1 },
      ],
      runs: [run()],
    })
    expect(
      tasksOf(world, TEAM, NOW).map(({ kind, programme, count }) => [kind, programme?.slug, count]),
    ).toEqual([
      ['approve', 'waiting', 3],
      ['round-soon', 'waiting', 1],
      ['publish', 'draft', 1],
      ['no-sign-ups', 'empty', 1],
      ['no-round', 'undated', 1],
      ['short-of-places', 'undated', 1],
    ])
  })

  it('asks for the consultation of the works council until it is recorded (P23)', () => {
    const of = (works_council: ProgrammeSeen['works_council'], published_at: number | null) =>
      kinds(
        makeWorld({
          programmes: [makeProgramme('regards', { works_council, published_at, sign_ups: 'upcoming' })],
        }),
      )
    expect(of(null, null).toSorted()).toEqual(['council', 'publish'])
    expect(of(null, NOW)).toContain('council')
    expect(of({ state: 'consulted', on: '2026-09-15' }, null)).toEqual(['publish'])
  })

  it('asks to start a failed run again, and to name somebody to confide in (C29)', () => {
    const failed = run({ state: 'failed', matched: null, programme_id: 'prg_regards' })
    const programmes = [makeProgramme('regards', { referent_id: null })]
    const world = makeWorld({ programmes, runs: [failed], pairs: [pair('pai_1')] })
    expect(kinds(world)).toEqual(expect.arrayContaining(['failed', 'no-referent']))
    expect(kinds(makeWorld({ programmes }))).not.toContain('no-referent')
  })

  it('names the two of a pair to prepare, and leaves out a pair that ended (P28, P29)', () => {
    const preparations = [
      { id: 'prp_1', pair_id: 'pai_1', person: 'Junior pai_1', due_at: NOW + DAY_MS },
      { id: 'prp_2', pair_id: 'pai_2', person: 'Junior pai_2', due_at: NOW + DAY_MS },
    ]
    const world = makeWorld({ preparations, pairs: [pair('pai_1'), pair('pai_2', { state: 'ended' })] })
    const found = tasksOf(world, TEAM, NOW).filter(({ kind }) => kind === 'preparation')
    expect(found).toHaveLength(1)
    expect(found[0]?.title.en).toContain('Junior pai_1')
  })

  it('waits seven days between two mails to those who are silent, and counts a no like silence (C6)', () => {
    const silent = { programme_id: 'prg_regards', subsidiary: null, count: 3, since: NOW - 8 * DAY_MS }
    const of = (reminded_at: number | null) => kinds(makeWorld({ designated: [{ ...silent, reminded_at }] }))
    expect(of(null)).toContain('designated')
    expect(of(NOW - 6 * DAY_MS)).not.toContain('designated')
    expect(of(NOW - 7 * DAY_MS)).toContain('designated')
  })

  it('tells of those left by a departure of the weekend until they are proposed somebody (C31)', () => {
    const left = { state: 'ended', ending: 'leaver', ended_at: at('2026-11-21T07:00:00Z') } as const
    const of = (over: Partial<TaskWorld['pairs'][number]>, now = NOW) =>
      kinds(makeWorld({ pairs: [pair('pai_1', { ...left, ...over })] }), TEAM, now)
    expect(of({ waiting: 1 })).toContain('ended')
    expect(of({ waiting: 0 })).not.toContain('ended')
    expect(of({ waiting: 1, ending: 'separation' })).not.toContain('ended')
    expect(of({ waiting: 1, ended_at: at('2026-11-20T16:59:00Z') })).not.toContain('ended')
    expect(of({ waiting: 1, ended_at: at('2026-11-20T17:00:00Z') })).toContain('ended')
    expect(kinds(makeWorld({ pairs: [pair('p', { state: 'suspended', suspended_at: NOW })] }))).toContain(
      'suspended',
    )
  })

  it('a coach reads of their pairs alone, and a correspondent of one subsidiary, without acting (P21)', () => {
    const troubles = ['pai_1', 'pai_2'].map((pair_id) => ({
      id: `trb_${pair_id}`,
      pair_id,
      kind: 'silence' as const,
      due_at: NOW,
      closable: true,
    }))
    const pairs = [
      pair('pai_1', { coach_id: 'org_2' }),
      pair('pai_2', { mentor_subsidiary: 'Armor Santé', mentee_subsidiary: 'Armor Santé' }),
    ]
    const help = [{ programme_id: 'prg_regards', due_at: NOW, created_at: NOW, is_theirs: true }]
    const world = makeWorld({ troubles, pairs, help })
    const ids = (reader: TaskReader) => tasksOf(world, reader, NOW).map(({ id }) => id)
    expect(ids(TEAM)).toEqual(
      expect.arrayContaining(['silence:trb_pai_1', 'silence:trb_pai_2', 'help:regards']),
    )
    expect(ids({ kind: 'coach', id: 'org_2' })).toEqual(['silence:trb_pai_1'])
    expect(ids({ kind: 'correspondent', subsidiary: 'Armor Santé' })).toEqual(['silence:trb_pai_2'])
    const [seen] = tasksOf(world, { kind: 'correspondent', subsidiary: 'Armor Banque' }, NOW)
    expect(seen).toMatchObject({ id: 'silence:trb_pai_1', action: null })
  })

  it('names a receiver that takes nothing by its host alone', () => {
    const endpoints = [{ id: 'whe_1', url: 'https://rh.example/hook?secret=1', count: 4, since: NOW }]
    const [task] = tasksOf(makeWorld({ endpoints }), TEAM, NOW).filter(({ kind }) => kind === 'deliveries')
    expect(task?.title.fr).toContain('«\u00a0rh.example\u00a0»')
    expect(JSON.stringify(task)).not.toContain('secret')
  })
})

describe('when a task is for', () => {
  const time = (due: string) => timeOf({ due_at: at(due), since: null }, NOW, 'Europe/Paris')

  it('is today until local midnight, and late things are for today', () => {
    expect(time('2026-11-01T00:00:00Z')).toBe('today')
    expect(time('2026-11-21T22:59:00Z')).toBe('today')
    expect(time('2026-11-21T23:00:00Z')).toBe('week')
    expect(time('2026-11-27T23:01:00Z')).toBe('later')
    expect(timeOf({ due_at: null, since: null }, NOW, 'Europe/Paris')).toBe('later')
    expect(timeOf({ due_at: null, since: NOW - DAY_MS }, NOW, 'Europe/Paris')).toBe('today')
  })

  it('knows Friday 18:00 in Paris, New York and Tokyo, on both sides of a change of the clock', () => {
    expect(lastFridayEvening(at('2026-03-30T06:00:00Z'), 'Europe/Paris')).toBe(at('2026-03-27T17:00:00Z'))
    expect(lastFridayEvening(at('2026-04-06T06:00:00Z'), 'Europe/Paris')).toBe(at('2026-04-03T16:00:00Z'))
    expect(lastFridayEvening(at('2026-03-09T12:00:00Z'), 'America/New_York')).toBe(at('2026-03-06T23:00:00Z'))
    expect(lastFridayEvening(at('2026-03-09T00:00:00Z'), 'Asia/Tokyo')).toBe(at('2026-03-06T09:00:00Z'))
    expect(lastFridayEvening(at('2026-03-06T08:59:00Z'), 'Asia/Tokyo')).toBe(at('2026-02-27T09:00:00Z'))
  })

  it('knows eight o’clock on the very day on which clocks change', () => {
    expect(hourOf('2026-03-29', 8, 'Europe/Paris')).toBe(at('2026-03-29T06:00:00Z'))
    expect(hourOf('2026-10-25', 8, 'Europe/Paris')).toBe(at('2026-10-25T07:00:00Z'))
  })
})

describe('the order and the sums of tasks', () => {
  const task = (kind: Task['kind'], id: string, due_at: number | null, count = 1): Task => ({
    id,
    kind,
    programme: { slug: 'regards', name: { fr: 'R', en: 'R' }, time_zone: 'Europe/Paris' },
    title: { fr: '', en: '' },
    due_at,
    since: null,
    count,
    href: '/',
    action: null,
  })

  it('never jumps: the same deadline is told apart by id', () => {
    const some = [
      task('silence', 'b', 5),
      task('silence', 'a', 5),
      task('help', 'c', null),
      task('help', 'd', 1),
    ]
    expect(some.toSorted(byDeadline).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c'])
    expect(
      some
        .toReversed()
        .toSorted(byDeadline)
        .map(({ id }) => id),
    ).toEqual(['d', 'a', 'b', 'c'])
  })

  it('sums kinds, by their first deadline, and names nobody', () => {
    const groups = groupTasks([task('silence', 'b', 9), task('help', 'c', 7, 3), task('silence', 'a', 5)])
    expect(groups.map(({ kind, count, due_at }) => [kind, count, due_at])).toEqual([
      ['silence', 2, 5],
      ['help', 3, 7],
    ])
  })
})
