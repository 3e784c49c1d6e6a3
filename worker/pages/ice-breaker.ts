import type { IceBreakerView } from '#contract/agreement.ts'
import type { Language } from '#domain/language.ts'
import { type Fragment, fragment } from './fragment.ts'
import { START_WORDS } from './start-words.ts'

/** Three questions for a first conversation (C22). */
export function iceBreakerSection({ questions }: IceBreakerView, language: Language): Fragment | null {
  if (questions.length === 0) return null
  const words = START_WORDS[language].ice
  return fragment`<section class="stack" aria-labelledby="ice-breaker"><h2 id="ice-breaker">${words.title}</h2>
    <p>${words.lead}</p>
    <ul class="tips">${questions.map((question) => fragment`<li>${question[language]}</li>`)}</ul>
  </section>`
}
