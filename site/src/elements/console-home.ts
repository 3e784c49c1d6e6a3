import type { ProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { consoleWordsIn } from '../words/console.ts'
import { failure, fill } from './console-load.ts'
import { lookInto } from './console-look.ts'
import { type Child, h } from './console-markup.ts'
import { drawNumbers } from './console-numbers.ts'
import { programmesTable } from './console-programmes.ts'
import {
  addCounts,
  type Counts,
  countProgramme,
  isOver,
  type ProgrammeSeen,
  tasksFor,
} from './console-schedule.ts'
import { drawTasks } from './console-tasks.ts'

/** How many programmes are asked for at the same time. */
const AT_ONCE = 4

/** The first screen: five numbers over open programmes, what to do today, all programmes. */
class ConsoleHome extends HTMLElement {
  private readonly words = consoleWordsIn(pageLanguage())

  connectedCallback(): void {
    void fill(
      this,
      () => this.load(),
      (programmes) => this.draw(programmes),
    )
  }

  private async load(): Promise<ProgrammeShown[]> {
    const programmes = await api.programmes()
    return programmes.sort((a, b) => (b.published_at ?? '9').localeCompare(a.published_at ?? '9'))
  }

  private draw(programmes: ProgrammeShown[]): Child[] {
    if (programmes.length === 0) return [this.empty()]
    const numbers = h('div', { 'aria-busy': 'true' }, this.numbers(null))
    const tasks = h('div', { 'aria-busy': 'true' }, h('p', { class: 'muted' }, this.words.loading))
    const table = h('div', {}, programmesTable(programmes, new Map()))
    void this.count(programmes, numbers, tasks, table)
    return [
      numbers,
      h('section', { class: 'console-section' }, h('h2', {}, this.words.tasks.title), tasks),
      h('section', { class: 'console-section' }, h('h2', {}, this.words.programmes.title), table),
    ]
  }

  /** Looks into every programme; one that does not answer is said so, and the others are shown all the same. */
  private async count(programmes: ProgrammeShown[], numbers: Element, tasks: Element, table: Element) {
    const seen = new Map<string, ProgrammeSeen>()
    let failed: unknown = null
    const waiting = [...programmes]
    const look = async () => {
      for (let programme = waiting.shift(); programme; programme = waiting.shift()) {
        try {
          seen.set(programme.slug, await lookInto(programme))
        } catch (error) {
          failed = error
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, look))
    const now = Date.now()
    const open = [...seen.values()].filter(({ programme }) => !isOver(programme, now))
    numbers.replaceChildren(this.numbers(failed ? null : addCounts(open.map(countProgramme))))
    tasks.replaceChildren(drawTasks(tasksFor(open, now)))
    table.replaceChildren(programmesTable(programmes, seen))
    for (const region of [numbers, tasks]) region.removeAttribute('aria-busy')
    if (failed instanceof ApiError) this.prepend(failure(failed, () => this.connectedCallback()))
    else if (failed) throw failed
  }

  private numbers(counts: Counts | null): HTMLElement {
    const words = this.words.numbers
    return drawNumbers(words.title, [
      { value: counts?.candidates ?? null, words: words.candidates },
      { value: counts?.places ?? null, words: words.places, role: 'mentor' },
      { value: counts?.matched ?? null, words: words.matched, role: 'shared' },
      { value: counts?.awaiting ?? null, words: words.awaiting },
      { value: counts?.pairs ?? null, words: words.pairs, role: 'shared' },
    ])
  }

  private empty(): HTMLElement {
    const words = this.words.programmes
    return h(
      'section',
      { class: 'console-empty' },
      h('h2', {}, words.emptyTitle),
      h('p', {}, words.empty),
      h('p', {}, h('a', { class: 'button', href: `/${pageLanguage()}/console/new/` }, words.create)),
    )
  }
}

customElements.define('console-home', ConsoleHome)
