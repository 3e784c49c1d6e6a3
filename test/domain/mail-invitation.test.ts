import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import { type Invitation, invitation } from '#gateways/calendar.ts'
import type { OutgoingMail } from '#gateways/mail.ts'
import { cloudflareMailer } from '#gateways/mail-cloudflare.ts'

const ORGANISER = { name: 'Regards croisés', email: 'binome@armorique.example' }

const SESSION: Invitation = {
  method: 'REQUEST',
  uid: 'ses_1@binome.armorique.example',
  sequence: 3,
  stamp: Date.parse('2026-03-02T09:00:00Z'),
  startsAt: Date.parse('2026-03-12T09:00:00Z'),
  minutes: 60,
  summary: 'Séance Binôme avec Maëlle 😀',
  description: 'Préparer trois questions, c’est assez.',
  place: 'Salle Ouessant',
  url: null,
  organiser: ORGANISER,
  attendees: [{ name: 'Maëlle', email: 'maelle@armorique.example' }],
  language: 'fr',
}

const INVITE = invitation(SESSION)

const MAIL: OutgoingMail = {
  id: 'mai_1',
  mails: ['mai_1'],
  from: ORGANISER.email,
  organisation: 'Armorique',
  to: 'maelle@armorique.example',
  language: 'fr',
  words: { subject: 'Votre séance est prévue', paragraphs: ['À jeudi.'], action: null },
  attachment: { name: 'invite.ics', type: 'text/calendar; method=REQUEST; charset=UTF-8', content: INVITE },
  unsubscribe: null,
  at: 0,
}

type Sent = Parameters<SendEmail['send']>[0] & {
  attachments?: { filename: string; type: string; content: string; disposition: string }[]
}

/** What the mail service is handed. */
async function handOver(mail: OutgoingMail): Promise<Sent> {
  const sent: Sent[] = []
  const binding = { send: async (message: Sent) => void sent.push(message) } as unknown as SendEmail
  expect(await cloudflareMailer(binding).send(mail)).toMatchObject({ outcome: 'accepted' })
  return sent[0] as Sent
}

it('an invitation goes along as a file that calendars know, by its method', async () => {
  const { attachments } = await handOver(MAIL)
  expect(attachments?.map(({ filename, type, disposition }) => [filename, type, disposition])).toEqual([
    ['invite.ics', 'text/calendar; method=REQUEST; charset=UTF-8', 'attachment'],
  ])
})

it('a mail without an invitation carries no file', async () => {
  expect((await handOver({ ...MAIL, attachment: null })).attachments).toBeUndefined()
})

it('a mail program reads the same invitation out of the parts', async () => {
  const { attachments = [] } = await handOver(MAIL)
  const [file] = attachments
  const mime = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="limit"',
    '',
    '--limit',
    'Content-Type: text/plain; charset=UTF-8',
    '',
    'text',
    '--limit',
    `Content-Type: ${file?.type}; name="${file?.filename}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: ${file?.disposition}; filename="${file?.filename}"`,
    '',
    ...(file?.content.match(/.{1,76}/g) ?? []),
    '--limit--',
  ].join('\r\n')
  const read = await PostalMime.parse(mime)
  expect(read.attachments.map(({ filename, mimeType, method }) => [filename, mimeType, method])).toEqual([
    ['invite.ics', 'text/calendar', 'REQUEST'],
  ])
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    read.attachments[0]?.content as ArrayBuffer,
  )
  // The reader hands text on with the line ends of its own machine.
  expect(text.replace(/\r?\n/g, '\r\n')).toBe(INVITE)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
  expect([event.summary, event.sequence]).toEqual(['Séance Binôme avec Maëlle 😀', 3])
})

it('a session that is planned, moved and called off is one thing to every calendar, in the order of its numbers', async () => {
  const steps = [
    { method: 'REQUEST', sequence: 0 },
    { method: 'REQUEST', sequence: 1 },
    { method: 'CANCEL', sequence: 2 },
  ] as const
  const seen: unknown[] = []
  for (const { method, sequence } of steps) {
    const content = invitation({ ...SESSION, method, sequence })
    const type = `text/calendar; method=${method}; charset=UTF-8`
    const { attachments } = await handOver({ ...MAIL, attachment: { name: 'invite.ics', type, content } })
    const bytes = Uint8Array.from(atob(attachments?.[0]?.content ?? ''), (letter) => letter.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    const calendar = new ICAL.Component(ICAL.parse(text))
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
    expect(attachments?.[0]?.type).toContain(`method=${calendar.getFirstPropertyValue('method')}`)
    expect(String(event.organizer).toLowerCase()).toBe(`mailto:${ORGANISER.email}`)
    seen.push([event.uid, event.sequence, event.component.getFirstPropertyValue('status')])
  }
  expect(seen).toEqual([
    [SESSION.uid, 0, 'CONFIRMED'],
    [SESSION.uid, 1, 'CONFIRMED'],
    [SESSION.uid, 2, 'CANCELLED'],
  ])
})
