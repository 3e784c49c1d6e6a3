import { describe, expect, it } from 'vitest'
import { activeTime, breaksOf } from '#domain/active-time.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { mayReadPulses, type StaffActor } from '#domain/permission.ts'
import type { PulseAnswers, PulsesOfSession } from '#domain/pulse.ts'
import {
  shownToOrganisers,
  TROUBLE_KINDS,
  TROUBLE_REMEDIES,
  TROUBLES_FROM_PULSES,
  type TroubleKind,
  troublesOf,
} from '#domain/trouble.ts'
import { type KnownTrouble, troubleChanges } from '#domain/trouble-changes.ts'
import type { PairFacts, SessionFacts } from '#domain/trouble-signs.ts'

const START = Date.parse('2026-03-02T09:00:00Z')
const day = (days: number) => START + days * DAY_MS

/** A pair that began on day 0, of which nothing is known, looked at on day 1. */
function makeFacts(changes: Partial<PairFacts> = {}): PairFacts {
  return {
    state: 'active',
    started_at: START,
    paused: false,
    breaks: [],
    sessions: [],
    pulses: [],
    heard_at: null,
    preparations: [],
    help: [],
    sessions_planned: 6,
    ends_at: null,
    referent_id: 'org_referent',
    coach_id: null,
    now: day(1),
    ...changes,
  }
}

const kinds = (changes: Partial<PairFacts>) => troublesOf(makeFacts(changes)).map(({ kind }) => kind)
const one = (changes: Partial<PairFacts>, kind: TroubleKind) =>
  troublesOf(makeFacts(changes)).find((trouble) => trouble.kind === kind)

const held = (at: number): SessionFacts => ({
  state: 'held',
  starts_at: day(at),
  cancelled_by: null,
  cancelled_at: null,
})
const planned = (at: number): SessionFacts => ({ ...held(at), state: 'planned' })
const cancelled = (at: number, by: SessionFacts['cancelled_by']): SessionFacts => ({
  state: 'cancelled',
  starts_at: day(at),
  cancelled_by: by,
  cancelled_at: day(at - 1),
})

const all = (level: number): PulseAnswers => ({ PU1: level, PU2: level, PU3: level, PU4: level })
const told = (mentor: PulseAnswers | null, mentee: PulseAnswers | null): PulsesOfSession => ({
  mentor,
  mentee,
  attended: true,
})
/** Sessions held week after week, the last one yesterday, and what was said of them. */
const heard = (...pulses: PulsesOfSession[]): Partial<PairFacts> => ({
  sessions: pulses.map((_, index) => held(index * 7 + 1)),
  pulses,
  heard_at: day(pulses.length * 7 - 6),
  now: day(pulses.length * 7 - 5),
})

describe('No first session (peers.md D1, domain.md §2.6)', () => {
  it('is trouble ten days after the start, and not an instant before', () => {
    expect(kinds({ now: day(10) - 1 })).toEqual([])
    expect(kinds({ now: day(10) })).toEqual(['no-first-session'])
    expect(kinds({ now: day(40) })).toEqual(['no-first-session'])
    const trouble = one({ now: day(10) }, 'no-first-session')
    expect(trouble).toMatchObject({ owner: 'organiser', side: null, due_at: day(13) })
  })

  it('is none once a session is planned or was held; one that is only proposed, was missed or cancelled does not count', () => {
    expect(kinds({ now: day(12), sessions: [planned(20)] })).toEqual([])
    expect(kinds({ now: day(12), sessions: [held(3)] })).toEqual([])
    for (const state of ['proposed', 'missed'] as const) {
      expect(kinds({ now: day(12), sessions: [{ ...planned(8), state }] })).toEqual(['no-first-session'])
    }
    expect(kinds({ now: day(12), sessions: [cancelled(8, 'mentee')] })).toEqual(['no-first-session'])
  })

  it('waits for the preparation with a coach: the clock starts when the last one closes (P29)', () => {
    const open = { state: 'open', decided_at: null } as const
    const closed = { state: 'held', decided_at: day(20) } as const
    expect(kinds({ now: day(30), preparations: [open, closed] })).toEqual([])
    expect(kinds({ now: day(30) - 1, preparations: [closed] })).toEqual([])
    expect(kinds({ now: day(30), preparations: [closed] })).toEqual(['no-first-session'])
  })

  it('does not count the days of a break', () => {
    const breaks = [{ from: day(4), to: day(14) }]
    expect(kinds({ now: day(20) - 1, breaks })).toEqual([])
    expect(kinds({ now: day(20), breaks })).toEqual(['no-first-session'])
  })
})

describe('Silence (peers.md D1)', () => {
  it('is trouble 35 days after the last session, with none ahead', () => {
    expect(kinds({ sessions: [held(5)], now: day(40) - 1 })).toEqual([])
    expect(kinds({ sessions: [held(5)], now: day(40) })).toEqual(['silence'])
    expect(one({ sessions: [held(5)], now: day(40) }, 'silence')).toMatchObject({
      owner: 'organiser',
      due_at: day(45),
    })
    expect(kinds({ sessions: [held(5), planned(60)], now: day(50) })).toEqual([])
  })

  it('is none when all sessions are done, when the programme is over, or while a break lasted', () => {
    const six = [0, 1, 2, 3, 4, 5].map((week) => held(week * 7 + 1))
    expect(kinds({ sessions: six.slice(1), now: day(100) })).toEqual(['silence'])
    expect(kinds({ sessions: six, now: day(100) })).toEqual([])
    expect(kinds({ sessions: [held(5)], now: day(50), ends_at: day(50) })).toEqual([])
    expect(kinds({ sessions: [held(5)], now: day(50), breaks: [{ from: day(10), to: day(30) }] })).toEqual([])
  })
})

describe('Two cancellations in a row by the same side (domain.md §2.6)', () => {
  it('tells the side, and asks nothing after one, nor after one of each side', () => {
    const sessions = [cancelled(3, 'mentee'), cancelled(6, 'mentee')]
    expect(one({ sessions }, 'cancellations')).toMatchObject({
      side: 'mentee',
      owner: 'organiser',
      due_at: day(4),
    })
    expect(kinds({ sessions: sessions.slice(1) })).toEqual([])
    expect(kinds({ sessions: [cancelled(3, 'mentor'), cancelled(6, 'mentee')] })).toEqual([])
  })

  it('is over once a session was held, not when one is planned; what the team cancels counts for nobody', () => {
    const two = [cancelled(3, 'mentor'), cancelled(6, 'mentor')]
    expect(kinds({ sessions: [...two, planned(9)] })).toEqual(['cancellations'])
    expect(kinds({ sessions: [...two, held(9)], now: day(10) })).toEqual([])
    expect(kinds({ sessions: [cancelled(3, 'organiser'), cancelled(6, 'programme')] })).toEqual([])
    const between = [two[0] as SessionFacts, cancelled(4, 'organiser'), two[1] as SessionFacts]
    expect(one({ sessions: between }, 'cancellations')?.side).toBe('mentor')
  })
})

describe('Learning that goes one way (P34, D22)', () => {
  const oneWay = told({ PU1: 4, PU2: 4, PU3: 0, PU4: 4 }, { PU1: 4, PU2: 4, PU3: 4, PU4: 0 })
  // a = 4, b = 1: R = .4 exactly, which is not below .4.
  const justEnough = told({ PU1: 4, PU2: 4, PU3: 1, PU4: 4 }, { PU1: 4, PU2: 4, PU3: 4, PU4: 1 })

  it('is trouble when it happened twice, and tells whose gain is small', () => {
    expect(kinds(heard(oneWay))).toEqual([])
    expect(one(heard(oneWay, oneWay), 'lopsided')).toMatchObject({ side: 'mentor', owner: 'referent' })
    expect(kinds(heard(oneWay, justEnough))).not.toContain('lopsided')
    expect(kinds(heard(oneWay, oneWay, told(all(4), all(4))))).not.toContain('lopsided')
  })
})

describe('One finds it useful and the other does not (peers.md B13)', () => {
  const with_ = (mentor: number, mentee: number) =>
    heard(told(all(4), all(4)), told({ ...all(3), PU1: mentor }, { ...all(3), PU1: mentee }))

  it('needs 3 or more on one side and 1 or less on the other, of the last session that both told about', () => {
    expect(one(with_(3, 1), 'disagreement')).toMatchObject({ side: 'mentee', owner: 'referent' })
    expect(one(with_(0, 4), 'disagreement')).toMatchObject({ side: 'mentor' })
    expect(kinds(with_(3, 2))).not.toContain('disagreement')
    expect(kinds(with_(2, 1))).not.toContain('disagreement')
    const later = heard(told(all(4), { ...all(4), PU1: 0 }), told(all(3), all(3)))
    expect(kinds(later)).not.toContain('disagreement')
  })
})

describe('An early misfit', () => {
  it('is said by a 0 or 1 to use, frankness or common ground, after session 1 and until session 2', () => {
    for (const key of ['PU1', 'PU2', 'PUF'] as const) {
      const low = { PUF: 3, ...all(3), [key]: 1 }
      expect(one(heard(told(low, null)), 'misfit'), key).toMatchObject({ side: 'mentor' })
      expect(kinds(heard(told({ ...low, [key]: 2 }, null))), key).toEqual([])
    }
    expect(one(heard(told({ ...all(2), PU1: 1 }, { ...all(2), PU2: 1 })), 'misfit')?.side).toBe(null)
    const second = heard(told({ ...all(3), PU1: 1 }, all(3)), told(null, null))
    expect(kinds(second)).not.toContain('misfit')
  })

  it('goes to the coach of the pair where there is one, and is not told twice as a drift', () => {
    const facts = heard(told(all(0), all(0)))
    expect(one({ ...facts, coach_id: 'org_coach' }, 'misfit')?.owner).toBe('coach')
    expect(kinds(facts)).toEqual(['misfit'])
  })
})

describe('A drift (questionnaires.md §9)', () => {
  const level = (answer: number) => told(all(answer), all(answer))

  it('is a fall of .2 or more within three sessions that ends below good', () => {
    // Health 1, then (1 + .3625)/2 = .68: good, however far it fell.
    expect(kinds(heard(level(4), level(1)))).toEqual([])
    // Then .52: it fell by .48 and is to be watched.
    expect(one(heard(level(4), level(1), level(1)), 'drift')).toMatchObject({ side: null, owner: 'referent' })
    // Steady, if not brilliant: .575 each time.
    expect(kinds(heard(level(2), level(2), level(2)))).toEqual([])
    // The fall lies too far back: the three last are .55, .56, .57.
    const recovering = heard(level(4), level(1), level(1), level(2), level(2), level(2))
    expect(kinds(recovering)).toEqual([])
  })

  it('is health in trouble, even where it was never better', () => {
    expect(kinds(heard(level(1), level(1)))).toEqual(['drift'])
  })
})

describe('Help (C29)', () => {
  const ask = { role: 'mentor', due_at: day(4), reader_id: 'org_referent', created_at: day(1) } as const

  it('is for the reader who was named, by the day that was promised', () => {
    expect(one({ help: [ask] }, 'help')).toMatchObject({ owner: 'referent', due_at: day(4), side: 'mentor' })
    expect(one({ help: [{ ...ask, reader_id: null }] }, 'help')?.owner).toBe('organiser')
    expect(one({ help: [ask, { ...ask, role: 'mentee', due_at: day(3) }] }, 'help')).toMatchObject({
      side: null,
      due_at: day(3),
    })
    expect(kinds({ help: [ask], ends_at: day(0) })).toEqual(['help'])
  })
})

describe('What is no trouble', () => {
  const everything: Partial<PairFacts> = {
    sessions: [held(0), cancelled(3, 'mentee'), cancelled(6, 'mentee')],
    pulses: [told(all(0), all(4))],
    heard_at: day(1),
    help: [{ role: 'mentor', due_at: day(4), reader_id: null, created_at: day(1) }],
    now: day(60),
  }

  it('grey: sessions of which nobody tells anything', () => {
    const silentPulses = { sessions: [held(1), held(8)], pulses: [told(null, null), told(null, null)] }
    expect(kinds({ ...silentPulses, now: day(9) })).toEqual([])
  })

  it('a pair that has ended, is suspended or takes a break, whatever it lived', () => {
    expect(kinds(everything).length).toBeGreaterThan(3)
    for (const state of ['suspended', 'ended'] as const) expect(kinds({ ...everything, state })).toEqual([])
    expect(kinds({ ...everything, paused: true })).toEqual([])
  })
})

describe('Discretion (questionnaires.md §9)', () => {
  const facts = heard(told(all(0), { ...all(4), PU3: 0 }), told(all(0), { ...all(4), PU3: 0 }))

  it('lets organisers hear the same of every trouble from pulses: name, owner and day', () => {
    const shown = troublesOf(makeFacts({ ...facts, coach_id: 'org_coach' })).filter(({ kind }) =>
      (TROUBLES_FROM_PULSES as readonly string[]).includes(kind),
    )
    expect(shown.length).toBeGreaterThan(1)
    const looks = shown.map(({ kind, owner, due_at }) => `${shownToOrganisers(kind)} ${owner} ${due_at}`)
    expect(new Set(looks).size).toBe(1)
    expect(looks[0]).toContain('listening coach')
  })

  it('gives them to the organisers where the pair has no coach and the programme no referent', () => {
    const owners = troublesOf(makeFacts({ ...facts, referent_id: null })).map(({ owner }) => owner)
    expect(new Set(owners)).toEqual(new Set(['organiser']))
  })

  it('lets pulses be read by the coach of the pair and the referent, and by nobody who merely organises', () => {
    const actor = (kind: StaffActor['kind'], id: string): StaffActor => ({
      kind,
      id,
      email: 'a@armorique.example',
      person: null,
      subsidiary: null,
    })
    const [programme, pair] = [{ referent_id: 'org_r' }, { coach_id: 'org_c' }]
    expect(mayReadPulses(actor('organiser', 'org_r'), programme, pair)).toBe(true)
    expect(mayReadPulses(actor('coach', 'org_c'), programme, pair)).toBe(true)
    expect(mayReadPulses(actor('organiser', 'org_x'), programme, pair)).toBe(false)
    expect(mayReadPulses(actor('consultant', 'org_c'), programme, pair)).toBe(false)
    expect(mayReadPulses(actor('coach', 'org_x'), { referent_id: null }, { coach_id: null })).toBe(false)
    expect(mayReadPulses({ kind: 'key', id: 'org_c', scopes: ['*'] }, programme, pair)).toBe(false)
    expect(mayReadPulses({ kind: 'job', id: 'org_c' }, programme, pair)).toBe(false)
  })

  it('has a remedy in both languages for each type', () => {
    for (const kind of [...TROUBLE_KINDS, 'listening'] as const) {
      const { title, team } = TROUBLE_REMEDIES[kind]
      for (const words of [title.fr, title.en, team.fr, team.en]) expect(words.length).toBeGreaterThan(5)
    }
  })
})

describe('One look after the other', () => {
  const known = (changes: Partial<KnownTrouble>): KnownTrouble => ({
    kind: 'silence',
    side: null,
    state: 'open',
    owner: 'organiser',
    due_at: day(45),
    created_at: day(40),
    closed_at: null,
    ...changes,
  })
  const silence = (now: number) => troublesOf(makeFacts({ sessions: [held(5)], now }))
  const opened = (before: KnownTrouble[], now: number) =>
    troubleChanges(silence(now), before, now).open.map(({ found, writes }) => ({ kind: found.kind, writes }))

  it('opens a trouble once, and resolves it when it is gone', () => {
    expect(opened([], day(40))).toEqual([{ kind: 'silence', writes: true }])
    expect(opened([known({})], day(41))).toEqual([])
    expect(troubleChanges([], [known({})], day(41)).resolve).toHaveLength(1)
  })

  it('leaves one that was handled alone for fourteen days', () => {
    const handled = known({ state: 'handled', closed_at: day(42) })
    expect(opened([handled], day(56) - 1)).toEqual([])
    expect(opened([handled], day(56))).toEqual([{ kind: 'silence', writes: true }])
  })

  it('opens one that came back by itself at once, but writes to nobody twice within fourteen days', () => {
    const resolved = known({ state: 'resolved', closed_at: day(41) })
    expect(opened([resolved], day(42))).toEqual([{ kind: 'silence', writes: false }])
    expect(opened([resolved], day(54))).toEqual([{ kind: 'silence', writes: true }])
  })

  it('does not call anybody twice about the same answer, and does about a new one', () => {
    const facts = makeFacts({ ...heard(told({ ...all(2), PU1: 0 }, null)), now: day(30) })
    const handled = known({ kind: 'misfit', state: 'handled', owner: 'referent', closed_at: day(3) })
    const found = troublesOf(facts).filter(({ kind }) => kind === 'misfit')
    expect(troubleChanges(found, [handled], day(30)).open).toEqual([])
    const again = found.map((trouble) => ({ ...trouble, news_at: day(29) }))
    expect(troubleChanges(again, [handled], day(30)).open).toHaveLength(1)
  })

  it('hands a trouble over when its owner is another one now', () => {
    const misfit = troublesOf(makeFacts({ ...heard(told(all(1), null)), coach_id: 'org_coach' }))
    const before = known({ kind: 'misfit', side: 'mentor', owner: 'referent' })
    expect(troubleChanges(misfit, [before], day(3)).handOver).toMatchObject([{ found: { owner: 'coach' } }])
    expect(troubleChanges(misfit, [{ ...before, owner: 'coach' }], day(3)).handOver).toEqual([])
  })
})

describe('The days of a break', () => {
  it('are known from what happened to the pair, and two reasons at once count once', () => {
    const breaks = breaksOf([
      { type: 'pair.paused', at: day(1) },
      { type: 'pair.suspended', at: day(2) },
      { type: 'pair.returned', at: day(3) },
      { type: 'pair.resumed', at: day(5) },
      { type: 'pair.paused', at: day(8) },
    ])
    expect(breaks).toEqual([
      { from: day(1), to: day(5) },
      { from: day(8), to: null },
    ])
    expect(activeTime(day(0), day(10), breaks)).toBe(4 * DAY_MS)
    expect(activeTime(day(2), day(4), breaks)).toBe(0)
  })
})
