import type { PlanShown } from '#contract/explanation.ts'
import { pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { insightWordsIn } from '../words/console-insight.ts'
import { writeNumber } from './console-figures.ts'
import { fill } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawNumbers } from './console-numbers.ts'

const STARTING_MENTEES = 500
const MENTEES_MAX = 100_000

/** What it would take to support so many people: a number to write, an estimate to read. */
export function drawPlan(slug: string): HTMLElement {
  const words = insightWordsIn(pageLanguage()).plan
  const [label, hint] = words.mentees
  const input = h('input', {
    class: 'input number-input',
    id: 'plan-mentees',
    type: 'number',
    inputmode: 'numeric',
    min: 1,
    max: MENTEES_MAX,
    value: STARTING_MENTEES,
    'aria-describedby': 'plan-mentees-hint',
  })
  const result = h('div', { 'aria-live': 'polite' })
  const ask = (event: Event) => {
    event.preventDefault()
    const mentees = Number(input.value)
    const isFit = Number.isInteger(mentees) && mentees >= 1 && mentees <= MENTEES_MAX
    input.setAttribute('aria-invalid', String(!isFit))
    if (isFit) void fill(result, () => matchingApi.plan(slug, mentees), drawEstimate)
    else result.replaceChildren(h('p', { class: 'error' }, words.bad))
  }
  return h(
    'div',
    {},
    h(
      'form',
      { class: 'plan', novalidate: true, onsubmit: ask },
      h(
        'div',
        { class: 'field' },
        h('label', { for: input.id }, label ?? ''),
        h('p', { class: 'hint', id: 'plan-mentees-hint' }, hint ?? ''),
        input,
      ),
      h('button', { type: 'submit', class: 'button' }, words.ask),
    ),
    result,
  )
}

function drawEstimate({ mentors, places, waves, mentors_missing, topics, words }: PlanShown): Child[] {
  const language = pageLanguage()
  const say = insightWordsIn(language).plan
  return [
    drawNumbers(say.numbers, [
      { value: mentors, words: say.mentors, role: 'mentor' },
      { value: places, words: say.places, role: 'mentor' },
      { value: waves, words: say.waves },
      { value: mentors_missing, words: say.missing },
    ]),
    h('ul', { class: 'plan-words' }, ...words.map((sentence) => h('li', {}, sentence[language]))),
    topics.length > 0 && h('h3', {}, say.topics),
    topics.length > 0 &&
      h(
        'ul',
        { class: 'plan-topics' },
        ...topics.map(({ name, mentors: count }) =>
          h('li', {}, `${name[language]} – ${writeNumber(count, language)}`),
        ),
      ),
  ]
}
