import { describe, expect, it } from 'vitest'
import { mentorCapacity } from '#domain/participant.ts'
import { emailKey } from '#domain/person.ts'
import { answerProposal, isLapsing, type Proposal } from '#domain/proposal.ts'
import { above, hierarchyOf, inOneLine, wouldCycle } from '#domain/reporting-line.ts'
import { retryDelayMs, whyAddressRefused } from '#domain/webhook.ts'

const open: Proposal = {
  id: 'pro_1',
  state: 'open',
  mentor_accepted_at: null,
  mentee_accepted_at: null,
  mentor_refused: false,
  mentee_refused: false,
  deadline_at: 100,
  impossible: false,
  version: 1,
}

describe('an answer to a proposal', () => {
  it('one acceptance is recorded, the second makes the pair', () => {
    expect(answerProposal(open, 'mentor', 'acceptance', 1)).toBe('recorded')
    expect(answerProposal({ ...open, mentee_accepted_at: 1 }, 'mentor', 'acceptance', 2)).toBe('paired')
  })

  it('no pair is born from a proposal that has become impossible, and nothing shows it', () => {
    const barred = { ...open, mentee_accepted_at: 1, impossible: true }
    expect(answerProposal(barred, 'mentor', 'acceptance', 2)).toBe('recorded')
  })

  it('the same answer twice changes nothing, even after the deadline', () => {
    expect(answerProposal({ ...open, mentor_accepted_at: 1 }, 'mentor', 'acceptance', 500)).toBe('unchanged')
    expect(answerProposal({ ...open, mentee_refused: true }, 'mentee', 'refusal', 500)).toBe('unchanged')
  })

  it('at the deadline it is too late, and in any state but open as well', () => {
    expect(() => answerProposal(open, 'mentor', 'acceptance', 100)).toThrow('no longer awaits')
    for (const state of ['draft', 'paired', 'lapsed', 'withdrawn'] as const) {
      expect(() => answerProposal({ ...open, state }, 'mentee', 'refusal', 1)).toThrow('no longer awaits')
    }
    expect([99, 100].map((now) => isLapsing(open, now))).toEqual([false, true])
  })
})

describe('the places of a mentor', () => {
  it('are as many as declared, if the hours allow it', () => {
    expect(mentorCapacity(12, 8, 30, 10)).toBe(12)
    expect(mentorCapacity(12, 8, 60, 30)).toBe(5)
    expect(mentorCapacity(3, 8, 60, 30)).toBe(3)
    expect(mentorCapacity(undefined, 8, 60, 30)).toBe(1)
    expect(mentorCapacity(4, 1, 60, 30)).toBe(0)
    expect(mentorCapacity(4, undefined, 60, 30)).toBe(4)
  })
})

describe('the reporting line', () => {
  const chart = hierarchyOf([
    { person: 'junior', manager: 'lead' },
    { person: 'lead', manager: 'head' },
    { person: 'junior', manager: 'project' },
    { person: 'round', manager: 'about' },
    { person: 'about', manager: 'round' },
  ])

  it('counts at any depth, both ways, dotted lines included, and ends in a circle', () => {
    expect(above(chart, 'junior')).toEqual(new Set(['lead', 'head', 'project']))
    expect(inOneLine(chart, 'head', 'junior')).toBe(true)
    expect(inOneLine(chart, 'junior', 'project')).toBe(true)
    expect(inOneLine(chart, 'lead', 'project')).toBe(false)
    expect(above(chart, 'round')).toEqual(new Set(['about', 'round']))
  })

  it('nobody can end up above themselves', () => {
    expect(wouldCycle(chart, 'head', ['junior'])).toBe(true)
    expect(wouldCycle(chart, 'new', ['new'])).toBe(true)
    expect(wouldCycle(chart, 'new', ['junior', 'head'])).toBe(false)
  })
})

describe('an address', () => {
  it('is compared without case, and look-alikes are no addresses', () => {
    expect(emailKey(' Anaïs@Armorique.Example ')).toBe('anaïs@armorique.example')
    for (const wrong of [
      '',
      'a',
      'a@b',
      'a@b@c.example',
      'a＠b.example',
      'a@b.example\r\nbcc: x@y.example',
      'a b@c.example',
      `${'x'.repeat(250)}@b.example`,
    ]) {
      expect(emailKey(wrong), wrong).toBeNull()
    }
  })

  it('of a receiver is judged as a browser would read it', () => {
    expect(whyAddressRefused('https://hooks.example.com/binome', false)).toBeNull()
    expect(whyAddressRefused('http://127.0.0.1:9000/', true)).toBeNull()
    expect(whyAddressRefused('http://127.0.0.1:9000/', false)).toBe('private-address')
    expect(whyAddressRefused('https://0x7f.1/', false)).toBe('private-address')
    expect(whyAddressRefused('https://[::ffff:7f00:1]/', false)).toBe('ip-address')
    expect(whyAddressRefused('https://user:pw@hooks.example.com/', false)).toBe('credentials-in-address')
  })

  it('that does not answer is asked again after 5 s, 5 min, 30 min and so on, then every day for good', () => {
    const waits = Array.from({ length: 12 }, (_, n) => retryDelayMs(n + 1, 0) / 1000)
    expect(waits).toEqual([5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400, 86400, 86400, 86400])
    expect(retryDelayMs(1, 1)).toBe(5500)
  })
})
