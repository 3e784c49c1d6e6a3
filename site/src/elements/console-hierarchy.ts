import type { HierarchyReportShown, NamedPersonShown } from '#contract/hierarchy-report.ts'
import { pageLanguage } from '../api.ts'
import { staffApi } from '../api-staff.ts'
import { staffWordsIn } from '../words/console-staff.ts'
import { writeDay, writeNumber } from './console-figures.ts'
import { fill } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawNumbers } from './console-numbers.ts'

/** What the organisation chart says of itself: four numbers, and what to mend. */
class ConsoleHierarchy extends HTMLElement {
  readonly #language = pageLanguage()
  readonly #words = staffWordsIn(pageLanguage()).hierarchy

  connectedCallback(): void {
    this.load()
    document.addEventListener('staff-changed', this.load)
  }

  disconnectedCallback(): void {
    document.removeEventListener('staff-changed', this.load)
  }

  readonly load = (): void => {
    void fill(
      this,
      () => staffApi.hierarchy(),
      (report) => this.#draw(report),
    )
  }

  #draw(report: HierarchyReportShown): Child[] {
    const words = this.#words
    if (report.active_employees === 0) return [h('p', { class: 'muted' }, words.empty)]
    const { circles, unknown_managers, inactive_managers, without_manager, dotted_only, heads, moves } =
      report
    const isGood = [circles, unknown_managers, inactive_managers, without_manager].every(
      ({ total }) => total === 0,
    )
    return [
      h('p', { class: 'muted' }, words.lead(writeDay(report.day, this.#language))),
      drawNumbers(words.numbers, [
        { value: report.active_employees, words: words.active },
        { value: report.depth, words: words.depth },
        { value: heads.total, words: words.heads },
        { value: without_manager.total, words: words.orphans },
      ]),
      isGood && h('p', { class: 'notice staff-good', 'data-tone': 'good' }, words.good),
      this.#fold(words.circles, words.circlesHint, circles, (path) => [
        path.map((person) => this.#name(person)).join(' → '),
      ]),
      this.#fold(words.unknown, words.unknownHint, unknown_managers, (manager) => this.#manager(manager)),
      this.#fold(words.inactive, words.inactiveHint, inactive_managers, (manager) => this.#manager(manager)),
      this.#fold(words.heads[0] ?? '', words.heads[1] ?? '', heads, (person) => [this.#name(person)]),
      this.#fold(words.orphans[0] ?? '', words.orphans[1] ?? '', without_manager, (person) => [
        this.#name(person),
      ]),
      this.#fold(words.dotted, '', dotted_only, (person) => [this.#name(person)]),
      this.#fold(words.moves, '', moves, ({ effective_on, manager, ...person }) => [
        this.#name(person),
        ' ',
        h(
          'span',
          { class: 'muted' },
          words.move(writeDay(effective_on, this.#language), manager ? this.#name(manager) : words.nobody),
        ),
      ]),
    ]
  }

  /** A list that may be long, folded; nothing where it is empty. */
  #fold<T>(
    title: string,
    hint: string,
    { total, items }: { total: number; items: T[] },
    draw: (item: T) => Child[],
  ): Child {
    if (total === 0) return null
    return h(
      'details',
      { class: 'staff-fold' },
      h('summary', {}, title, h('span', { class: 'hint' }, ` ${this.#count(total)}`)),
      hint !== '' && h('p', { class: 'hint' }, hint),
      h(
        'ul',
        { role: 'list' },
        ...items.map((item) => h('li', {}, ...draw(item))),
        this.#more(total - items.length) && h('li', { class: 'muted' }, this.#more(total - items.length)),
      ),
    )
  }

  #manager({ people, ...manager }: HierarchyReportShown['unknown_managers']['items'][number]): Child[] {
    const named = people.items.slice(0, 5).map((person) => this.#name(person))
    const more = this.#more(people.total - named.length)
    return [
      this.#name(manager),
      ' ',
      h('span', { class: 'muted' }, `${this.#words.names} ${[...named, ...(more ? [more] : [])].join(', ')}`),
    ]
  }

  #name({ person, name }: NamedPersonShown): string {
    return name === null ? person : `${name} (${person})`
  }

  #more(count: number): string {
    return count > 0 ? this.#words.more(this.#count(count)) : ''
  }

  #count(count: number): string {
    return writeNumber(count, this.#language)
  }
}

customElements.define('console-hierarchy', ConsoleHierarchy)
