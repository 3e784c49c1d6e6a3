import type { Scope } from '#domain/permission.ts'
import { pageLanguage } from '../api.ts'
import type { KeyBody } from '../api-access.ts'
import { consoleWordsIn } from '../words/console.ts'
import { accessWordsIn } from '../words/console-access.ts'
import { type ScopeGroup, scopeGroupsIn } from '../words/console-scopes.ts'
import { drawEnding, drawField, drawLine } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

/** A new key: the name of the tool, until when, and what it may do, in plain words by what it is about. */
export function drawKeyForm(save: (key: KeyBody) => Promise<void>, leave: () => void): HTMLElement {
  const language = pageLanguage()
  const words = accessWordsIn(language).form
  const name = drawLine('key-name', null, 80)
  name.required = true
  const until = drawLine('key-until', null, 10, 'date')
  const boxes = new Map<Scope, HTMLInputElement>()
  const said = h('div')

  const submit = async (event: Event) => {
    event.preventDefault()
    const scopes = [...boxes].filter(([, box]) => box.checked).map(([scope]) => scope)
    if (scopes.length === 0) {
      said.replaceChildren(h('p', { class: 'error', role: 'alert' }, words.none))
      boxes.values().next().value?.focus()
      return
    }
    try {
      await save({ name: name.value, scopes, expires_at: endOfDay(until.value) })
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  const group = ({ name: title, scopes }: ScopeGroup) =>
    h(
      'fieldset',
      { class: 'key-scopes' },
      h('legend', {}, title),
      ...scopes.map(([scope, text]) => {
        const id = `scope-${scope.replace(/[^a-z]/g, '-')}`
        const box = h('input', { type: 'checkbox', id })
        boxes.set(scope, box)
        return h('div', { class: 'box' }, box, h('label', { for: id }, text))
      }),
    )
  return h(
    'form',
    { class: 'key-form', onsubmit: submit },
    h('h3', {}, words.title),
    h('div', { class: 'fields' }, drawField(words.name, name), drawField(words.until, until)),
    h('h4', { id: 'key-scopes' }, words.scopes),
    h(
      'div',
      { class: 'key-groups', role: 'group', 'aria-labelledby': 'key-scopes' },
      ...scopeGroupsIn(language).map(group),
    ),
    said,
    drawEnding(words.save, consoleWordsIn(language).cancel, leave),
  )
}

/** The last second of a day where the page is read, as an instant; null for no day. */
export function endOfDay(day: string): string | null {
  return day === '' ? null : new Date(`${day}T23:59:59`).toISOString()
}
