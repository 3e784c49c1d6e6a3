import type { MatchRunShown } from '#contract/match-run.ts'
import type { WholeProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { compareWordsIn } from '../words/console-compare.ts'
import { addressOf } from './console-address.ts'
import { drawChanges } from './console-changes.ts'
import { fill, parameter, titlePage } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawObjectives } from './console-objectives.ts'

interface Compared {
  run: MatchRunShown
  programme: WholeProgrammeShown
  runs: MatchRunShown[]
}

/** A match run beside the one before and beside other ways to choose. The address names it (`?run=`, `&since=`). */
class ConsoleCompare extends HTMLElement {
  private readonly words = compareWordsIn(pageLanguage())

  connectedCallback(): void {
    const id = parameter('run')
    if (id === null) this.replaceChildren(h('p', {}, this.words.missing))
    else
      void fill(
        this,
        () => this.load(id),
        (compared) => this.draw(compared),
      )
  }

  private async load(id: string): Promise<Compared> {
    const run = await api.matchRun(id)
    const [programme, runs] = await Promise.all([api.programme(run.programme), api.matchRuns(run.programme)])
    return { run, programme, runs }
  }

  private draw({ run, programme, runs }: Compared): Child[] {
    titlePage(this.words.heading(run.round, programme.words[pageLanguage()].name))
    const objectives = h('div')
    void fill(
      objectives,
      () => matchingApi.objectives(run.id),
      (shown) => [drawObjectives(shown, programme, runs, () => this.openNewest(run))],
    )
    return [
      h('p', {}, h('a', { href: addressOf('run', { id: run.id }) }, this.words.backToRun)),
      this.section('changes', drawChanges(run, programme, runs)),
      this.section('objectives', [h('p', {}, this.words.objectives.lead), objectives]),
    ]
  }

  /** After another run: the same page about the newest one, beside this one. */
  private async openNewest(run: MatchRunShown): Promise<void> {
    const [newest] = await api.matchRuns(run.programme)
    if (newest && newest.id !== run.id)
      location.assign(addressOf('compare', { run: newest.id, since: run.id }))
  }

  private section(key: 'changes' | 'objectives', content: Child[]): HTMLElement {
    return h('section', { class: 'console-section', id: key }, h('h2', {}, this.words[key].title), ...content)
  }
}

customElements.define('console-compare', ConsoleCompare)
