import type { ProgrammeShown } from '#contract/programme.ts'
import type { PairState } from '#domain/pair.ts'
import { pageLanguage } from '../api.ts'
import type { PairShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { writeInstantDay } from './console-figures.ts'
import { h, tag } from './console-markup.ts'
import { type ConsoleTable, tableOf } from './console-table.ts'

const TONES: Record<PairState, string> = { active: 'good', suspended: 'watch', ended: 'none' }

/** The pairs of a programme, the newest first. */
export function pairsTable(programme: ProgrammeShown, pairs: PairShown[]): ConsoleTable<PairShown> {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const day = (at: string | null) => (at ? writeInstantDay(at, language, programme.time_zone) : words.unknown)
  return tableOf<PairShown>({
    name: 'pairs',
    caption: words.programme.pairs,
    rows: pairs,
    sort: { key: 'started', descending: true },
    empty: h('p', { class: 'muted' }, words.programme.noPairs),
    file: `${programme.slug}-${words.programme.pairs.toLowerCase()}`,
    columns: [
      {
        key: 'mentor',
        label: words.roles.mentor,
        value: ({ people, mentor }) => people.mentor.name || mentor,
      },
      {
        key: 'mentee',
        label: words.roles.mentee,
        value: ({ people, mentee }) => people.mentee.name || mentee,
      },
      {
        key: 'state',
        label: words.programme.state,
        value: ({ state }) => words.pairState[state],
        cell: ({ state, suspended_at }) =>
          h(
            'span',
            {},
            tag(words.pairState[state], { tone: TONES[state] }),
            state === 'suspended' &&
              h('span', { class: 'muted' }, ` ${words.tasks.since(day(suspended_at))}`),
          ),
        choice: true,
      },
      {
        key: 'started',
        label: words.programme.started,
        value: ({ started_at }) => started_at,
        cell: ({ started_at }) => day(started_at),
      },
      {
        key: 'ended',
        label: words.programme.ended,
        value: ({ ended_at }) => ended_at,
        cell: ({ ended_at }) => day(ended_at),
      },
    ],
  })
}
