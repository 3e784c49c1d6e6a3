import type { Language } from '#domain/language.ts'

export type CsvValue = string | number | null

/**
 * A table as a file that a spreadsheet opens rightly: a byte-order mark so that accents survive, CRLF lines,
 * `;` between French columns because the comma is the decimal mark there (RFC 4180 otherwise).
 * Text that a spreadsheet would run as a formula is disarmed with an apostrophe (OWASP, CSV injection).
 */
export function toCsv(header: readonly string[], rows: readonly CsvValue[][], language: Language): string {
  const separator = language === 'fr' ? ';' : ','
  const decimal = (value: number) => (language === 'fr' ? String(value).replace('.', ',') : String(value))
  const cell = (value: CsvValue) => {
    if (value === null) return ''
    return quote(typeof value === 'number' ? decimal(value) : guardFormula(value), separator)
  }
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`
}

/** Puts an apostrophe before text that begins like a formula, full-width look-alikes and leading blanks included. */
export function guardFormula(text: string): string {
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(text) ? `'${text}` : text
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
