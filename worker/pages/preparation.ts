import type { PreparationView } from '#contract/preparation.ts'
import type { Language } from '#domain/language.ts'
import { sayDayOf } from './dates.ts'
import { type Fragment, fragment } from './fragment.ts'
import { START_WORDS } from './start-words.ts'

/**
 * What comes before session 1: to the person themselves with their own reasons, to the other only that it comes first
 * (P28, P29); afterwards who stands by the pair, if anybody does.
 */
export function preparationSection(view: PreparationView, language: Language): Fragment | null {
  const words = START_WORDS[language].preparation
  const isMine = view.mine?.state === 'open'
  if (!isMine && !view.is_partner_preparing && view.coach === null) return null
  const isComing = isMine || view.is_partner_preparing
  return fragment`<section class="stack" aria-labelledby="preparation"><h2 id="preparation">${isComing ? words.title : words.besideTitle}</h2>
    ${isMine ? own(view, language) : null}
    ${!isMine && view.is_partner_preparing ? fragment`<p>${words.partner}</p>` : null}
    ${isMine ? null : coachOf(view, language)}
  </section>`
}

function own(view: PreparationView, language: Language): Fragment | null {
  const words = START_WORDS[language].preparation
  const { mine, time_zone } = view
  if (mine === null) return null
  return fragment`<p>${words.mine}</p>
    ${mine.reasons.map((reason) => fragment`<p>${words.why[reason]}</p>`)}
    <p>${words.due(sayDayOf(mine.due_at, time_zone, language))}</p>
    ${coachOf(view, language) ?? fragment`<p>${words.anybody}</p>`}`
}

function coachOf({ coach, mine }: PreparationView, language: Language): Fragment | null {
  if (coach === null) return null
  const words = START_WORDS[language].preparation
  const lead = (mine?.state === 'open' ? words.who : words.beside)(coach.name ?? coach.email)
  return fragment`<p>${lead} <a href="mailto:${coach.email}">${coach.email}</a></p>`
}
