import type { ReasonShown } from '#contract/match-run.ts'
import { CRITERION_NAMES } from '#domain/criterion.ts'
import { pageLanguage } from '../api.ts'
import { pairWordsIn } from '../words/console-pair.ts'
import { bar, h } from './console-markup.ts'
import { type Share, wholeShares } from './console-shares.ts'

/**
 * The criteria as bars, what brings the most first: the length is what a criterion could bring, the full part what it
 * brings. The bars are the rows of a table, so that they are also read aloud as numbers.
 */
export function drawCriteria(reasons: readonly ReasonShown[]): HTMLElement {
  const words = pairWordsIn(pageLanguage()).criteria
  const ordered = [...reasons].sort((a, b) => b.points - a.points || b.weight - a.weight)
  const shares = wholeShares(ordered)
  const widest = Math.max(...shares.map(({ most }) => most), 1)
  const total = shares.reduce((sum, { points }) => sum + points, 0)
  const column = (text: string) => h('th', { scope: 'col', role: 'columnheader' }, text)
  return h(
    'table',
    { class: 'criteria', role: 'table' },
    h('caption', { class: 'visually-hidden' }, words.caption),
    h(
      'thead',
      { class: 'visually-hidden', role: 'rowgroup' },
      h('tr', { role: 'row' }, column(words.criterion), column(words.brings), column(words.why)),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      ...ordered.map((reason, at) => drawCriterion(reason, shares[at]!, widest)),
    ),
    h(
      'tfoot',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        h('th', { scope: 'row', role: 'rowheader' }, words.total),
        h('td', { class: 'criterion-points', role: 'cell' }, words.points(total, 100)),
      ),
    ),
  )
}

/** The points of a pair as they are read: the sum of the points of its criteria. */
export function wholeScore(reasons: readonly ReasonShown[]): number {
  return wholeShares(reasons).reduce((sum, { points }) => sum + points, 0)
}

function drawCriterion(reason: ReasonShown, { points, most }: Share, widest: number): HTMLElement {
  const language = pageLanguage()
  const words = pairWordsIn(language).criteria
  return h(
    'tr',
    { role: 'row' },
    h(
      'th',
      { scope: 'row', role: 'rowheader' },
      CRITERION_NAMES[reason.criterion][language],
      h('span', { class: 'criterion-meaning' }, words.about[reason.criterion]),
    ),
    h(
      'td',
      { class: 'criterion-points', role: 'cell' },
      most === 0 ? words.none : words.points(points, most),
    ),
    h(
      'td',
      { class: 'criterion-why', role: 'cell' },
      bar((most / widest) * 100, most > 0 ? points / most : 0),
      reason[language],
    ),
  )
}
