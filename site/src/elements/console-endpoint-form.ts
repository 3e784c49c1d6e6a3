import type { WebhookEndpointShown } from '#contract/webhook.ts'
import { pageLanguage } from '../api.ts'
import type { EndpointBody } from '../api-exchanges.ts'
import { consoleWordsIn } from '../words/console.ts'
import { type EventGroup, eventGroupsIn } from '../words/console-events.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { drawEnding, drawField, drawLine } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

type EventTypes = NonNullable<EndpointBody['types']>

/** An address to add, or one to change: what it is called, where it is, which events it receives. */
export function drawEndpointForm(
  known: WebhookEndpointShown | null,
  save: (endpoint: Required<EndpointBody>) => Promise<void>,
  leave: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = exchangesWordsIn(language).form
  const name = drawLine('endpoint-name', known?.description ?? null, 200)
  name.required = true
  const url = drawLine('endpoint-url', known?.url ?? null, 2000, 'url')
  url.required = true
  const choice = drawEventChoice(known?.types ?? [])
  const said = h('div')
  const submit = async (event: Event) => {
    event.preventDefault()
    const types = choice.types()
    if (types === null) {
      said.replaceChildren(h('p', { class: 'error', role: 'alert' }, words.none))
      choice.focus()
      return
    }
    try {
      await save({ description: name.value.trim(), url: url.value.trim(), types })
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  return h(
    'form',
    { class: 'key-form', onsubmit: submit },
    h(known ? 'h2' : 'h3', {}, known ? words.changeTitle : words.title),
    h(
      'div',
      { class: 'stack endpoint-fields' },
      drawField(words.description, name),
      drawField(known ? words.changedUrl : words.url, url),
    ),
    choice.field,
    said,
    drawEnding(known ? words.save : words.add, consoleWordsIn(language).cancel, leave),
  )
}

/** All events, or some of them; null where none is ticked. */
function drawEventChoice(chosen: readonly string[]): {
  field: HTMLElement
  types: () => EventTypes | null
  focus: () => void
} {
  const words = exchangesWordsIn(pageLanguage()).form
  const radio = (id: string, isChecked: boolean) =>
    h('input', { type: 'radio', name: 'endpoint-which', id, checked: isChecked })
  const all = radio('endpoint-all', chosen.length === 0)
  const some = radio('endpoint-some', chosen.length > 0)
  const boxes = new Map<EventTypes[number], HTMLInputElement>()
  const group = ({ name, types }: EventGroup) =>
    h(
      'fieldset',
      { class: 'key-scopes' },
      h('legend', {}, name),
      ...types.map(([type, text]) => {
        const id = `event-${type.replace(/[^a-z]/g, '-')}`
        const box = h('input', { type: 'checkbox', id, checked: chosen.includes(type) })
        boxes.set(type, box)
        return h('div', { class: 'box' }, box, h('label', { for: id }, text))
      }),
    )
  const groups = h('div', { class: 'key-groups' }, ...eventGroupsIn(pageLanguage()).map(group))
  const follow = () => {
    groups.hidden = all.checked
  }
  const field = h(
    'fieldset',
    { class: 'endpoint-which', onchange: follow },
    h('legend', {}, words.which),
    h('div', { class: 'box' }, all, h('label', { for: all.id }, words.all)),
    h('div', { class: 'box' }, some, h('label', { for: some.id }, words.some)),
    groups,
  )
  follow()
  const types = () => {
    if (all.checked) return []
    const ticked = [...boxes].filter(([, box]) => box.checked).map(([type]) => type)
    return ticked.length > 0 ? ticked : null
  }
  return { field, types, focus: () => boxes.values().next().value?.focus() }
}
