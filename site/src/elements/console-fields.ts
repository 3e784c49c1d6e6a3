import type { FieldRefusal } from '../api-error.ts'
import { type Draft, FIELDS, fieldFor } from './console-draft.ts'
import { h } from './console-markup.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function controlsOf(form: HTMLFormElement): [string, Control][] {
  return Object.keys(FIELDS).flatMap((pointer): [string, Control][] => {
    const control = form.elements.namedItem(pointer) as Control | null
    return control ? [[pointer, control]] : []
  })
}

const isBox = (control: Control): control is HTMLInputElement => control.type === 'checkbox'

/** What the form holds now. */
export function readForm(form: HTMLFormElement): Draft {
  return Object.fromEntries(
    controlsOf(form).map(([pointer, control]) => [
      pointer,
      isBox(control) ? (control.checked ? 'on' : '') : control.value,
    ]),
  )
}

/** Writes a draft into the form; fields the draft does not name keep what they hold. */
export function writeForm(form: HTMLFormElement, draft: Draft): void {
  for (const [pointer, control] of controlsOf(form)) {
    const text = draft[pointer]
    if (text === undefined) continue
    if (isBox(control)) control.checked = text !== ''
    else control.value = text
  }
  form.dispatchEvent(new Event('draft-written'))
}

/** Takes away what was said of fields before. */
export function clearRefusals(form: HTMLFormElement): void {
  for (const said of form.querySelectorAll('.error')) said.remove()
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid')
    const hint = control.getAttribute('data-hint')
    if (hint) control.setAttribute('aria-describedby', hint)
    else control.removeAttribute('aria-describedby')
  }
}

/**
 * Says each refusal above its field, and gives the lines of a summary whose links put the cursor there.
 * What concerns no field of the form is said in the summary alone.
 */
export function showRefusals(form: HTMLFormElement, errors: readonly FieldRefusal[]): HTMLElement[] {
  const wrappers = [...form.querySelectorAll<HTMLElement>('[data-pointer]')]
  const known = wrappers.map(({ dataset }) => dataset.pointer!)
  return errors.map(({ pointer, detail }, place) => {
    const wrapper = wrappers[known.indexOf(fieldFor(pointer, known) ?? '')]
    const control = wrapper?.querySelector<Control>('input, textarea, select')
    if (!wrapper || !control) return h('li', {}, detail)
    const said = h('p', { class: 'error', id: `refusal-${place}` }, detail)
    const isGroup = wrapper.tagName === 'FIELDSET'
    if (isGroup) wrapper.querySelector('.hint')?.after(said)
    else control.before(said)
    control.setAttribute('aria-invalid', 'true')
    control.setAttribute('aria-describedby', [said.id, control.dataset.hint].filter(Boolean).join(' '))
    const reach = (event: Event) => {
      event.preventDefault()
      control.focus()
    }
    return h(
      'li',
      {},
      h('a', { href: `#${control.id}`, onclick: reach }, labelOf(wrapper)),
      `\u00a0: ${detail}`,
    )
  })
}

/** What a field is called, and in which group where two groups have a field of that name. */
function labelOf(wrapper: HTMLElement): string {
  const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? ''
  const label = text(wrapper.querySelector(':scope > label, :scope > legend'))
  const group = text(wrapper.parentElement?.closest('fieldset')?.querySelector(':scope > legend'))
  return group === '' ? label : `${label} (${group.toLowerCase()})`
}
