import { pageLanguage } from '../api.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { drawAct, drawField, drawLine } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

/** How an address proves whose it is: what to do, a place for what it received, and another try. */
export function drawProof(acts: {
  give: (challenge: string) => Promise<void>
  again: () => Promise<void>
}): HTMLElement {
  const words = exchangesWordsIn(pageLanguage()).proof
  const challenge = drawLine('endpoint-challenge', null, 200)
  challenge.required = true
  challenge.spellcheck = false
  const said = h('div')
  const run = async (act: () => Promise<void>) => {
    try {
      await act()
      said.replaceChildren()
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  const submit = (event: Event) => {
    event.preventDefault()
    void run(() => acts.give(challenge.value.trim()))
  }
  return h(
    'section',
    { class: 'console-section endpoint-proof' },
    h('h2', {}, words.title),
    h('ol', {}, ...words.how.map((step) => h('li', {}, step))),
    h(
      'form',
      { class: 'endpoint-challenge', onsubmit: submit },
      drawField(words.challenge, challenge),
      h('button', { type: 'submit', class: 'button' }, words.give),
    ),
    said,
    h('p', { class: 'hint' }, words.before),
    drawAct(words.again, words.title, () => void run(acts.again)),
  )
}
