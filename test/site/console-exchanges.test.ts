import { describe, expect, it } from 'vitest'
import type { MailProblemShown } from '#contract/mail-problem.ts'
import { OUTSIDE_TYPES } from '#contract/openapi-webhooks.ts'
import { LANGUAGES } from '#domain/language.ts'
import { MAIL_TEMPLATES } from '#domain/mail.ts'
import {
  conditionInWords,
  conditionOf,
  conditionTag,
  deliveryStanding,
  endpointName,
} from '../../site/src/elements/console-endpoint-state.ts'
import { whatWasDone } from '../../site/src/elements/console-log-line.ts'
import { deliveriesWordsIn, outcomeInWords } from '../../site/src/words/console-deliveries.ts'
import { eventGroupsIn, eventName } from '../../site/src/words/console-events.ts'
import { exchangesWordsIn } from '../../site/src/words/console-exchanges.ts'
import { mailName, mailReason, mailsWordsIn } from '../../site/src/words/console-mails.ts'
import { shapeOf, textsOf } from './words-shape.ts'

const both = {
  exchanges: exchangesWordsIn,
  deliveries: deliveriesWordsIn,
  mails: mailsWordsIn,
  events: eventGroupsIn,
}

describe('the pages about what leaves speak both languages', () => {
  it.each(Object.entries(both))('%s: the same keys, French set as French is', (_name, wordsIn) => {
    expect(shapeOf(wordsIn('en'))).toEqual(shapeOf(wordsIn('fr')))
    for (const text of textsOf(wordsIn('fr'))) {
      const said = text.replaceAll(/«\u00a0[^»]+\u00a0»/g, '').replaceAll(/\b[a-z-]+\.[a-z-]+\b/g, '')
      expect(said, text).not.toMatch(/[ \p{L}][:;?!](\s|$)|[«»']|!/u)
    }
    for (const text of textsOf(wordsIn('en'))) expect(text).not.toMatch(/[ \u00a0][:;?!](\s|$)|'/u)
  })

  it('an organiser can ask for each event that leaves, once, by a name', () => {
    for (const language of LANGUAGES) {
      const offered = eventGroupsIn(language).flatMap(({ types }) => types.map(([type]) => type))
      expect([...offered].sort()).toEqual([...OUTSIDE_TYPES].sort())
      for (const type of offered) expect(eventName(type, language)).not.toBe(type)
      expect(eventName('webhook-endpoint.tested', language)).not.toBe('webhook-endpoint.tested')
    }
    expect(eventName('something.new', 'fr')).toBe('something.new')
  })

  it('each mail that can fail has a name of its own language', () => {
    for (const template of MAIL_TEMPLATES) {
      expect(mailName(template, 'fr').length, template).toBeGreaterThan(3)
      expect(mailName(template, 'en').length, template).toBeGreaterThan(3)
      expect(mailName(template, 'fr')).not.toBe(template)
    }
  })
})

describe('an organiser reads how an address is doing', () => {
  const well = {
    state: 'active',
    disabled_reason: null,
    failing_since: null,
    open_until: null,
    proof: null,
  } as const
  const at = '2026-11-22T10:00:00.000Z'
  const told = (endpoint: Parameters<typeof conditionOf>[0]) =>
    conditionInWords(endpoint, 'en', 'UTC').join(' ')

  it('one that answers is active, and nothing more is said', () => {
    expect(conditionOf(well)).toBe('active')
    expect(told(well)).toBe('It receives events.')
  })

  it('one that is left alone for a while says until when, and that nothing is lost', () => {
    const resting = { ...well, open_until: at }
    expect(conditionOf(resting)).toBe('resting')
    expect(told(resting)).toContain('before 22 Nov 2026, 10:00.')
    expect(told(resting)).toContain('What waits for it is kept')
  })

  it('one that has not shown yet whose it is says what it answered, and when it is asked again', () => {
    const asked = { attempts: 2, last_outcome: 'refused', last_status: 404, next_attempt_at: at }
    const pending = { ...well, state: 'pending', proof: asked } as const
    expect(told({ ...pending, proof: { ...asked, last_outcome: null, last_status: null } })).toBe(
      'It has to prove first that it is yours.',
    )
    expect(told(pending)).toContain('Last request: refused (404). The next one leaves on 22 Nov 2026, 10:00.')
    const over = { ...pending, state: 'disabled', disabled_reason: 'unproved' } as const
    const last = { attempts: 8, last_outcome: 'unproved', last_status: 200, next_attempt_at: null }
    expect(told({ ...over, proof: last })).toContain(
      'accepted, without the text expected (200). Switching it on',
    )
  })

  it('one that fails says since when, and the day on which deliveries stop, five days later', () => {
    const failing = { ...well, failing_since: at, open_until: '2026-11-22T11:00:00.000Z' }
    expect(conditionOf(failing)).toBe('failing')
    expect(told(failing)).toContain('since 22 Nov 2026, 10:00.')
    expect(told(failing)).toContain('deliveries stop on 27 Nov 2026')
    expect(told(failing)).toContain('before 22 Nov 2026, 11:00.')
    expect(conditionTag(failing, 'en').tone).toBe('trouble')
  })

  it('one that was stopped says why; only what stopped by itself is trouble', () => {
    const stopped = (disabled_reason: 'gone' | 'failing' | 'unproved' | 'by-hand') =>
      ({ ...well, state: 'disabled', disabled_reason, failing_since: at }) as const
    const reasons = ['gone', 'failing', 'unproved', 'by-hand'] as const
    expect(new Set(reasons.map((reason) => told(stopped(reason)))).size).toBe(4)
    expect(conditionTag(stopped('by-hand'), 'fr')).toEqual({ text: 'arrêtée', tone: 'none' })
    expect(conditionTag(stopped('gone'), 'fr').tone).toBe('trouble')
    expect(told(stopped('failing'))).toContain('Recover since a date')
    expect(told(stopped('unproved'))).toContain('new proof')
  })

  it('is called what the team calls it, else by its host', () => {
    expect(endpointName({ description: 'SIRH', url: 'https://rh.example/x' })).toBe('SIRH')
    expect(endpointName({ description: '', url: 'https://rh.example/secret-path' })).toBe('rh.example')
  })
})

describe('an organiser reads what became of a delivery', () => {
  it('delivered, waiting for its first attempt, for another, or for one that somebody asked for', () => {
    const waiting = { state: 'waiting', delivered_at: null } as const
    const at = '2026-11-22T10:00:00.000Z'
    expect(deliveryStanding({ state: 'delivered', delivered_at: at, attempts: 1 }).key).toBe('delivered')
    expect(deliveryStanding({ ...waiting, attempts: 0 }).key).toBe('waiting')
    expect(deliveryStanding({ ...waiting, attempts: 2 }).key).toBe('retrying')
    expect(deliveryStanding({ state: 'waiting', delivered_at: at, attempts: 1 }).key).toBe('again')
  })

  it('the outcome in words, with the status where there is one', () => {
    expect(outcomeInWords('refused', 503, 'fr')).toBe('refusé (503)')
    expect(outcomeInWords('timeout', null, 'en')).toBe('no answer within ten seconds')
    expect(outcomeInWords('something-new', null, 'en')).toBe('did not succeed')
  })

  it('has words for every outcome that an attempt, or a request for proof, can have', () => {
    const outcomes = [
      'accepted',
      'refused',
      'redirect',
      'gone',
      'throttled',
      'timeout',
      'unreachable',
      'forbidden',
      'unproved',
    ]
    for (const language of LANGUAGES) {
      expect(Object.keys(deliveriesWordsIn(language).outcomes).sort()).toEqual([...outcomes].sort())
    }
  })
})

describe('an organiser reads why a mail did not leave', () => {
  const mail: MailProblemShown = {
    id: 'mai_1',
    template: 'pair-started',
    person: 'P1',
    state: 'failed',
    last_outcome: 'address',
    created_at: '2026-11-22T10:00:00.000Z',
    can_resend: true,
  }

  it('says what happened and what to do; one that may have left is said to perhaps arrive twice', () => {
    expect(mailReason(mail, 'en')).toBe('The address does not exist. Have HR correct it, then send again.')
    expect(mailReason({ ...mail, last_outcome: 'suppressed' }, 'en')).toContain('Allow it first')
    expect(mailReason({ ...mail, state: 'uncertain' }, 'en')).toContain('may arrive twice')
    expect(mailReason({ ...mail, state: 'waiting' }, 'en')).toBe('It waits for its turn.')
    expect(mailReason({ ...mail, last_outcome: null }, 'fr')).toBe('Il n’a pas pu partir.')
  })
})

describe('the security log tells of addresses and of the digest', () => {
  const awa = { id: 'org_a', name: 'awa@armorique.example' }

  it('turning the digest off does not read as a change of role', () => {
    const off = {
      type: 'organiser.changed',
      subject: awa,
      data: { role: 'organiser', digest: false },
    } as const
    expect(whatWasDone(off, 'fr')).toBe(
      'a changé ce que voit ou reçoit awa@armorique.example (organisation, sans message du lundi)',
    )
    expect(whatWasDone({ ...off, data: { role: 'coach', digest: true } }, 'en')).toBe(
      'changed what awa@armorique.example sees or receives (coach, with Monday’s digest)',
    )
  })

  it('names an address as an address, and says what was done to it', () => {
    const subject = { id: 'whe_a', name: 'SIRH' }
    const told = (type: 'webhook-endpoint.rotated' | 'webhook-endpoint.disabled') =>
      whatWasDone({ type, subject, data: {} }, 'fr')
    expect(told('webhook-endpoint.rotated')).toBe(
      'a renouvelé un secret\u00a0: l’adresse de réception «\u00a0SIRH\u00a0»',
    )
    expect(told('webhook-endpoint.disabled')).toBe(
      'a arrêté les envois vers l’adresse de réception «\u00a0SIRH\u00a0»',
    )
  })
})
