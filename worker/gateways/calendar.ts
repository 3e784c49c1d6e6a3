import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import type { Language } from '#domain/language.ts'

const MINUTE_MS = 60_000

/** How often a calendar program is asked to read a feed again. */
const REFRESH_S = 3600

/** One meeting, as calendars know it. Instants are epoch ms and written in UTC: each calendar shows its own zone. */
export interface CalendarEvent {
  /** The same for as long as the meeting is known, such as `ses_1@binome.example.org` (RFC 7986 §5.3). */
  uid: string
  /** Goes up with each change that calendars must hear of (RFC 5545 §3.8.7.4). */
  sequence: number
  /** When this was written or last changed (DTSTAMP). */
  stamp: number
  startsAt: number
  minutes: number
  summary: string
  description: string | null
  place: string | null
  url: string | null
}

export interface CalendarPerson {
  name: string
  email: string
}

export interface Invitation extends CalendarEvent {
  method: 'REQUEST' | 'CANCEL'
  organiser: CalendarPerson
  attendees: readonly CalendarPerson[]
  language: Language
}

export interface FeedEvent extends CalendarEvent {
  /** Both agreed; a time that is only proposed is shown as tentative. */
  isPlanned: boolean
  /** How long before the start the calendar rings; null for never. */
  alarmMinutes: number | null
}

/**
 * An invitation to a meeting, or its withdrawal, as the text of an iCalendar object (RFC 5545) for a mail (RFC 5546
 * §3.2.2, §3.2.5): the same UID with a higher SEQUENCE replaces, CANCEL removes. Whatever people wrote stays text.
 */
export function invitation({ method, organiser, attendees, language, ...event }: Invitation): string {
  const isRequest = method === 'REQUEST'
  const calendar = newCalendar(language)
  calendar.method(isRequest ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL)
  calendar.createEvent({
    ...described(event),
    status: isRequest ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: person(organiser),
    attendees: attendees.map((attendee) => ({
      ...person(attendee),
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: isRequest,
    })),
  })
  return written(calendar)
}

/** Somebody’s meetings as a calendar to subscribe to: no METHOD, for nothing is asked of anybody (RFC 5545 §3.7.2). */
export function feed({
  name,
  events,
  language,
}: {
  name: string
  events: readonly FeedEvent[]
  language: Language
}): string {
  const calendar = newCalendar(language)
  // Written by the library as it stands, unlike what stands in an event.
  calendar.name(inOneLine(name).replace(/[\\;,]/g, '\\$&'))
  calendar.ttl(REFRESH_S)
  for (const { isPlanned, alarmMinutes, ...event } of events) {
    calendar.createEvent({
      ...described(event),
      status: isPlanned ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      alarms:
        alarmMinutes === null ? [] : [{ type: ICalAlarmType.display, triggerBefore: alarmMinutes * 60 }],
    })
  }
  return written(calendar)
}

function newCalendar(language: Language): ICalCalendar {
  return ical({ prodId: { company: 'Binome', product: 'Binome', language: language.toUpperCase() } })
}

function written(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`
}

function described(event: CalendarEvent): ICalEventData {
  const { uid, sequence, stamp, startsAt, minutes, summary, description, place, url } = event
  return {
    id: inOneLine(uid),
    sequence,
    stamp: new Date(stamp),
    start: new Date(startsAt),
    end: new Date(startsAt + minutes * MINUTE_MS),
    summary: inOneLine(summary),
    description: description === null ? null : withoutControls(description),
    location: place === null ? null : { title: inOneLine(place) },
    url: url === null ? null : new URL(url).href.replace(/[,;]/g, encodeURIComponent),
  }
}

function person({ name, email }: CalendarPerson): { name: string; email: string } {
  const address = email.replace(/[\s,;:"<>\\]|\p{Cc}/gu, encodeURIComponent)
  return { name: inOneLine(name) || address, email: address }
}

/** Every line break is written as `\n`; other control characters have no place in a calendar (RFC 5545 §3.1). */
function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
}

function inOneLine(text: string): string {
  return withoutControls(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}
