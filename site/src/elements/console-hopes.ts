import { STARTING_HOPES } from '#domain/criterion.ts'
import { pageLanguage } from '../api.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { HOPE_NAMES } from './console-hope-names.ts'
import { h } from './console-markup.ts'
import type { MatchingSettings } from './console-matching-settings.ts'

/** How well two hopes answer each other: a number from 0 to 100 for each pair of hopes. */
export function drawHopes(settings: MatchingSettings, changed: () => void): HTMLElement {
  const language = pageLanguage()
  const words = matchingWordsIn(language)
  const nameOf = (hope: string) => HOPE_NAMES.get(hope)?.[language] ?? hope
  const juniors = Object.keys(Object.values(STARTING_HOPES)[0]!)
  const host = h('div', { 'data-pointer': '/hopes' })

  const cell = (senior: string, junior: string) => {
    const input = h('input', {
      class: 'input number-input',
      type: 'number',
      inputmode: 'numeric',
      min: 0,
      max: 100,
      step: 5,
      value: Math.round((settings.hopes[senior]?.[junior] ?? 0) * 100),
      'aria-label': words.hopesCell(nameOf(senior), nameOf(junior)),
    })
    input.oninput = () => {
      const points = Math.min(100, Math.max(0, Number(input.value) || 0))
      settings.hopes = { ...settings.hopes, [senior]: { ...settings.hopes[senior], [junior]: points / 100 } }
      changed()
    }
    return h('td', { role: 'cell', 'data-label': nameOf(junior) }, input)
  }
  const draw = () => {
    const head = juniors.map((junior) => h('th', { scope: 'col', role: 'columnheader' }, nameOf(junior)))
    const rows = Object.keys(STARTING_HOPES).map((senior) =>
      h(
        'tr',
        { role: 'row' },
        h('th', { scope: 'row', role: 'rowheader' }, nameOf(senior)),
        ...juniors.map((junior) => cell(senior, junior)),
      ),
    )
    const corner = h('th', { scope: 'col', role: 'columnheader' }, words.hopesSenior)
    host.replaceChildren(
      h(
        'table',
        { class: 'hopes', role: 'table' },
        h('caption', { class: 'visually-hidden' }, words.hopes[0]!),
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, corner, ...head)),
        h('tbody', { role: 'rowgroup' }, ...rows),
      ),
      h('button', { type: 'button', class: 'button button-quiet', onclick: reset }, words.hopesReset),
    )
  }
  const reset = () => {
    settings.hopes = structuredClone(STARTING_HOPES)
    draw()
    changed()
    host.querySelector('button')?.focus()
  }
  draw()
  return host
}
