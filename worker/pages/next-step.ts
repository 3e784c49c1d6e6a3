import type { Language } from '#domain/language.ts'
import type { NextStep } from '#domain/next-step.ts'
import { sayDayOf, sayInstant } from './dates.ts'
import { type Fragment, fragment } from './fragment.ts'
import { NEXT_STEP_WORDS } from './next-step-words.ts'

/** A step with the zone of whoever reads it. */
export type ShownStep = NextStep & { time_zone: string }

/** What comes next: the first step stands out, the others follow in a list. */
export function nextStepsSection(steps: readonly ShownStep[], language: Language): Fragment | null {
  const [first, ...others] = steps
  if (!first) return null
  const words = NEXT_STEP_WORDS[language]
  const { title, text, action } = wordsOf(first, language)
  return fragment`<section class="stack" aria-labelledby="next"><h2 id="next">${words.heading}</h2>
    <article class="card next-step" data-role="shared">
      <h3>${title}</h3><p>${text}</p>
      ${action ? fragment`<p><a class="button" href="${hrefOf(first, language)}">${action}</a></p>` : null}
    </article>
    ${
      others.length
        ? fragment`<h3 class="visually-hidden">${words.others}</h3><ul class="lines" role="list">${others.map((step) => line(step, language))}</ul>`
        : null
    }
  </section>`
}

function line(step: ShownStep, language: Language): Fragment {
  const { title, action } = wordsOf(step, language)
  return fragment`<li><p>${title}</p>${action ? fragment`<a class="button button-quiet" href="${hrefOf(step, language)}">${action}<span class="visually-hidden">${language === 'fr' ? '\u00a0: ' : ': '}${title}</span></a>` : null}</li>`
}

function wordsOf({ kind, partner, at, time_zone }: ShownStep, language: Language) {
  const words = NEXT_STEP_WORDS[language].steps[kind]
  const say = kind === 'paused' ? sayDayOf : sayInstant
  const when = at === null ? '' : say(at, time_zone, language)
  const { text, action } = words
  return { title: words.title(partner, when), text, action }
}

/** Where a step is done. */
export function hrefOf({ kind, pair, about }: NextStep, language: Language): string {
  const ofPair = `/${language}/me/pairs/${encodeURIComponent(pair)}/`
  switch (kind) {
    case 'pulse':
    case 'survey':
      return `/${language}/feedback/${encodeURIComponent(about ?? '')}/`
    case 'accept-session':
    case 'confirm-session':
    case 'log-session':
    case 'meet':
      return `/${language}/me/sessions/${encodeURIComponent(about ?? '')}/`
    case 'accept-agreement':
    case 'write-agreement':
      return `${ofPair}#agreement`
    case 'preparation':
      return `${ofPair}#preparation`
    case 'paused':
      return `${ofPair}#pause`
    default:
      return `${ofPair}#sessions`
  }
}
