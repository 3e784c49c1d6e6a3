import { IMPORT_MODES, type ImportMode, type ImportShown } from '#contract/employee-import.ts'
import { pageLanguage } from '../api.ts'
import { staffApi } from '../api-staff.ts'
import { staffWordsIn } from '../words/console-staff.ts'
import { ImportColumns } from './console-import-columns.ts'
import { formatOf } from './console-import-header.ts'
import { drawField, drawLine } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'
import { toSlug } from './console-slug.ts'

/** The order in which modes are offered: the one that writes nothing first. */
const MODES: readonly ImportMode[] = [...IMPORT_MODES].sort(
  (one, other) => Number(other === 'dry-run') - Number(one === 'dry-run') || (one < other ? -1 : 1),
)

/** Sends a file of employees: where it comes from, what its columns are, what to do with it. */
export class ImportFile {
  readonly element: HTMLFormElement
  readonly #words = staffWordsIn(pageLanguage()).send
  readonly #columns = new ImportColumns()
  readonly #said = h('div')
  readonly #send = h('button', { class: 'button', type: 'submit' }, this.#words.submit)
  readonly #file = h('input', {
    class: 'input',
    id: 'import-file',
    type: 'file',
    accept: '.csv,.txt,.tsv,.xlsx,.ndjson,.jsonl,text/csv,application/x-ndjson',
    onchange: () => void this.#showColumns(),
  })
  readonly #source: HTMLInputElement
  readonly #complete = h('input', {
    type: 'checkbox',
    id: 'import-complete',
    'aria-describedby': 'import-complete-hint',
  })
  readonly #modes = MODES.map((mode) =>
    h('input', {
      type: 'radio',
      name: 'mode',
      id: `import-${mode}`,
      value: mode,
      checked: mode === 'dry-run',
      'aria-describedby': `import-${mode}-hint`,
    }),
  )
  readonly #isSent: (sent: ImportShown) => void
  /** The file of the import that was sent last, so that a dry run can be followed by the import itself. */
  #sent: { id: string; file: File } | null = null

  constructor(source: string, isSent: (sent: ImportShown) => void) {
    this.#isSent = isSent
    this.#source = drawLine('import-source', source, 64)
    this.#source.addEventListener('change', () => void this.#showColumns())
    this.element = this.#draw()
  }

  /** Whether the file of this import can be sent once more without choosing it again. */
  holds(id: string): boolean {
    return this.#sent?.id === id && this.#sent.file === this.#file.files?.[0]
  }

  /** Sends the chosen file to be imported. */
  async import(): Promise<void> {
    const lenient = this.#modes.find(({ value }) => value === 'lenient')
    if (lenient) lenient.checked = true
    await this.#submit()
  }

  #draw(): HTMLFormElement {
    const words = this.#words
    const submit = (event: Event) => {
      event.preventDefault()
      void this.#submit()
    }
    const [complete, completeHint] = words.complete
    return h(
      'form',
      { class: 'staff-form', onsubmit: submit, novalidate: true },
      h('h2', {}, words.title),
      drawField(words.file, this.#file),
      h('p', {}, h('a', { href: staffApi.templateAddress(), download: true }, words.template)),
      drawField(words.source, this.#source),
      this.#columns.element,
      h(
        'fieldset',
        { class: 'staff-modes' },
        h('legend', {}, words.mode),
        ...this.#modes.map((input) => this.#drawMode(input)),
      ),
      h(
        'div',
        { class: 'field-box' },
        this.#complete,
        h('label', { for: 'import-complete' }, complete ?? ''),
        h('p', { class: 'hint', id: 'import-complete-hint' }, completeHint ?? ''),
      ),
      this.#said,
      h('div', {}, this.#send),
    )
  }

  #drawMode(input: HTMLInputElement): HTMLElement {
    const [label, hint] = this.#words.modes[input.value as ImportMode]
    return h(
      'div',
      { class: 'field-box' },
      input,
      h('label', { for: input.id }, label),
      h('p', { class: 'hint', id: `${input.id}-hint` }, hint),
    )
  }

  #showColumns(): Promise<void> {
    this.#source.value = toSlug(this.#source.value)
    return this.#columns.show(this.#file.files?.[0] ?? null, this.#source.value)
  }

  async #submit(): Promise<void> {
    const file = this.#file.files?.[0]
    const source = toSlug(this.#source.value)
    if (!file) return this.#refuse(this.#file, this.#words.fileNeeded)
    if (source === '') return this.#refuse(this.#source, this.#words.sourceNeeded)
    this.#send.disabled = true
    this.#said.replaceChildren(h('p', { class: 'muted', role: 'status' }, this.#words.sending))
    try {
      await this.#columns.remember(source)
      const mode = this.#modes.find(({ checked }) => checked)?.value as ImportMode
      const sent = await staffApi.send(file, await formatOf(file), {
        mode,
        complete: this.#complete.checked,
        source,
      })
      this.#sent = { id: sent.id, file }
      this.#said.replaceChildren()
      this.#isSent(sent)
    } catch (error) {
      this.#said.replaceChildren(failure(error))
    } finally {
      this.#send.disabled = false
    }
  }

  #refuse(control: HTMLElement, text: string): void {
    this.#said.replaceChildren(h('p', { class: 'error', role: 'alert' }, text))
    control.focus()
  }
}
