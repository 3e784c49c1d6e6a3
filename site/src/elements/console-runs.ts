import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { writeInstant } from './console-figures.ts'
import { h, tag } from './console-markup.ts'
import { RUN_TONES, runStateOf } from './console-state.ts'
import { type ConsoleTable, tableOf } from './console-table.ts'

/** The match runs of a programme, newest first. */
export function runsTable(programme: ProgrammeShown, runs: MatchRunShown[]): ConsoleTable<MatchRunShown> {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const instant = (at: string | null) =>
    at ? writeInstant(at, language, programme.time_zone) : words.unknown
  return tableOf<MatchRunShown>({
    name: 'runs',
    caption: words.programme.runs,
    rows: runs,
    empty: h('p', { class: 'muted' }, words.programme.noRuns),
    href: ({ id }) => `/${language}/console/run/?id=${encodeURIComponent(id)}`,
    columns: [
      {
        key: 'round',
        label: words.run.title,
        value: ({ round }) => round,
        cell: ({ round }) => words.programme.roundName(round),
      },
      {
        key: 'state',
        label: words.programme.state,
        value: (run) => words.runState[runStateOf(run)],
        cell: (run) => tag(words.runState[runStateOf(run)], { tone: RUN_TONES[runStateOf(run)] ?? 'none' }),
        choice: true,
      },
      {
        key: 'created',
        label: words.programme.created,
        value: ({ created_at }) => created_at,
        cell: (run) => instant(run.created_at),
      },
      { key: 'mentors', label: words.programmes.mentors, value: ({ mentors }) => mentors, numeric: true },
      { key: 'mentees', label: words.programmes.mentees, value: ({ mentees }) => mentees, numeric: true },
      { key: 'matched', label: words.programme.matched, value: ({ matched }) => matched, numeric: true },
      {
        key: 'approved',
        label: words.programme.approved,
        value: ({ approved_at }) => approved_at,
        cell: (run) => instant(run.approved_at),
      },
    ],
  })
}
