import type { SessionsView, SessionView } from '#contract/pair-session.ts'
import type { Language } from '#domain/language.ts'
import { momentForBoth, momentInWords } from '#domain/moment-in-words.ts'
import type { SessionStep } from '#domain/pair-session.ts'
import { calendarLinks } from './calendar-links.ts'
import { sayMinutes } from './dates.ts'
import { type Fragment, fragment } from './fragment.ts'
import { ownPage } from './own-page.ts'
import type { PouredPage } from './page.ts'
import { confirmForm, logForm, moveForm, plainForm, proposeForm } from './pair-session-form.ts'
import { PAIR_SESSION_WORDS } from './pair-session-words.ts'

/** The sessions on the page of a pair: what is ahead first, a form to propose a date, then what happened. */
export function sessionsSection(view: SessionsView, language: Language): Fragment | null {
  const words = PAIR_SESSION_WORDS[language]
  const { open, over, held, blocked } = view
  // A preparation, a break and an end have sections of their own that say so.
  const isSaidElsewhere = blocked !== null && blocked !== 'enough'
  if (isSaidElsewhere && open.length === 0 && over.length === 0) return null
  const why = blocked === null ? null : words.blocked[blocked]
  return fragment`<section class="stack" aria-labelledby="sessions"><h2 id="sessions">${words.title}</h2>
    ${open.map((session) => openCard(session, view, language))}
    ${blocked === null ? proposal(view, language) : why === null ? null : fragment`<p class="muted">${why}</p>`}
    ${over.length === 0 ? null : fragment`<details><summary>${held ? words.held(held) : words.history}</summary><ul class="lines" role="list">${over.map((session) => overLine(session, view, language))}</ul></details>`}
  </section>`
}

/** One form is enough to look at: it lies open where nothing is ahead. */
function proposal(view: SessionsView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language].propose
  const form = proposeForm(view, language)
  if (view.open.length === 0) return fragment`<h3>${words.title}</h3>${form}`
  return fragment`<details><summary>${words.title}</summary>${form}</details>`
}

function openCard(session: SessionView, view: SessionsView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language]
  const moment = momentForBoth(session.starts_at, view.zones, view.partner, language)
  return fragment`<article class="card stack" data-role="shared" aria-labelledby="${session.id}">
    <p><span class="tag tag-plain">${words.state[session.state]}</span></p>
    <h3 class="moment" id="${session.id}">${moment}</h3>
    ${facts(session, language)}
    ${standing(session, view, language)}
    ${session.steps[0] === 'accept' ? plainForm(session, 'acceptance', words.accept, 'button', language) : null}
    ${session.steps[0] === 'confirm' ? confirmForm(session, language) : null}
    <p><a${session.steps[0] === 'log' ? fragment` class="button"` : null} href="/${language}/me/sessions/${session.id}/">${wayInto(session, language)}<span class="visually-hidden"> · ${moment}</span></a></p>
  </article>`
}

/** What the page of a session is opened for. */
function wayInto({ steps }: SessionView, language: Language): string {
  const words = PAIR_SESSION_WORDS[language]
  if (steps.includes('accept')) return words.another
  if (steps.includes('log')) return words.log.title
  if (steps.includes('correct')) return words.log.correct
  return steps.includes('move') ? words.respond : words.open
}

function overLine(session: SessionView, { zones }: SessionsView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language]
  const moment = momentInWords(session.starts_at, zones.mine, language)
  const length =
    session.held_minutes === null ? null : fragment` · ${sayMinutes(session.held_minutes, language)}`
  return fragment`<li><p><a href="/${language}/me/sessions/${session.id}/">${moment}</a>${length}</p><span class="tag tag-plain">${words.state[session.state]}</span></li>`
}

function facts({ state, minutes, held_minutes, place }: SessionView, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language]
  const length =
    state === 'held' && held_minutes !== null
      ? words.lasted(sayMinutes(held_minutes, language))
      : words.lasts(sayMinutes(minutes, language))
  const where =
    place === null
      ? null
      : /^https:\/\/\S+$/.test(place)
        ? fragment`<li><a href="${place}" rel="noreferrer">${place}</a></li>`
        : fragment`<li>${words.place(place)}</li>`
  return fragment`<ul role="list" class="small"><li>${length}</li>${where}</ul>`
}

/** Where a session stands, in one sentence. */
function standing(session: SessionView, { partner }: SessionsView, language: Language): Fragment | null {
  const words = PAIR_SESSION_WORDS[language]
  const { state, steps, is_mine, is_logged_by_me, is_confirmed, held_minutes } = session
  if (state === 'cancelled') return fragment`<p>${words.cancelledOn}</p>`
  if (state === 'held' || state === 'missed') {
    if (is_confirmed) return null
    if (is_logged_by_me) return fragment`<p>${words.waitsForConfirmation(partner)}</p>`
    return fragment`<p>${state === 'held' ? words.toConfirm.held(partner, sayMinutes(held_minutes ?? 0, language)) : words.toConfirm.missed(partner)}</p>`
  }
  if (steps.includes('log')) return fragment`<p><strong>${words.toLog}</strong></p>`
  if (state !== 'proposed') return null
  return fragment`<p>${is_mine ? words.waitsForThem(partner) : words.waitsForMe(partner)}</p>`
}

/** A session on a page of its own: when, where, and what one can do now. */
export function sessionPage(
  session: SessionView,
  view: SessionsView,
  language: Language,
  programme: { slug: string; name: string },
): PouredPage {
  const words = PAIR_SESSION_WORDS[language]
  const { partner, zones, pair } = view
  const moment = momentForBoth(session.starts_at, zones, partner, language)
  return ownPage({
    language,
    title: words.with(partner),
    path: `me/sessions/${session.id}/`,
    above: fragment`<a href="/${language}/programmes/${programme.slug}/">${programme.name}</a> <span class="tag tag-plain">${words.state[session.state]}</span>`,
    body: fragment`<p class="lead moment">${moment}</p>${facts(session, language)}
      ${session.steps.includes('log') ? null : standing(session, view, language)}
      ${session.state === 'planned' && !session.steps.includes('log') ? links(session, view, programme.name, language) : null}
      ${steps(session, view, language)}`,
    back: { href: `/${language}/me/pairs/${pair}/#sessions`, label: words.back(partner) },
  })
}

function steps(session: SessionView, view: SessionsView, language: Language): Fragment[] {
  const words = PAIR_SESSION_WORDS[language]
  const folded = (title: string, body: Fragment) =>
    fragment`<details><summary>${title}</summary>${body}</details>`
  const titled = (title: string, body: Fragment) => fragment`<h2>${title}</h2>${body}`
  const draw: Record<SessionStep, () => Fragment> = {
    accept: () => plainForm(session, 'acceptance', words.accept, 'button', language),
    confirm: () => titled(words.confirm.title, confirmForm(session, language)),
    log: () => logForm(session, language),
    correct: () => folded(words.log.correct, logForm(session, language)),
    move: () => folded(words.move.title, moveForm(session, view, language)),
    cancel: () =>
      folded(
        words.cancel.title,
        fragment`<p>${words.cancel.lead}</p>${plainForm(session, 'cancellation', words.cancel.send, 'button button-quiet', language)}`,
      ),
  }
  return session.steps.map((step) => draw[step]())
}

function links(session: SessionView, view: SessionsView, programme: string, language: Language): Fragment {
  const words = PAIR_SESSION_WORDS[language]
  const found = calendarLinks(
    {
      startsAt: session.starts_at,
      minutes: session.minutes,
      summary: words.with(view.partner),
      description: programme,
      place: session.place,
    },
    language,
  )
  return fragment`<h2>${words.calendar}</h2><ul role="list" class="cluster">${found.map(({ label, href }) => fragment`<li><a class="button button-quiet" href="${href}" rel="noreferrer">${label}</a></li>`)}</ul>`
}
