import type { Sort } from './console-arrange.ts'
import { type Child, h } from './console-markup.ts'
import type { Column, TableContent } from './console-table-view.ts'

/** The head of a column: a button that sorts, and an arrow that says how the table is sorted. */
export function tableHeader<Row>(column: Column<Row>, sort: Sort | null, press: () => void): HTMLElement {
  const descending = sort?.key === column.key ? sort.descending : null
  const mark = descending === null ? '' : descending ? '↓' : '↑'
  return h(
    'th',
    {
      scope: 'col',
      role: 'columnheader',
      class: column.numeric && 'number',
      'data-key': column.key,
      'aria-sort': descending === null ? null : descending ? 'descending' : 'ascending',
    },
    h(
      'button',
      { type: 'button', onclick: press },
      column.label,
      h('span', { class: 'sort-mark', 'aria-hidden': 'true' }, mark),
    ),
  )
}

/** One row. The roles are spelt out because on a narrow screen the cells are no longer laid out as a table. */
export function tableLine<Row>(
  content: TableContent<Row>,
  columns: Column<Row>[],
  row: Row,
  isCurrent: boolean,
): HTMLElement {
  const { open, isOpen } = content
  const cells = columns.map((column, at) => {
    const inner = column.cell ? column.cell(row) : String(column.value(row) ?? '–')
    const kind = column.numeric && 'number'
    const attributes = { role: 'cell', class: kind, 'data-key': column.key, 'data-label': column.label }
    return h('td', attributes, at === 0 ? handle(content, row, isCurrent, inner) : inner)
  })
  const press = (event: MouseEvent) => {
    if (!(event.target as Element).closest('a, button') && !getSelection()?.toString()) open?.(row)
  }
  const kind = [open && 'is-opener', isOpen?.(row) && 'is-open'].filter(Boolean).join(' ') || null
  return h('tr', { role: 'row', class: kind, onclick: open && press }, ...cells)
}

function handle<Row>(content: TableContent<Row>, row: Row, isCurrent: boolean, inner: Child): Child {
  const { href, open, isOpen, controls } = content
  if (href) return h('a', { class: 'row-handle', href: href(row) }, inner)
  if (!open) return inner
  return h(
    'button',
    {
      type: 'button',
      class: 'row-handle',
      tabindex: isCurrent ? 0 : -1,
      'aria-expanded': String(isOpen?.(row) ?? false),
      'aria-controls': controls,
      onclick: () => open(row),
    },
    inner,
  )
}
