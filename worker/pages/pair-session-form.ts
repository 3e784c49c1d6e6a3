import type { SessionsView, SessionView } from '#contract/pair-session.ts'
import type { Language } from '#domain/language.ts'
import { toWallClock } from '#domain/local-time.ts'
import { momentForBoth } from '#domain/moment-in-words.ts'
import {
  HELD_MINUTES_MAX,
  HELD_MINUTES_MIN,
  SESSION_MINUTES_MAX,
  SESSION_MINUTES_MIN,
} from '#domain/pair-session.ts'
import { type Fragment, fragment } from './fragment.ts'
import { PAIR_SESSION_WORDS } from './pair-session-words.ts'

/** Enough to choose from at a glance; the others are a press away. */
const SLOTS_SHOWN = 4

/** A form to propose a date: a time that suits both, or another one. */
export function proposeForm(view: SessionsView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language].propose
  const { pair, partner, kind, minutes } = view
  return form(
    `/api/v1/pairs/${encodeURIComponent(pair)}/sessions`,
    language,
    fragment`<p>${words.lead(partner)}</p>
      ${kind === 'expert' ? fragment`<p class="hint">${words.split}</p>` : null}
      ${timeFields(view, { id: 'new', day: '', time: '', minutes, place: '' }, language)}
      <p><button class="button" type="submit">${words.send}</button></p>`,
  )
}

/** A form to change the date, the length or the place of a session. */
export function moveForm(session: SessionView, view: SessionsView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language]
  const isPlanned = session.state === 'planned'
  const [day = '', time = ''] = toWallClock(session.starts_at, view.zones.mine).split('T')
  return form(
    `/api/v1/sessions/${encodeURIComponent(session.id)}/move`,
    language,
    fragment`<p>${words.moveHint[isPlanned ? 'planned' : 'proposed'](view.partner)}</p>
      ${timeFields(view, { id: 'move', day, time, minutes: session.minutes, place: session.place ?? '' }, language)}
      <p><button class="button" type="submit">${isPlanned ? words.move.keep : words.move.send}</button></p>`,
  )
}

/** The times that suit both, the last choice being a day and an hour of one’s own; then how long and where. */
function timeFields(
  view: SessionsView,
  filled: { id: string; day: string; time: string; minutes: number; place: string },
  language: Language,
): Fragment {
  const words = PAIR_SESSION_WORDS[language].propose
  const { slots, zones, partner } = view
  const { id, day, time, minutes, place } = filled
  const city = zones.mine.split('/').at(-1)?.replaceAll('_', ' ') ?? zones.mine
  const checked = (isChecked: boolean) => (isChecked ? fragment` checked` : null)
  const choices = slots.map(
    (at, index) =>
      fragment`<label><input type="radio" name="slot" value="${new Date(at).toISOString()}"${checked(index === 0 && day === '')}><span class="moment">${momentForBoth(at, zones, partner, language)}</span></label>`,
  )
  return fragment`
    ${
      slots.length
        ? fragment`<fieldset class="times"><legend>${words.slots}</legend>${choices.slice(0, SLOTS_SHOWN)}${choices.length > SLOTS_SHOWN ? fragment`<details><summary>${words.more}</summary><div class="times">${choices.slice(SLOTS_SHOWN)}</div></details>` : null}<label><input type="radio" name="slot" value="other"${checked(day !== '')}><span>${words.other}</span></label></fieldset>`
        : fragment`<p class="hint">${words.noSlots(partner)}</p>`
    }
    <div class="time-fields time-other">
      <div class="field"><label for="${id}-day">${words.day}</label><input class="input" type="date" id="${id}-day" name="day" value="${day}"${slots.length ? null : fragment` required`}></div>
      <div class="field"><label for="${id}-time">${words.time(city)}</label><input class="input" type="time" id="${id}-time" name="time" value="${time}"${slots.length ? null : fragment` required`}></div>
    </div>
    <div class="time-fields">
      <div class="field"><label for="${id}-minutes">${words.minutes}</label><input class="input" type="number" inputmode="numeric" id="${id}-minutes" name="minutes" value="${String(minutes)}" min="${String(SESSION_MINUTES_MIN)}" max="${String(SESSION_MINUTES_MAX)}" required></div>
    </div>
    <div class="field"><label for="${id}-place">${words.place}</label><input class="input" id="${id}-place" name="place" value="${place}" maxlength="200" autocomplete="off"></div>`
}

/** Whether it took place, and how long it was. */
export function logForm(session: SessionView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language].log
  const { id, state, minutes, held_minutes } = session
  const checked = (isChecked: boolean) => (isChecked ? fragment` checked` : null)
  return form(
    `/api/v1/sessions/${encodeURIComponent(id)}/log`,
    language,
    fragment`<fieldset class="times"><legend>${words.legend}</legend>
        <label><input type="radio" name="held" value="yes" required${checked(state === 'held')}><span>${words.yes}</span></label>
        <label><input type="radio" name="held" value="no"${checked(state === 'missed')}><span>${words.no}</span></label></fieldset>
      <div class="field"><label for="log-minutes">${words.minutes}</label><input class="input" type="number" inputmode="numeric" id="log-minutes" name="minutes" value="${String(held_minutes ?? minutes)}" min="${String(HELD_MINUTES_MIN)}" max="${String(HELD_MINUTES_MAX)}"></div>
      <p><button class="button" type="submit">${words.send}</button></p>`,
  )
}

/** One press to agree with what the other logged, one to see it otherwise. */
export function confirmForm({ id }: SessionView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language].confirm
  return form(
    `/api/v1/sessions/${encodeURIComponent(id)}/confirmation`,
    language,
    fragment`<p class="hint">${words.hint}</p><div class="cluster"><button class="button" type="submit" name="agrees" value="yes">${words.yes}</button><button class="button button-quiet" type="submit" name="agrees" value="no">${words.no}</button></div>`,
  )
}

/** A form with nothing but a button. */
export function plainForm(
  { id }: SessionView,
  noun: 'acceptance' | 'cancellation',
  label: string,
  style: string,
  language: Language,
): Fragment {
  const button = fragment`<p><button class="${style}" type="submit">${label}</button></p>`
  return form(`/api/v1/sessions/${encodeURIComponent(id)}/${noun}`, language, button)
}

function form(action: string, language: Language, fields: Fragment): Fragment {
  return fragment`<form class="stack" method="post" action="${action}"><input type="hidden" name="language" value="${language}">${fields}</form>`
}
