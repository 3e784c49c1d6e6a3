import type { Language } from '#domain/language.ts'

/** What a calendar in the browser is told of a session. Instants are epoch ms. */
export interface LinkedSession {
  startsAt: number
  minutes: number
  summary: string
  description: string | null
  place: string | null
}

const LABELS = {
  fr: { google: 'Ajouter à Google Agenda', outlook: 'Ajouter à Outlook' },
  en: { google: 'Add to Google Calendar', outlook: 'Add to Outlook' },
}

/** Links that open a calendar in the browser with the session filled in; nothing is added before the person says so. */
export function calendarLinks(session: LinkedSession, language: Language): { label: string; href: string }[] {
  const { startsAt, minutes, summary, description, place } = session
  const [start, end] = [startsAt, startsAt + minutes * 60_000].map(
    (at) => `${new Date(at).toISOString().slice(0, 19)}Z`,
  ) as [string, string]
  const compact = (instant: string) => instant.replace(/[-:]/g, '')
  const { google, outlook } = LABELS[language]
  return [
    {
      label: google,
      href: address('https://calendar.google.com/calendar/render', {
        action: 'TEMPLATE',
        text: summary,
        dates: `${compact(start)}/${compact(end)}`,
        details: description,
        location: place,
      }),
    },
    {
      label: outlook,
      href: address('https://outlook.office.com/calendar/0/deeplink/compose', {
        path: '/calendar/action/compose',
        rru: 'addevent',
        subject: summary,
        startdt: start,
        enddt: end,
        body: description,
        location: place,
      }),
    },
  ]
}

/** Spaces as `%20`: Outlook shows a plus sign as it is. */
function address(base: string, parts: Record<string, string | null>): string {
  const query = Object.entries(parts)
    .filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
  return `${base}?${query.join('&')}`
}
