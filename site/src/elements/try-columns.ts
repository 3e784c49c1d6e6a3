import {
  type ColumnUse,
  type MatchReport,
  SHEET_FIELDS,
  type SheetMapping,
  type SheetTable,
} from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import { guessSenior } from '#questionnaire/sheet/guess-senior.ts'
import {
  fieldsOf,
  gradesIn,
  guessColumns,
  guessGrades,
  unplacedGrades,
} from '#questionnaire/sheet/mapping.ts'
import { readPeople } from '#questionnaire/sheet/people.ts'
import { pageLanguage } from '../api.ts'
import type { TryWords } from '../words/try.ts'
import { writeNumber } from './console-figures.ts'
import { h } from './console-markup.ts'

type Tables = { mentors: SheetTable; mentees: SheetTable }
const SIDES = ['mentors', 'mentees'] as const
const ROLE_OF = { mentors: 'mentor', mentees: 'mentee' } as const satisfies Record<string, Role>
const ISSUES_SHOWN = 8

/** What each column holds: guessed, shown, corrected by hand, and remembered until the visit ends. */
export class TryColumns {
  mapping: SheetMapping = { mentors: [], mentees: [], grades: [] }
  private tables!: Tables
  private readonly region: HTMLElement
  private readonly words: TryWords
  private readonly changed: () => void
  private readonly language = pageLanguage()

  constructor(region: HTMLElement, words: TryWords, changed: () => void) {
    this.region = region
    this.words = words
    this.changed = changed
    this.grades().addEventListener('input', () => {
      this.mapping.grades = this.readGrades()
      this.drawUnplaced()
      this.keep()
      changed()
    })
  }

  show(tables: Tables): void {
    this.tables = tables
    this.mapping = this.remembered() ?? this.guess()
    this.region.hidden = false
    this.draw()
  }

  /** Which side of the files seems to be the senior one. */
  guessSenior(thisMonth: number): Role | null {
    const [mentors, mentees] = SIDES.map((side) => {
      const { people } = readPeople(
        this.tables[side],
        ROLE_OF[side],
        this.mapping[side],
        this.mapping.grades,
        thisMonth,
      )
      return people
    })
    return guessSenior(mentors!, mentees!)
  }

  /** The mapping by titles of columns, as `npm run match -- --mapping` reads it. */
  written(): { mentors: Record<string, string>; mentees: Record<string, string>; grades: string[][] } {
    const [mentors, mentees] = SIDES.map((side) =>
      Object.fromEntries(
        this.mapping[side].flatMap((use, at) =>
          use === 'ignored' || use === 'refused' ? [] : [[this.tables[side].header[at]!, use]],
        ),
      ),
    )
    return { mentors: mentors!, mentees: mentees!, grades: this.mapping.grades }
  }

  /** What a match found to say about the lines. */
  tell({ issues, ownTopics }: MatchReport): void {
    const { columns, files } = this.words
    const list = (items: HTMLElement[], title: string) =>
      h('details', { class: 'try-issues' }, h('summary', {}, title), h('ul', {}, ...items))
    const count = (value: number) => writeNumber(value, this.language)
    const lines = issues
      .slice(0, ISSUES_SHOWN)
      .map(({ role, line, words }) =>
        h(
          'li',
          {},
          h('strong', {}, columns.line(role === 'mentor' ? files.mentors : files.mentees, line)),
          ' · ',
          words[this.language],
        ),
      )
    if (issues.length > ISSUES_SHOWN)
      lines.push(h('li', {}, columns.more(count(issues.length - ISSUES_SHOWN))))
    const kept = ownTopics.slice(0, 12).join(', ') + (ownTopics.length > 12 ? '…' : '')
    this.part('issues').replaceChildren(
      ...(issues.length > 0 ? [list(lines, columns.issues(count(issues.length), issues.length === 1))] : []),
      ...(ownTopics.length > 0
        ? [
            h(
              'p',
              { class: 'hint' },
              columns.ownTopics(count(ownTopics.length), ownTopics.length === 1, kept),
            ),
          ]
        : []),
    )
  }

  private part(name: string): HTMLElement {
    return this.region.querySelector<HTMLElement>(`[data-part="${name}"]`)!
  }

  private grades(): HTMLTextAreaElement {
    return this.region.querySelector('textarea')!
  }

  private guess(): SheetMapping {
    const mentors = guessColumns(this.tables.mentors, 'mentor')
    const mentees = guessColumns(this.tables.mentees, 'mentee')
    return { mentors, mentees, grades: guessGrades(this.namesOfGrades({ mentors, mentees })) }
  }

  private namesOfGrades(uses: Pick<SheetMapping, 'mentors' | 'mentees'> = this.mapping): string[] {
    return SIDES.flatMap((side) => gradesIn(this.tables[side], uses[side]))
  }

  private draw(): void {
    this.part('mapping').replaceChildren(...SIDES.map((side) => this.drawSide(side)))
    this.grades().value = this.mapping.grades.map((names) => names.join(', ')).join('\n')
    this.drawSummary()
    this.drawUnplaced()
  }

  private drawSummary(): void {
    const uses = SIDES.flatMap((side) => this.mapping[side])
    const count = (test: (use: ColumnUse) => boolean) => uses.filter(test).length
    const refused = count((use) => use === 'refused')
    const ignored = count((use) => use === 'ignored')
    this.part('columns-summary').textContent = this.words.columns.summary(
      uses.length - refused - ignored,
      refused,
      ignored,
    )
  }

  private drawUnplaced(): void {
    const names = this.namesOfGrades()
    const unplaced = unplacedGrades(names, this.mapping.grades)
    this.part('grades').hidden = names.length === 0
    this.part('unplaced').textContent =
      unplaced.length > 0 ? this.words.columns.unplaced(unplaced.join(', ')) : ''
  }

  private drawSide(side: (typeof SIDES)[number]): HTMLElement {
    const { columns, files } = this.words
    const head = [columns.column, columns.sample, columns.use].map((text) => h('th', { scope: 'col' }, text))
    return h(
      'table',
      { class: 'try-mapping', 'data-role': ROLE_OF[side] },
      h('caption', {}, files[side]),
      h('thead', {}, h('tr', {}, ...head)),
      h('tbody', {}, ...this.tables[side].header.map((_, at) => this.drawColumn(side, at))),
    )
  }

  private drawColumn(side: (typeof SIDES)[number], at: number): HTMLElement {
    const { header, rows } = this.tables[side]
    const { columns } = this.words
    const title = header[at] || columns.untitled(at + 1)
    const use = this.mapping[side][at]!
    if (use === 'refused') {
      const why = h(
        'td',
        { colspan: 2 },
        h('strong', {}, columns.refused),
        ' · ',
        h('span', { class: 'hint' }, columns.refusedWhy),
      )
      return h('tr', { class: 'is-refused' }, h('th', { scope: 'row' }, title), why)
    }
    const sample = rows.map((row) => row[at] ?? '').find((cell) => cell !== '') ?? ''
    const option = (value: string, text: string) => h('option', { value, selected: value === use }, text)
    const select = h(
      'select',
      {
        class: 'input',
        'aria-label': columns.useOf(title),
        onchange: () => this.choose(side, at, select.value as ColumnUse),
      },
      option('ignored', columns.ignored),
      ...fieldsOf(ROLE_OF[side]).map((field) => option(field, SHEET_FIELDS[field].name[this.language])),
    )
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, title),
      h('td', { class: 'hint' }, sample.length > 40 ? `${sample.slice(0, 39)}…` : sample),
      h('td', {}, select),
    )
  }

  private choose(side: (typeof SIDES)[number], at: number, use: ColumnUse): void {
    const hadGrades = this.mapping[side][at] === 'grade' || use === 'grade'
    this.mapping[side][at] = use
    if (hadGrades) {
      this.mapping.grades = guessGrades(this.namesOfGrades())
      this.grades().value = this.mapping.grades.map((names) => names.join(', ')).join('\n')
    }
    this.drawSummary()
    this.drawUnplaced()
    this.keep()
    this.changed()
  }

  private readGrades(): string[][] {
    return this.grades()
      .value.split('\n')
      .map((line) =>
        line
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      )
      .filter((names) => names.length > 0)
  }

  /** Titles of columns only, never what is in them; gone when the tab is closed. */
  private key(): string {
    return `binome-columns ${JSON.stringify(SIDES.map((side) => this.tables[side].header))}`
  }

  private keep(): void {
    try {
      sessionStorage.setItem(this.key(), JSON.stringify(this.mapping))
    } catch {
      // A browser that keeps nothing still matches.
    }
  }

  /** What was chosen for files with the same titles; what may not be read is refused again whatever was kept. */
  private remembered(): SheetMapping | null {
    const guess = this.guess()
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key()) ?? 'null') as SheetMapping | null
      if (!kept) return null
      for (const side of SIDES) {
        const mayBe = new Set<ColumnUse>(['ignored', ...fieldsOf(ROLE_OF[side])])
        kept[side] = guess[side].map((use, at) => {
          const chosen = kept[side][at]
          return use === 'refused' || chosen === undefined || !mayBe.has(chosen) ? use : chosen
        })
      }
      return { ...kept, grades: kept.grades.length > 0 ? kept.grades : guess.grades }
    } catch {
      return null
    }
  }
}
