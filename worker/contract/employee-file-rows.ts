import { Problem } from '#domain/problem.ts'

/** One row of a table, numbered as a spreadsheet does: from 1, empty rows counted. */
export interface FileRow {
  line: number
  cells: string[]
}

/** Text that arrives piece by piece, as rows; empty ones are counted and left out. */
export interface RowReader {
  push: (text: string) => FileRow[]
  end: () => FileRow[]
}

/** No row of employees is as long: beyond it a quote was opened and never closed, or this is no table. */
const ROW_CHARACTERS_MAX = 200_000

const DELIMITERS = ['\t', ';', ',', '|']

/** What parts the titles of the first line that is not empty, outside quotes. */
export function delimiterOf(text: string): string {
  const titles = (/^.*\S.*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => titles.split(sign).length
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/**
 * Rows of a CSV (RFC 4180, with any line ending), parted by comma, semicolon, tab or |, whichever parts the first line;
 * `sep=;` on a line of its own before it decides, as in Excel. Cells are trimmed.
 * @throws Problem `invalid` where a quote is never closed.
 */
export function openCsvRows(): RowReader {
  let waiting = ''
  let rows: ReturnType<typeof openCells> | null = null
  const open = (isEnd: boolean): FileRow[] => {
    const isDecided = isEnd || /\S[^\r\n]*[\r\n]+\S[^\r\n]*[\r\n]/.test(waiting) || waiting.length > 65_536
    if (!isDecided) return []
    const told = /^\s*"?sep=(.)"?[^\S\r\n]*(?:\r\n|\r|\n)/i.exec(waiting)
    rows = openCells(told?.[1] ?? delimiterOf(waiting), told ? 2 : 1)
    const found = rows.push(told ? waiting.slice(told[0].length) : waiting)
    waiting = ''
    return found
  }
  return {
    push(text) {
      if (rows) return rows.push(text)
      waiting += text
      return open(false)
    },
    end() {
      const found = rows ? [] : open(true)
      return [...found, ...rows!.end()]
    },
  }
}

/** Where the reader stands: at the start of a cell, in plain text, in quotes, or after a quote that may be one of two. */
type Place = 'start' | 'plain' | 'quoted' | 'quote'

function openCells(delimiter: string, firstLine: number): RowReader {
  let line = firstLine
  let [cells, cell, place]: [string[], string, Place] = [[], '', 'start']
  let [isAfterReturn, size] = [false, 0]
  const special = new RegExp(`[\\r\\n${delimiter === '\t' ? '\\t' : `\\${delimiter}`}]`, 'g')
  const closeCell = () => {
    cells.push(cell.trim())
    cell = ''
    place = 'start'
  }
  const closeRow = (found: FileRow[]) => {
    closeCell()
    if (cells.some(Boolean)) found.push({ line, cells })
    cells = []
    size = 0
    line += 1
  }
  const take = (text: string) => {
    cell += text
    size += text.length
    if (size > ROW_CHARACTERS_MAX) throw neverClosed(line)
  }
  const push = (text: string): FileRow[] => {
    const found: FileRow[] = []
    for (let at = 0; at < text.length; ) {
      if (place === 'quoted') {
        const end = text.indexOf('"', at)
        take(text.slice(at, end === -1 ? undefined : end))
        if (end === -1) break
        place = 'quote'
        at = end + 1
        continue
      }
      const letter = text[at]
      if (place === 'quote' && letter === '"') {
        take('"')
        place = 'quoted'
        at += 1
        continue
      }
      if (letter === '\n' && isAfterReturn) {
        isAfterReturn = false
        at += 1
        continue
      }
      isAfterReturn = false
      if (place === 'start' && letter === '"' && cell.trim() === '') {
        cell = ''
        place = 'quoted'
        at += 1
      } else if (letter === delimiter) {
        closeCell()
        at += 1
      } else if (letter === '\n' || letter === '\r') {
        closeRow(found)
        isAfterReturn = letter === '\r'
        at += 1
      } else if (place === 'start' && letter?.trim() === '') {
        take(letter)
        at += 1
      } else {
        place = 'plain'
        special.lastIndex = at
        const end = special.exec(text)?.index ?? text.length
        take(text.slice(at, end))
        at = end
      }
    }
    return found
  }
  return {
    push,
    end() {
      if (place === 'quoted') throw neverClosed(line)
      const found: FileRow[] = []
      if (cell !== '' || cells.length) closeRow(found)
      return found
    },
  }
}

/** Rows of NDJSON: one text cell a line. */
export function openTextLines(): RowReader {
  let [line, waiting] = [0, '']
  const read = (text: string): FileRow[] => {
    const found: FileRow[] = []
    for (const one of text.split('\n')) {
      line += 1
      if (one.trim() !== '') found.push({ line, cells: [one.trim()] })
    }
    return found
  }
  return {
    push(text) {
      waiting += text
      const cut = waiting.lastIndexOf('\n')
      if (waiting.length - cut > ROW_CHARACTERS_MAX * 5) throw neverClosed(line + 1)
      if (cut === -1) return []
      const ready = waiting.slice(0, cut)
      waiting = waiting.slice(cut + 1)
      return read(ready)
    },
    end: () => (waiting.trim() === '' ? [] : read(waiting)),
  }
}

function neverClosed(line: number): Problem {
  return new Problem('invalid', {
    fr: `La ligne ${line} ne se termine pas\u00a0: un guillemet y est ouvert et jamais refermé. Doublez les guillemets à l’intérieur d’une cellule, puis renvoyez le fichier.`,
    en: `Line ${line} does not end: a quotation mark is opened there and never closed. Double the marks inside a cell, then send the file again.`,
  })
}
