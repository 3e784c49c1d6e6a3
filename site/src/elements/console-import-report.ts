import { isFileField } from '#contract/employee-file-fields.ts'
import type { ImportFinding, ImportShown } from '#contract/employee-import.ts'
import { ORGANISATION_TIME_ZONE } from '#domain/reporting-move.ts'
import { pageLanguage } from '../api.ts'
import { staffApi } from '../api-staff.ts'
import { staffWordsIn } from '../words/console-staff.ts'
import { writeInstant, writeNumber } from './console-figures.ts'
import { failure } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { drawNumbers } from './console-numbers.ts'
import { tableOf } from './console-table.ts'

/** How often a file that is being read is asked after. */
const POLL_MS = 1_500

const UNDER_WAY: readonly ImportShown['state'][] = ['receiving', 'queued', 'running']

/** What the page does when a file has been read to its end, and how it sends a dry run's file for good. */
export interface ReportHost {
  isOver: (one: ImportShown) => void
  canImport: (id: string) => boolean
  import: () => void
}

/** What became of one file: progress while it is read, what to decide where too many would leave, then the report. */
export class ImportReport {
  readonly element = h('section', { class: 'console-section staff-report', tabindex: '-1' })
  readonly #language = pageLanguage()
  readonly #words = staffWordsIn(pageLanguage()).report
  readonly #host: ReportHost
  #shown: string | null = null

  constructor(host: ReportHost) {
    this.#host = host
  }

  /** Shows an import, and follows it until it is over or another is shown; `isNews` where something was just asked of it. */
  async show(id: string, isNews = false): Promise<void> {
    this.#shown = id
    const region = h('div')
    this.element.replaceChildren(h('h2', {}, this.#words.title), region)
    let isFollowed = isNews
    for (;;) {
      let seen: ImportShown
      try {
        seen = await staffApi.import(id)
      } catch (error) {
        if (this.#shown === id) region.replaceChildren(failure(error, () => void this.show(id)))
        return
      }
      if (this.#shown !== id) return
      this.#draw(region, seen)
      if (!UNDER_WAY.includes(seen.state)) {
        if (isFollowed) this.#host.isOver(seen)
        return
      }
      isFollowed = true
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      if (this.#shown !== id || !this.element.isConnected) return
    }
  }

  #draw(region: HTMLElement, seen: ImportShown): void {
    const isUnderWay = UNDER_WAY.includes(seen.state)
    // The bar moves on; it is not drawn anew each time, so that it is not read aloud each time.
    const progress = region.querySelector('progress')
    if (isUnderWay && progress) {
      this.#move(progress, region.querySelector('[data-progress]'), seen)
      return
    }
    const when = writeInstant(seen.created_at, this.#language, ORGANISATION_TIME_ZONE)
    const about = [this.#words.of(when), seen.source].filter(Boolean).join(' · ')
    region.replaceChildren(
      h('p', { class: 'muted' }, about),
      ...(isUnderWay ? this.#progress(seen) : this.#ended(seen)).filter((child) => child instanceof Node),
    )
  }

  #progress(seen: ImportShown): Child[] {
    const progress = h('progress', { 'aria-label': this.#words.title })
    const said = h('p', { 'data-progress': true })
    this.#move(progress, said, seen)
    return [h('div', { class: 'run-busy' }, progress, said), h('p', { class: 'hint' }, this.#words.leave)]
  }

  #move(progress: HTMLProgressElement, said: Element | null, { lines, lines_read }: ImportShown): void {
    if (lines > 0) {
      progress.max = lines
      progress.value = lines_read
    }
    if (said) said.textContent = this.#words.reading(this.#number(lines_read), this.#number(lines))
  }

  #ended(seen: ImportShown): Child[] {
    const words = this.#words
    const isRefused = seen.state === 'completed' && seen.mode === 'strict' && seen.rejected > 0
    const outcome =
      seen.state === 'abandoned' ? words.abandoned : isRefused ? words.nothing : words.done[seen.mode]
    const ignored = seen.ignored_columns.filter((column) => !seen.refused_columns.includes(column))
    return [
      seen.state === 'waiting' ? this.#decision(seen) : h('p', { role: 'status' }, h('strong', {}, outcome)),
      this.#numbers(seen),
      seen.refused_columns.length > 0 &&
        h('p', { class: 'hint' }, words.refused(seen.refused_columns.join(', '))),
      ignored.length > 0 && h('p', { class: 'hint' }, words.ignored(ignored.join(', '))),
      seen.mode === 'dry-run' && seen.state === 'completed' && this.#next(seen),
      seen.rejected > 0 &&
        h(
          'p',
          {},
          h('a', { href: staffApi.rejectsAddress(seen.id), download: true }, words.rejects),
          h('span', { class: 'hint' }, ` ${words.rejectsHint}`),
        ),
      h('h3', {}, words.findings),
      ...(seen.findings_total === 0
        ? [h('p', { class: 'muted' }, words.noFindings)]
        : this.#findings(seen.findings, seen.findings_total)),
    ]
  }

  #numbers(seen: ImportShown): HTMLElement {
    const words = this.#words
    const isTry = seen.mode === 'dry-run'
    return drawNumbers(words.numbers, [
      { value: seen.lines, words: words.lines },
      { value: seen.created, words: isTry ? words.wouldCreate : words.created },
      { value: seen.updated, words: isTry ? words.wouldUpdate : words.updated },
      { value: seen.unchanged, words: words.unchanged },
      { value: seen.rejected, words: words.rejected },
      ...(seen.complete ? [{ value: seen.deactivated, words: words.deactivated }] : []),
    ])
  }

  /** After a dry run, the import itself. */
  #next({ id }: ImportShown): HTMLElement {
    if (!this.#host.canImport(id)) return h('p', { class: 'hint' }, this.#words.chooseAgain)
    return h(
      'p',
      {},
      h(
        'button',
        { type: 'button', class: 'button', onclick: () => this.#host.import() },
        this.#words.import,
      ),
    )
  }

  #decision(seen: ImportShown): HTMLElement {
    const words = this.#words.waiting
    const [missing, active] = [seen.missing ?? 0, seen.active_before ?? 0]
    const percent = new Intl.NumberFormat(this.#language, { style: 'percent', maximumFractionDigits: 1 })
    const said = h('div')
    const decide = async (decision: (id: string) => Promise<unknown>, done: string) => {
      try {
        await decision(seen.id)
        announce(done)
        await this.show(seen.id, true)
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    return h(
      'div',
      { class: 'notice', 'data-tone': 'watch', role: 'alert' },
      h(
        'p',
        {},
        h(
          'strong',
          {},
          words.title(
            this.#number(missing),
            this.#number(active),
            percent.format(active ? missing / active : 0),
          ),
        ),
      ),
      h('p', {}, words.lead),
      h(
        'div',
        { class: 'cluster' },
        h(
          'button',
          {
            type: 'button',
            class: 'button button-quiet',
            onclick: () => void decide(staffApi.abandon, words.abandoned),
          },
          words.abandon,
        ),
        h(
          'button',
          { type: 'button', class: 'button', onclick: () => void decide(staffApi.confirm, words.confirmed) },
          words.confirm(this.#number(missing)),
        ),
      ),
      said,
    )
  }

  #findings(found: ImportFinding[], total: number): Child[] {
    const words = this.#words
    const table = tableOf<ImportFinding>({
      name: 'findings',
      caption: words.findings,
      rows: found,
      file: words.findings,
      columns: [
        { key: 'line', label: words.line, value: ({ line }) => line },
        {
          key: 'severity',
          label: words.severity,
          value: ({ severity }) => words.severities[severity],
          cell: ({ severity }) =>
            tag(words.severities[severity], { tone: severity === 'error' ? 'trouble' : 'watch' }),
          choice: true,
        },
        { key: 'person', label: words.person, value: ({ external_id }) => external_id ?? '' },
        { key: 'field', label: words.field, value: ({ field }) => this.#fieldName(field), choice: true },
        { key: 'value', label: words.value, value: ({ value }) => value ?? '' },
        { key: 'detail', label: words.detail, value: ({ detail }) => detail[this.#language] },
      ],
    })
    return [
      total > found.length &&
        h('p', { class: 'hint' }, words.firstFindings(this.#number(found.length), this.#number(total))),
      table,
    ]
  }

  #fieldName(field: string | null): string {
    return field !== null && isFileField(field)
      ? staffWordsIn(this.#language).columns.fields[field]
      : (field ?? '')
  }

  #number(value: number): string {
    return writeNumber(value, this.#language)
  }
}
