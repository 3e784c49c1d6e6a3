import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSheet } from 'read-excel-file/universal'
import * as v from 'valibot'
import { pairsCsv, reportHtml, unmatchedCsv } from '#contract/match-report.ts'
import { matchMapping, matchSettings, sheetSettings } from '#contract/match-settings.ts'
import { readSheetFile } from '#contract/sheet-file.ts'
import { LANGUAGES, type Language } from '#domain/language.ts'
import type { MatchReport, SheetMapping, SheetTable } from '#domain/match-sheet.ts'
import { monthNumber } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { matchSheets } from '#matching/sheet-report.ts'
import { applyColumns, gradesIn, guessColumns, guessGrades } from '#questionnaire/sheet/mapping.ts'
import { Refusal, run } from './command-line.ts'

const USAGE =
  'npm run match -- mentors.csv mentees.csv --out DIR [--programme settings.json] [--mapping mapping.json] [--lang fr|en]'

/** `npm run match`: matches two files (CSV or XLSX) on this machine and writes pairs.csv, unmatched.csv, report.html. */
await run(async () => {
  const asked = readCommand(process.argv.slice(2))
  const { language } = asked
  const tables = {
    mentors: await readTable(asked.mentors, language),
    mentees: await readTable(asked.mentees, language),
  }
  const settings = sheetSettings(readJson(asked.programme, matchSettings, {}))
  const mapping = tellProblem(language, asked.mentors, () => mappingOf(tables, asked.mapping))
  const today = new Date()
  const thisMonth = monthNumber(today.toISOString().slice(0, 7))!
  const report = matchSheets(tables, mapping, settings, thisMonth)
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long' }).format(
    today,
  )
  writeAll(asked.out, {
    'pairs.csv': pairsCsv(report, language),
    'unmatched.csv': unmatchedCsv(report, language),
    'report.html': reportHtml(report, language, day),
  })
  tell(report, tables, mapping, asked)
})

interface Asked {
  mentors: string
  mentees: string
  out: string
  programme: string | undefined
  mapping: string | undefined
  language: Language
}

function readCommand(args: string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      strict: true,
      options: {
        out: { type: 'string' },
        programme: { type: 'string' },
        mapping: { type: 'string' },
        lang: { type: 'string', default: 'fr' },
      },
    })
    const [mentors, mentees, ...more] = positionals
    const language = LANGUAGES.find((each) => each === values.lang)
    if (!mentors || !mentees || more.length > 0)
      throw new Error('Name two files: the mentors, then the mentees')
    if (!values.out) throw new Error('Say where the result goes, with --out DIR')
    if (!language) throw new Error(`--lang is fr or en, not “${values.lang}”`)
    return {
      mentors,
      mentees,
      out: values.out,
      programme: values.programme,
      mapping: values.mapping,
      language,
    }
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split('. To specify')[0]}.\nUsage: ${USAGE}`)
  }
}

async function readTable(path: string, language: Language): Promise<SheetTable> {
  const bytes = new Uint8Array(readBytes(path))
  try {
    return await readSheetFile(bytes, (file) => readSheet(new Uint8Array(file).buffer))
  } catch (error) {
    throw refusalOf(error, path, language)
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`
    throw new Refusal(`The file ${path} ${why}. Check its name, then try again.`)
  }
}

/** A JSON file checked against a shape; what is wrong is told with where it stands. */
function readJson<Shape extends v.GenericSchema>(
  path: string | undefined,
  shape: Shape,
  instead?: unknown,
): v.InferOutput<Shape> {
  let value = instead
  if (path !== undefined) {
    const text = readBytes(path).toString('utf8')
    try {
      value = JSON.parse(text)
    } catch {
      throw new Refusal(`The file ${path} is not JSON. Check its commas and quotation marks.`)
    }
  }
  const read = v.safeParse(shape, value)
  if (read.success) return read.output
  const [issue] = read.issues
  const where = issue.path?.map(({ key }) => String(key)).join('.') || 'the whole'
  throw new Refusal(
    `In ${path}, ${where} does not fit: ${issue.message}. worker/local/match-examples holds one that works.`,
  )
}

function mappingOf(
  tables: { mentors: SheetTable; mentees: SheetTable },
  path: string | undefined,
): SheetMapping {
  if (path === undefined) {
    const [mentors, mentees] = [
      guessColumns(tables.mentors, 'mentor'),
      guessColumns(tables.mentees, 'mentee'),
    ]
    return {
      mentors,
      mentees,
      grades: guessGrades([...gradesIn(tables.mentors, mentors), ...gradesIn(tables.mentees, mentees)]),
    }
  }
  const named = readJson(path, matchMapping)
  const mentors = applyColumns(tables.mentors, 'mentor', named.mentors)
  const mentees = applyColumns(tables.mentees, 'mentee', named.mentees)
  const grades =
    named.grades.length > 0
      ? named.grades
      : guessGrades([...gradesIn(tables.mentors, mentors), ...gradesIn(tables.mentees, mentees)])
  return { mentors, mentees, grades }
}

function tellProblem<T>(language: Language, path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw refusalOf(error, path, language)
  }
}

function refusalOf(error: unknown, path: string, language: Language): unknown {
  return error instanceof Problem ? new Refusal(`${path}: ${error.detail[language]}`) : error
}

/** Writes all files or none: they are made in a folder of their own first, then moved into place. */
function writeAll(out: string, files: Record<string, string>): void {
  const folder = resolve(out)
  let stage: string | undefined
  try {
    mkdirSync(folder, { recursive: true })
    stage = mkdtempSync(join(folder, '.match-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(stage, name), text)
    for (const name of Object.keys(files)) refuseFolder(join(folder, name))
    for (const name of Object.keys(files)) renameSync(join(stage, name), join(folder, name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Refusal(
      `The folder ${out} cannot be written (${code}). Nothing was changed there; choose another with --out.`,
    )
  } finally {
    if (stage) rmSync(stage, { recursive: true, force: true })
  }
}

/** @throws Error `EISDIR` where a folder stands in the place of a file. */
function refuseFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' })
  }
}

function tell(
  report: MatchReport,
  tables: { mentors: SheetTable; mentees: SheetTable },
  mapping: SheetMapping,
  { mentors, mentees, out }: Asked,
): void {
  for (const [path, table, uses] of [
    [mentors, tables.mentors, mapping.mentors],
    [mentees, tables.mentees, mapping.mentees],
  ] as const) {
    const read = table.header.flatMap((title, at) =>
      uses[at] === 'ignored' || uses[at] === 'refused' ? [] : [`${title} → ${uses[at]}`],
    )
    const refused = table.header.filter((_, at) => uses[at] === 'refused')
    console.log(`${basename(path)}: ${table.rows.length} lines. Read: ${read.join(', ') || 'nothing'}.`)
    if (refused.length > 0) console.log(`  Not read, on purpose: ${refused.join(', ')}.`)
  }
  for (const { name, words } of report.rules.filter(({ isChecked }) => !isChecked)) {
    console.log(`Nothing to check: ${name.en}. ${words.en}`)
  }
  for (const issue of report.issues.slice(0, 20))
    console.log(`  ${issue.role} file, line ${issue.line}: ${issue.words.en}`)
  if (report.issues.length > 20) console.log(`  … and ${report.issues.length - 20} more, all in report.html.`)
  const { counts, total } = report
  console.log(
    `${counts.mentors} mentors, ${counts.mentees} mentees, ${counts.possible} possible pairs.\n` +
      `${counts.pairs} pairs, ${counts.unmatched} people without; total score ${total} (micro-units), proved optimal.\n` +
      `Written to ${resolve(out)}: pairs.csv, unmatched.csv, report.html.`,
  )
}
