import type { RuleCostShown } from '#contract/explanation.ts'
import { pageLanguage } from '../api.ts'
import { insightWordsIn } from '../words/console-insight.ts'
import { tag } from './console-markup.ts'
import { type ConsoleTable, tableOf } from './console-table.ts'

/** What each rule costs, the dearest first. */
export function ruleCostsTable(costs: RuleCostShown[], file: string): ConsoleTable<RuleCostShown> {
  const language = pageLanguage()
  const words = insightWordsIn(language).rules
  return tableOf<RuleCostShown>({
    name: 'rules',
    caption: words.title,
    rows: costs.toSorted(
      (a, b) =>
        (b.gain?.pairs ?? -1) - (a.gain?.pairs ?? -1) || (b.gain?.points ?? 0) - (a.gain?.points ?? 0),
    ),
    file: `${file}-${words.title.toLowerCase()}`,
    columns: [
      { key: 'rule', label: words.rule, value: ({ name }) => name[language] },
      { key: 'removes', label: words.removes, value: ({ removes }) => removes, numeric: true },
      {
        key: 'gain',
        label: words.gain,
        value: (cost) => cost[language],
        cell: (cost) => (cost.gain === null ? tag(words.never, { tone: 'none' }) : cost[language]),
      },
    ],
  })
}
