import type { NamedWaiting } from '../api-shapes.ts'

/** What a table sorts by: text by the rules of the language, numbers by size, nothing always last. */
export type Sortable = string | number | null

export interface Sort {
  key: string
  descending: boolean
}

/** A column as far as order and search are concerned. */
export interface Reading<Row> {
  key: string
  value: (row: Row) => Sortable
}

/** Rows in order; ties keep the order they came in, and what is unknown comes last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => Sortable,
  descending: boolean,
  language: string,
): Row[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const sign = descending ? -1 : 1
  return rows
    .map((row, place) => ({ row, place, key: value(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || a.place - b.place
      const order =
        typeof a.key === 'number' && typeof b.key === 'number'
          ? a.key - b.key
          : collator.compare(String(a.key), String(b.key))
      return sign * order || a.place - b.place
    })
    .map(({ row }) => row)
}

/** Rows in which every word of the search is found, whatever the accents and capitals, in any column. */
export function searchRows<Row>(
  rows: readonly Row[],
  columns: readonly Reading<Row>[],
  search: string,
): Row[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...rows]
  return rows.filter((row) => {
    const text = plain(columns.map((column) => column.value(row) ?? '').join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** Text without accents or capitals, for comparing what people type. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}

/** `name` or `-name` in an address, as a sort; null where no such column exists. */
export function readSort(text: string | null, keys: readonly string[]): Sort | null {
  const key = text?.replace(/^-/, '') ?? ''
  return keys.includes(key) ? { key, descending: text!.startsWith('-') } : null
}

export function writeSort(sort: Sort): string {
  return `${sort.descending ? '-' : ''}${sort.key}`
}

/** People left without a pair who share a role and a reason. */
export interface WaitingGroup {
  role: NamedWaiting['role']
  reason: string
  people: NamedWaiting[]
}

/** Groups by role and reason, the largest group first. */
export function groupWaiting(waiting: readonly NamedWaiting[]): WaitingGroup[] {
  const groups = Map.groupBy(waiting, ({ role, reason }) => `${role} ${reason}`)
  return [...groups.values()]
    .map((people) => ({ role: people[0]!.role, reason: people[0]!.reason, people }))
    .sort((a, b) => b.people.length - a.people.length)
}
