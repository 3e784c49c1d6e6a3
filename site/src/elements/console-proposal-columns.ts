import { familyName } from '#domain/job-family.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import type { NamedProposal, ProposedPerson } from '../api-shapes.ts'
import { type ConsoleWords, consoleWordsIn } from '../words/console.ts'
import { toPoints, writeNumber } from './console-figures.ts'
import { bar, h, tag } from './console-markup.ts'
import { PROPOSAL_TONES } from './console-state.ts'
import type { Column } from './console-table-view.ts'

/** What a proposal shows in its table and in its file. */
export function proposalColumns(): Column<NamedProposal>[] {
  const words = consoleWordsIn(pageLanguage())
  const field = ({ job_family }: ProposedPerson) =>
    job_family === null ? null : familyName(job_family)[pageLanguage()]
  const label = (what: string, role: Role) => `${what} (${words.role[role]})`
  const place = (role: Role): Column<NamedProposal>[] => [
    {
      key: `${role}-field`,
      label: label(words.programme.field, role),
      value: ({ people }) => field(people[role]),
      cell: ({ people }) => drawPlace(field(people[role]), people[role].subsidiary),
      choice: true,
    },
    {
      key: `${role}-entity`,
      label: label(words.programme.entity, role),
      value: ({ people }) => people[role].subsidiary,
      exportOnly: true,
    },
  ]
  const name = (role: Role): Column<NamedProposal> => ({
    key: role,
    label: words.roles[role],
    value: (proposal) => proposal.people[role].name || proposal[role],
    cell: (proposal) =>
      h('span', { class: 'who', 'data-role': role }, proposal.people[role].name || proposal[role]),
  })
  return [name('mentor'), ...place('mentor'), name('mentee'), ...place('mentee'), score(words), state(words)]
}

function score(words: ConsoleWords): Column<NamedProposal> {
  return {
    key: 'score',
    label: words.run.score,
    value: ({ score }) => score,
    csv: ({ score }) => Math.round(toPoints(score) * 10) / 10,
    cell: ({ score }) =>
      h(
        'span',
        { class: 'score' },
        bar(100, toPoints(score) / 100),
        writeNumber(toPoints(score), pageLanguage(), 1),
      ),
    numeric: true,
  }
}

function state(words: ConsoleWords): Column<NamedProposal> {
  return {
    key: 'state',
    label: words.programme.state,
    value: ({ state }) => words.proposalState[state],
    cell: ({ state }) => tag(words.proposalState[state], { tone: PROPOSAL_TONES[state] ?? 'none' }),
    choice: true,
  }
}

/** A field of work, and under it the company. */
function drawPlace(field: string | null, entity: string | null): HTMLElement {
  return h('span', {}, field ?? '–', entity !== null && h('span', { class: 'hint place' }, entity))
}
