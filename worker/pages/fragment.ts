import { raw } from 'hono/html'
import { type Markup as Fragment, markup as fragment } from '#questionnaire/markup.ts'

/** A piece of a page: every value is escaped unless it is a piece itself; arrays are joined, null and false vanish. */
export { type Fragment, fragment }

/** Takes text that is already HTML as such, and leaves a piece as it is. */
export function asFragment(text: string | Fragment): Fragment {
  return typeof text === 'object' ? text : raw(text)
}

/**
 * What somebody typed over several lines: blank lines separate paragraphs, and a paragraph whose lines
 * all begin with a dash is a list.
 */
export function prose(text: string): Fragment {
  const blocks = text.split(/\n\s*\n/).map((block) => block.split('\n').filter((line) => line.trim() !== ''))
  return fragment`${blocks.filter((lines) => lines.length).map((lines) => (isList(lines) ? list(lines.map(withoutDash)) : paragraph(lines)))}`
}

/** A list with check marks, or nothing. */
export function list(lines: readonly (string | Fragment)[]): Fragment {
  return fragment`<ul class="ticks">${lines.map((line) => fragment`<li>${line}</li>`)}</ul>`
}

function paragraph(lines: string[]): Fragment {
  return fragment`<p>${lines.map((line, index) => fragment`${index ? raw('<br>') : null}${line}`)}</p>`
}

const DASH = /^\s*[-–•*]\s+/

function isList(lines: string[]): boolean {
  return lines.every((line) => DASH.test(line))
}

function withoutDash(line: string): string {
  return line.replace(DASH, '')
}
