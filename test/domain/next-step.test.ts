import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '#domain/local-time.ts'
import { nextSteps, type OwnFacts } from '#domain/next-step.ts'

const NOW = Date.parse('2026-04-14T08:00:00Z')
const PAIR: OwnFacts['pairs'][number] = {
  id: 'pai_1',
  state: 'active',
  partner: 'Maëlle',
  paused_until: null,
  prepared: true,
  agreement: 'written',
  planned: 6,
}
const SESSION: OwnFacts['sessions'][number] = {
  id: 'ses_1',
  pair_id: 'pai_1',
  state: 'planned',
  starts_at: NOW + DAY_MS,
  minutes: 60,
  mine: false,
  logged: 'nobody',
  confirmed: false,
}

function kindsOf(facts: Partial<OwnFacts>) {
  return nextSteps({ now: NOW, pairs: [PAIR], sessions: [], feedback: [], ...facts }).map(({ kind }) => kind)
}

describe('what comes next for somebody in a pair', () => {
  it('is a first date, once a preparation is done (P29)', () => {
    expect(kindsOf({})).toEqual(['first-session'])
    expect(kindsOf({ pairs: [{ ...PAIR, prepared: false }] })).toEqual(['preparation'])
  })

  it('is the next meeting, which leaves nothing else to propose', () => {
    expect(kindsOf({ sessions: [SESSION] })).toEqual(['meet'])
  })

  it('is to answer a date that the partner proposed, never one’s own', () => {
    expect(kindsOf({ sessions: [{ ...SESSION, state: 'proposed' }] })).toEqual(['accept-session'])
    expect(kindsOf({ sessions: [{ ...SESSION, state: 'proposed', mine: true }] })).toEqual([])
  })

  it('is to say whether a session took place, once it is over and before it is confirmed', () => {
    const over = { ...SESSION, starts_at: NOW - 2 * HOUR_MS }
    expect(kindsOf({ sessions: [over] })).toEqual(['log-session', 'next-session'])
    const logged = { ...over, state: 'held' as const, logged: 'partner' as const }
    expect(kindsOf({ sessions: [logged] })).toEqual(['confirm-session', 'next-session'])
    expect(kindsOf({ sessions: [{ ...logged, logged: 'me' }] })).toEqual(['next-session'])
    expect(kindsOf({ sessions: [{ ...logged, confirmed: true }] })).toEqual(['next-session'])
  })

  it('asks for no further date once all planned sessions were held', () => {
    const held = { ...SESSION, state: 'held' as const, confirmed: true, starts_at: NOW - DAY_MS }
    expect(kindsOf({ pairs: [{ ...PAIR, planned: 1 }], sessions: [held] })).toEqual([])
  })

  it('puts what others wait for before what is only good to do', () => {
    expect(
      kindsOf({
        pairs: [{ ...PAIR, agreement: 'mine-to-accept' }],
        sessions: [
          { ...SESSION, id: 'ses_0', state: 'held', logged: 'me', starts_at: NOW - 7 * DAY_MS },
          { ...SESSION, state: 'proposed' },
        ],
        feedback: [
          { id: 'fbr_2', kind: 'survey', pair_id: 'pai_1' },
          { id: 'fbr_1', kind: 'pulse', pair_id: 'pai_1' },
        ],
      }),
    ).toEqual(['accept-session', 'pulse', 'survey', 'accept-agreement'])
  })

  it('asks nothing of a pair on a break but to know when it ends, and nothing of one that has ended but feedback', () => {
    const until = NOW + 10 * DAY_MS
    expect(
      nextSteps({
        now: NOW,
        pairs: [{ ...PAIR, paused_until: until }],
        sessions: [],
        feedback: [],
      }),
    ).toEqual([{ kind: 'paused', pair: 'pai_1', about: null, partner: 'Maëlle', at: until }])
    expect(kindsOf({ pairs: [{ ...PAIR, paused_until: NOW - 1 }] })).toEqual(['first-session'])
    for (const state of ['ended', 'suspended'] as const) {
      expect(kindsOf({ pairs: [{ ...PAIR, state }] })).toEqual([])
      expect(
        kindsOf({
          pairs: [{ ...PAIR, state }],
          feedback: [{ id: 'fbr_1', kind: 'survey', pair_id: 'pai_1' }],
        }),
      ).toEqual(['survey'])
    }
  })
})
