import type { HelpView } from '#contract/pair-way.ts'
import type { Language } from '#domain/language.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment } from './fragment.ts'
import { ownPage } from './own-page.ts'
import type { PouredPage } from './page.ts'
import { PAIR_WAY_WORDS } from './pair-way-words.ts'

/** Help is never more than a press away, and says who will read before anything is written (C29). */
export function helpSection(view: HelpView, language: Language): Fragment {
  const words = PAIR_WAY_WORDS[language].help
  return fragment`<section class="stack" aria-labelledby="help"><h2 id="help">${words.title}</h2>
    <p>${words.lead}</p>
    <p><strong>${words.reader(readerOf(view, language))}</strong></p>
    ${openOnes(view, language)}
    <p><a class="button button-quiet" href="/${language}/me/${view.path}">${words.open}</a></p>
  </section>`
}

/** The page on which help is asked for: who reads, who does not know, until when, then one field that may stay empty. */
export function helpPage(view: HelpView, language: Language): PouredPage {
  const words = PAIR_WAY_WORDS[language].help
  const isPair = 'pair' in view.subject
  const isWaiting = view.asked.some(({ state }) => state === 'open')
  const form = fragment`<div class="stack"><div class="notice"><p><strong>${words.reader(readerOf(view, language))}</strong></p>
        <p>${isPair ? words.partner : words.noPartner}</p>
        ${view.reader.name === null ? null : fragment`<p>${words.team}</p>`}
        <p>${words.when(sayDayOf(view.answered_by - 1, view.time_zone, language))}</p></div>
      <form class="stack" method="post" action="/api/v1/help-requests">
        <input type="hidden" name="language" value="${language}">
        ${Object.entries(view.subject).map(([name, id]) => fragment`<input type="hidden" name="${name}" value="${id}">`)}
        <input type="hidden" name="reader" value="${view.reader.token}">
        <div class="field"><label for="help-text">${words.text}</label><p class="hint" id="help-hint">${words.textHint}</p><textarea class="input" id="help-text" name="text" rows="6" maxlength="2000" aria-describedby="help-hint"></textarea></div>
        <p><button class="button" type="submit">${words.send}</button></p>
      </form></div>`
  return ownPage({
    language,
    title: words.title,
    path: `me/${view.path}`,
    above: view.programme[language],
    body: fragment`<p class="lead">${words.lead}</p>
      ${askedBefore(view, language)}
      ${isWaiting ? fragment`<details><summary>${words.more}</summary>${form}</details>` : form}`,
    back: isPair
      ? {
          href: `/${language}/me/${view.path.replace(/help\/$/, '')}#help`,
          label: PAIR_WAY_WORDS[language].back,
        }
      : { href: `/${language}/me/`, label: PAIR_WAY_WORDS[language].backToSpace },
  })
}

function readerOf({ reader }: Pick<HelpView, 'reader'>, language: Language): string {
  return reader.name ?? PAIR_WAY_WORDS[language].team
}

function askedBefore(view: HelpView, language: Language): Fragment | null {
  if (view.asked.length === 0) return null
  const words = PAIR_WAY_WORDS[language].help
  return fragment`<section class="stack" aria-labelledby="asked"><h2 id="asked">${words.asked}</h2>${lines(view, view.asked, language)}</section>`
}

function openOnes(view: HelpView, language: Language): Fragment | null {
  const open = view.asked.filter(({ state }) => state === 'open')
  return open.length === 0 ? null : lines(view, open, language)
}

function lines(view: HelpView, asked: HelpView['asked'], language: Language): Fragment {
  const words = PAIR_WAY_WORDS[language].help
  const day = (at: number) => sayDayOf(at, view.time_zone, language)
  return fragment`<ul class="lines" role="list">${asked.map(
    ({ state, reader, created_at, due_at }) =>
      fragment`<li><p>${
        state === 'closed'
          ? words.closed(day(created_at))
          : words.waiting(day(created_at), reader ?? PAIR_WAY_WORDS[language].team, day(due_at - 1))
      }</p></li>`,
  )}</ul>`
}
