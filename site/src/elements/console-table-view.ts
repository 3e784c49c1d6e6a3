import { pageLanguage } from '../api.ts'
import { type Reading, readSort, type Sort, searchRows, sortRows, writeSort } from './console-arrange.ts'
import type { CsvValue } from './console-csv.ts'
import { parameter, setParameters } from './console-load.ts'
import type { Child } from './console-markup.ts'

/** A column: what it is called, what it sorts and searches by, how it is drawn and exported. */
export interface Column<Row> extends Reading<Row> {
  label: string
  cell?: (row: Row) => Child
  csv?: (row: Row) => CsvValue
  numeric?: boolean
  /** Offers its distinct values as a filter. */
  choice?: boolean
  /** Only in the file, not on the screen. */
  exportOnly?: boolean
}

/** A table as a page describes it. Its first column carries the link or the button that opens the row. */
export interface TableContent<Row> {
  /** Names the table in the address, so that a sorted and filtered table can be shared. */
  name: string
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  sort?: Sort
  /** What stands in place of the rows when there are none at all. */
  empty?: Child
  href?: (row: Row) => string
  open?: (row: Row) => void
  isOpen?: (row: Row) => boolean
  /** Name of the file it can be saved as. */
  file?: string
  /** Id of the region that an open row fills. */
  controls?: string
}

/** Which rows of a table are shown and in what order; the address remembers it. */
export class TableView<Row> {
  readonly content: TableContent<Row>
  sort: Sort | null
  search: string
  readonly choices: Record<string, string> = {}

  constructor(content: TableContent<Row>) {
    this.content = content
    const keys = content.columns.map(({ key }) => key)
    this.sort = readSort(this.remembered('sort'), keys) ?? content.sort ?? null
    this.search = this.remembered('q') ?? ''
    for (const { key, choice } of content.columns) if (choice) this.choices[key] = this.remembered(key) ?? ''
  }

  /** The rows that pass the search and the filters, in order. */
  rows(): Row[] {
    const { rows, columns } = this.content
    const chosen = columns.filter(({ key }) => this.choices[key])
    const filtered = searchRows(rows, columns, this.search).filter((row) =>
      chosen.every(({ key, value }) => String(value(row) ?? '') === this.choices[key]),
    )
    const sorted = columns.find(({ key }) => key === this.sort?.key)
    return sorted ? sortRows(filtered, sorted.value, this.sort!.descending, pageLanguage()) : filtered
  }

  /** Sorts by a column; the same column twice turns the order round. Numbers begin with the greatest. */
  sortBy(column: Column<Row>): void {
    const descending = this.sort?.key === column.key ? !this.sort.descending : Boolean(column.numeric)
    this.sort = { key: column.key, descending }
  }

  clear(): void {
    this.search = ''
    for (const key of Object.keys(this.choices)) this.choices[key] = ''
  }

  remember(): void {
    const isUsual = this.sort === null || JSON.stringify(this.sort) === JSON.stringify(this.content.sort)
    const values: Record<string, string | null> = {
      q: this.search,
      sort: isUsual ? null : writeSort(this.sort!),
      ...this.choices,
    }
    setParameters(
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [`${this.content.name}.${key}`, value || null]),
      ),
    )
  }

  private remembered(key: string): string | null {
    return parameter(`${this.content.name}.${key}`)
  }
}
