import { describe, expect, it } from 'vitest'
import { pairAfter } from '#domain/pair.ts'
import type { PersonRecord, ReportingMove } from '#domain/person.ts'
import { hierarchyOf } from '#domain/reporting-line.ts'
import { onDay, organisationDay, planDay } from '#domain/reporting-move.ts'

function move(effective_on: string, manager: string | null, dotted_managers: string[] = []): ReportingMove {
  return { effective_on, manager, dotted_managers }
}

function person(external_id: string | null, overrides: Partial<PersonRecord> = {}): PersonRecord {
  return {
    id: `per_${external_id ?? 'nobody'}`,
    external_id,
    given_name: 'Maëlle',
    family_name: 'Kerdoncuff',
    email: null,
    grade: null,
    grade_rank: 3,
    job_family: null,
    subsidiary: null,
    site: null,
    language: null,
    hired_in: null,
    leaves_on: null,
    relation: 'employee',
    active: true,
    manager: 'BOSS',
    dotted_managers: [],
    moves: [],
    version: 4,
    created_at: 0,
    updated_at: 0,
    ...overrides,
  }
}

describe('a day to come', () => {
  it('is a day of the organisation: it begins at midnight in Paris, not in Greenwich', () => {
    expect(organisationDay(Date.parse('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
    expect(organisationDay(Date.parse('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
    expect(organisationDay(Date.parse('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
    expect(organisationDay(Date.parse('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
  })

  it('leaves a person alone until it has come, and is the very same object then', () => {
    const before = person('A', { moves: [move('2026-07-01', 'NEW')], leaves_on: '2026-08-31' })
    expect(onDay(before, '2026-06-30')).toBe(before)
  })

  it('makes the managers announced for it the managers, dotted ones included, and keeps the moves after it', () => {
    const before = person('A', {
      dotted_managers: ['OLD-DOT'],
      moves: [move('2026-07-01', 'NEW', ['DOT']), move('2026-09-01', 'NEWER')],
    })
    expect(onDay(before, '2026-07-01')).toEqual({
      ...before,
      manager: 'NEW',
      dotted_managers: ['DOT'],
      moves: [move('2026-09-01', 'NEWER')],
    })
  })

  it('takes the last of several moves that are due, in whatever order they were announced', () => {
    const moves = [move('2026-07-03', 'LAST'), move('2026-07-01', 'FIRST'), move('2026-07-02', null)]
    expect(onDay(person('A', { moves }), '2026-07-03')).toMatchObject({ manager: 'LAST', moves: [] })
  })

  it('lets a person go the day after their last one, not on it', () => {
    const before = person('A', { leaves_on: '2026-07-01' })
    expect(onDay(before, '2026-07-01').active).toBe(true)
    expect(onDay(before, '2026-07-02').active).toBe(false)
    expect(onDay(person('A', { leaves_on: '2026-07-01', active: false }), '2026-07-02').manager).toBe('BOSS')
  })
})

describe('what a day changes in many people', () => {
  it('two people may change places: nobody is left without a manager on the way', () => {
    const chief = person('CHIEF', { manager: 'HEAD', moves: [move('2026-07-01', 'DEPUTY')] })
    const deputy = person('DEPUTY', { manager: 'CHIEF', moves: [move('2026-07-01', 'HEAD')] })
    for (const people of [
      [chief, deputy],
      [deputy, chief],
    ]) {
      const plan = planDay(people, hierarchyOf([]), '2026-07-01')
      expect(plan.leftOut).toEqual([])
      const managers = Object.fromEntries(plan.writes.map((one) => [one.external_id, one.manager]))
      expect(managers).toEqual({ CHIEF: 'DEPUTY', DEPUTY: 'HEAD' })
    }
  })

  it('a move that would make the hierarchy go round in a circle leaves that manager out and says so', () => {
    const hierarchy = hierarchyOf([
      { person: 'LEAF', manager: 'MIDDLE' },
      { person: 'MIDDLE', manager: 'TOP' },
    ])
    const top = person('TOP', { manager: null, moves: [move('2026-07-01', 'LEAF', ['SIDE'])] })
    const plan = planDay([top], hierarchy, '2026-07-01')
    expect(plan.writes).toMatchObject([{ manager: null, dotted_managers: ['SIDE'], moves: [] }])
    expect(plan.leftOut).toEqual([{ person: 'TOP', manager: 'LEAF' }])
    expect(hierarchy.has('TOP')).toBe(false)
  })

  it('each person is one version on, to be looked at again, with the key of their address', () => {
    const plan = planDay(
      [
        person('A', { email: 'Nolwenn@Armorique.example', moves: [move('2026-07-01', 'NEW')] }),
        person('B', { moves: [move('2026-07-02', 'NEW')] }),
      ],
      hierarchyOf([]),
      '2026-07-01',
    )
    expect(plan.writes).toMatchObject([
      { id: 'per_A', version: 5, recheck: true, email_key: 'nolwenn@armorique.example', manager: 'NEW' },
    ])
  })

  it('a departure alone leaves the reporting line as it is, even one that was drawn in a circle', () => {
    const hierarchy = hierarchyOf([{ person: 'BOSS', manager: 'A' }])
    const plan = planDay([person('A', { leaves_on: '2026-06-30' })], hierarchy, '2026-07-01')
    expect(plan).toMatchObject({ leftOut: [], writes: [{ active: false, manager: 'BOSS' }] })
  })

  it('somebody known by id alone moves like anybody else', () => {
    const plan = planDay(
      [person(null, { moves: [move('2026-07-01', 'per_nobody')] })],
      hierarchyOf([]),
      '2026-07-01',
    )
    expect(plan.leftOut).toEqual([{ person: 'per_nobody', manager: 'per_nobody' }])
  })
})

describe('what a pair becomes when HR changes somebody (P11, P31)', () => {
  it('a departure ends it, a reorganisation suspends it, and it resumes once that is over', () => {
    expect(pairAfter('active', 'leaver')).toBe('ended')
    expect(pairAfter('suspended', 'leaver')).toBe('ended')
    expect(pairAfter('active', 'reorganisation')).toBe('suspended')
    expect(pairAfter('suspended', null)).toBe('resumed')
  })

  it('looking again at what is as it should be changes nothing, and what has ended stays ended', () => {
    expect(pairAfter('active', null)).toBeNull()
    expect(pairAfter('suspended', 'reorganisation')).toBeNull()
    for (const obstacle of ['leaver', 'reorganisation', null] as const) {
      expect(pairAfter('ended', obstacle)).toBeNull()
    }
  })
})
