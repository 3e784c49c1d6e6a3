import type { SeparationView } from '#contract/pair-way.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import type { Language } from '#domain/language.ts'
import { mailWords } from '#domain/mail.ts'
import { sayInstant } from './dates.ts'
import { type Fragment, fragment, list } from './fragment.ts'
import { ownPage } from './own-page.ts'
import type { PouredPage } from './page.ts'
import { PAIR_WAY_WORDS } from './pair-way-words.ts'

/** The way out of a pair, and once it has ended what comes next: another pair, unless one would rather stop (C30, C31). */
export function separationSection(view: SeparationView, language: Language): Fragment | null {
  const words = PAIR_WAY_WORDS[language].separation
  const body = view.is_ended
    ? next(view, language)
    : fragment`<p>${words.lead}</p><p><a href="/${language}/me/pairs/${encodeURIComponent(view.pair)}/separation/">${words.open}</a></p>`
  if (body === null) return null
  return fragment`<section class="stack" aria-labelledby="separation"><h2 id="separation">${view.is_ended ? words.ended : words.title}</h2>${body}</section>`
}

function next(
  { participation, next_round_at, time_zone }: SeparationView,
  language: Language,
): Fragment | null {
  if (participation === null) return null
  const words = PAIR_WAY_WORDS[language].separation
  const waiting =
    next_round_at === null
      ? words.waitingNoDate
      : words.waiting(sayInstant(next_round_at, time_zone, language))
  return fragment`<p>${waiting}</p><p class="muted small">${words.leaveHint}</p>
    <p><a href="/${language}/me/answers/${encodeURIComponent(participation)}/withdrawal/">${words.leave}</a></p>`
}

/** What happens, what the other person will read word for word, who reads the reason; then one button (C30). */
export function separationPage(view: SeparationView, language: Language): PouredPage {
  const words = PAIR_WAY_WORDS[language].separation
  const reader = view.reader.name ?? PAIR_WAY_WORDS[language].team
  const back = `/${language}/me/pairs/${encodeURIComponent(view.pair)}/`
  const theirs = mailWords('pair-separated', language, {
    programme: view.programme[language],
    partner: view.me,
    ...(view.next_round_at === null
      ? {}
      : { next: dayInWords(view.next_round_at, view.time_zone, language) }),
  })
  return ownPage({
    language,
    title: words.page(view.partner),
    path: `me/pairs/${view.pair}/separation/`,
    above: view.programme[language],
    body: fragment`<p class="lead">${words.lead}</p>
      <h2>${words.happens}</h2>${list(words.what)}
      <h2 id="reads">${words.reads}</h2>
      <blockquote class="stack" aria-labelledby="reads">${theirs.paragraphs.map((paragraph) => fragment`<p>${paragraph}</p>`)}</blockquote>
      <p>${words.same}</p>
      <form class="stack" method="post" action="/api/v1/pairs/${encodeURIComponent(view.pair)}/separation">
        <input type="hidden" name="language" value="${language}"><input type="hidden" name="reader" value="${view.reader.token}">
        <div class="field"><label for="separation-reason">${words.reason}</label><p class="hint" id="separation-hint">${words.reasonHint(reader)}</p><textarea class="input" id="separation-reason" name="reason" rows="5" maxlength="1000" aria-describedby="separation-hint"></textarea></div>
        <div class="cluster"><button class="button" type="submit">${words.send}</button><a class="button button-quiet" href="${back}">${words.stay}</a></div>
      </form>
      <h2>${words.other}</h2>
      <ul><li><a href="${back}#pause">${words.others[0]}</a></li><li><a href="${back}help/">${words.others[1]}</a></li></ul>`,
    back: { href: back, label: PAIR_WAY_WORDS[language].back },
  })
}
