import type { ProgrammeShown } from '#contract/programme.ts'
import { familyName } from '#domain/job-family.ts'
import { pageLanguage } from '../api.ts'
import type { ParticipantShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { h, tag } from './console-markup.ts'
import { type ConsoleTable, tableOf } from './console-table.ts'

/** Who signed up, with what an organiser needs and no more: never a grade, never an answer. */
export function participantsTable(
  programme: ProgrammeShown,
  participants: ParticipantShown[],
): ConsoleTable<ParticipantShown> {
  const language = pageLanguage()
  const words = consoleWordsIn(language)
  return tableOf<ParticipantShown>({
    name: 'people',
    caption: words.programme.people,
    rows: participants,
    sort: { key: 'name', descending: false },
    empty: h('p', { class: 'muted' }, words.programme.noPeople),
    file: `${programme.slug}-${words.programme.people.toLowerCase()}`,
    columns: [
      { key: 'name', label: words.programme.person, value: nameOf },
      {
        key: 'role',
        label: words.programme.role,
        value: ({ role }) => words.roles[role],
        cell: ({ role }) => tag(words.roles[role], { role }),
        choice: true,
      },
      {
        key: 'field',
        label: words.programme.field,
        value: ({ job_family }) => (job_family === null ? null : familyName(job_family)[language]),
        choice: true,
      },
      { key: 'entity', label: words.programme.entity, value: ({ subsidiary }) => subsidiary, choice: true },
      { key: 'site', label: words.programme.site, value: ({ site }) => site },
      {
        key: 'places',
        label: words.programme.places,
        value: ({ role, capacity }) => (role === 'mentor' ? capacity : null),
        cell: ({ role, capacity }) => (role === 'mentor' ? String(capacity) : ''),
        numeric: true,
      },
      {
        key: 'state',
        label: words.programme.state,
        value: ({ state }) => words.participantState[state],
        cell: ({ state }) =>
          state === 'active'
            ? words.participantState[state]
            : tag(words.participantState[state], { tone: state === 'pending' ? 'watch' : 'none' }),
        choice: true,
      },
      { key: 'reference', label: words.run.reference, value: ({ person }) => person, exportOnly: true },
    ],
  })
}

function nameOf({ family_name, given_name, person }: ParticipantShown): string {
  return `${given_name} ${family_name}`.trim() || person
}
