import type { ProgrammeShown } from '#contract/programme.ts'
import type { PairState } from '#domain/pair.ts'
import type { PairHealth } from '#domain/pulse.ts'
import { pageLanguage } from '../api.ts'
import type { PairShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { addressOf } from './console-address.ts'
import { writeInstantDay } from './console-figures.ts'
import { healthTag } from './console-health.ts'
import { h, tag } from './console-markup.ts'
import { type ConsoleTable, tableOf } from './console-table.ts'

const TONES: Record<PairState, string> = { active: 'good', suspended: 'watch', ended: 'none' }

/**
 * The pairs of a programme, the newest first, each opening its page; with how live ones fare, where that is known.
 * `opens` is false for whoever has no page of a pair.
 */
export function pairsTable(
  programme: ProgrammeShown,
  pairs: PairShown[],
  { health, opens = true }: { health?: ReadonlyMap<string, PairHealth>; opens?: boolean } = {},
): ConsoleTable<PairShown> {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const life = lifeWordsIn(language)
  const day = (at: string | null) => (at ? writeInstantDay(at, language, programme.time_zone) : words.unknown)
  return tableOf<PairShown>({
    name: 'pairs',
    caption: words.programme.pairs,
    rows: pairs,
    sort: { key: 'started', descending: true },
    empty: h('p', { class: 'muted' }, words.programme.noPairs),
    file: `${programme.slug}-${words.programme.pairs.toLowerCase()}`,
    ...(opens ? { href: ({ id }: PairShown) => addressOf('life', { id }) } : {}),
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
      ...(health
        ? [
            {
              key: 'health',
              label: life.health.label,
              value: ({ id, state }: PairShown) =>
                state === 'ended' ? null : life.health[health.get(id) ?? 'grey'],
              cell: ({ id, state }: PairShown) =>
                state === 'ended' ? words.unknown : healthTag(health.get(id) ?? 'grey'),
              choice: true,
            },
          ]
        : []),
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
