import type { Language } from '#domain/language.ts'
import { FIRST_PULSE_KEYS, PULSE_KEYS, PULSE_MAX, type PulseKey } from '#domain/pulse.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment } from './fragment.ts'
import { frame } from './frame.ts'
import type { PouredPage } from './page.ts'
import { PULSE_QUESTIONS, PULSE_WORDS } from './pulse-words.ts'

/** A question about a session, as the person sees it who was asked. */
export interface PulseView {
  token: string
  partner: string
  starts_at: number
  time_zone: string
  /** Whether it is their first pulse in this pair, which asks one thing more. */
  isFirst: boolean
  /** Who reads the answers, by name. */
  readers: readonly string[]
  /** Who reads a wish to be contacted; null for the whole team. */
  contact: { id: string; name: string } | null
}

/** One short form that fits a phone: nothing is sent before its button is pressed, and it works by keyboard alone. */
export function pulsePage(view: PulseView, language: Language): PouredPage {
  const words = PULSE_WORDS[language]
  const { token, partner, isFirst, contact, readers } = view
  const keys: readonly PulseKey[] = isFirst ? FIRST_PULSE_KEYS : PULSE_KEYS
  const whoReads = readers.length ? words.readers.some(readers.join(words.readers.and)) : words.readers.none
  return {
    shell: 'all/feedback',
    language,
    slots: {
      ...frame(language, words.title, pathOf(token)),
      about: words.about(partner, sayDayOf(view.starts_at, view.time_zone, language)),
      heading: words.title,
      lead: words.lead,
      body: fragment`<form method="post" action="/api/v1/feedback/${encodeURIComponent(token)}/pulse">
        <input type="hidden" name="language" value="${language}"><input type="hidden" name="reader" value="${contact?.id ?? 'team'}">
        ${keys.map((key) => question(key, language))}
        <p class="note">${whoReads}</p>
        <div class="contact">
          <label class="tick" for="PUH"><input type="checkbox" id="PUH" name="PUH" value="yes" aria-describedby="PUH-reader"><span>${words.contact}</span></label>
          <p class="note" id="PUH-reader">${contact ? words.contactReader(contact.name) : words.contactTeam}</p>
        </div>
        <p><button type="submit">${words.send}</button></p>
      </form>`,
    },
  }
}

/** A statement with five levels, each a target for a thumb; the words at both ends are part of their labels. */
function question(key: PulseKey, language: Language): Fragment {
  const words = PULSE_WORDS[language]
  const levels = Array.from({ length: PULSE_MAX + 1 }, (_, level) => {
    const end = level === 0 ? words.least : level === PULSE_MAX ? words.most : null
    return fragment`<label><input type="radio" name="${key}" value="${level}"><b>${level}</b>${end ? fragment` <small>${end}</small>` : null}</label>`
  })
  return fragment`<fieldset><legend>${PULSE_QUESTIONS[key][language]}</legend><div class="levels">${levels}</div></fieldset>`
}

/** What the link shows once there is nothing left to answer: thanks, or that nobody asks any more. Never an answer. */
export function pulseDonePage(
  token: string,
  state: 'answered' | 'expired' | 'over',
  language: Language,
): PouredPage {
  const words = PULSE_WORDS[language]
  const { title, lead, text } = words[state]
  return {
    shell: 'all/feedback',
    language,
    slots: {
      ...frame(language, title, pathOf(token)),
      about: null,
      heading: title,
      lead,
      body: fragment`<p>${text}</p><p><a class="quiet" href="/${language}/me/">${words.space}</a></p>`,
    },
  }
}

/** A question that waits for the person, in their space. */
export interface OpenFeedbackView {
  token: string
  kind: 'pulse' | 'survey'
  partner: string
  /** When the session began that a pulse is about (epoch ms); null for a survey. */
  starts_at: number | null
  time_zone: string
}

/** What somebody can tell about their sessions and their pair, from their own space; null where nothing waits. */
export function feedbackSection(open: readonly OpenFeedbackView[], language: Language): Fragment | null {
  if (open.length === 0) return null
  const words = PULSE_WORDS[language].open
  return fragment`<section class="stack" aria-labelledby="feedback"><h2 id="feedback">${words.heading}</h2>
    <ul class="lines" role="list">${open.map((one) => openLine(one, language))}</ul></section>`
}

function openLine({ token, partner, starts_at, time_zone }: OpenFeedbackView, language: Language): Fragment {
  const words = PULSE_WORDS[language].open
  const day = starts_at === null ? null : sayDayOf(starts_at, time_zone, language)
  const about = day === null ? words.answerSurvey(partner) : words.answerPulse(day)
  return fragment`<li><p>${day === null ? words.survey(partner) : words.pulse(partner, day)}</p>
    <a class="button button-quiet" href="/${language}/${pathOf(token)}">${words.answer}<span class="visually-hidden"> ${about}</span></a></li>`
}

function pathOf(token: string): string {
  return `feedback/${encodeURIComponent(token)}/`
}
