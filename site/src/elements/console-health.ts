import type { PairHealth } from '#domain/pulse.ts'
import { pageLanguage } from '../api.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { drawn, h, tag } from './console-markup.ts'

const TONES: Record<PairHealth, string> = { good: 'good', watch: 'watch', trouble: 'trouble', grey: 'none' }

/** How a pair fares, as a word and a colour. */
export function healthTag(health: PairHealth): HTMLElement {
  return tag(lifeWordsIn(pageLanguage()).health[health], { tone: TONES[health] })
}

/** How a pair fared after each of its sessions: one shape each, said as a sentence for those who do not see it. */
export function healthStrip(history: readonly PairHealth[]): HTMLElement {
  const words = lifeWordsIn(pageLanguage()).health
  if (history.length === 0) return h('p', { class: 'muted' }, words.none)
  const names = history.map((health) => words[health]).join(', ')
  return h(
    'div',
    { class: 'health-strip', role: 'img', 'aria-label': words.strip(names) },
    ...history.map(shapeOf),
  )
}

function shapeOf(health: PairHealth): SVGElement {
  const shape = {
    good: () => drawn('circle', { cx: 6, cy: 6, r: 4.5 }),
    watch: () => drawn('path', { d: 'M6 1 11.5 11H.5z' }),
    trouble: () => drawn('rect', { x: 1.5, y: 1.5, width: 9, height: 9 }),
    grey: () => drawn('circle', { cx: 6, cy: 6, r: 4.5 }),
  }[health]
  return drawn(
    'svg',
    { viewBox: '0 0 12 12', 'data-tone': TONES[health], 'aria-hidden': 'true', focusable: 'false' },
    shape(),
  )
}
