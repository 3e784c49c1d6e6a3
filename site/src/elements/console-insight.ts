import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { insightWordsIn } from '../words/console-insight.ts'
import { addressOf } from './console-address.ts'
import { fill, parameter, titlePage } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawPlan } from './console-plan.ts'
import { ruleCostsTable } from './console-rule-costs.ts'
import { drawSupply } from './console-supply.ts'

/** What rules cost, what nobody uses yet, and what more people would take. The address names the run (`?run=`). */
class ConsoleInsight extends HTMLElement {
  private readonly words = insightWordsIn(pageLanguage())

  connectedCallback(): void {
    const id = parameter('run')
    if (id === null) this.replaceChildren(h('p', {}, this.words.missing))
    else
      void fill(
        this,
        async () => {
          const run = await api.matchRun(id)
          return { run, programme: await api.programme(run.programme) }
        },
        ({ run, programme }) => this.draw(run, programme),
      )
  }

  private draw(run: MatchRunShown, programme: ProgrammeShown): Child[] {
    titlePage(this.words.heading(run.round, programme.words[pageLanguage()].name))
    const file = `${programme.slug}-${run.round}`
    const [rules, supply] = [h('div'), h('div')]
    const loadSupply = () =>
      fill(
        supply,
        () => matchingApi.supply(run.id),
        (shown) => drawSupply(shown, file),
      )
    // One after the other: each of them matches again on the server.
    void fill(
      rules,
      () => matchingApi.ruleCosts(run.id),
      (costs) => [ruleCostsTable(costs, file)],
    ).then(loadSupply)
    return [
      h('p', {}, h('a', { href: addressOf('run', { id: run.id }) }, this.words.backToRun)),
      this.section('rules', h('p', {}, this.words.rules.lead), rules),
      this.section('supply', supply),
      this.section('plan', h('p', {}, this.words.plan.lead), drawPlan(programme.slug)),
    ]
  }

  private section(key: 'rules' | 'supply' | 'plan', ...content: Child[]): HTMLElement {
    return h('section', { class: 'console-section', id: key }, h('h2', {}, this.words[key].title), ...content)
  }
}

customElements.define('console-insight', ConsoleInsight)
