import type { PauseView } from '#contract/pair-way.ts'
import type { Language } from '#domain/language.ts'
import { sayDay, sayDayOf } from './dates.ts'
import { type Fragment, fragment } from './fragment.ts'
import { PAIR_WAY_WORDS } from './pair-way-words.ts'

/** A break until a day that one chooses, or the break as it stands and the way back. */
export function pauseSection(view: PauseView | null, language: Language): Fragment | null {
  if (view === null) return null
  const words = PAIR_WAY_WORDS[language].pause
  const { pair, until, time_zone, earliest, latest } = view
  const door = (noun: string) => `/api/v1/pairs/${encodeURIComponent(pair)}/${noun}`
  const hidden = fragment`<input type="hidden" name="language" value="${language}">`
  const form =
    latest < earliest
      ? null
      : fragment`<form class="stack" method="post" action="${door('pause')}">${hidden}
      <div class="field"><label for="pause-until">${words.until}</label><p class="hint" id="pause-hint">${words.untilHint(sayDay(earliest, language), sayDay(latest, language))}</p><input class="input" id="pause-until" name="until" type="date" required min="${earliest}" max="${latest}" aria-describedby="pause-hint"></div>
      <p><button class="button button-quiet" type="submit">${until === null ? words.send : words.change}</button></p>
    </form>`
  const body =
    until === null
      ? fragment`<p>${words.lead}</p>${form && fragment`<details><summary>${words.open}</summary><div class="stack"><p>${words.what}</p>${form}</div></details>`}`
      : fragment`<div class="notice"><p><strong>${words.paused(sayDayOf(until, time_zone, language))}</strong></p><p>${words.pausedThen}</p></div>
      <form method="post" action="${door('return')}">${hidden}<button class="button" type="submit">${words.resume}</button></form>${form && fragment`<details><summary>${words.change}</summary>${form}</details>`}`
  return fragment`<section class="stack" aria-labelledby="pause"><h2 id="pause">${until === null ? words.title : words.now}</h2>${body}</section>`
}
