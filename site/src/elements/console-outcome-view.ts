import type { OutcomesShown } from '#contract/outcome.ts'
import type { OutcomeRoleShown } from '#contract/outcome-life.ts'
import { pageLanguage } from '../api.ts'
import { outcomeWordsIn } from '../words/console-outcomes.ts'
import { writeNumber } from './console-figures.ts'
import { type Child, h } from './console-markup.ts'

const COMPARED = ['SE', 'LD', 'CK', 'EM', 'CO', 'IV', 'PC1', 'LEVELS'] as const
const AT_END = ['RQ', 'PR1', 'AU1'] as const
const ROLES = ['mentor', 'mentee'] as const

/** What a programme has changed, mentors beside mentees (P8), then the life of its pairs; totals alone. */
export function drawOutcomes({ life, fewest_people }: OutcomesShown): HTMLElement {
  const words = outcomeWordsIn(pageLanguage())
  return h(
    'div',
    { class: 'stack' },
    section(
      words.changed,
      ...(isTold(life)
        ? [h('p', { class: 'muted' }, words.lead(fewest_people)), changeTable(life)]
        : [h('p', { class: 'muted' }, words.untold(fewest_people))]),
    ),
    life.objectives.length > 0 &&
      section(
        words.objectives,
        h('p', { class: 'muted' }, words.objectivesHint),
        facts(
          life.objectives.map(({ name, measures }) => [
            name[pageLanguage()],
            measures.map(nameOf).join(' · '),
          ]),
        ),
      ),
    ...ROLES.map((role) => targets(life[role], words[role])),
    section(
      words.pairs,
      facts(lifeFacts(life, fewest_people)),
      h('p', { class: 'muted small' }, words.successHint),
    ),
  )
}

function section(title: string, ...content: Child[]): HTMLElement {
  return h('section', { class: 'console-section' }, h('h2', {}, title), ...content)
}

function facts(lines: readonly (readonly [string, string])[]): HTMLElement {
  return h(
    'dl',
    { class: 'facts facts-lines' },
    ...lines.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  )
}

function nameOf(measure: string): string {
  const { measures, also } = outcomeWordsIn(pageLanguage())
  return { ...measures, ...also }[measure] ?? measure
}

/** Whether any measure was answered by enough people to be told. */
function isTold(life: OutcomesShown['life']): boolean {
  return ROLES.some(
    (role) =>
      life[role].recommendation !== null ||
      AT_END.some((name) => life[role][name] !== null) ||
      COMPARED.some((name) => life[role][name].before !== null || life[role][name].after !== null),
  )
}

function changeTable(life: OutcomesShown['life']): HTMLElement {
  const words = outcomeWordsIn(pageLanguage())
  const row = (name: keyof typeof words.measures, cell: (role: OutcomeRoleShown) => string) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, words.measures[name]),
      ...ROLES.map((role) => h('td', {}, cell(life[role]))),
    )
  const head = h(
    'tr',
    {},
    ...[words.measure, words.mentor, words.mentee].map((name) => h('th', { scope: 'col' }, name)),
  )
  const table = h(
    'table',
    { class: 'plain-table' },
    h('caption', { class: 'visually-hidden' }, words.changed),
    h('thead', {}, head),
    h(
      'tbody',
      {},
      ...COMPARED.map((name) => row(name, (role) => writeChange(role[name]))),
      ...AT_END.map((name) => row(name, (role) => writeInterval(role[name], 1))),
      row('recommendation', ({ recommendation }) =>
        writeInterval(recommendation && { ...recommendation, mean: recommendation.score }, 100),
      ),
    ),
  )
  return h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': words.changed }, table)
}

/** From where to where, by how much with what interval, and by how much with hindsight. */
function writeChange({ before, after, change, change_hindsight }: OutcomeRoleShown['SE']): string {
  const words = outcomeWordsIn(pageLanguage())
  if (!after) return before ? `${number(before.mean, 1)} → ${words.few}` : words.few
  const parts = [
    before && words.beforeAfter.replace('%1', number(before.mean, 1)).replace('%2', number(after.mean, 1)),
    change ? writeInterval(change, 1, true) : !before && number(after.mean, 1),
    change_hindsight && words.hindsight(signed(change_hindsight.mean)),
  ]
  return parts.filter(Boolean).join(' · ')
}

function writeInterval(
  interval: { mean: number; low: number; high: number; people: number } | null,
  times: number,
  isSigned = false,
): string {
  const words = outcomeWordsIn(pageLanguage())
  if (!interval) return words.few
  const write = (value: number) => (isSigned ? signed(value) : number(value * times, times === 1 ? 1 : 0))
  return words.change(write(interval.mean), write(interval.low), write(interval.high), interval.people)
}

function number(value: number, decimals: number): string {
  return writeNumber(value, pageLanguage(), decimals)
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${number(value, 1)}`
}

function targets({ targets: reached }: OutcomeRoleShown, role: string): HTMLElement | false {
  const words = outcomeWordsIn(pageLanguage())
  return (
    reached.length > 0 &&
    section(
      `${words.targets} · ${role}`,
      facts(reached.map(({ name, reached: count, of }) => [name[pageLanguage()], words.reached(count, of)])),
    )
  )
}

function lifeFacts(
  { sessions, endings, ideas, success, mentee }: OutcomesShown['life'],
  fewest: number,
): [string, string][] {
  const words = outcomeWordsIn(pageLanguage())
  const count = (value: number | null) => (value === null ? words.fewer(fewest) : number(value, 0))
  const { pairs } = success
  const made =
    ideas.tried === null && ideas.adopted === null ? null : (ideas.tried ?? 0) + (ideas.adopted ?? 0)
  return [
    [words.planned, count(sessions.planned)],
    [words.held, count(sessions.held)],
    [words.completed, count(endings.completed)],
    [words.separated, count(endings.separation)],
    [words.successful, pairs ? words.reached(pairs.successful, pairs.of) : words.unknown],
    [words.ideas, count(made)],
    ...(mentee.months_saved
      ? ([
          [
            words.months,
            words.monthsFrom(
              mentee.months_saved.at_least,
              mentee.months_saved.at_most,
              mentee.months_saved.people,
            ),
          ],
        ] as [string, string][])
      : []),
  ]
}
