import type { ProgrammeShown } from '#contract/programme.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { writeInstantDay } from './console-figures.ts'
import { type Child, tag } from './console-markup.ts'
import { countProgramme, isOver, nextRound, type ProgrammeSeen } from './console-schedule.ts'
import { RUN_TONES, runStateOf, SIGN_UP_TONES, signUpStateOf } from './console-state.ts'
import { type ConsoleTable, tableOf } from './console-table.ts'

/** Every programme on one line. What has not been looked into yet is an ellipsis. */
export function programmesTable(
  programmes: ProgrammeShown[],
  seen: ReadonlyMap<string, ProgrammeSeen>,
): ConsoleTable<ProgrammeShown> {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  const now = Date.now()
  const known = ({ slug }: ProgrammeShown) => seen.get(slug)
  const count = (programme: ProgrammeShown, key: 'mentors' | 'mentees') => {
    const programmeSeen = known(programme)
    return programmeSeen ? countProgramme(programmeSeen)[key] : null
  }
  const next = (programme: ProgrammeShown) => {
    const runs = known(programme)?.runs
    return runs && !isOver(programme, now) ? nextRound(programme, runs, now) : null
  }
  const or = (programme: ProgrammeShown, cell: Child): Child =>
    cell ?? (known(programme) ? words.unknown : '…')
  const day = (programme: ProgrammeShown, at: string | null | undefined) =>
    at ? writeInstantDay(at, language, programme.time_zone) : null

  return tableOf<ProgrammeShown>({
    name: 'programmes',
    caption: words.programmes.title,
    rows: programmes,
    file: words.programmes.title,
    href: ({ slug }) => `/${language}/console/programme/?p=${encodeURIComponent(slug)}`,
    columns: [
      { key: 'name', label: words.programmes.name, value: (programme) => programme.words[language].name },
      {
        key: 'kind',
        label: words.programmes.kind,
        value: ({ kind }) => PROGRAMME_KINDS[kind].name[language],
        choice: true,
      },
      {
        key: 'sign-ups',
        label: words.programmes.signUps,
        value: (programme) => words.signUps[signUpStateOf(programme)],
        cell: (programme) => {
          const state = signUpStateOf(programme)
          return tag(words.signUps[state], { tone: SIGN_UP_TONES[state] ?? 'none' })
        },
        choice: true,
      },
      {
        key: 'next',
        label: words.programmes.next,
        value: next,
        cell: (programme) => or(programme, day(programme, next(programme))),
      },
      {
        key: 'mentors',
        label: words.programmes.mentors,
        value: (programme) => count(programme, 'mentors'),
        cell: (programme) => or(programme, count(programme, 'mentors')?.toLocaleString(language)),
        numeric: true,
      },
      {
        key: 'mentees',
        label: words.programmes.mentees,
        value: (programme) => count(programme, 'mentees'),
        cell: (programme) => or(programme, count(programme, 'mentees')?.toLocaleString(language)),
        numeric: true,
      },
      {
        key: 'last',
        label: words.programmes.last,
        value: (programme) => known(programme)?.runs[0]?.created_at ?? null,
        cell: (programme) => or(programme, lastRun(known(programme), words)),
      },
    ],
  })
}

function lastRun(seen: ProgrammeSeen | undefined, words: ReturnType<typeof consoleWordsIn>): Child {
  const run = seen?.runs[0]
  if (!run) return null
  const state = runStateOf(run)
  return tag(`${words.programme.roundName(run.round)} · ${words.runState[state]}`, {
    tone: RUN_TONES[state] ?? 'none',
  })
}
