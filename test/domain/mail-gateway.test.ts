import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { MAIL_TEMPLATES, mailWords } from '#domain/mail.ts'
import { readCloudflareEvent, readResendEvent } from '#domain/mail-event.ts'
import { invitation } from '#gateways/calendar.ts'
import { asHtml, asText, headersOf, type OutgoingMail, subjectOf } from '#gateways/mail.ts'
import { cloudflareMailer } from '#gateways/mail-cloudflare.ts'
import { resendMailer } from '#gateways/mail-resend.ts'
import { type Bindings, readSettings } from '../../worker/settings.ts'

const MAIL: OutgoingMail = {
  id: 'mai_1',
  mails: ['mai_1'],
  from: 'binome@armorique.example',
  organisation: 'Armorique «\u00a0& fils\u00a0» <"x">',
  to: 'maelle@armorique.example',
  language: 'fr',
  words: {
    subject: 'Votre séance\r\nBcc: tous@armorique.example',
    paragraphs: ['À jeudi, <b>Yann</b>.'],
    lines: ['Un point'],
    links: [
      { label: 'Une chose', href: 'https://binome.example.org/1' },
      { label: 'Une autre', href: '' },
    ],
    action: { label: 'Ouvrir', href: 'https://binome.example.org/fr/me/' },
  },
  attachment: null,
  unsubscribe: null,
  at: 0,
}

const STOP = 'https://binome.example.org/api/v1/unsubscriptions/per_1.x'

/** Facts for any template: each says its own name. */
const FACTS = new Proxy<Record<string, string>>(
  {},
  { get: (_, name) => (name === 'link' ? 'https://binome.example.org/here' : String(name)) },
)

describe('a mail, whoever carries it', () => {
  it('has text and HTML that say the same, for every template in both languages', () => {
    for (const template of MAIL_TEMPLATES) {
      for (const language of ['fr', 'en'] as const) {
        const words = mailWords(template, language, FACTS)
        const mail = { ...MAIL, language, words }
        const text = asText(mail)
        const html = asHtml(mail)
        expect(words.subject.length, template).toBeGreaterThan(5)
        expect(html).toContain(`<html lang="${language}">`)
        for (const paragraph of words.paragraphs) {
          expect(text).toContain(paragraph)
          expect(unescaped(html)).toContain(paragraph)
        }
        if (words.action) for (const part of [text, html]) expect(part).toContain(words.action.href)
        expect(text + html).not.toMatch(/undefined|\[object/)
      }
    }
  })

  it('says what it is, and carries a way to stop it where it comes regularly (RFC 8058)', () => {
    expect(headersOf(MAIL)).toEqual({ 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' })
    const regular = { ...MAIL, unsubscribe: STOP }
    expect(headersOf(regular)).toMatchObject({
      'List-Unsubscribe': `<${STOP}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    for (const part of [asText(regular), asHtml(regular)]) expect(part).toContain(STOP)
    expect(asText(MAIL)).not.toContain('Ne plus recevoir')
  })

  it('stays text: what people wrote is neither markup nor a header', () => {
    expect(asHtml(MAIL)).not.toContain('<b>Yann')
    expect(subjectOf(MAIL)).toBe('Votre séance Bcc: tous@armorique.example')
    expect(asText(MAIL)).toContain('- Une chose\u00a0: https://binome.example.org/1\n- Une autre\n')
  })
})

function unescaped(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

describe('Cloudflare', () => {
  const failing = (error: unknown) =>
    cloudflareMailer({ send: () => Promise.reject(error) } as unknown as SendEmail)

  it('says by a code why it did not take a mail; without one nobody knows', async () => {
    const cases = {
      E_RECIPIENT_SUPPRESSED: 'suppressed',
      E_RATE_LIMIT_EXCEEDED: 'throttled',
      E_DAILY_LIMIT_EXCEEDED: 'throttled',
      E_SENDER_NOT_VERIFIED: 'refused',
      E_VALIDATION_ERROR: 'refused',
      E_INTERNAL_SERVER_ERROR: 'uncertain',
      E_DELIVERY_FAILED: 'uncertain',
      ECONNRESET: 'uncertain',
    }
    for (const [code, outcome] of Object.entries(cases)) {
      const answer = await failing(Object.assign(new Error('no'), { code })).send(MAIL)
      expect([code, answer]).toEqual([code, { outcome, messageId: null }])
    }
    expect((await failing(new Error('Network connection lost.')).send(MAIL)).outcome).toBe('uncertain')
    expect((await failing('nothing').send({ ...MAIL, to: 'nobody' })).outcome).toBe('address')
  })

  it('gives the id of the message, and does not know a mail again', async () => {
    const mailer = cloudflareMailer({
      send: async () => ({ messageId: '<1@x>' }),
    } as unknown as SendEmail)
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'accepted', messageId: '<1@x>' })
    expect(mailer.isIdempotent).toBe(false)
  })

  it('tells later of mailboxes that are gone; what passes is not held against anybody', () => {
    const payload = { recipient: 'a@b.example' }
    const event = (what: string, more = {}) => ({
      type: `cf.email.sending.message.${what}`,
      payload: { ...payload, ...more },
    })
    expect(readCloudflareEvent(event('bounced', { bounce: { type: 'hard' } }))).toEqual([
      { address: 'a@b.example', reason: 'bounced' },
    ])
    for (const other of [
      event('bounced', { bounce: { type: 'soft' } }),
      event('deferred'),
      event('failed'),
      event('rejected', { rejection: { reason: 'spam' } }),
      { type: 'cf.email.sending.message.complained' },
      null,
      7,
    ]) {
      expect(readCloudflareEvent(other)).toEqual([])
    }
    expect(readResendEvent({ type: 'email.complained', data: { to: ['a@b.example', 7] } })).toEqual([
      { address: 'a@b.example', reason: 'complained' },
    ])
  })
})

describe('the HTTP provider', () => {
  const asked: { url: string; init: RequestInit }[] = []
  const answering = (status: number, body: unknown) =>
    resendMailer('re_secret', (async (url: string, init: RequestInit) => {
      asked.push({ url, init })
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
    }) as typeof fetch)

  it('is handed the mail under its id, with the invitation and the headers', async () => {
    const invite = invitation({
      method: 'CANCEL',
      uid: 'ses_1@binome.example.org',
      sequence: 2,
      stamp: 0,
      startsAt: Date.parse('2026-03-12T09:00:00Z'),
      minutes: 60,
      summary: 'Séance',
      description: null,
      place: null,
      url: null,
      organiser: { name: 'Regards croisés', email: MAIL.from },
      attendees: [{ name: 'Maëlle', email: MAIL.to }],
      language: 'fr',
    })
    const type = 'text/calendar; method=CANCEL; charset=UTF-8'
    const answer = await answering(200, { id: '49a3999c' }).send({
      ...MAIL,
      unsubscribe: STOP,
      attachment: { name: 'invite.ics', type, content: invite },
    })
    expect(answer).toEqual({ outcome: 'accepted', messageId: '49a3999c' })
    const { url, init } = asked.at(-1)!
    const body = JSON.parse(init.body as string)
    expect(url).toBe('https://api.resend.com/emails')
    expect(init.headers).toMatchObject({ 'idempotency-key': 'mai_1', authorization: 'Bearer re_secret' })
    expect(body).toMatchObject({
      to: [MAIL.to],
      from: '"Armorique «\u00a0& fils\u00a0»   x" <binome@armorique.example>',
      subject: 'Votre séance Bcc: tous@armorique.example',
      headers: { 'List-Unsubscribe': `<${STOP}>`, 'Content-Language': 'fr' },
      attachments: [{ filename: 'invite.ics', content_type: type }],
    })
    const bytes = Uint8Array.from(atob(body.attachments[0].content), (letter) => letter.charCodeAt(0))
    expect(
      new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes))).getFirstPropertyValue('method'),
    ).toBe('CANCEL')
  })

  it('refuses for good, for now, or without saying what became of the mail', async () => {
    const cases: [number, unknown, string][] = [
      [422, { name: 'validation_error', message: 'Invalid `to` field.' }, 'address'],
      [422, { name: 'missing_required_field', message: 'Missing `subject`.' }, 'refused'],
      [400, { name: 'invalid_idempotency_key', message: 'Too long.' }, 'refused'],
      [401, { name: 'missing_api_key', message: '' }, 'refused'],
      [403, { name: 'validation_error', message: 'The domain is not verified.' }, 'refused'],
      [429, { name: 'rate_limit_exceeded', message: '' }, 'throttled'],
      [409, { name: 'concurrent_idempotent_requests', message: '' }, 'uncertain'],
      [409, { name: 'invalid_idempotent_request', message: '' }, 'uncertain'],
      [422, { name: 'invalid_idempotent_request', message: '' }, 'uncertain'],
      [500, { name: 'application_error', message: '' }, 'uncertain'],
      [502, '<html>Bad gateway</html>', 'uncertain'],
      [302, '', 'uncertain'],
    ]
    for (const [status, body, outcome] of cases) {
      expect([status, await answering(status, body).send(MAIL)]).toEqual([
        status,
        { outcome, messageId: null },
      ])
    }
    const lost = resendMailer('re_secret', () => Promise.reject(new TypeError('fetch failed')))
    expect([(await lost.send(MAIL)).outcome, lost.isIdempotent]).toEqual(['uncertain', true])
    // Taken, though the answer cannot be read.
    expect(await answering(200, 'ok').send(MAIL)).toEqual({ outcome: 'accepted', messageId: null })
  })
})

describe('the settings of mail', () => {
  const environment = {
    BASE_URL: 'https://binome.example.com',
    MAIL_FROM: 'binome@example.com',
    BETTER_AUTH_SECRET: 'a secret of thirty-two letters or more',
  } as Bindings

  it('are those of Cloudflare unless told, and what does not go together is named', () => {
    expect(readSettings(environment)).toMatchObject({
      mail: { provider: 'cloudflare' },
      mailEventsSecret: null,
    })
    const resend = { ...environment, MAIL_PROVIDER: 'resend', MAIL_API_KEY: 're_1' }
    expect(readSettings(resend).mail).toEqual({ provider: 'resend', apiKey: 're_1' })
    expect(() => readSettings({ ...environment, MAIL_PROVIDER: 'resend' })).toThrow('needs MAIL_API_KEY')
    expect(() => readSettings({ ...environment, MAIL_API_KEY: 're_1' })).toThrow(
      'without MAIL_PROVIDER=resend',
    )
    expect(() => readSettings({ ...environment, MAIL_PROVIDER: 'pigeon' })).toThrow('cloudflare or resend')
    expect(() => readSettings({ ...environment, MAIL_EVENTS_SECRET: 'secret' })).toThrow('MAIL_EVENTS_SECRET')
  })
})
