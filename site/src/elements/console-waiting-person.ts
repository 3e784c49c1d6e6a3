import type { WaitingExplanationShown } from '#contract/explanation.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { waitingWordsIn } from '../words/console-waiting.ts'
import { addressOf } from './console-address.ts'
import { toPoints, writeNumber } from './console-figures.ts'
import { fill, parameter, titlePage } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawPerson, nameOf, placeOf } from './console-person.ts'

const SUITORS_SHOWN = 12

/** Why somebody has no pair and what would change it. The address names them (`?run=&role=&person=`). */
class ConsoleWaitingPerson extends HTMLElement {
  private readonly language = pageLanguage()
  private readonly words = waitingWordsIn(this.language)

  connectedCallback(): void {
    const [run, role, person] = [parameter('run'), parameter('role'), parameter('person')]
    if (run === null || person === null || (role !== 'mentor' && role !== 'mentee'))
      this.replaceChildren(h('p', {}, this.words.missing))
    else
      void fill(
        this,
        () => matchingApi.waitingExplanation(run, role as Role, person),
        (shown) => this.draw(run, shown),
      )
  }

  private draw(run: string, shown: WaitingExplanationShown): Child[] {
    titlePage(this.words.heading(nameOf(shown.person)))
    return [this.lead(run, shown), ...(shown.left_out ? [] : this.ways(shown))]
  }

  /** Who waits and why; the rest is told only where it was worked out. */
  private lead(run: string, { role, person, words, left_out }: WaitingExplanationShown): HTMLElement {
    return h(
      'div',
      { class: 'pair-lead' },
      h('dl', { class: 'pair-people is-one' }, drawPerson(role, person)),
      h('p', { class: 'pair-why' }, words[this.language]),
      left_out && h('p', {}, left_out[this.language]),
      h('p', {}, h('a', { href: addressOf('run', { id: run }, 'waiting') }, this.words.backToRun)),
    )
  }

  private ways(shown: WaitingExplanationShown): Child[] {
    const { changes, role } = shown
    return [
      this.section(this.words.changes, [
        changes.length > 0
          ? h('ul', {}, ...changes.map((change) => h('li', {}, change[this.language])))
          : h('p', { class: 'muted' }, this.words.noChanges),
      ]),
      this.section(this.words.suitors[role], this.suitors(shown)),
      shown.rules.length > 0 &&
        this.section(this.words.rules, [h('p', {}, this.words.rulesLead[role]), this.rules(shown)]),
    ]
  }

  private suitors({ suitors, role }: WaitingExplanationShown): Child[] {
    if (suitors.length === 0) return [h('p', { class: 'muted' }, this.words.noSuitors)]
    const other = role === 'mentor' ? 'mentee' : 'mentor'
    const line = ({ partner, score, held_by }: WaitingExplanationShown['suitors'][number]) => {
      const names = new Intl.ListFormat(this.language).format(held_by.map(nameOf))
      const nobody = role === 'mentee' ? this.words.free : this.words.noMentor
      return h(
        'li',
        {},
        h('strong', { class: 'who' }, nameOf(partner)),
        h('span', { class: 'hint' }, placeOf(partner)),
        h('p', {}, held_by.length > 0 ? this.words.held[role](names, held_by.length) : nobody),
        h('span', { class: 'hint' }, this.words.score(writeNumber(toPoints(score), this.language))),
      )
    }
    const more = suitors.length - SUITORS_SHOWN
    return [
      h('p', {}, this.words.suitorsLead[role]),
      h(
        'ul',
        { class: 'alternatives', role: 'list', 'data-role': other },
        ...suitors.slice(0, SUITORS_SHOWN).map(line),
      ),
      more > 0 && h('p', { class: 'muted' }, this.words.more(more)),
    ]
  }

  private rules({ rules }: WaitingExplanationShown): HTMLElement {
    const head = (text: string, kind?: string) => h('th', { scope: 'col', class: kind }, text)
    const number = (value: number) => h('td', { class: 'number' }, writeNumber(value, this.language))
    const ordered = rules.toSorted((a, b) => b.alone - a.alone || b.together - a.together)
    return h(
      'table',
      { class: 'plain-table' },
      h('caption', { class: 'hint' }, this.words.aloneHint),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head(this.words.rule),
          head(this.words.alone, 'number'),
          head(this.words.together, 'number'),
        ),
      ),
      h(
        'tbody',
        {},
        ...ordered.map(({ name, alone, together }) =>
          h('tr', {}, h('th', { scope: 'row' }, name[this.language]), number(alone), number(together)),
        ),
      ),
    )
  }

  private section(title: string, content: Child[]): HTMLElement {
    return h('section', { class: 'console-section' }, h('h2', {}, title), ...content)
  }
}

customElements.define('console-waiting-person', ConsoleWaitingPerson)
