import { SLOTS } from '#questionnaire/kinds/week.ts'
import type { Question, Questionnaire } from '#questionnaire/question.ts'
import { questionsOf } from '#questionnaire/question.ts'
import { TOPICS } from '#questionnaire/topics.ts'

/** The same numbers from the same seed (mulberry32), from 0 up to 1. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const TEXTS = [
  'Comprendre',
  'L’été à Saint-Malo',
  'a < b && "c"',
  "l'œuvre <script>",
  'Żółć 🙂',
  'Rien de plus simple',
]

/** A good answer to a question, as it is kept. */
export function makeAnswer(question: Question, random: () => number): unknown {
  const below = (count: number) => Math.floor(random() * count)
  const some = <T>(items: readonly T[], max: number): T[] =>
    [...items].sort(() => random() - 0.5).slice(0, 1 + below(Math.min(max, items.length)))
  const text = () => TEXTS[below(TEXTS.length)]!
  switch (question.kind) {
    case 'text':
      return text()
    case 'long-text':
      return `${text()}\n${'Encore un mot. '.repeat(question.length_min ? 4 : below(4))}`.trim()
    case 'month':
      return `${1960 + below(60)}-${String(1 + below(12)).padStart(2, '0')}`
    case 'day':
      return `20${20 + below(40)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
    case 'number':
      return question.min + below(question.max - question.min + 1)
    case 'choice':
    case 'list':
      return question.options[below(question.options.length)]?.value
    case 'choices': {
      const picked = some(question.options, 4)
      return question.options.filter((option) => picked.includes(option)).map((option) => option.value)
    }
    case 'agreement':
      return true
    case 'scale':
      return 1 + below(5)
    case 'dots':
      return below(5) - 2
    case 'ranking':
      return some(question.options, 2).map((option) => option.value)
    case 'workplace':
      return { subsidiary: text(), site: text() }
    case 'availability': {
      const weeks = 1 + below(2)
      const all = weeks === 1 ? SLOTS : ['a', 'b'].flatMap((week) => SLOTS.map((slot) => `${week}-${slot}`))
      const picked = some(all, 6)
      return {
        weeks,
        slots: all.filter((slot) => picked.includes(slot)),
        where: ['on-site', 'remote', 'either'][below(3)],
        hours: question.hours_min + below(question.hours_max - question.hours_min + 1),
      }
    }
    case 'topics':
      return some(Object.keys(question.catalogue.topics), question.topics_max)
    case 'topics-offered':
    case 'topics-wanted':
      return some(Object.keys(TOPICS), question.topics_max).map((topic) => ({
        topic,
        facet: question.facets[below(question.facets.length)],
        level: below(5),
        ...(question.kind === 'topics-offered' ? { last: below(5) } : { target: 1 + below(4) }),
      }))
  }
}

/** Good answers to a questionnaire; optional ones are left out now and then. */
export function makeAnswers(questionnaire: Questionnaire, random: () => number): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const question of questionsOf(questionnaire)) {
    const value = makeAnswer(question, random)
    if (question.required || random() < 0.7) answers[question.key] = value
  }
  return answers
}
