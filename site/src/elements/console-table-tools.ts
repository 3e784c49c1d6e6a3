import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { toCsv } from './console-csv.ts'
import { saveFile } from './console-file.ts'
import { type Child, h } from './console-markup.ts'
import type { Column, TableView } from './console-table-view.ts'

/** What stands above a table: search, filters, how many rows, export. Every change is told to the table. */
export function tableTools<Row>(view: TableView<Row>, tally: HTMLElement, changed: () => void): HTMLElement {
  const words = consoleWordsIn(pageLanguage()).table
  const { caption, columns, file } = view.content
  const search = h('input', {
    class: 'input table-search',
    type: 'search',
    value: view.search,
    'aria-label': `${words.search} (${caption})`,
    placeholder: words.search,
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => {
      view.search = search.value
      changed()
    },
  })
  const choosers = columns.filter(({ choice }) => choice).map((column) => chooser(view, column, changed))
  const save: Child =
    file !== undefined &&
    h(
      'button',
      { type: 'button', class: 'button button-quiet', onclick: () => saveFile(`${file}.csv`, csvOf(view)) },
      words.export,
    )
  return h('div', { class: 'table-tools' }, search, ...choosers, tally, save)
}

function chooser<Row>(view: TableView<Row>, column: Column<Row>, changed: () => void): HTMLElement {
  const { key, label, value } = column
  const words = consoleWordsIn(pageLanguage()).table
  const values = [...new Set(view.content.rows.map((row) => String(value(row) ?? '')))].filter(Boolean)
  values.sort(new Intl.Collator(pageLanguage()).compare)
  const option = (of: string, text = of) =>
    h('option', { value: of, selected: of === view.choices[key] }, text)
  const select = h(
    'select',
    {
      class: 'input',
      'aria-label': words.filterBy(label),
      onchange: () => {
        view.choices[key] = select.value
        changed()
      },
    },
    option('', label),
    ...values.map((of) => option(of)),
  )
  return select
}

/** The rows as they are shown, in a file. */
function csvOf<Row>(view: TableView<Row>): string {
  const { columns } = view.content
  const rows = view.rows().map((row) => columns.map(({ csv, value }) => (csv ?? value)(row)))
  return toCsv(
    columns.map(({ label }) => label),
    rows,
    pageLanguage(),
  )
}
