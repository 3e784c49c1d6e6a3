import { IDEA_STATES, type IdeaShown } from '#contract/takeaway.ts'
import { pageLanguage } from '../api.ts'
import { request } from '../api-client.ts'
import { consoleWordsIn } from '../words/console.ts'
import { outcomeWordsIn } from '../words/console-outcomes.ts'
import { writeInstantDay } from './console-figures.ts'
import { drawSelect } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** Ideas that pairs shared with the team, each with what becomes of it: saved at once, and taken back if wished (W13). */
export function drawIdeas(ideas: readonly IdeaShown[], zone: string): HTMLElement {
  const words = outcomeWordsIn(pageLanguage()).shared
  return h(
    'section',
    { class: 'console-section', 'aria-labelledby': 'ideas' },
    h('h2', { id: 'ideas' }, words.title),
    ...(ideas.length === 0
      ? [h('p', { class: 'muted' }, words.none)]
      : [
          h('p', { class: 'people-lead' }, words.lead),
          h('ul', { class: 'ideas', role: 'list' }, ...ideas.map((idea) => drawIdea(idea, zone))),
        ]),
  )
}

function drawIdea({ id, text, state, author, shared_at }: IdeaShown, zone: string): HTMLElement {
  const language = pageLanguage()
  const words = outcomeWordsIn(language).shared
  const choice = drawSelect(
    `idea-${id}`,
    IDEA_STATES.map((one) => [one, words.states[one]] as const),
    state,
  )
  const said = h('div', { class: 'idea-said' })
  let saved = state
  const save = async (wished: IdeaShown['state'], mayUndo: boolean) => {
    const before = saved
    try {
      const decided = await request('PUT /ideas/:id/status', { params: { id }, body: { state: wished } })
      saved = decided.state
      said.replaceChildren()
      const undo = { label: consoleWordsIn(language).undo, run: () => void save(before, false) }
      announce(words.saved(words.states[saved]), mayUndo ? undo : undefined)
    } catch (error) {
      said.replaceChildren(failure(error))
    }
    choice.value = saved
  }
  choice.addEventListener('change', () => void save(choice.value as IdeaShown['state'], true))
  return h(
    'li',
    { class: 'idea' },
    h('p', {}, text),
    h('p', { class: 'hint' }, words.by(author.name, writeInstantDay(shared_at, language, zone))),
    h(
      'div',
      { class: 'idea-state' },
      h('label', { class: 'visually-hidden', for: choice.id }, words.state, words.of(text)),
      choice,
    ),
    said,
  )
}
