import { h } from './console-markup.ts'

/** A field of a form of the console: its label, its help, its control. */
export function drawField([label, hint]: readonly string[], control: HTMLElement): HTMLElement {
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`)
  return h(
    'div',
    { class: 'field' },
    h('label', { for: control.id }, label ?? ''),
    hint && h('p', { class: 'hint', id: `${control.id}-hint` }, hint),
    control,
  )
}

/** A line to write on, filled in. */
export function drawLine(id: string, value: string | null, max: number, type = 'text'): HTMLInputElement {
  return h('input', { class: 'input', id, type, maxlength: max, value: value ?? '', autocomplete: 'off' })
}

export function drawProse(id: string, value: string, max: number): HTMLTextAreaElement {
  const area = h('textarea', { class: 'input', id, maxlength: max, rows: 3 })
  area.value = value
  return area
}

/** One of a few, the first of them unless another was chosen. */
export function drawSelect(
  id: string,
  options: readonly (readonly [value: string, name: string])[],
  chosen: string,
): HTMLSelectElement {
  return h(
    'select',
    { class: 'input', id },
    ...options.map(([value, name]) => h('option', { value, selected: value === chosen }, name)),
  )
}

/** A button in the middle of text, with what it is about for those who do not see where it stands. */
export function drawAct(label: string, about: string, run: () => void): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'link-button', onclick: run },
    label,
    h('span', { class: 'visually-hidden' }, ` (${about})`),
  )
}

/** What ends a form in the page: the button that sends it, and the one that leaves it. */
export function drawEnding(save: string, cancel: string, leave: () => void): HTMLElement {
  return h(
    'div',
    { class: 'cluster' },
    h('button', { type: 'submit', class: 'button' }, save),
    h('button', { type: 'button', class: 'button button-quiet', onclick: leave }, cancel),
  )
}
