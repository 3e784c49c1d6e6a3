import type { NamedGroupInput, NamedGroupShown } from '#contract/named-group.ts'
import { APPRAISAL_LEVELS } from '#domain/named-group.ts'
import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { drawEnding, drawField } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

const REASON_MIN = 20

/** Creates or changes a named group: who is in it, whether it is served first, and the exception with its reason. */
export function drawGroupForm(
  group: NamedGroupShown | null,
  save: (content: NamedGroupInput) => Promise<void>,
  cancel: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = matchingWordsIn(language).group
  const chain = group?.appraisal_chain ?? null
  const label = h('input', {
    class: 'input',
    id: 'group-label',
    maxlength: 80,
    required: true,
    value: group?.label ?? '',
  })
  const people = h('textarea', { class: 'input', id: 'group-people', rows: 4, required: true })
  people.value = (group?.people ?? []).join('\n')
  const first = h('input', { type: 'checkbox', id: 'group-first', checked: group?.served_first ?? false })
  const isException = h('input', { type: 'checkbox', id: 'group-chain', checked: chain !== null })
  const levels = h('input', {
    class: 'input number-input',
    type: 'number',
    id: 'group-levels',
    min: 1,
    max: 10,
    value: chain?.levels ?? APPRAISAL_LEVELS,
  })
  const reason = h('textarea', { class: 'input', id: 'group-reason', rows: 3, maxlength: 1000 })
  reason.value = chain?.reason ?? ''
  const exception = h(
    'div',
    { class: 'group-exception', hidden: chain === null },
    drawField(words.levels, levels),
    drawField(words.reason, reason),
  )
  isException.onchange = () => {
    exception.hidden = !isException.checked
  }
  const said = h('div')

  const submit = async (event: Event) => {
    event.preventDefault()
    said.replaceChildren()
    reason.removeAttribute('aria-invalid')
    if (isException.checked && reason.value.trim().length < REASON_MIN) {
      reason.setAttribute('aria-invalid', 'true')
      said.replaceChildren(h('p', { class: 'error', role: 'alert' }, words.reasonShort))
      reason.focus()
      return
    }
    try {
      await save({
        label: label.value.trim(),
        people: people.value
          .split(/\s*\n\s*/)
          .filter(Boolean)
          .map((line) => line.trim()),
        served_first: first.checked,
        appraisal_chain: isException.checked
          ? { levels: Number(levels.value) || APPRAISAL_LEVELS, reason: reason.value.trim() }
          : null,
      })
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  return h(
    'form',
    { class: 'group-form', onsubmit: submit },
    drawField(words.label, label),
    drawField(words.people, people),
    box(words.first, words.firstHint, first),
    box(words.chain, words.chainHint, isException),
    exception,
    said,
    drawEnding(words.save, consoleWordsIn(language).cancel, cancel),
  )
}

function box(label: string, hint: string, control: HTMLElement): HTMLElement {
  control.setAttribute('aria-describedby', `${control.id}-hint`)
  return h(
    'div',
    { class: 'field-box' },
    h('label', { for: control.id }, label),
    control,
    h('p', { class: 'hint', id: `${control.id}-hint` }, hint),
  )
}
