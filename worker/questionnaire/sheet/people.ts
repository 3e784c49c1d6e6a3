import type { ColumnUse, SheetField, SheetIssue, SheetMapping, SheetTable } from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import type { Answers } from '../answers.ts'
import { readHopes, readLanguages, readMonth, readNumber, readSlots, readWhere, readYesNo } from './cell.ts'
import { plain } from './plain.ts'
import { SHEET_WORDS } from './sheet-words.ts'
import { readJobFamily, readTopics } from './topic-name.ts'

/** Somebody as one line of a table describes them; `null` and absent answers are not known. */
export interface SheetPerson {
  role: Role
  line: number
  name: string
  reference: string | null
  email: string | null
  /** Whoever they report to, and those they were paired with before, as the file names them. */
  managers: string[]
  past: string[]
  grade: string | null
  gradeRank: number | null
  hiredIn: number | null
  managesSomebody: boolean | null
  jobFamily: string | null
  subsidiary: string | null
  site: string | null
  capacity: number | null
  /** Whether the line says how the person accepts to meet. */
  saysWhere: boolean
  answers: Answers
}

const CAPACITY_MAX = 50
/** What a file does not say: how well somebody knows a topic, and how far somebody else wants to go. */
const OFFERED = { facet: 'usage', level: 4, last: 4 } as const
const WANTED = { facet: 'usage', level: 0, target: 3 } as const

/**
 * The people in a table, each line read by itself. What cannot be read counts as unknown and is told in words; only a
 * line that repeats somebody is left out. Columns about protected characteristics are not looked at: `guessColumns`
 * marks them, and whoever hands in a mapping must have checked it.
 * @param thisMonth the current month as `monthNumber` counts, for columns that count years.
 */
export function readPeople(
  table: SheetTable,
  role: Role,
  uses: readonly ColumnUse[],
  grades: SheetMapping['grades'],
  thisMonth: number,
): { people: SheetPerson[]; issues: SheetIssue[] } {
  const people: SheetPerson[] = []
  const issues: SheetIssue[] = []
  const seen = new Map<string, number>()
  const ranks = new Map(grades.flatMap((names, rank) => names.map((name) => [plain(name), rank] as const)))
  for (const [at, row] of table.rows.entries()) {
    const line = table.lines[at] ?? at + 2
    const note = (words: SheetIssue['words'], isLeftOut = false) =>
      issues.push({ role, line, isLeftOut, words })
    const cells = new Cells(row, uses)
    if (cells.areEmpty()) continue
    const person = readPerson({ role, line, cells, ranks, thisMonth, note })
    const key = person.reference ?? person.email?.toLowerCase()
    const first = key === undefined ? undefined : seen.get(key)
    if (first !== undefined) {
      note(SHEET_WORDS.repeated(key!, first), true)
      continue
    }
    if (key !== undefined) seen.set(key, line)
    people.push(person)
  }
  return { people, issues }
}

/** The cells of one line, by field. */
class Cells {
  readonly #byField = new Map<SheetField, string[]>()

  constructor(row: readonly string[], uses: readonly ColumnUse[]) {
    uses.forEach((use, column) => {
      const text = row[column]?.normalize('NFC').trim() ?? ''
      if (use === 'ignored' || use === 'refused' || text === '') return
      this.#byField.set(use, [...(this.#byField.get(use) ?? []), text])
    })
  }

  areEmpty(): boolean {
    return this.#byField.size === 0
  }

  one(field: SheetField): string | null {
    return this.#byField.get(field)?.[0]?.slice(0, 200) ?? null
  }

  /** All cells of a list, as one text with a line for each. */
  all(field: SheetField): string {
    return (this.#byField.get(field) ?? []).join('\n')
  }
}

interface Reading {
  role: Role
  line: number
  cells: Cells
  ranks: ReadonlyMap<string, number>
  thisMonth: number
  note: (words: SheetIssue['words']) => void
}

function readPerson({ role, line, cells, ranks, thisMonth, note }: Reading): SheetPerson {
  const [reference, email, grade] = [cells.one('reference'), cells.one('email'), cells.one('grade')]
  const full = [cells.one('given_name'), cells.one('family_name')].filter(Boolean).join(' ')
  const name = cells.one('name') ?? (full || (reference ?? email))
  if (name === null) note(SHEET_WORDS.nameless)
  /** Reads a cell, and says so where there is something in it that cannot be read. */
  const read = <T>(field: SheetField, as: (cell: string) => T | null): T | null => {
    const cell = cells.one(field)
    const value = cell === null ? null : as(cell)
    if (cell !== null && value === null) note(SHEET_WORDS.unread(field, cell))
    return value
  }
  const years = read('years', readNumber)
  const capacity = role === 'mentor' ? read('capacity', readPlaces) : null
  return {
    role,
    line,
    name: name ?? SHEET_WORDS.line(line),
    reference,
    email,
    managers: splitPeople(cells.all('manager')),
    past: splitPeople(cells.all('past')),
    grade,
    gradeRank: read('grade_rank', readNumber) ?? (grade === null ? null : (ranks.get(plain(grade)) ?? null)),
    hiredIn: read('hired_in', readMonth) ?? (years === null ? null : thisMonth - Math.round(12 * years)),
    managesSomebody: read('manages', readYesNo),
    jobFamily: map(cells.one('job_family'), readJobFamily),
    subsidiary: cells.one('subsidiary'),
    site: cells.one('site'),
    capacity,
    saysWhere: readWhere(cells.one('where') ?? '') !== null,
    answers: readAnswers(cells, read, note),
  }
}

function readAnswers(
  cells: Cells,
  read: <T>(field: SheetField, as: (cell: string) => T | null) => T | null,
  note: Reading['note'],
): Answers {
  const answers: Answers = {}
  const languages = readLanguages(cells.all('languages'))
  if (languages.length > 0) answers.G2 = languages
  const slots = readSlots(cells.all('slots'))
  const where = read('where', readWhere)
  for (const part of slots.unread) note(SHEET_WORDS.unread('slots', part))
  if (slots.values.length > 0 || where !== null) {
    answers.G6 = { weeks: 1, slots: slots.values, where: where ?? 'either', hours: 4 }
  }
  const offers = readTopics(cells.all('offers'))
  const wants = readTopics(cells.all('wants'))
  if (offers.length > 0) answers.OFFERS = offers.map((topic) => ({ topic, ...OFFERED }))
  if (wants.length > 0) answers.WANTS = wants.map((topic) => ({ topic, ...WANTED }))
  const hopes = readHopes(cells.all('hopes'))
  for (const part of hopes.unread) if (cells.one('hopes') !== null) note(SHEET_WORDS.unread('hopes', part))
  const [IM, IR] = ['IM', 'IR'].map((kind) => hopes.values.filter((hope) => hope.startsWith(kind)))
  if (IM!.length > 0) answers.IM = IM
  if (IR!.length > 0) answers.IR = IR
  return answers
}

function readPlaces(cell: string): number | null {
  const places = readNumber(cell)
  return places !== null && Number.isInteger(places) && places >= 0 && places <= CAPACITY_MAX ? places : null
}

function splitPeople(cell: string): string[] {
  return cell
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function map(text: string | null, read: (text: string) => string): string | null {
  return text === null ? null : read(text)
}
