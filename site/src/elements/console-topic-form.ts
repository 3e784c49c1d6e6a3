import type { TopicShown, TopicsShown } from '#contract/topic.ts'
import { familyName, JOB_FAMILIES, type JobFamily } from '#domain/job-family.ts'
import { pageLanguage } from '../api.ts'
import type { TopicBody } from '../api-topics.ts'
import { consoleWordsIn } from '../words/console.ts'
import { topicsWordsIn } from '../words/console-topics.ts'
import { drawEscoSearch } from './console-esco.ts'
import { drawEnding, drawField } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'

/** What a form begins with: a topic that exists, or the name that somebody asked for. */
export type TopicDraft = Partial<
  Pick<TopicShown, 'group' | 'name' | 'family' | 'nature' | 'esco' | 'offered'>
>

/** Creates or changes a topic, with ESCO at hand to take names and an identifier from. */
export function drawTopicForm(
  draft: TopicDraft,
  groups: TopicsShown['groups'],
  save: (content: TopicBody) => Promise<void>,
  cancel: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = topicsWordsIn(language).form
  const text = (id: string, value: string, isRequired: boolean) =>
    h('input', { class: 'input', id, maxlength: isRequired ? 80 : 100, required: isRequired, value })
  const [french, english] = [
    text('topic-fr', draft.name?.fr ?? '', true),
    text('topic-en', draft.name?.en ?? '', true),
  ]
  const esco = text('topic-esco', draft.esco ?? '', false)
  const group = choice(
    'topic-group',
    groups.map(({ id, name }) => [id, name[language]]),
    draft.group,
  )
  const family = choice(
    'topic-family',
    [
      ['', words.anywhere],
      ...Object.keys(JOB_FAMILIES).map((id): [string, string] => [id, familyName(id)[language]]),
    ],
    draft.family ?? '',
  )
  const nature = choice('topic-nature', Object.entries(words.natures), draft.nature ?? 'hard')
  const said = h('div')

  const submit = async (event: Event) => {
    event.preventDefault()
    said.replaceChildren()
    try {
      await save({
        group: group.value,
        name: { fr: french.value.trim(), en: english.value.trim() },
        family: family.value === '' ? null : (family.value as JobFamily),
        nature: nature.value === 'soft' ? 'soft' : 'hard',
        esco: esco.value.trim() || null,
        offered: draft.offered ?? true,
      })
    } catch (error) {
      said.replaceChildren(failure(error))
    }
  }
  const search = drawEscoSearch(({ id, name }) => {
    french.value = capital(name.fr)
    english.value = capital(name.en)
    esco.value = id
    french.focus()
  })
  return h(
    'div',
    { class: 'group-form' },
    h(
      'form',
      { class: 'stack', onsubmit: submit },
      h(
        'div',
        { class: 'fields' },
        drawField(words.fr, french),
        drawField(words.en, english),
        drawField(words.group, group),
        drawField(words.family, family),
        drawField(words.nature, nature),
        drawField(words.esco, esco),
      ),
      said,
      drawEnding(words.save, consoleWordsIn(language).cancel, cancel),
    ),
    search,
  )
}

function choice(
  id: string,
  options: readonly (readonly [string, string])[],
  chosen: string | undefined,
): HTMLSelectElement {
  return h(
    'select',
    { class: 'input', id },
    ...options.map(([value, name]) => h('option', { value, selected: value === chosen }, name)),
  )
}

/** ESCO writes names in small letters; our list begins with a capital. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}
