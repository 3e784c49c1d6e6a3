import type { ProgrammeShown } from '#contract/programme.ts'
import type { OverviewShown, TaskShown } from '#contract/task.ts'
import { api, pageLanguage } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { lifeApi } from '../api-life.ts'
import { consoleWordsIn } from '../words/console.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { failure, fill } from './console-load.ts'
import { lookInto } from './console-look.ts'
import { type Child, h } from './console-markup.ts'
import { drawNumbers } from './console-numbers.ts'
import { programmesTable } from './console-programmes.ts'
import type { ProgrammeSeen } from './console-schedule.ts'
import { drawTasks } from './console-tasks.ts'

/** How many programmes are asked for at the same time. */
const AT_ONCE = 4

/** The first screen: five numbers over open programmes, what to do by deadline, all programmes. */
class ConsoleHome extends HTMLElement {
  private readonly words = consoleWordsIn(pageLanguage())
  private readonly life = lifeWordsIn(pageLanguage())
  private readonly numbers = h('div')

  connectedCallback(): void {
    void fill(
      this,
      () => Promise.all([api.programmes(), lifeApi.tasks(), lifeApi.overview()]),
      ([programmes, tasks, overview]) => this.draw(programmes, tasks, overview),
    )
  }

  private draw(programmes: ProgrammeShown[], tasks: TaskShown[], overview: OverviewShown): Child[] {
    programmes.sort((a, b) => (b.published_at ?? '9').localeCompare(a.published_at ?? '9'))
    if (programmes.length === 0) return [this.empty()]
    const table = h('div', {}, programmesTable(programmes, new Map()))
    void this.lookInto(programmes, table)
    this.numbers.replaceChildren(this.drawOverview(overview))
    const now = Date.parse(overview.counted_at)
    const done = () => void this.count()
    return [
      this.numbers,
      h(
        'section',
        { class: 'console-section' },
        h('h2', {}, this.life.tasks.title),
        drawTasks(tasks, { now, done }),
      ),
      h('section', { class: 'console-section' }, h('h2', {}, this.words.programmes.title), table),
    ]
  }

  /** Counts again after something was done. */
  private async count(): Promise<void> {
    try {
      this.numbers.replaceChildren(this.drawOverview(await lifeApi.overview()))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }

  /** Looks into every programme; one that does not answer is said so, and the others are shown all the same. */
  private async lookInto(programmes: ProgrammeShown[], table: Element): Promise<void> {
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
    table.replaceChildren(programmesTable(programmes, seen))
    if (failed instanceof ApiError) this.prepend(failure(failed, () => this.connectedCallback()))
    else if (failed) throw failed
  }

  private drawOverview({
    candidates,
    eligible,
    matched,
    healthy,
    problems,
    pairs,
  }: OverviewShown): HTMLElement {
    const words = this.life.numbers
    return drawNumbers(words.title, [
      { value: candidates, words: words.candidates },
      { value: eligible, words: words.eligible },
      { value: matched, words: words.matched, role: 'shared' },
      { value: healthy, words: [words.healthy[0] ?? '', words.split(pairs)], role: 'shared' },
      { value: problems, words: words.problems },
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
