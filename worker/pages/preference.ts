import type { CalendarFeedShown, PreferencesShown } from '#contract/preference.ts'
import type { Language } from '#domain/language.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment } from './fragment.ts'
import { ownPage } from './own-page.ts'
import type { PouredPage } from './page.ts'
import { PREFERENCE_WORDS } from './preference-words.ts'
import { zoneOptions } from './time-zone.ts'

type FeedKind = CalendarFeedShown['kind']

const KINDS: readonly FeedKind[] = ['own', 'assistant']

export interface PreferenceView {
  preferences: PreferencesShown
  feeds: readonly CalendarFeedShown[]
  /** The calendar that was just made, with its address, shown this once. */
  created: { kind: FeedKind; address: string } | null
  /** What was just done, to be said at the top. */
  told: 'saved' | 'withdrawn' | null
  /** The zone in which days are told, and the instant (epoch ms) whose offsets are shown. */
  timeZone: string
  now: number
}

/** How somebody wants to be written to, and the calendars that they may read elsewhere. */
export function preferencePage(view: PreferenceView, language: Language): PouredPage {
  const words = PREFERENCE_WORDS[language]
  return ownPage({
    language,
    title: words.title,
    path: 'me/preferences/',
    body: fragment`${view.told ? fragment`<div class="notice" role="status"><p>${words[view.told]}</p></div>` : null}<p class="lead">${words.lead}</p>
      ${writingSection(view, language)}
      ${calendarSection(view, language)}
      <section class="stack" aria-labelledby="data"><h2 id="data">${words.data.title}</h2><p>${words.data.text}</p><p><a href="/api/v1/me/export" download="binome.json">${words.data.export}</a></p><p><a href="/${language}/me/erasure/">${words.data.erase}</a></p></section>`,
    back: { href: `/${language}/me/`, label: words.back },
  })
}

function writingSection({ preferences, now }: PreferenceView, language: Language): Fragment {
  const words = PREFERENCE_WORDS[language].writing
  const { time_zone, reminders, quiet_from, quiet_to } = preferences
  const answers = [
    ['yes', words.remindersYes, reminders],
    ['no', words.remindersNo, !reminders],
  ] as const
  return fragment`<section class="stack" aria-labelledby="messages"><h2 id="messages">${words.title}</h2>
    <form class="stack" method="post" action="/api/v1/me/preferences">
      <input type="hidden" name="language" value="${language}">
      <div class="field"><label for="time_zone">${words.zone}</label><p class="hint" id="time_zone-hint">${words.zoneHelp}</p><select class="input" id="time_zone" name="time_zone" aria-describedby="time_zone-hint">${zoneOptions(time_zone, now, language)}</select></div>
      <div class="field"><label for="reminders">${words.reminders}</label><p class="hint" id="reminders-hint">${words.remindersHelp}</p><select class="input" id="reminders" name="reminders" aria-describedby="reminders-hint">${answers.map(([value, label, isChosen]) => option(value, label, isChosen))}</select></div>
      <fieldset class="stack" aria-describedby="quiet-hint"><legend class="label">${words.quiet}</legend><p class="hint" id="quiet-hint">${words.quietHelp}</p>
        <div class="time-fields">${hourField('quiet_from', words.from, quiet_from, language)}${hourField('quiet_to', words.to, quiet_to, language)}</div>
      </fieldset>
      <p><button class="button" type="submit">${words.save}</button></p>
    </form>
  </section>`
}

function hourField(name: string, label: string, chosen: number, language: Language): Fragment {
  const hours = Array.from({ length: 24 }, (_, hour) =>
    option(
      String(hour),
      language === 'fr' ? `${hour}\u00a0h` : `${String(hour).padStart(2, '0')}:00`,
      hour === chosen,
    ),
  )
  return fragment`<div class="field"><label for="${name}">${label}</label><select class="input" id="${name}" name="${name}">${hours}</select></div>`
}

function option(value: string, label: string, isChosen: boolean): Fragment {
  return fragment`<option value="${value}"${isChosen ? fragment` selected` : null}>${label}</option>`
}

function calendarSection(view: PreferenceView, language: Language): Fragment {
  const words = PREFERENCE_WORDS[language].calendars
  return fragment`<section class="stack" aria-labelledby="calendars"><h2 id="calendars">${words.title}</h2><p>${words.text}</p>
    ${KINDS.map((kind) => calendarCard(kind, view, language))}</section>`
}

function calendarCard(kind: FeedKind, view: PreferenceView, language: Language): Fragment {
  const words = PREFERENCE_WORDS[language].calendars
  const { title, text } = words.kind[kind]
  const feed = view.feeds.find((one) => one.kind === kind)
  const id = `calendar-${kind}`
  return fragment`<article class="card stack" aria-labelledby="${id}"><h3 id="${id}">${title}</h3><p>${text}</p>
    ${view.created?.kind === kind ? createdNotice(id, view.created.address, language) : null}
    <p class="muted">${feed ? words.since(sayDayOf(feed.created_at, view.timeZone, language)) : words.none}</p>
    ${feed ? fragment`<p class="hint">${words.replaceHelp}</p>` : null}
    <div class="cluster">
      <form method="post" action="/api/v1/me/calendar-feeds"><input type="hidden" name="language" value="${language}"><input type="hidden" name="kind" value="${kind}"><button class="button button-quiet" type="submit">${feed ? words.replace : words.create}<span class="visually-hidden">${words.of(title)}</span></button></form>
      ${feed ? fragment`<form method="post" action="/api/v1/me/calendar-feeds/${kind}/withdrawal"><input type="hidden" name="language" value="${language}"><button class="link-button" type="submit">${words.withdraw}<span class="visually-hidden">${words.of(title)}</span></button></form>` : null}
    </div>
  </article>`
}

function createdNotice(id: string, address: string, language: Language): Fragment {
  const words = PREFERENCE_WORDS[language].calendars
  return fragment`<div class="notice" role="status" tabindex="-1" autofocus><p><strong>${words.created}</strong></p>
    <div class="field"><label for="${id}-address">${words.address}</label><input class="input" id="${id}-address" type="text" readonly value="${address}"></div>
    <p>${words.next}</p></div>`
}
