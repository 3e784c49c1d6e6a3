import { type Condition, RULE_FIELDS, type RuleField } from '#domain/pairing-rule.ts'
import { pageLanguage } from '../api.ts'
import type { ParticipantShown } from '../api-shapes.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { h } from './console-markup.ts'
import { readRuleValue, ruleValues } from './console-rule-values.ts'

let drawn = 0

/** A choice among words, with its label for who does not see the sentence around it. */
export function drawChoice<Value extends string>(
  label: string,
  choices: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLSelectElement {
  const select = h(
    'select',
    { class: 'input', 'aria-label': label },
    ...choices.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
  )
  select.onchange = () => choose(select.value as Value)
  return select
}

export function drawFieldChoice(field: RuleField, choose: (field: RuleField) => void): HTMLSelectElement {
  const language = pageLanguage()
  const fields = Object.entries(RULE_FIELDS) as [RuleField, { fr: string; en: string }][]
  return drawChoice(
    matchingWordsIn(language).rule.field,
    fields.map(([key, name]) => [key, name[language].toLocaleLowerCase(language)] as const),
    field,
    choose,
  )
}

/** The values of a condition: each can be taken out, and one more added by its name. */
export function drawValues(
  condition: Pick<Condition, 'field' | 'values'>,
  people: readonly ParticipantShown[],
  changed: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = matchingWordsIn(language).rule
  const names = ruleValues(condition.field, people)
  const called = (value: string) => names.get(value)?.[language] ?? value
  const id = `values-${(drawn += 1)}`
  const host = h('span', { class: 'rule-values' })
  const list = h(
    'datalist',
    { id },
    ...[...names.values()].map((name) => h('option', { value: name[language] })),
  )
  const input = h('input', {
    class: 'input',
    list: id,
    placeholder: words.addValue,
    'aria-label': words.addValue,
  })

  const set = (values: string[]) => {
    condition.values = values
    draw()
    changed()
    input.focus()
  }
  const add = () => {
    const value = readRuleValue(condition.field, input.value, names, language)
    input.setAttribute('aria-invalid', String(value === null && input.value.trim() !== ''))
    if (value === null) return
    input.value = ''
    if (!condition.values.includes(value)) set([...condition.values, value])
  }
  const chip = (value: string) =>
    h(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-label': words.removeValue(called(value)),
        onclick: () => set(condition.values.filter((each) => each !== value)),
      },
      called(value),
      h('span', { 'aria-hidden': 'true' }, ' ×'),
    )
  const draw = () => host.replaceChildren(...condition.values.map(chip), input, list)
  input.onchange = add
  input.onkeydown = (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  draw()
  return host
}
