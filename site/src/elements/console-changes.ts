import type { ChangesShown, PersonShown } from '#contract/explanation.ts'
import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { consoleWordsIn } from '../words/console.ts'
import { compareWordsIn } from '../words/console-compare.ts'
import { writeInstant } from './console-figures.ts'
import { fill, parameter, setParameters } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { nameOf } from './console-person.ts'
import { tableOf } from './console-table.ts'

type Change = ChangesShown['changes'][number]
const TONES = { new: 'good', gone: 'watch', 'other-partner': 'none' } as const

/** Who changes since another run, and why. The other run is chosen here and kept in the address (`?since=`). */
export function drawChanges(run: MatchRunShown, programme: ProgrammeShown, runs: MatchRunShown[]): Child[] {
  const words = compareWordsIn(pageLanguage()).changes
  const others = runs.filter(({ id, matched }) => id !== run.id && matched !== null)
  if (others.length === 0) return [h('p', { class: 'muted' }, words.first)]
  const result = h('div')
  const choice = drawChoice(others, programme)
  const load = (since: string | null) =>
    fill(
      result,
      () => matchingApi.changes(run.id, since),
      (shown) => {
        if (shown.since) choice.value = shown.since
        return drawResult(shown, `${programme.slug}-${run.round}`)
      },
    )
  choice.onchange = () => {
    setParameters({ since: choice.value })
    void load(choice.value)
  }
  const named = parameter('since')
  void load(others.some(({ id }) => id === named) ? named : null)
  return [h('div', { class: 'field since' }, h('label', { for: choice.id }, words.since), choice), result]
}

function drawChoice(others: MatchRunShown[], programme: ProgrammeShown): HTMLSelectElement {
  const language = pageLanguage()
  const { roundName } = consoleWordsIn(language).programme
  const option = ({ id, round, created_at }: MatchRunShown) =>
    h(
      'option',
      { value: id },
      `${roundName(round)} · ${writeInstant(created_at, language, programme.time_zone)}`,
    )
  return h('select', { class: 'input', id: 'since' }, ...others.map(option))
}

function drawResult({ since, same, changes }: ChangesShown, file: string): Child[] {
  const language = pageLanguage()
  const words = compareWordsIn(language).changes
  if (since === null) return [h('p', { class: 'muted' }, words.first)]
  const sum = [words.same(same), changes.length > 0 && words.count(changes.length)].filter(Boolean).join(' ')
  if (changes.length === 0) return [h('p', { class: 'run-mean' }, words.none)]
  return [h('p', { class: 'run-mean' }, sum), drawTable(changes, file)]
}

function drawTable(changes: Change[], file: string): HTMLElement {
  const language = pageLanguage()
  const words = compareWordsIn(language).changes
  const other = ({ role }: Change) => (role === 'mentor' ? 'mentee' : 'mentor')
  const partner = (person: PersonShown | null) => (person === null ? null : nameOf(person))
  const who = (role: string, name: string) => h('span', { class: 'who', 'data-role': role }, name)
  const somebody = (change: Change, person: PersonShown | null) =>
    person === null ? h('span', { class: 'muted' }, words.nobody) : who(other(change), nameOf(person))
  return tableOf<Change>({
    name: 'changes',
    caption: words.title,
    rows: changes,
    file: `${file}-${words.title.toLowerCase()}`,
    columns: [
      {
        key: 'person',
        label: words.person,
        value: ({ person }) => nameOf(person),
        cell: ({ person, role }) => who(role, nameOf(person)),
      },
      {
        key: 'kind',
        label: words.kind,
        value: ({ kind }) => words.kinds[kind],
        cell: ({ kind }) => tag(words.kinds[kind], { tone: TONES[kind] }),
        choice: true,
      },
      {
        key: 'before',
        label: words.before,
        value: ({ before }) => partner(before),
        cell: (change) => somebody(change, change.before),
      },
      {
        key: 'after',
        label: words.after,
        value: ({ after }) => partner(after),
        cell: (change) => somebody(change, change.after),
      },
      { key: 'why', label: words.why, value: ({ why }) => why[language] },
    ],
  })
}
