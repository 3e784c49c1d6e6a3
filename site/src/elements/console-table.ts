import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { h } from './console-markup.ts'
import { tableHeader, tableLine } from './console-table-rows.ts'
import { tableTools } from './console-table-tools.ts'
import { type Column, type TableContent, TableView } from './console-table-view.ts'

const ROWS_AT_ONCE = 200
/** From this many rows on, a table offers search and filters. */
const ROWS_TO_SEARCH = 6

/** The one table of the console: sort, search, filter, export, arrows between rows, the same everywhere. */
export class ConsoleTable<Row = unknown> extends HTMLElement {
  private view!: TableView<Row>
  private limit = ROWS_AT_ONCE
  private current = 0
  private readonly words = consoleWordsIn(pageLanguage()).table
  private readonly head = h('tr', { role: 'row' })
  private readonly body = h('tbody', { role: 'rowgroup' })
  private readonly foot = h('div', { class: 'table-foot' })
  private readonly tally = h('p', { class: 'table-count', role: 'status' })

  show(content: TableContent<Row>): this {
    this.view = new TableView(content)
    if (content.rows.length === 0 && content.empty) {
      this.replaceChildren(content.empty as Node)
      return this
    }
    const caption = h('caption', { class: 'visually-hidden' }, content.caption)
    this.head.dataset.sort = this.words.sortBy
    const head = h('thead', { role: 'rowgroup' }, this.head)
    const table = h('table', { role: 'table' }, caption, head, this.body)
    const region = { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': content.caption }
    const tools = tableTools(this.view, this.tally, () => this.change())
    if (content.rows.length < ROWS_TO_SEARCH && !this.view.search) tools.classList.add('is-short')
    this.replaceChildren(tools, h('div', region, table), this.foot)
    this.onkeydown = (event) => this.move(event)
    this.draw()
    return this
  }

  /** Draws the rows again, as when one was opened or closed. */
  draw(): void {
    const rows = this.view.rows()
    const { columns, open } = this.view.content
    this.current = Math.max(
      0,
      rows.findIndex((row) => this.isOpen(row)),
    )
    const onScreen = columns.filter(({ exportOnly }) => !exportOnly)
    this.head.replaceChildren(
      ...onScreen.map((column) => tableHeader(column, this.view.sort, () => this.sortBy(column))),
    )
    this.body.replaceChildren(
      ...rows
        .slice(0, this.limit)
        .map((row, place) => tableLine(this.view.content, onScreen, row, place === this.current)),
    )
    this.tally.textContent = this.words.count(rows.length, this.view.content.rows.length)
    this.foot.replaceChildren(
      ...this.footnotes(rows.length),
      ...(open && rows.length > 1 ? [this.hint()] : []),
    )
  }

  /** Puts the cursor of the keyboard back on a row. */
  focusRow(row: Row): void {
    this.handles()[this.view.rows().indexOf(row)]?.focus()
  }

  /** The row some steps further down (or up) from this one, as the table is sorted and filtered now. */
  rowBeside(row: Row, steps: number): Row | undefined {
    const rows = this.view.rows()
    return rows[rows.indexOf(row) + steps]
  }

  private change(): void {
    this.limit = ROWS_AT_ONCE
    this.view.remember()
    this.draw()
  }

  private sortBy(column: Column<Row>): void {
    this.view.sortBy(column)
    this.change()
    this.head.querySelector<HTMLElement>('[aria-sort] button')?.focus()
  }

  private isOpen(row: Row): boolean {
    return this.view.content.isOpen?.(row) ?? false
  }

  private handles(): HTMLElement[] {
    return [...this.body.querySelectorAll<HTMLElement>('.row-handle')]
  }

  private footnotes(shown: number): HTMLElement[] {
    if (shown === 0) {
      const clear = () => {
        this.view.clear()
        this.view.remember()
        this.show(this.view.content)
      }
      const button = h('button', { type: 'button', class: 'link-button', onclick: clear }, this.words.clear)
      return [h('p', { class: 'table-nothing' }, this.words.nothing, ' ', button)]
    }
    if (shown <= this.limit) return []
    const count = Math.min(ROWS_AT_ONCE, shown - this.limit)
    const more = () => {
      this.limit += ROWS_AT_ONCE
      this.draw()
    }
    return [
      h('button', { type: 'button', class: 'button button-quiet', onclick: more }, this.words.more(count)),
    ]
  }

  private hint(): HTMLElement {
    return h('p', { class: 'hint console-keys' }, this.words.keys)
  }

  private move(event: KeyboardEvent): void {
    const handles = this.handles()
    const from = handles.indexOf(event.target as HTMLElement)
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: handles.length - 1 }[event.key]
    if (from < 0 || to === undefined || !handles[to]) return
    event.preventDefault()
    handles[from]!.tabIndex = handles[from]!.tagName === 'A' ? 0 : -1
    handles[to]!.tabIndex = 0
    handles[to]!.focus()
  }
}

customElements.define('console-table', ConsoleTable)

/** A table, ready to be put into a page. */
export function tableOf<Row>(content: TableContent<Row>): ConsoleTable<Row> {
  return new ConsoleTable<Row>().show(content)
}
