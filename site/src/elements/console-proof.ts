import type { MatchRunShown } from '#contract/match-run.ts'
import { pageLanguage } from '../api.ts'
import { pairWordsIn } from '../words/console-pair.ts'
import { h, tag } from './console-markup.ts'

/** That nothing better was possible, in one plain sentence, and how this is known for who asks; null where it was not proved. */
export function drawProof({ certified, objective }: MatchRunShown): HTMLElement | null {
  if (!certified) return null
  const words = pairWordsIn(pageLanguage()).proof
  return h(
    'div',
    { class: 'proof' },
    h('p', {}, tag(words.proved, { tone: 'good' }), ' ', words.objective[objective ?? 'coverage']),
    h(
      'details',
      {},
      h('summary', {}, words.how),
      h('ul', {}, ...words.steps.map((step) => h('li', {}, step))),
    ),
  )
}
