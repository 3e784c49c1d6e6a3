import type { Language } from '#domain/language.ts'
import { ROLES } from '#domain/participant.ts'
import { OWN_KINDS, OWN_OPTIONS, type OwnKind } from '#questionnaire/own-question.ts'
import { pageLanguage } from '../api.ts'
import { questionsWordsIn } from '../words/console-questions.ts'
import { h } from './console-markup.ts'
import type { QuestionDraft } from './console-question-draft.ts'

/** The fields of one question, at its place in the list. What is typed is written into the draft itself. */
export function drawQuestionFields(draft: QuestionDraft, at: number, changed: () => void): HTMLElement {
  const words = questionsWordsIn(pageLanguage())
  const pointer = `/questions/${at}`
  const both = (part: 'label' | 'help' | 'why', rows: number) =>
    (['fr', 'en'] as const).map((language) =>
      drawText(
        `${pointer}/${part}/${language}`,
        words[language === 'fr' ? part : (`${part}En` as const)],
        language,
        draft[part][language],
        rows,
        (text) => {
          draft[part][language] = text
          changed()
        },
      ),
    )
  const options = h('div', { class: 'fields' })
  const drawOptions = () => options.replaceChildren(...drawOptionFields(draft, pointer, changed))
  drawOptions()
  return h(
    'fieldset',
    { class: 'question-fields' },
    h('legend', { class: 'visually-hidden' }, words.question(at + 1)),
    h('div', { class: 'fields' }, ...both('label', 2)),
    h(
      'div',
      { class: 'fields' },
      drawKind(draft, pointer, () => {
        drawOptions()
        changed()
      }),
      drawRoles(draft, pointer, changed),
    ),
    options,
    h('div', { class: 'fields' }, ...both('why', 2)),
    h('div', { class: 'fields' }, ...both('help', 2)),
    drawRequired(draft, pointer, changed),
  )
}

const idOf = (pointer: string) => `field${pointer.replaceAll('/', '-')}`

function drawText(
  pointer: string,
  [label, hint]: string[],
  language: Language,
  typed: string,
  rows: number,
  typing: (text: string) => void,
): HTMLElement {
  const id = idOf(pointer)
  const control = h('textarea', {
    class: 'input',
    id,
    rows,
    lang: language,
    'data-hint': `${id}-hint`,
    'aria-describedby': `${id}-hint`,
  })
  control.value = typed
  control.oninput = () => typing(control.value)
  return h(
    'div',
    { class: 'field', 'data-pointer': pointer },
    h('label', { for: id }, label ?? ''),
    h('p', { class: 'hint', id: `${id}-hint` }, hint ?? ''),
    control,
  )
}

function drawKind(draft: QuestionDraft, pointer: string, chosen: () => void): HTMLElement {
  const words = questionsWordsIn(pageLanguage())
  const id = idOf(`${pointer}/kind`)
  const options = OWN_KINDS.map((kind) =>
    h('option', { value: kind, selected: kind === draft.kind }, words.kinds[kind]),
  )
  const control = h('select', { class: 'input', id, 'aria-describedby': `${id}-hint` }, ...options)
  control.onchange = () => {
    draft.kind = control.value as OwnKind
    chosen()
  }
  return h(
    'div',
    { class: 'field', 'data-pointer': `${pointer}/kind` },
    h('label', { for: id }, words.kind[0] ?? ''),
    h('p', { class: 'hint', id: `${id}-hint` }, words.kind[1] ?? ''),
    control,
  )
}

function drawRoles(draft: QuestionDraft, pointer: string, changed: () => void): HTMLElement {
  const words = questionsWordsIn(pageLanguage())
  const boxes = ROLES.map((role) => {
    const id = idOf(`${pointer}/roles/${role}`)
    const box = h('input', { type: 'checkbox', id, checked: draft.roles.includes(role) })
    box.onchange = () => {
      draft.roles = ROLES.filter((one) => (one === role ? box.checked : draft.roles.includes(one)))
      changed()
    }
    return h('div', { class: 'box' }, box, h('label', { for: id }, words.roleNames[role]))
  })
  return h(
    'fieldset',
    { class: 'field', 'data-pointer': `${pointer}/roles` },
    h('legend', { class: 'label' }, words.roles[0] ?? ''),
    h('p', { class: 'hint' }, words.roles[1] ?? ''),
    ...boxes,
  )
}

/** The answers, the steps or the sentence, where the kind has any: one a line, both languages side by side. */
function drawOptionFields(draft: QuestionDraft, pointer: string, changed: () => void): HTMLElement[] {
  const words = questionsWordsIn(pageLanguage()).options
  const max = OWN_OPTIONS[draft.kind][1]
  if (max === 0) return []
  const name = draft.kind === 'scale' || draft.kind === 'agreement' ? draft.kind : 'pick'
  const rows = max === 1 ? 2 : max === 5 ? 5 : 6
  return (['fr', 'en'] as const).map((language) =>
    drawText(
      `${pointer}/options/${language}`,
      words[language === 'fr' ? name : (`${name}En` as const)],
      language,
      draft.lines[language],
      rows,
      (text) => {
        draft.lines[language] = text
        changed()
      },
    ),
  )
}

function drawRequired(draft: QuestionDraft, pointer: string, changed: () => void): HTMLElement {
  const words = questionsWordsIn(pageLanguage())
  const id = idOf(`${pointer}/required`)
  const box = h('input', {
    type: 'checkbox',
    id,
    checked: draft.required,
    'aria-describedby': `${id}-hint`,
  })
  box.onchange = () => {
    draft.required = box.checked
    changed()
  }
  return h(
    'div',
    { class: 'field-box', 'data-pointer': `${pointer}/required` },
    h('label', { for: id }, words.required[0] ?? ''),
    box,
    h('p', { class: 'hint', id: `${id}-hint` }, words.required[1] ?? ''),
  )
}
