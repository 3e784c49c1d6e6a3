import { pageLanguage } from '../api.ts'
import { questionsWordsIn } from '../words/console-questions.ts'
import { h } from './console-markup.ts'
import type { QuestionDraft } from './console-question-draft.ts'
import { drawQuestionFields } from './console-question-form.ts'

/** What the list of questions does when something happens to one of them. */
export interface QuestionItem {
  isOpen: boolean
  isLast: boolean
  turned: (isOpen: boolean) => void
  changed: () => void
  move: (by: 1 | -1) => void
  takeOut: () => void
}

/** One question of the list: its words, its fields folded below, and the buttons that move it or take it out. */
export function drawQuestionItem(draft: QuestionDraft, at: number, item: QuestionItem): HTMLElement {
  const language = pageLanguage()
  const words = questionsWordsIn(language)
  const name = h('span', {})
  const summarise = () => {
    const text = draft.label[language].trim() || words.untitled
    name.replaceChildren(
      h('strong', {}, `${at + 1}. ${text}`),
      ' ',
      h('span', { class: 'hint' }, words.kinds[draft.kind]),
    )
  }
  summarise()
  const changed = () => {
    summarise()
    item.changed()
  }
  const details = h(
    'details',
    { open: item.isOpen },
    h('summary', {}, name),
    drawQuestionFields(draft, at, changed),
  )
  details.ontoggle = () => item.turned(details.open)
  const about = () => h('span', { class: 'visually-hidden' }, ` (${words.question(at + 1).toLowerCase()})`)
  const button = (label: string, move: string, onclick: () => void, disabled = false) =>
    h(
      'button',
      { type: 'button', class: 'link-button', 'data-move': move, disabled, onclick },
      label,
      about(),
    )
  return h(
    'li',
    { class: 'question' },
    details,
    h(
      'p',
      { class: 'cluster' },
      button(words.up, 'up', () => item.move(-1), at === 0),
      button(words.down, 'down', () => item.move(1), item.isLast),
      button(words.remove, 'remove', item.takeOut),
    ),
  )
}
