import type { PersonShown } from '#contract/explanation.ts'
import { familyName } from '#domain/job-family.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { h } from './console-markup.ts'

/** What somebody is called: the name, or the reference where there is none. */
export function nameOf({ name, person }: Pick<PersonShown, 'name' | 'person'>): string {
  return name || person
}

/** What helps to recognise somebody: field of work, company, workplace. */
export function placeOf({ job_family, subsidiary, site }: Omit<PersonShown, 'person' | 'name'>): string {
  const field = job_family === null ? null : familyName(job_family)[pageLanguage()]
  return [field, subsidiary, site].filter(Boolean).join(' · ')
}

/** Somebody in the colour of their role. */
export function drawPerson(role: Role, person: PersonShown): HTMLElement {
  return h(
    'div',
    { class: 'person', 'data-role': role },
    h('dt', {}, consoleWordsIn(pageLanguage()).roles[role]),
    h('dd', { class: 'person-name' }, nameOf(person)),
    h('dd', { class: 'hint' }, placeOf(person)),
  )
}
