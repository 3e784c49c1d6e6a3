import { toCsv } from '#contract/csv.ts'
import type { MatchReport, SheetTable } from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import { monthNumber } from '#domain/person.ts'
import { pageLanguage } from '../api.ts'
import { tryWordsIn } from '../words/try.ts'
import { writeNumber } from './console-figures.ts'
import { saveFile } from './console-file.ts'
import { Engine, EngineProblem } from './try-asking.ts'
import { TryColumns } from './try-columns.ts'
import { exampleTable, templateHeader } from './try-example.ts'
import { TryResult } from './try-result.ts'
import { TrySettings, writtenSettings } from './try-settings.ts'

const PAUSE_MS = 120
const SLOW_MS = 800
const ROLES = ['mentor', 'mentee'] as const

/** Two files in, pairs out: everything happens in this page and on its own thread. */
class TryMatch extends HTMLElement {
  private readonly language = pageLanguage()
  private readonly words = tryWordsIn(this.language)
  private readonly tables: Partial<Record<Role, SheetTable>> = {}
  private engine!: Engine
  private columns!: TryColumns
  private settings!: TrySettings
  private result!: TryResult
  private pause = 0

  connectedCallback(): void {
    this.engine = new Engine()
    this.columns = new TryColumns(this.partOf('columns'), this.words, () => this.matchSoon())
    this.settings = new TrySettings(this.querySelector('form')!, () => this.matchSoon())
    this.result = new TryResult(this.partOf('result'), this.words, this.language)
    this.engine.ready.then(
      () => this.say('ready', this.words.ready),
      () => this.say('ready', this.words.broken),
    )
    for (const role of ROLES) this.listen(role)
    this.addEventListener('click', (event) => this.press(event))
    // A file dropped beside a zone must not replace the page, and everything on it.
    for (const kind of ['dragover', 'drop']) window.addEventListener(kind, (event) => event.preventDefault())
  }

  private partOf(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!
  }

  private zone(role: Role): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-zone="${role}"]`)!
  }

  private say(part: string, text: string): void {
    this.partOf(part).textContent = text
  }

  private listen(role: Role): void {
    const zone = this.zone(role)
    const input = zone.querySelector('input')!
    input.addEventListener('change', () => {
      const [file] = input.files ?? []
      if (file) void this.take(role, file)
    })
    zone.addEventListener('dragover', () => zone.classList.add('is-over'))
    zone.addEventListener('dragleave', () => zone.classList.remove('is-over'))
    zone.addEventListener('drop', (event) => {
      zone.classList.remove('is-over')
      const [file] = event.dataTransfer?.files ?? []
      if (file) void this.take(role, file)
    })
  }

  private async take(role: Role, file: File): Promise<void> {
    this.showState(role, this.words.files.reading)
    try {
      this.hold(role, await this.engine.read(file), file.name)
    } catch (error) {
      const detail = error instanceof EngineProblem ? error.detail : null
      this.showState(role, `${file.name} · ${detail?.[this.language] ?? this.words.broken}`, true)
    }
    this.zone(role).querySelector('input')!.value = ''
  }

  private hold(role: Role, table: SheetTable, name: string): void {
    this.tables[role] = table
    const count = table.rows.length
    const people = this.words.files.rows(writeNumber(count, this.language), count < 2)
    this.showState(role, `${name} · ${people}`)
    this.zone(role).classList.add('is-held')
    this.zone(role).querySelector('.try-choose')!.firstChild!.textContent = this.words.files.another
    const { mentor, mentee } = this.tables
    if (!mentor || !mentee) {
      this.showState(mentor ? 'mentee' : 'mentor', this.words.files.missing)
      return
    }
    this.columns.show({ mentors: mentor, mentees: mentee })
    this.settings.suggestSenior(this.columns.guessSenior(thisMonth()))
    this.partOf('work').hidden = false
    this.matchSoon()
  }

  private showState(role: Role, text: string, isError = false): void {
    const state = this.zone(role).querySelector<HTMLElement>('[data-part="state"]')!
    state.textContent = text
    state.classList.toggle('error', isError)
  }

  private press(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('[data-do]')
    const { files } = this.words
    switch (button?.dataset.do) {
      case 'example':
        for (const [at, role] of ROLES.entries())
          this.hold(role, exampleTable(role, this.language), files.exampleNames[at]!)
        this.querySelector<HTMLElement>('#result')!.focus()
        break
      case 'save-mapping':
        saveFile('mapping.json', toJson(this.columns.written()), 'application/json')
        break
      case 'save-settings': {
        const settings = this.settings.read()
        if (settings) saveFile('settings.json', toJson(writtenSettings(settings)), 'application/json')
        break
      }
      case 'template-mentor':
        this.saveTemplate('mentor', files.templateNames[0]!)
        break
      case 'template-mentee':
        this.saveTemplate('mentee', files.templateNames[1]!)
        break
    }
  }

  /** The titles, and two people as an example to write over. */
  private saveTemplate(role: Role, name: string): void {
    const rows = exampleTable(role, this.language).rows.slice(0, 2)
    saveFile(name, toCsv(templateHeader(role, this.language), rows, this.language))
  }

  private matchSoon(): void {
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => void this.match(), PAUSE_MS)
  }

  private async match(): Promise<void> {
    const { mentor, mentee } = this.tables
    const settings = this.settings.read()
    if (!mentor || !mentee || !settings) return
    this.partOf('result').setAttribute('aria-busy', 'true')
    const slow = setTimeout(() => this.say('says', this.words.result.working), SLOW_MS)
    try {
      const report = await this.engine.match({
        tables: { mentors: mentor, mentees: mentee },
        mapping: this.columns.mapping,
        settings,
        thisMonth: thisMonth(),
      })
      if (report) this.show(report)
    } catch {
      this.say('says', this.words.result.failed)
    } finally {
      clearTimeout(slow)
      this.partOf('result').removeAttribute('aria-busy')
    }
  }

  private show(report: MatchReport): void {
    const { pairs, unmatched } = report.counts
    const count = (value: number) => writeNumber(value, this.language)
    const isOne = (value: number) => (this.language === 'fr' ? value < 2 : value === 1)
    this.say('says', this.words.result.says(count(pairs), isOne(pairs), count(unmatched), isOne(unmatched)))
    this.columns.tell(report)
    this.settings.tellSilent(report.silent, this.words.settings.silent)
    this.result.show(report)
  }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function thisMonth(): number {
  return monthNumber(new Date().toISOString().slice(0, 7))!
}

customElements.define('try-match', TryMatch)
