import type { Columns } from '#contract/column-mapping.ts'
import type { FileFormat } from '#contract/employee-file.ts'
import { FILE_FIELDS, isRefusedHeader } from '#contract/employee-file-fields.ts'
import { pageLanguage } from '../api.ts'
import { staffApi } from '../api-staff.ts'
import { staffWordsIn } from '../words/console-staff.ts'
import { type ColumnChoice, choiceFor, columnsAfter } from './console-import-choice.ts'
import { formatOf, readTitles } from './console-import-header.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

/** Which column of a chosen file is which field: what is recognised, what was remembered, what is left to say. */
export class ImportColumns {
  readonly element = h('div', { class: 'staff-columns' })
  readonly #words = staffWordsIn(pageLanguage()).columns
  /** What somebody chose for this file; it stays chosen when another source is named. */
  readonly #chosen = new Map<string, ColumnChoice>()
  #file: File | null = null
  #remembered: Columns = {}
  #selects = new Map<string, HTMLSelectElement>()
  #shown = 0

  /** Reads the titles of a file and what is remembered of its source. */
  async show(file: File | null, source: string): Promise<void> {
    const mine = ++this.#shown
    if (file !== this.#file) this.#chosen.clear()
    this.#file = file
    this.#selects = new Map()
    if (!file) return this.element.replaceChildren()
    this.element.replaceChildren(h('p', { class: 'muted', role: 'status' }, this.#words.reading))
    try {
      const [format, remembered] = await Promise.all([
        formatOf(file),
        source === '' ? {} : staffApi.columns(source),
      ])
      const titles = format === 'ndjson' ? null : await readTitles(file, format)
      if (mine !== this.#shown) return
      this.#remembered = remembered
      this.#draw(format, titles)
    } catch (error) {
      if (mine === this.#shown) this.element.replaceChildren(failure(error))
    }
  }

  /** Keeps under the source what was chosen here, where it differs from what is known already. */
  async remember(source: string): Promise<void> {
    const choices = [...this.#selects].map(([title, { value }]) => [title, value as ColumnChoice] as const)
    const columns = columnsAfter(this.#remembered, new Map(choices))
    if (JSON.stringify(columns) === JSON.stringify(this.#remembered)) return
    await staffApi.rememberColumns(source, columns)
    this.#remembered = columns
  }

  #draw(format: FileFormat, titles: string[] | null): void {
    const words = this.#words
    if (titles === null) {
      const text = format === 'ndjson' ? words.objects : words.unreadable
      this.element.replaceChildren(h('p', { class: 'hint' }, text))
      return
    }
    const lines = titles.map((title, place) => this.#line(title, place))
    const said = h('p', { role: 'status' })
    const fold = h(
      'details',
      { class: 'staff-fold' },
      h('summary', {}, words.title),
      h(
        'table',
        { class: 'staff-mapping' },
        h('caption', { class: 'visually-hidden' }, words.title),
        h(
          'thead',
          {},
          h('tr', {}, h('th', { scope: 'col' }, words.column), h('th', { scope: 'col' }, words.becomes)),
        ),
        h('tbody', {}, ...lines),
      ),
    )
    const judge = () => {
      const chosen = [...this.#selects.values()].map(({ value }) => value)
      const unknown = chosen.filter((value) => value === 'skip').length
      const isNamed = chosen.some((value) => value === 'external_id' || value === 'several')
      said.textContent = !isNamed ? words.noIdentifier : unknown > 0 ? words.unknown(unknown) : words.allKnown
      said.className = isNamed ? 'hint' : 'error'
      return !isNamed || unknown > 0
    }
    fold.addEventListener('change', judge)
    fold.open = judge()
    this.element.replaceChildren(said, fold)
  }

  #line(title: string, place: number): HTMLElement {
    const words = this.#words
    const id = `import-column-${place}`
    const name = h('th', { scope: 'row' }, h('label', { for: id }, title))
    if (isRefusedHeader(title)) {
      return h('tr', {}, h('th', { scope: 'row' }, title), h('td', { class: 'muted' }, words.never))
    }
    const choice = this.#chosen.get(title) ?? choiceFor(title, this.#remembered)
    const options: [ColumnChoice, string][] = [
      ['skip', words.skip],
      ...(choice === 'several' ? [['several', words.several] as [ColumnChoice, string]] : []),
      ...FILE_FIELDS.map((field): [ColumnChoice, string] => [field, words.fields[field]]),
    ]
    const select = h(
      'select',
      {
        class: 'input',
        id,
        onchange: () => this.#chosen.set(title, select.value as ColumnChoice),
      },
      ...options.map(([value, text]) => h('option', { value, selected: value === choice }, text)),
    )
    this.#selects.set(title, select)
    return h('tr', {}, name, h('td', {}, select))
  }
}
