import { pageLanguage } from '../api.ts'
import { writeNumber } from './console-figures.ts'
import { h } from './console-markup.ts'

/** One number of a strip: its name, what it counts, and the role whose colour it takes. */
export interface Figure {
  value: number | null
  words: string[]
  role?: 'mentor' | 'mentee' | 'shared'
  href?: string
}

/** A strip of numbers, each with its name and what it counts. A number still unknown is an ellipsis. */
export function drawNumbers(title: string, figures: Figure[]): HTMLElement {
  const list = h(
    'dl',
    { class: 'numbers' },
    ...figures.map(({ value, words, role, href }) => {
      const text = value === null ? '…' : writeNumber(value, pageLanguage())
      return h(
        'div',
        { class: 'number-of', 'data-role': role },
        h('dt', {}, words[0] ?? ''),
        h('dd', { class: 'number-value' }, href ? h('a', { href }, text) : text),
        h('dd', { class: 'hint' }, words[1] ?? ''),
      )
    }),
  )
  return h('section', { 'aria-label': title }, list)
}
