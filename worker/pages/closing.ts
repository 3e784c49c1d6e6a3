import type { Both, Language } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import { CLOSING_WORDS } from './closing-words.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment, prose } from './fragment.ts'
import { ME_WORDS } from './me-words.ts'
import { ownPage } from './own-page.ts'
import type { PouredPage } from './page.ts'

/** What somebody did, in facts. */
interface Contribution {
  sessions: number
  minutes: number
  passedOn: readonly Both[]
  learned: readonly Both[]
}

/** What the end of a pair offers to one of its two. */
interface Closing {
  pair: string
  partner: string
  kind: ProgrammeKind
  isCompleted: boolean
  mine: string | null
  received: { text: string; written_at: number } | null
  /** The request for a survey that still waits. */
  survey: string | null
  time_zone: string
  /** Null before the question was asked. */
  talent: {
    participation: string
    isVisible: boolean
    name: string
    role: Role
    contribution: Contribution
  } | null
}

/** The end of a pair: the last survey, the certificate, notes of thanks, and what the talent team sees. */
export function closingSection(view: Closing | null, language: Language): Fragment | null {
  if (!view) return null
  const words = CLOSING_WORDS[language]
  const { pair, partner, isCompleted, survey, received } = view
  const page = `/${language}/me/pairs/${encodeURIComponent(pair)}/`
  return fragment`<section class="stack" aria-labelledby="closing"><h2 id="closing">${words.title}</h2>
    <p>${isCompleted ? words.completed(partner) : words.nearly}</p>
    <p class="cluster">${survey ? fragment`<a class="button" href="/${language}/me/surveys/${encodeURIComponent(survey)}/">${words.survey}</a>` : null}${isCompleted ? fragment`<a class="button button-quiet" href="${page}certificate/">${words.certificate}</a>` : null}</p>
    ${received ? fragment`<div class="notice"><h3>${words.received(partner)}</h3>${prose(received.text)}<p class="muted small">${sayDayOf(received.written_at, view.time_zone, language)}</p></div>` : null}
    ${noteForm(view, language)}${talentChoice(view, language)}</section>`
}

function noteForm({ pair, partner, mine }: Closing, language: Language): Fragment {
  const words = CLOSING_WORDS[language]
  return fragment`<form class="stack" method="post" action="/api/v1/pairs/${encodeURIComponent(pair)}/thank-you"><input type="hidden" name="language" value="${language}">
    <div class="field"><label for="thank-you">${words.note(partner)}</label><p class="hint" id="thank-you-hint">${words.noteHint(partner)}</p><textarea class="input" id="thank-you" name="text" rows="4" maxlength="600" required aria-describedby="thank-you-hint">${mine ?? ''}</textarea></div>
    <p><button class="button" type="submit">${mine === null ? words.send : words.change}</button></p></form>`
}

function talentChoice({ talent, kind }: Closing, language: Language): Fragment | null {
  if (!talent) return null
  const words = CLOSING_WORDS[language]
  const { participation, isVisible, name, role, contribution } = talent
  return fragment`<div class="stack"><h3 id="talent">${words.talent}</h3><p>${isVisible ? words.visible : words.hidden}</p>
    <dl class="own-answers">${line(words.name, name)}${line(words.role, ME_WORDS[language].role[kind][role])}${line(words.topics, names(contribution.passedOn, language))}${facts(contribution, language)}</dl>
    <form method="post" action="/api/v1/me/talent-choices/${encodeURIComponent(participation)}"><input type="hidden" name="language" value="${language}"><input type="hidden" name="visible" value="${isVisible ? 'no' : 'yes'}"><button class="button button-quiet" type="submit">${isVisible ? words.stop : words.show}</button></form></div>`
}

function facts({ sessions, minutes }: Contribution, language: Language): Fragment {
  const words = CLOSING_WORDS[language]
  return fragment`${line(words.sessions, String(sessions))}${line(words.hours, hoursOf(minutes, language))}`
}

function line(name: string, text: string): Fragment {
  return fragment`<div><dt>${name}</dt><dd>${text}</dd></div>`
}

function names(topics: readonly Both[], language: Language): string {
  return topics.length === 0
    ? CLOSING_WORDS[language].none
    : topics.map((topic) => topic[language]).join(' · ')
}

function hoursOf(minutes: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(minutes / 60)
}

/** What one’s certificate says. */
interface Certificate {
  pair: string
  name: string
  partner: string
  role: Role
  kind: ProgrammeKind
  programme: Both
  time_zone: string
  started_at: number
  ended_at: number
  contribution: Contribution
  thanks: string | null
}

/** The certificate of one of the two, to be printed: facts, no grade (P9, F11). */
export function certificatePage(view: Certificate, language: Language): PouredPage {
  const words = CLOSING_WORDS[language]
  const { pair, name, partner, role, kind, programme, contribution, thanks, time_zone } = view
  const day = (at: number) => sayDayOf(at, time_zone, language)
  const path = `me/pairs/${pair}/certificate/`
  return ownPage({
    language,
    title: words.certificateTitle,
    path,
    above: programme[language],
    body: fragment`<p class="lead">${words.attests(name, programme[language])}</p>
      <p>${words.between(day(view.started_at), day(view.ended_at))}<br>${words.with(partner)}</p>
      <dl class="own-answers">${line(words.role, ME_WORDS[language].role[kind][role])}${facts(contribution, language)}${line(words.topics, names(contribution.passedOn, language))}${line(words.learned, names(contribution.learned, language))}</dl>
      ${thanks === null ? null : fragment`<h2>${words.thanks(partner)}</h2><blockquote>${prose(thanks)}</blockquote>`}
      <p class="muted small">${words.noGrade}</p><p class="muted small on-screen">${words.print}</p>`,
    back: { href: `/${language}/me/pairs/${encodeURIComponent(pair)}/#closing`, label: words.back },
  })
}
