import { describe, expect, it } from 'vitest'
import {
  flowsOf,
  type PulseAnswers,
  type PulsesOfSession,
  pairHealth,
  pulsesBySession,
  reciprocity,
  sessionScore,
} from '#domain/pulse.ts'

const pulse = (PU1: number, PU2: number, PU3: number, PU4: number): PulseAnswers => ({ PU1, PU2, PU3, PU4 })

function session(mentor: PulseAnswers | null, mentee: PulseAnswers | null, attended = true): PulsesOfSession {
  return { mentor, mentee, attended }
}

/** Everybody answers the same to everything. */
const even = (level: number) => session(pulse(level, level, level, level), pulse(level, level, level, level))

/** All flows from mentor to mentee: the mentor gives and learns nothing, the mentee learns and gives nothing. */
const oneWay = session(pulse(3, 3, 0, 4), pulse(4, 4, 4, 0))

const silent = (attended: boolean) => session(null, null, attended)

describe('reciprocity (questionnaires.md §9, P34)', () => {
  it('is R = 2·min(a,b)/(a+b), with the three known answers of §9', () => {
    expect(reciprocity(3, 1)).toBe(0.5)
    expect(reciprocity(4, 0)).toBe(0)
    expect(reciprocity(3, 3)).toBe(1)
  })

  it('is 0 where nothing flowed either way', () => {
    expect(reciprocity(0, 0)).toBe(0)
  })

  it('does not ask which side gave more, and lies between 0 and 1', () => {
    for (let a = 0; a <= 4; a += 0.5) {
      for (let b = 0; b <= 4; b += 0.5) {
        expect(reciprocity(a, b)).toBe(reciprocity(b, a))
        expect(reciprocity(a, b)).toBeGreaterThanOrEqual(0)
        expect(reciprocity(a, b)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('takes a from what the mentee learned and the mentor gave, b from the other way', () => {
    expect(flowsOf({ mentor: pulse(0, 0, 1, 4), mentee: pulse(0, 0, 2, 3) })).toEqual({ a: 3, b: 2 })
  })

  it('uses the answers that are there: one pulse tells of both ways, no answer of none', () => {
    expect(flowsOf({ mentor: pulse(0, 0, 1, 4), mentee: null })).toEqual({ a: 4, b: 1 })
    expect(flowsOf({ mentor: { PU1: 4 }, mentee: { PU3: 2 } })).toEqual({ a: 2, b: null })
    expect(flowsOf({ mentor: null, mentee: null })).toEqual({ a: null, b: null })
  })
})

describe('a lopsided pair (P34: enter one-way pulses twice, "unbalanced" appears)', () => {
  it('is one with R < .4 in two sessions in a row', () => {
    expect(pairHealth([oneWay]).lopsided).toBe(false)
    expect(pairHealth([oneWay, oneWay]).lopsided).toBe(true)
  })

  it('is even again after one balanced session', () => {
    expect(pairHealth([oneWay, oneWay, even(3)]).lopsided).toBe(false)
    expect(pairHealth([oneWay, even(3), oneWay]).lopsided).toBe(false)
  })

  it('is judged on sessions that both told about, whatever came in between', () => {
    const oneSide = session(null, pulse(4, 4, 4, 0))
    expect(pairHealth([oneSide, oneSide]).lopsided).toBe(false)
    expect(pairHealth([oneWay, oneSide, silent(true), oneWay]).lopsided).toBe(true)
  })

  it('has R below .4, and not .4 itself', () => {
    // a = 4, b = 1: R = 2·1/5 = .4
    const justEven = session(pulse(3, 3, 1, 4), pulse(3, 3, 4, 1))
    expect(pairHealth([justEven, justEven]).lopsided).toBe(false)
  })
})

describe('how one session scores (questionnaires.md §9)', () => {
  it('is [.35·PU1 + .25·PU2 + .25·min(a,b) + .15·4·attendance]/4', () => {
    // PU1 = mean(4, 2) = 3, PU2 = mean(2, 4) = 3, a = mean(4, 2) = 3, b = mean(1, 1) = 1
    const told = session(pulse(4, 2, 1, 2), pulse(2, 4, 4, 1))
    expect(sessionScore(told)).toBeCloseTo((0.35 * 3 + 0.25 * 3 + 0.25 * 1 + 0.15 * 4) / 4, 12)
  })

  it('is 1 at best, and .15 for a session that took place and brought nothing', () => {
    expect(sessionScore(even(4))).toBeCloseTo(1, 12)
    expect(sessionScore(even(0))).toBeCloseTo(0.15, 12)
  })

  it('shares the weight of what nobody answered, as long as nothing was heard before', () => {
    // Only “useful” and attendance are known: (.35·2 + .15·4)/(4·.5)
    expect(sessionScore(session({ PU1: 2 }, null))).toBeCloseTo((0.35 * 2 + 0.15 * 4) / (4 * 0.5), 12)
  })

  it('counts what nobody answered as before, once something was heard', () => {
    expect(sessionScore(silent(true), 0.6)).toBeCloseTo(0.15 + 0.85 * 0.6, 12)
    expect(sessionScore(silent(false), 0.6)).toBeCloseTo(0.85 * 0.6, 12)
  })

  it('is nothing where nobody has answered anything, not even in an empty pulse', () => {
    expect(sessionScore(silent(true))).toBeNull()
    expect(sessionScore(session({}, { PUF: 3 }))).toBeNull()
  })
})

describe('the health of a pair (questionnaires.md §9)', () => {
  it('is the exponentially weighted mean (.5) of its sessions', () => {
    // 1, then .15: .5·.15 + .5·1 = .575; then 1: .5·1 + .5·.575 = .7875
    expect(pairHealth([even(4)]).value).toBe(1)
    expect(pairHealth([even(4), even(0)]).value).toBe(0.575)
    expect(pairHealth([even(4), even(0), even(4)]).value).toBe(0.7875)
  })

  it('is good from .65 on, to be watched from .45 on, in trouble below', () => {
    expect(pairHealth([even(4)]).class).toBe('good')
    expect(pairHealth([even(4), even(0)]).class).toBe('watch')
    expect(pairHealth([even(0)]).class).toBe('trouble')
    // .85·x/4 + .15 = .65 at x = 2.3529…; at 2 it is .575, at 1 it is .3625.
    expect(pairHealth([even(2)])).toMatchObject({ class: 'watch', value: 0.575 })
    expect(pairHealth([even(1)])).toMatchObject({ class: 'trouble', value: 0.3625 })
  })

  it('puts the limits themselves into the better class', () => {
    const exactly = (value: number) => {
      // PU1 = x for both and nothing else but attendance: (.35·x + .6)/(4·.5) = value
      const x = (value * 2 - 0.6) / 0.35
      return pairHealth([session({ PU1: x }, { PU1: x })])
    }
    expect(exactly(0.65)).toMatchObject({ class: 'good', value: 0.65 })
    expect(exactly(0.45)).toMatchObject({ class: 'watch', value: 0.45 })
    expect(exactly(0.649).class).toBe('watch')
    expect(exactly(0.449).class).toBe('trouble')
  })

  it('is grey without a pulse, never trouble, however many sessions were missed', () => {
    expect(pairHealth([])).toEqual({ class: 'grey', value: null, lopsided: false })
    expect(pairHealth([silent(false), silent(false), silent(true)]).class).toBe('grey')
    expect(pairHealth([session({}, null)]).class).toBe('grey')
  })

  it('begins with the first pulse: what was missed before does not weigh on it', () => {
    expect(pairHealth([silent(false), silent(false), even(4)])).toMatchObject({ class: 'good', value: 1 })
  })

  it('is told by one side alone where the other is silent', () => {
    expect(pairHealth([session(null, pulse(4, 4, 4, 4))])).toMatchObject({ class: 'good', value: 1 })
    expect(pairHealth([session(pulse(0, 0, 0, 0), null)])).toMatchObject({ class: 'trouble', value: 0.15 })
  })

  it('sinks a little with each session missed, and silence after good sessions is no trouble', () => {
    const once = pairHealth([even(4), silent(false)])
    const twice = pairHealth([even(4), silent(false), silent(false)])
    expect(once.value).toBeLessThan(1)
    expect(twice.value).toBeLessThan(once.value as number)
    expect(pairHealth([even(4), silent(true), silent(true)])).toMatchObject({ class: 'good', value: 1 })
  })
})

describe('the sessions that tell how a pair fares', () => {
  const pair = { mentor_id: 'par_m', mentee_id: 'par_x' }
  const of = (id: string, state: string, starts_at: number) => ({ id, state, starts_at })

  it('are those held and those missed, in order of time, each with what its two people answered', () => {
    const sessions = [of('ses_2', 'missed', 200), of('ses_1', 'held', 100)]
    const pulses = [
      { session_id: 'ses_1', participant_id: 'par_x', answers: { PU1: 4 } },
      { session_id: 'ses_1', participant_id: 'par_m', answers: { PU1: 1 } },
    ]
    expect(pulsesBySession(pulses, sessions, pair)).toEqual([
      { session_id: 'ses_1', mentor: { PU1: 1 }, mentee: { PU1: 4 }, attended: true },
      { session_id: 'ses_2', mentor: null, mentee: null, attended: false },
    ])
  })

  it('leave out what was only proposed, was cancelled, or is planned and not told about', () => {
    const sessions = [
      of('ses_1', 'proposed', 1),
      of('ses_2', 'cancelled', 2),
      of('ses_3', 'planned', 3),
      of('ses_4', 'planned', 4),
    ]
    const pulses = [{ session_id: 'ses_4', participant_id: 'par_m', answers: { PU2: 3 } }]
    expect(pulsesBySession(pulses, sessions, pair)).toEqual([
      { session_id: 'ses_4', mentor: { PU2: 3 }, mentee: null, attended: true },
    ])
  })
})
