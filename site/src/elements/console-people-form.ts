import { pageLanguage } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { peopleWordsIn } from '../words/console-people.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

const PEOPLE_MAX = 500

/** The lines of a pasted list, each once and without what surrounds it; tabs, commas and semicolons separate as well. */
export function readPeople(text: string): string[] {
  const lines = text.split(/[\n\r\t,;]+/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/**
 * What a form about people does when it is sent: checks the list, calls, and says above the button what went wrong,
 * naming the very line.
 */
export async function sendPeople<T>(
  area: HTMLTextAreaElement,
  said: HTMLElement,
  send: (people: string[]) => Promise<T>,
): Promise<T | null> {
  const words = peopleWordsIn(pageLanguage()).invite
  const people = readPeople(area.value)
  said.replaceChildren()
  area.removeAttribute('aria-invalid')
  const flaw = people.length === 0 ? words.nobody : people.length > PEOPLE_MAX ? words.tooMany : null
  if (flaw !== null) {
    area.setAttribute('aria-invalid', 'true')
    said.replaceChildren(h('p', { class: 'error', role: 'alert' }, flaw))
    area.focus()
    return null
  }
  try {
    return await send(people)
  } catch (error) {
    said.replaceChildren(failure(named(error, people)))
    return null
  }
}

/** A refusal that points at a place in the list names the line instead. */
function named(error: unknown, people: readonly string[]): unknown {
  if (!(error instanceof ApiError)) return error
  const { refused } = peopleWordsIn(pageLanguage()).invite
  const errors = error.errors.map(({ pointer, detail }) => {
    const index = /^\/people\/(\d+)/.exec(pointer)?.[1]
    const line = index === undefined ? undefined : people[Number(index)]
    return { pointer, detail: line === undefined ? detail : refused(line, detail) }
  })
  return new ApiError(error.status, error.kind, error.message, errors)
}
