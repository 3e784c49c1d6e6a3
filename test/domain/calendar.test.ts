import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { toWallClock } from '#domain/local-time.ts'
import { feed, type Invitation, invitation } from '#gateways/calendar.ts'
import { calendarLinks } from '#pages/calendar-links.ts'

const SESSION: Invitation = {
  method: 'REQUEST',
  uid: 'ses_1@binome.armorique.example',
  sequence: 0,
  stamp: Date.parse('2026-03-02T09:00:00Z'),
  startsAt: Date.parse('2026-03-12T09:00:00Z'),
  minutes: 60,
  summary: 'Séance Binôme avec Yann Le Goff',
  description: 'Troisième séance',
  place: 'Salle Ouessant',
  url: 'https://binome.armorique.example/fr/me/pairs/pai_1/',
  organiser: { name: 'Regards croisés', email: 'binome@armorique.example' },
  attendees: [
    { name: 'Yann Le Goff', email: 'yann@armorique.example' },
    { name: 'Anne Riou', email: 'anne@armorique.example' },
  ],
  language: 'fr',
}

const asInvited = (changes: Partial<Invitation> = {}) => invitation({ ...SESSION, ...changes })

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent')
  return { calendar, events, event: new ICAL.Event(events[0] as ICAL.Component) }
}

/** What a calendar program keeps: per UID the highest SEQUENCE, and nothing of what was cancelled (RFC 5546 §2.1.4). */
function keep(texts: readonly string[]): Map<string, ICAL.Event> {
  const kept = new Map<string, ICAL.Event>()
  const seen = new Map<string, number>()
  for (const text of texts) {
    const { calendar, event } = read(text)
    if (event.sequence < (seen.get(event.uid) ?? 0)) continue
    seen.set(event.uid, event.sequence)
    if (calendar.getFirstPropertyValue('method') === 'CANCEL') kept.delete(event.uid)
    else kept.set(event.uid, event)
  }
  return kept
}

describe('an invitation is what calendars expect (RFC 5545, RFC 5546)', () => {
  it('asks both for an answer, in the name of the programme', () => {
    const { calendar, events, event } = read(asInvited())
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(events).toHaveLength(1)
    expect([event.uid, event.sequence, event.summary, event.description, event.location]).toEqual([
      SESSION.uid,
      0,
      SESSION.summary,
      SESSION.description,
      SESSION.place,
    ])
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event.component.getFirstPropertyValue('url')).toBe(SESSION.url)
    expect(String(event.component.getFirstPropertyValue('dtstamp'))).toBe('2026-03-02T09:00:00Z')
    const organiser = event.component.getFirstProperty('organizer')
    expect([String(organiser?.getFirstValue()).toLowerCase(), organiser?.getParameter('cn')]).toEqual([
      'mailto:binome@armorique.example',
      'Regards croisés',
    ])
    expect(
      event.attendees.map((attendee) => [
        String(attendee.getFirstValue()).toLowerCase(),
        ...['cn', 'partstat', 'rsvp', 'role'].map((name) => attendee.getParameter(name)),
      ]),
    ).toEqual([
      ['mailto:yann@armorique.example', 'Yann Le Goff', 'NEEDS-ACTION', 'TRUE', 'REQ-PARTICIPANT'],
      ['mailto:anne@armorique.example', 'Anne Riou', 'NEEDS-ACTION', 'TRUE', 'REQ-PARTICIPANT'],
    ])
    expect(event.component.getAllSubcomponents('valarm')).toEqual([])
  })

  it('an update replaces it and a cancellation removes it', () => {
    const moved = asInvited({ sequence: 1, startsAt: SESSION.startsAt + 86_400_000 })
    const one = keep([asInvited(), moved])
    expect(one.size).toBe(1)
    expect(one.get(SESSION.uid)?.startDate.toJSDate().toISOString()).toBe('2026-03-13T09:00:00.000Z')
    const cancelled = asInvited({ method: 'CANCEL', sequence: 2 })
    expect(keep([asInvited(), moved, cancelled]).size).toBe(0)
    expect(keep([cancelled, moved]).size, 'an older update does not bring it back').toBe(0)
    expect(read(cancelled).event.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(keep([asInvited(), asInvited({ uid: 'ses_2@binome.armorique.example' })]).size).toBe(2)
  })

  it.each([
    ['Europe/Paris', '2026-03-28T09:00:00Z', '2026-03-28T10:00', 'the day before the clocks go forward'],
    ['Europe/Paris', '2026-03-29T08:00:00Z', '2026-03-29T10:00', 'last Sunday of March'],
    ['Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-25T02:30', 'the first half past two of the long night'],
    ['Europe/Paris', '2026-10-25T01:30:00Z', '2026-10-25T02:30', 'the second half past two'],
    ['Europe/Paris', '2026-10-26T09:00:00Z', '2026-10-26T10:00', 'the Monday after'],
    ['America/New_York', '2026-03-08T06:30:00Z', '2026-03-08T01:30', 'before the hour that is skipped'],
    ['America/New_York', '2026-03-08T07:30:00Z', '2026-03-08T03:30', 'after it'],
    ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01T01:30', 'the first half past one'],
    ['America/New_York', '2026-11-01T06:30:00Z', '2026-11-01T01:30', 'the second half past one'],
    ['Asia/Tokyo', '2026-03-29T01:00:00Z', '2026-03-29T10:00', 'where clocks never change'],
    ['Asia/Tokyo', '2026-10-25T01:00:00Z', '2026-10-25T10:00', 'nor in autumn'],
  ])('in %s the session of %s is read as %s: %s', (zone, startsAt, local) => {
    const text = asInvited({ startsAt: Date.parse(startsAt), minutes: 90 })
    const { event } = read(text)
    expect(toWallClock(event.startDate.toJSDate().getTime(), zone)).toBe(local)
    expect(event.duration.toSeconds()).toBe(90 * 60)
    expect(text).not.toMatch(/TZID|VTIMEZONE/)
  })

  it('an hour across the clock change lasts an hour', () => {
    const { event } = read(asInvited({ startsAt: Date.parse('2026-03-29T00:30:00Z') }))
    const [start, end] = [event.startDate, event.endDate].map((time) => time.toJSDate().getTime())
    expect([toWallClock(start!, 'Europe/Paris'), toWallClock(end!, 'Europe/Paris')]).toEqual([
      '2026-03-29T01:30',
      '2026-03-29T03:30',
    ])
    expect(end! - start!).toBe(3_600_000)
  })
})

const STRANGE = [
  'Zoë-Maëlle d’Orléans, née Ker; "Bob" \\ Mac',
  'Ænima 😀👩‍🚀 日本語 ñ',
  'O\\nNeill',
  '^quoted^ name^n',
  'a:b;c=d,e',
  '—'.repeat(70),
]

/** Words that would be properties of their own, if a line break let them. */
const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\u000b', '\r\n ', '\\n\r\n', '"\r\n', '^n\r\n']

function lines(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true)
  return text.slice(0, -2).split('\r\n')
}

const propertiesOf = (text: string) =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => line.split(/[:;]/)[0])

describe('whatever people write stays text', () => {
  it.each(STRANGE)('%s is read back as it was written', (text) => {
    const { event } = read(
      asInvited({
        summary: text,
        place: text,
        description: text,
        attendees: [{ name: text, email: 'z@e.example' }],
      }),
    )
    expect([event.summary, event.location, event.description]).toEqual([text, text, text])
    // The reader takes a backslash before an n for a line break, in names as well (RFC 5545 §3.2 knows no such thing).
    expect(event.attendees[0]?.getParameter('cn')).toBe(text.replace('\\n', '\n'))
  })

  it('a description of two hundred characters over several lines survives', () => {
    const description = `À préparer\u00a0: ${'é😀, '.repeat(48)}\n\nFin.`
    expect(read(asInvited({ description })).event.description).toBe(description)
  })

  it('no line is longer than 75 octets, and none is cut within a character', () => {
    for (const text of [...STRANGE, '😀'.repeat(100), 'é'.repeat(200), 'x'.repeat(500)]) {
      const whole = asInvited({
        summary: text,
        description: text,
        place: text,
        attendees: [{ name: text, email: `${'z'.repeat(64)}@${'e'.repeat(60)}.example` }],
      })
      const bytes = new TextEncoder().encode(whole)
      expect(
        Math.max(...lines(whole).map((line) => new TextEncoder().encode(line).length)),
      ).toBeLessThanOrEqual(75)
      for (const line of splitBytes(bytes))
        new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
      expect(whole.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    }
  })

  it.each(BREAKS)('a break %j makes no property of what follows it', (mark) => {
    const evil = (name: string) => `Before${mark}${name}:mailto:evil@example.org${mark}END:VEVENT`
    const text = asInvited({
      summary: evil('ATTENDEE'),
      description: evil('ATTENDEE'),
      place: evil('X-ALT-DESC'),
      uid: evil('ATTENDEE'),
      organiser: { name: evil('ATTENDEE'), email: `o@e.example${mark}ATTENDEE:mailto:evil@example.org` },
      attendees: [{ name: evil('ATTENDEE'), email: `a@e.example${mark}ATTENDEE:mailto:evil@example.org` }],
    })
    expect(propertiesOf(text)).toEqual(propertiesOf(asInvited({ attendees: SESSION.attendees.slice(0, 1) })))
    const { events, event } = read(text)
    expect([events.length, event.attendees.length]).toEqual([1, 1])
    const named = feed({ name: evil('ATTENDEE'), language: 'en', events: [] })
    expect(propertiesOf(named)).toEqual(propertiesOf(feed({ name: 'Mine', language: 'en', events: [] })))
    expect(read(named).calendar.getFirstPropertyValue('x-wr-calname')).toContain('Before')
  })

  it('a name that closes its quotes gains no parameter', () => {
    const name = 'Eve";ROLE=CHAIR;X="'
    const attendee = read(asInvited({ attendees: [{ name, email: 'eve@e.example' }] })).event.attendees[0]
    expect([attendee?.getParameter('cn'), attendee?.getParameter('role')]).toEqual([name, 'REQ-PARTICIPANT'])
  })

  it('half a character and control characters are left out rather than sent', () => {
    const text = asInvited({ summary: `A\ud83dB\u0000C\u0007D`, description: null, place: null, url: null })
    expect(text.replace(/\r\n/g, '')).not.toMatch(/\p{Cc}/u)
    expect(read(text).event.summary).toBe('A\ufffdBCD')
  })

  it('a person without a name is called by their address', () => {
    const attendee = read(asInvited({ attendees: [{ name: ' ', email: 'z@e.example' }] })).event.attendees[0]
    expect(attendee?.getParameter('cn')).toBe('z@e.example')
  })
})

function splitBytes(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = []
  let start = 0
  bytes.forEach((byte, at) => {
    if (byte !== 10) return
    found.push(bytes.subarray(start, at + 1))
    start = at + 1
  })
  return found
}

describe('a calendar to subscribe to', () => {
  const {
    method: _method,
    organiser: _organiser,
    attendees: _attendees,
    language: _language,
    ...event
  } = SESSION

  it('asks nothing of anybody, and rings half an hour before what is planned', () => {
    const text = feed({
      name: 'Mes séances, à moi',
      language: 'fr',
      events: [
        { ...event, isPlanned: true, alarmMinutes: 30 },
        { ...event, uid: 'ses_2@x', isPlanned: false, alarmMinutes: null },
      ],
    })
    const { calendar, events } = read(text)
    expect(calendar.getFirstPropertyValue('method')).toBeNull()
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain('Mes séances')
    expect(events.map((one) => one.getFirstPropertyValue('status'))).toEqual(['CONFIRMED', 'TENTATIVE'])
    expect(events.map((one) => one.getAllSubcomponents('valarm').length)).toEqual([1, 0])
    const alarm = events[0]?.getFirstSubcomponent('valarm')
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT30M')
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/)
  })

  it('is a calendar as well while nothing is in it', () => {
    expect(read(feed({ name: 'Mine', language: 'en', events: [] })).events).toEqual([])
  })
})

describe('links that open a calendar in the browser', () => {
  it('carry the session in universal time, with every character safe in an address', () => {
    const links = calendarLinks(
      { ...SESSION, summary: 'Séance & co + "Zoé" #1', description: 'a\nb', place: null },
      'fr',
    )
    expect(links.map(({ label }) => label)).toEqual(['Ajouter à Google Agenda', 'Ajouter à Outlook'])
    const [google, outlook] = links.map(({ href }) => new URL(href))
    expect(google?.searchParams.get('dates')).toBe('20260312T090000Z/20260312T100000Z')
    expect(google?.searchParams.get('text')).toBe('Séance & co + "Zoé" #1')
    expect(google?.searchParams.has('location')).toBe(false)
    expect([outlook?.searchParams.get('startdt'), outlook?.searchParams.get('enddt')]).toEqual([
      '2026-03-12T09:00:00Z',
      '2026-03-12T10:00:00Z',
    ])
    expect(outlook?.searchParams.get('body')).toBe('a\nb')
    for (const { href } of links) expect(href).not.toMatch(/[\s"<>+]/)
  })
})
