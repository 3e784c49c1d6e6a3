import { describe, expect, it } from 'vitest'
import { feedbackAt, nextReminderAt, outlivesPair } from '#domain/feedback.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { mailWords } from '#domain/mail.ts'

const DAY = Date.parse('2026-03-02T09:00:00Z')
const live = { state: 'active' } as const
const asked = { kind: 'pulse', moment: null, state: 'waiting', expires_at: DAY + 21 * DAY_MS } as const

describe('a question by mail', () => {
  it('is repeated after 2 and after 5 days, and never more than twice', () => {
    const first = nextReminderAt(DAY, 0) as number
    const second = nextReminderAt(first, 1) as number
    expect([first, second].map((at) => (at - DAY) / DAY_MS)).toEqual([2, 5])
    expect(nextReminderAt(second, 2)).toBeNull()
  })

  it('can be answered until it expires', () => {
    expect(feedbackAt(asked, live, DAY)).toBe('open')
    expect(feedbackAt(asked, live, asked.expires_at - 1)).toBe('open')
    expect(feedbackAt(asked, live, asked.expires_at)).toBe('expired')
    expect(feedbackAt({ ...asked, state: 'expired' }, live, DAY)).toBe('expired')
  })

  it('is answered once, whatever happens to the pair afterwards', () => {
    expect(feedbackAt({ ...asked, state: 'answered' }, { state: 'ended' }, asked.expires_at)).toBe('answered')
  })

  it('is over when the pair ends, but for the last survey and those months later', () => {
    expect(feedbackAt(asked, { state: 'ended' }, DAY)).toBe('over')
    expect(outlivesPair({ kind: 'survey', moment: 'start' })).toBe(false)
    expect(outlivesPair({ kind: 'survey', moment: 'middle' })).toBe(false)
    for (const moment of ['end', 'month-3', 'month-6', 'month-12'] as const) {
      expect(feedbackAt({ ...asked, kind: 'survey', moment }, { state: 'ended' }, DAY)).toBe('open')
    }
  })

  it('asks for a survey in the words of its moment', () => {
    const moments = ['start', 'middle', 'end', 'month-3', 'month-6', 'month-12']
    const facts = { programme: 'Regards neufs', link: 'https://binome.example/fr/feedback/x/' }
    for (const language of ['fr', 'en'] as const) {
      const subjects = moments.map(
        (moment) => mailWords('survey-request', language, { ...facts, moment }).subject,
      )
      expect(new Set(subjects).size).toBe(moments.length)
    }
  })

  it('gets shorter with each reminder', () => {
    const facts = { programme: 'P', partner: 'Nora Salmi', day: 'lundi 2 mars 2026', link: '', moment: 'end' }
    for (const kind of ['pulse', 'survey'] as const) {
      for (const language of ['fr', 'en'] as const) {
        const lengths = ([`${kind}-request`, `${kind}-reminder`, `${kind}-last-reminder`] as const).map(
          (template) => mailWords(template, language, facts).paragraphs.join(' ').length,
        )
        expect(lengths).toEqual(lengths.toSorted((one, other) => other - one))
        expect(new Set(lengths).size).toBe(3)
      }
    }
  })
})
