import type { ExplanationShown } from '#contract/explanation.ts'
import type { MatchRunShown } from '#contract/match-run.ts'
import type { Role } from '#domain/participant.ts'
import { api, pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { consoleWordsIn } from '../words/console.ts'
import { pairWordsIn } from '../words/console-pair.ts'
import { addressOf } from './console-address.ts'
import { drawAlternatives } from './console-alternatives.ts'
import { drawCriteria, wholeScore } from './console-criteria.ts'
import { Decisions, drawDecision } from './console-decisions.ts'
import { accordOf } from './console-figures.ts'
import { fill, parameter, titlePage } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawPerson, nameOf } from './console-person.ts'
import { drawProof } from './console-proof.ts'

interface PairSeen {
  run: MatchRunShown
  shown: ExplanationShown
  decisions: Decisions
}

/** Why these two: the page of one proposal. The address names it (`?run=&proposal=`). */
class ConsolePair extends HTMLElement {
  private readonly language = pageLanguage()
  private readonly words = pairWordsIn(this.language)

  connectedCallback(): void {
    const [run, proposal] = [parameter('run'), parameter('proposal')]
    if (run === null || proposal === null) this.replaceChildren(h('p', {}, this.words.missing))
    else
      void fill(
        this,
        () => this.load(run, proposal),
        (seen) => this.draw(seen),
      )
  }

  private async load(id: string, proposal: string): Promise<PairSeen> {
    const [run, shown] = await Promise.all([api.matchRun(id), matchingApi.explanation(id, proposal)])
    return { run, shown, decisions: await Decisions.load(run.programme) }
  }

  private draw({ run, shown, decisions }: PairSeen): Child[] {
    const { mentor, mentee } = shown.proposal.people
    titlePage(this.words.heading(nameOf(mentor), nameOf(mentee)))
    return [
      this.lead(run, shown),
      h(
        'section',
        { class: 'pair-decision', 'aria-label': this.words.decision.here },
        drawDecision(decisions, mentor, mentee),
      ),
      this.facts(shown),
      this.section('criteria', [
        h('p', { class: 'hint' }, this.words.criteria.lead),
        drawCriteria(shown.proposal.reasons),
      ]),
      this.tips(shown),
      this.section('others', drawAlternatives(shown, decisions)),
      this.section('passed', [h('p', { class: 'hint' }, this.words.passed.lead), this.passed(shown)]),
      drawProof(run),
    ]
  }

  /** The two people, and the one sentence that sums up why. */
  private lead(run: MatchRunShown, { proposal }: ExplanationShown): HTMLElement {
    const { people, exception } = proposal
    const back = addressOf('run', { id: run.id, proposal: proposal.id })
    return h(
      'div',
      { class: 'pair-lead' },
      h(
        'dl',
        { class: 'pair-people' },
        drawPerson('mentor', people.mentor),
        drawPerson('mentee', people.mentee),
      ),
      h('p', { class: 'pair-why' }, this.most(proposal)),
      h('p', {}, this.sum(proposal)),
      exception && h('p', { class: 'notice', 'data-tone': 'watch' }, this.words.exception(exception.levels)),
      h('p', {}, h('a', { href: back }, this.words.backToRun)),
    )
  }

  /** In one sentence, the two criteria that bring the most. */
  private most({ reasons }: ExplanationShown['proposal']): string {
    const { about } = this.words.criteria
    const [first, second] = reasons.toSorted((a, b) => b.points - a.points)
    return this.words.most(about[first!.criterion], about[second!.criterion])
  }

  private sum({ reasons }: ExplanationShown['proposal']): string {
    const points = wholeScore(reasons)
    return this.words.sum(points, consoleWordsIn(this.language).run.accord[accordOf(points)])
  }

  private facts({ facts }: ExplanationShown): HTMLElement | null {
    if (facts.length === 0) return null
    const list = h('ul', { class: 'ticks' }, ...facts.map((fact) => h('li', {}, fact[this.language])))
    return this.section('facts', [list])
  }

  private tips({ proposal, tips }: ExplanationShown): HTMLElement | null {
    const side = (role: Role) =>
      tips[role].length > 0 &&
      h(
        'div',
        { class: 'tips', 'data-role': role },
        h('h3', {}, this.words.tips[role](nameOf(proposal.people[role]))),
        h('ul', {}, ...tips[role].map((tip) => h('li', {}, tip[this.language]))),
      )
    const sides = [side('mentor'), side('mentee')]
    return sides.some(Boolean) ? this.section('tips', [h('div', { class: 'tips-sides' }, ...sides)]) : null
  }

  private passed({ passed }: ExplanationShown): HTMLElement {
    const line = ({ name, finding }: ExplanationShown['passed'][number]) =>
      h('li', {}, h('strong', {}, name[this.language]), h('span', {}, finding[this.language]))
    return h('ul', { class: 'ticks passed', 'data-tone': 'good' }, ...passed.map(line))
  }

  private section(key: 'facts' | 'criteria' | 'passed' | 'tips' | 'others', content: Child[]): HTMLElement {
    const words = this.words[key]
    const title = typeof words === 'string' ? words : words.title
    return h('section', { class: 'console-section', id: key }, h('h2', {}, title), ...content)
  }
}

customElements.define('console-pair', ConsolePair)
