import { pageLanguage } from '../api.ts'
import { accessWordsIn } from '../words/console-access.ts'
import { drawAct } from './console-labelled.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** Values to carry elsewhere: each with its name and a button that copies it. */
export function drawCopies(values: readonly (readonly [name: string, value: string])[]): HTMLElement {
  return h(
    'dl',
    { class: 'facts copies' },
    ...values.map(([name, value]) =>
      h('div', {}, h('dt', {}, name), h('dd', {}, h('code', {}, value), drawCopy(name, value))),
    ),
  )
}

function drawCopy(name: string, value: string): HTMLElement {
  const words = accessWordsIn(pageLanguage())
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      announce(words.copied(name))
    } catch {
      // Not allowed here, or no clipboard: the text can still be selected.
      announce(words.notCopied)
    }
  }
  return drawAct(words.copy, name, () => void copy())
}
