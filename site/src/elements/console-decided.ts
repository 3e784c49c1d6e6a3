import type { PersonShown } from '#contract/explanation.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import type { ParticipantShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { type Decisions, drawDecision } from './console-decisions.ts'
import { h } from './console-markup.ts'

type Somebody = Pick<PersonShown, 'person' | 'name'>

/** What was decided about pairs in advance, and a way to decide about two more people. */
export function drawDecided(decisions: Decisions, participants: readonly ParticipantShown[]): HTMLElement {
  const words = matchingWordsIn(pageLanguage()).decision
  const known = decisions.all()
  const people = (role: Role) =>
    participants
      .filter((each) => each.role === role)
      .map(({ person, given_name, family_name }) => ({ person, name: `${given_name} ${family_name}` }))
      .sort((a, b) => a.name.localeCompare(b.name, pageLanguage()))
  const [mentors, mentees] = [people('mentor'), people('mentee')]
  const named = (among: readonly Somebody[], person: string) =>
    among.find((each) => each.person === person) ?? { person, name: person }
  const line = (mentor: Somebody, mentee: Somebody) =>
    h(
      'li',
      {},
      h('span', { class: 'who', 'data-role': 'mentor' }, mentor.name),
      h('span', { class: 'who', 'data-role': 'mentee' }, mentee.name),
      drawDecision(decisions, mentor, mentee),
    )
  const list = h(
    'ul',
    { class: 'decided', role: 'list' },
    ...known.map(({ mentor, mentee }) => line(named(mentors, mentor), named(mentees, mentee))),
  )
  const empty = h('p', { class: 'muted', hidden: known.length > 0 }, words.none)
  const add = (mentor: Somebody, mentee: Somebody) => {
    empty.hidden = true
    const added = line(mentor, mentee)
    list.append(added)
    added.querySelector('button')?.focus()
  }
  return h('div', {}, list, empty, drawChooser(mentors, mentees, add))
}

/** Two people to decide about: the line with the decisions appears once both are chosen. */
function drawChooser(
  mentors: readonly Somebody[],
  mentees: readonly Somebody[],
  chosen: (mentor: Somebody, mentee: Somebody) => void,
): HTMLElement {
  const words = matchingWordsIn(pageLanguage()).decision
  const { roles } = consoleWordsIn(pageLanguage())
  const choice = (role: Role, people: readonly Somebody[]) =>
    h(
      'select',
      { class: 'input', id: `decide-${role}`, required: true },
      h('option', { value: '' }, words.choose),
      ...people.map(({ person, name }) => h('option', { value: person }, name)),
    )
  const [mentor, mentee] = [choice('mentor', mentors), choice('mentee', mentees)]
  const submit = (event: Event) => {
    event.preventDefault()
    const two = [mentors, mentees].map((people, at) =>
      people.find(({ person }) => person === [mentor, mentee][at]!.value),
    )
    if (two[0] && two[1]) chosen(two[0], two[1])
    mentor.value = ''
    mentee.value = ''
  }
  return h(
    'form',
    { class: 'decide', onsubmit: submit },
    h('div', { class: 'field' }, h('label', { for: mentor.id }, roles.mentor), mentor),
    h('div', { class: 'field' }, h('label', { for: mentee.id }, roles.mentee), mentee),
    h('button', { type: 'submit', class: 'button button-quiet' }, words.add),
  )
}
