import { describe, expect, it } from 'vitest'
import {
  afterAttempt,
  asMessages,
  MAIL_RETRY_MINUTES,
  mayLeave,
  type WaitingMail,
} from '#domain/mail-sending.ts'

const NOW = Date.parse('2026-03-02T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let count = 0
function mail(fields: Partial<WaitingMail> = {}): WaitingMail {
  count += 1
  return {
    id: `mai_${count}`,
    person_id: 'per_1',
    reminder: true,
    facts: {},
    attempts: 0,
    sent_at: null,
    message_id: null,
    ...fields,
  }
}

describe('what comes after an attempt', () => {
  it('a refusal is followed by five tries over 8 h 36, then by none', () => {
    const waits: number[] = []
    let attempts = 0
    for (;;) {
      const after = afterAttempt({ attempts, sent_at: null }, 'refused', false, NOW)
      if (after.state !== 'waiting') {
        expect([after.state, after.attempts]).toEqual(['failed', 6])
        break
      }
      waits.push((after.next_attempt_at - NOW) / MINUTE)
      attempts = after.attempts
    }
    expect(waits).toEqual([1, 5, 30, 120, 360])
    expect(waits.reduce((sum, wait) => sum + wait)).toBe(8 * 60 + 36)
  })

  it('a lost answer ends it where nobody would notice a second mail', () => {
    expect(afterAttempt(mail(), 'uncertain', false, NOW)).toMatchObject({ state: 'uncertain', sent_at: NOW })
    expect(mayLeave({ sent_at: NOW, attempts: 1 }, false, NOW)).toBe(false)
  })

  it('a lost answer is followed by another try where the provider knows the mail again, for 20 hours', () => {
    const after = afterAttempt(mail(), 'uncertain', true, NOW)
    expect(after).toEqual({ state: 'waiting', attempts: 1, next_attempt_at: NOW + MINUTE, sent_at: NOW })
    expect(mayLeave(after, true, NOW + 19 * HOUR)).toBe(true)
    expect(mayLeave(after, true, NOW + 20 * HOUR)).toBe(false)
    expect(mayLeave({ ...after, attempts: MAIL_RETRY_MINUTES.length + 1 }, true, NOW)).toBe(false)
  })

  it('a refusal after a lost answer does not make certain that nothing left', () => {
    const lost = { attempts: 3, sent_at: NOW - HOUR }
    expect(afterAttempt(lost, 'refused', true, NOW)).toMatchObject({ state: 'waiting', sent_at: NOW - HOUR })
    expect(afterAttempt({ ...lost, attempts: 5 }, 'refused', true, NOW).state).toBe('uncertain')
  })

  it('an address that does not exist or refuses mail is not tried again, and asking too much costs no try', () => {
    for (const outcome of ['address', 'suppressed'] as const) {
      expect(afterAttempt(mail(), outcome, false, NOW).state).toBe('failed')
    }
    expect(afterAttempt(mail({ attempts: 2 }), 'throttled', false, NOW)).toEqual({
      state: 'waiting',
      attempts: 2,
      next_attempt_at: NOW + MINUTE,
      sent_at: null,
    })
  })
})

describe('a digest instead of a flood', () => {
  it('three reminders to one person leave as one message, two leave as two', () => {
    const three = [mail(), mail(), mail()]
    const two = [mail({ person_id: 'per_2' }), mail({ person_id: 'per_2' })]
    expect(asMessages([two[0]!, ...three, two[1]!])).toEqual([[two[0]], three, [two[1]]])
  })

  it('what is no reminder, carries an invitation or is to nobody we know leaves alone', () => {
    const mails = [
      mail(),
      mail(),
      mail({ reminder: false }),
      mail({ facts: { invite: 'BEGIN:VCALENDAR' } }),
      mail({ person_id: null }),
      mail({ person_id: null }),
      mail({ person_id: null }),
    ]
    expect(asMessages(mails)).toEqual(mails.map((one) => [one]))
  })

  it('what may have left as one message leaves as the same one again, and takes nothing along', () => {
    const lost = [1, 2].map(() => mail({ sent_at: NOW, message_id: 'mai_9/mai_10', attempts: 1 }))
    const fresh = [mail(), mail()]
    expect(asMessages([...fresh, ...lost])).toEqual([lost, [fresh[0]], [fresh[1]]])
  })
})
