import type { EscoSkillShown } from '#contract/topic.ts'
import { ESCO_CREDIT } from '#domain/esco-skill.ts'
import { pageLanguage } from '../api.ts'
import { topicsApi } from '../api-topics.ts'
import { topicsWordsIn } from '../words/console-topics.ts'
import { writeNumber } from './console-figures.ts'
import { failure, fill } from './console-load.ts'
import { h } from './console-markup.ts'

/** Letters are waited for so long before a search is asked for. */
const PAUSE_MS = 250

/** Searches the skills of ESCO; `take` is told of the one that was chosen. */
export function drawEscoSearch(take: (skill: EscoSkillShown) => void): HTMLElement {
  const language = pageLanguage()
  const words = topicsWordsIn(language).esco
  const results = h('div', { role: 'status' })
  const credit = h('p', { class: 'hint', hidden: true }, ESCO_CREDIT[language])
  let asked = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  const search = async (query: string) => {
    const mine = ++asked
    try {
      const { items, total } = await topicsApi.skills(query)
      if (mine !== asked) return
      credit.hidden = items.length === 0
      results.replaceChildren(
        items.length === 0
          ? h('p', { class: 'muted' }, total === 0 ? words.empty : words.none)
          : h('ul', { class: 'topic-lines', role: 'list' }, ...items.map(line)),
      )
    } catch (error) {
      if (mine === asked) results.replaceChildren(failure(error))
    }
  }
  const line = (skill: EscoSkillShown) => {
    const name = skill.name[language]
    return h(
      'li',
      {},
      h('span', {}, name, h('span', { class: 'hint' }, ` ${skill.name[language === 'fr' ? 'en' : 'fr']}`)),
      h(
        'button',
        { type: 'button', class: 'link-button', onclick: () => take(skill) },
        words.take,
        h('span', { class: 'visually-hidden' }, ` ${name}`),
      ),
    )
  }
  const input = h('input', {
    class: 'input',
    id: 'esco-search',
    type: 'search',
    autocomplete: 'off',
    'aria-describedby': 'esco-hint',
    oninput: () => {
      clearTimeout(pause)
      const query = input.value.trim()
      if (query.length < 2) results.replaceChildren()
      else pause = setTimeout(() => void search(query), PAUSE_MS)
    },
  })
  return h(
    'section',
    { class: 'topic-esco' },
    h('h3', {}, words.title),
    h('div', { class: 'field' }, h('label', { for: 'esco-search' }, words.label), input),
    h('p', { class: 'hint', id: 'esco-hint' }, words.hint),
    results,
    credit,
  )
}

/** How many skills are known, and the door through which a file comes in. */
export function drawEscoImport(): HTMLElement {
  const language = pageLanguage()
  const words = topicsWordsIn(language).esco
  const known = h('div')
  const count = () =>
    fill(
      known,
      () => topicsApi.skills(''),
      ({ total }) => [h('p', {}, total === 0 ? words.empty : words.known(writeNumber(total, language)))],
    )
  const file = h('input', {
    class: 'input',
    id: 'esco-file',
    type: 'file',
    accept: '.json,application/json',
    required: true,
    'aria-describedby': 'esco-file-hint',
  })
  const said = h('div', { role: 'status' })
  const send = h('button', { type: 'submit', class: 'button' }, words.send)
  const submit = async (event: Event) => {
    event.preventDefault()
    const chosen = file.files?.[0]
    if (!chosen) return
    send.disabled = true
    said.replaceChildren()
    try {
      const rows = readRows(await chosen.text())
      if (rows === null) {
        said.replaceChildren(h('p', { class: 'error' }, words.unreadable))
        return
      }
      const { created, updated, unchanged } = await topicsApi.importSkills(rows)
      const write = (number: number) => writeNumber(number, language)
      said.replaceChildren(h('p', {}, words.imported(write(created), write(updated), write(unchanged))))
      void count()
    } catch (error) {
      said.replaceChildren(failure(error))
    } finally {
      send.disabled = false
    }
  }
  void count()
  const [label, hint] = words.file
  return h(
    'section',
    { class: 'console-section' },
    h('h2', {}, words.importTitle),
    known,
    h(
      'form',
      { class: 'stack topic-file', onsubmit: submit },
      h('div', { class: 'field' }, h('label', { for: 'esco-file' }, label!), file),
      h('p', { class: 'hint', id: 'esco-file-hint' }, hint!),
      said,
      h('div', {}, send),
    ),
    h('p', { class: 'hint' }, ESCO_CREDIT[language]),
  )
}

/** Only what the service reads goes over the wire; null where the file is no JSON. */
function readRows(text: string): unknown {
  try {
    const rows: unknown = JSON.parse(text)
    if (!Array.isArray(rows)) return rows
    return rows.map((row) => {
      const { uri, fr, en, group } = Object(row) as Record<string, unknown>
      return { uri, fr, en, group }
    })
  } catch {
    return null
  }
}
