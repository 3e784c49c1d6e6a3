import type { TestimonyShown } from '#contract/testimony.ts'
import { TESTIMONY_STATES, type TestimonyState } from '#domain/testimony.ts'
import { pageLanguage } from '../api.ts'
import { publicApi } from '../api-public.ts'
import { consoleWordsIn } from '../words/console.ts'
import { publicWordsIn } from '../words/console-public.ts'
import { drawAct } from './console-labelled.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** Testimonies to read and decide on; every decision can be taken back (D36). */
export function drawTestimonies(testimonies: TestimonyShown[]): HTMLElement {
  const language = pageLanguage()
  const words = publicWordsIn(language).testimonies
  const host = h('div')
  let known = testimonies

  const put = (saved: TestimonyShown) => {
    known = known.map((each) => (each.id === saved.id ? saved : each))
    draw()
  }
  const decide = async (id: string, state: 'published' | 'refused') => {
    try {
      put(await publicApi.decide(id, state))
      announce(words[state], { label: consoleWordsIn(language).undo, run: () => void undo(id) })
    } catch (error) {
      host.append(failure(error))
    }
  }
  const undo = async (id: string) => {
    try {
      put(await publicApi.undecide(id))
    } catch (error) {
      host.append(failure(error))
    }
  }
  const item = ({ id, author, organisation, text, language: written, state }: TestimonyShown) =>
    h(
      'li',
      { class: 'public-item' },
      h('p', {}, h('strong', {}, [author, organisation].filter(Boolean).join(' · '))),
      h('p', { class: 'public-text', lang: written }, text),
      h(
        'p',
        { class: 'cluster' },
        state !== 'published' && drawAct(words.publish, author, () => void decide(id, 'published')),
        state !== 'refused' &&
          drawAct(
            state === 'published' ? words.withdraw : words.refuse,
            author,
            () => void decide(id, 'refused'),
          ),
      ),
    )
  const group = (state: TestimonyState) => {
    const mine = known.filter((each) => each.state === state)
    const title = `${words.states[state]} (${mine.length})`
    if (state === 'waiting') {
      return mine.length
        ? h('div', {}, h('h3', {}, title), h('ul', { role: 'list' }, ...mine.map(item)))
        : h('p', { class: 'muted' }, words.none)
    }
    return (
      mine.length > 0 &&
      h('details', {}, h('summary', {}, title), h('ul', { role: 'list' }, ...mine.map(item)))
    )
  }
  const draw = () => {
    host.replaceChildren(...TESTIMONY_STATES.map(group).filter((each) => each !== false))
  }
  draw()
  return host
}
