import type { NamedGroupInput, NamedGroupShown } from '#contract/named-group.ts'
import { APPRAISAL_LEVELS } from '#domain/named-group.ts'
import { pageLanguage } from '../api.ts'
import { matchingApi } from '../api-matching.ts'
import { consoleWordsIn } from '../words/console.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { drawGroupForm } from './console-group-form.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { toSlug } from './console-slug.ts'

/** The named groups of a programme. Each change is saved at once; a group that was deleted can be brought back. */
export function drawGroups(slug: string, groups: NamedGroupShown[]): HTMLElement {
  const language = pageLanguage()
  const words = matchingWordsIn(language).group
  const host = h('div', { class: 'groups' })
  let known = groups
  let edited: NamedGroupShown | 'new' | null = null

  const save = async (name: string, content: NamedGroupInput) => {
    const saved = await matchingApi.saveGroup(slug, name, content)
    known = [...known.filter((each) => each.name !== saved.name), saved]
    edited = null
    draw()
    announce(words.saved(saved.label))
    focusAdd()
  }
  const remove = async (group: NamedGroupShown) => {
    try {
      await matchingApi.removeGroup(slug, group.name)
      known = known.filter((each) => each !== group)
      draw()
      const undo = () =>
        void save(group.name, contentOf(group)).catch((error: unknown) => host.append(failure(error)))
      announce(words.removed(group.label), { label: consoleWordsIn(language).undo, run: undo })
      focusAdd()
    } catch (error) {
      draw()
      host.append(failure(error))
    }
  }
  const edit = (group: NamedGroupShown | 'new' | null) => {
    edited = group
    draw()
    if (group === null) focusAdd()
    else host.querySelector<HTMLElement>('.group-form input')?.focus()
  }
  const form = (group: NamedGroupShown | null) =>
    drawGroupForm(
      group,
      (content) => save(group?.name ?? freeName(content.label, known), content),
      () => edit(null),
    )
  const line = (group: NamedGroupShown) =>
    edited === group
      ? form(group)
      : drawGroup(
          group,
          () => edit(group),
          () => void remove(group),
        )
  const focusAdd = () => host.querySelector<HTMLElement>('[data-add]')?.focus()
  const draw = () => {
    const add = () => edit('new')
    host.replaceChildren(
      ...(known.length === 0 && edited === null ? [h('p', { class: 'muted' }, words.none)] : []),
      ...known.map(line),
      edited === 'new'
        ? form(null)
        : h(
            'button',
            { type: 'button', class: 'button button-quiet', 'data-add': true, onclick: add },
            words.add,
          ),
    )
    if (known.some(({ appraisal_chain }) => appraisal_chain !== null)) {
      const file = `/api/v1/programmes/${encodeURIComponent(slug)}/exceptions.csv`
      host.append(h('p', {}, h('a', { class: 'file-link', href: file, download: true }, words.exceptions)))
    }
  }
  draw()
  return host
}

function drawGroup(group: NamedGroupShown, edit: () => void, remove: () => void): HTMLElement {
  const words = matchingWordsIn(pageLanguage()).group
  const { label, people, served_first, appraisal_chain } = group
  const about = () => h('span', { class: 'visually-hidden' }, ` (${label})`)
  return h(
    'div',
    { class: 'group' },
    h('strong', {}, label),
    h('span', { class: 'hint' }, words.count(people.length)),
    served_first && tag(words.isFirst, { role: 'shared' }),
    appraisal_chain && tag(words.isException(appraisal_chain.levels), { tone: 'watch' }),
    h(
      'span',
      { class: 'cluster' },
      h('button', { type: 'button', class: 'link-button', onclick: edit }, words.edit, about()),
      h('button', { type: 'button', class: 'link-button', onclick: remove }, words.remove, about()),
    ),
    appraisal_chain && h('p', { class: 'hint' }, appraisal_chain.reason),
  )
}

function contentOf({ label, people, served_first, appraisal_chain }: NamedGroupShown): NamedGroupInput {
  const { levels = APPRAISAL_LEVELS, reason = '' } = appraisal_chain ?? {}
  return { label, people, served_first, appraisal_chain: appraisal_chain && { levels, reason } }
}

/** The address name of a new group: from its label, with a number where another group has it. */
function freeName(label: string, groups: readonly NamedGroupShown[]): string {
  const stem = toSlug(label) || 'groupe'
  const taken = new Set(groups.map(({ name }) => name))
  let name = stem
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`
  return name
}
