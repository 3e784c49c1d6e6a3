import { pageLanguage } from '../api.ts'
import type { NamedProposal } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { parameter, setParameters } from './console-load.ts'
import { h } from './console-markup.ts'
import { proposalColumns } from './console-proposal-columns.ts'
import { drawReasons } from './console-reasons.ts'
import { type ConsoleTable, tableOf } from './console-table.ts'

/** The proposals of a run: a table, and beside it the reasons of the row that is open (`?proposal=`). */
export class ConsoleProposals extends HTMLElement {
  private readonly words = consoleWordsIn(pageLanguage())
  private readonly panel = h('aside', {
    class: 'reasons',
    id: 'reasons',
    hidden: true,
    tabindex: -1,
    'aria-labelledby': 'reasons-title',
  })
  private table!: ConsoleTable<NamedProposal>
  private opened: NamedProposal | null = null

  show(proposals: NamedProposal[], file: string): this {
    this.opened = proposals.find(({ id }) => id === parameter('proposal')) ?? null
    this.table = tableOf<NamedProposal>({
      name: 'proposals',
      caption: this.words.run.proposals,
      rows: proposals,
      sort: { key: 'score', descending: true },
      empty: h('p', { class: 'muted' }, this.words.run.noProposals),
      file: `${file}-${this.words.run.proposals.toLowerCase()}`,
      open: (proposal) => this.open(proposal === this.opened ? null : proposal),
      isOpen: (proposal) => proposal === this.opened,
      controls: 'reasons',
      columns: proposalColumns(),
    })
    this.replaceChildren(this.table, this.panel)
    this.onkeydown = (event) => this.press(event)
    this.drawPanel()
    if (this.opened) requestAnimationFrame(() => this.focusOpened())
    return this
  }

  /** Opens the reasons of a row, or closes them; the cursor stays where the person works. */
  private open(proposal: NamedProposal | null): void {
    const before = this.opened
    this.opened = proposal
    this.table.inert = false
    setParameters({ proposal: proposal?.id ?? null })
    this.table.draw()
    this.drawPanel()
    if (proposal) this.focusOpened()
    else if (before) this.table.focusRow(before)
  }

  /** On a narrow screen the reasons cover the page and take the cursor; elsewhere it stays on the row. */
  private focusOpened(): void {
    const covers = getComputedStyle(this.panel).position === 'fixed'
    this.table.inert = covers
    if (covers) this.panel.focus()
    else if (this.opened) this.table.focusRow(this.opened)
  }

  private press(event: KeyboardEvent): void {
    if (this.opened === null) return
    if (event.key === 'Escape') this.open(null)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.follow(event)
  }

  /** While reasons are open, the arrows carry them from row to row. */
  private follow(event: KeyboardEvent): void {
    const beside = this.table.rowBeside(this.opened!, event.key === 'ArrowDown' ? 1 : -1)
    if (!beside || !(event.target as Element).classList.contains('row-handle')) return
    event.preventDefault()
    this.open(beside)
  }

  private drawPanel(): void {
    this.classList.toggle('is-open', this.opened !== null)
    this.panel.hidden = this.opened === null
    if (this.opened === null) this.panel.replaceChildren()
    else this.panel.replaceChildren(...drawReasons(parameter('id'), this.opened, () => this.open(null)))
  }
}

customElements.define('console-proposals', ConsoleProposals)
