import type { ImportShown, ImportSummary } from '#contract/employee-import.ts'
import { ORGANISATION_TIME_ZONE } from '#domain/reporting-move.ts'
import { pageLanguage } from '../api.ts'
import { staffApi } from '../api-staff.ts'
import { staffWordsIn } from '../words/console-staff.ts'
import { writeInstant } from './console-figures.ts'
import { ImportFile } from './console-import-file.ts'
import { ImportReport } from './console-import-report.ts'
import { fill, parameter, setParameters } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { tableOf } from './console-table.ts'

/** What a source is called that nobody has named yet. */
const SOURCE = 'sirh'

const TONES: Partial<Record<ImportShown['state'], string>> = { completed: 'good', waiting: 'watch' }

/** The staff list by file: sending one, what became of it, and the files before. The address names one (`?id=`). */
class ConsoleImports extends HTMLElement {
  readonly #words = staffWordsIn(pageLanguage())
  readonly #list = h('div')
  readonly #report = new ImportReport({
    isOver: (one) => this.#after(one),
    canImport: (id) => this.#form?.holds(id) ?? false,
    import: () => void this.#form?.import(),
  })
  #form: ImportFile | null = null

  connectedCallback(): void {
    void fill(
      this,
      () => staffApi.imports(),
      (imports) => this.#draw(imports),
    )
  }

  #draw(imports: ImportSummary[]): Child[] {
    this.#form = new ImportFile(imports.find(({ source }) => source)?.source ?? SOURCE, ({ id }) =>
      this.#open(id, true),
    )
    this.#list.replaceChildren(this.#table(imports))
    const id = parameter('id')
    if (id !== null) void this.#report.show(id)
    return [
      this.#form.element,
      this.#report.element,
      h('section', { class: 'console-section' }, h('h2', {}, this.#words.list.title), this.#list),
    ]
  }

  #open(id: string, isNews: boolean): void {
    setParameters({ id })
    void this.#report.show(id, isNews)
    this.#report.element.scrollIntoView({ block: 'start' })
    this.#report.element.focus({ preventScroll: true })
    if (isNews) void this.#reload()
  }

  #after({ mode }: ImportShown): void {
    void this.#reload()
    if (mode !== 'dry-run') document.dispatchEvent(new Event('staff-changed'))
  }

  async #reload(): Promise<void> {
    await fill(
      this.#list,
      () => staffApi.imports(),
      (imports) => [this.#table(imports)],
    )
  }

  #table(imports: ImportSummary[]): HTMLElement {
    const { list, report } = this.#words
    const when = ({ created_at }: ImportSummary) =>
      writeInstant(created_at, pageLanguage(), ORGANISATION_TIME_ZONE)
    return tableOf<ImportSummary>({
      name: 'imports',
      caption: list.title,
      rows: imports,
      empty: h('p', { class: 'muted' }, list.empty),
      file: list.title,
      open: ({ id }) => this.#open(id, false),
      columns: [
        { key: 'when', label: list.when, value: ({ created_at }) => created_at, cell: when, csv: when },
        { key: 'source', label: list.source, value: ({ source }) => source ?? '', choice: true },
        { key: 'mode', label: list.mode, value: ({ mode }) => list.modes[mode], choice: true },
        {
          key: 'state',
          label: list.state,
          value: ({ state }) => list.states[state],
          cell: ({ state }) => tag(list.states[state], { tone: TONES[state] ?? 'none' }),
          choice: true,
        },
        { key: 'lines', label: report.lines[0] ?? '', value: ({ lines }) => lines, numeric: true },
        { key: 'created', label: report.created[0] ?? '', value: ({ created }) => created, numeric: true },
        { key: 'updated', label: report.updated[0] ?? '', value: ({ updated }) => updated, numeric: true },
        {
          key: 'rejected',
          label: report.rejected[0] ?? '',
          value: ({ rejected }) => rejected,
          numeric: true,
        },
      ],
    })
  }
}

customElements.define('console-imports', ConsoleImports)
