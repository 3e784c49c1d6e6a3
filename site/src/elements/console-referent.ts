import { pageLanguage } from '../api.ts'
import { accessApi } from '../api-access.ts'
import { waysApi } from '../api-ways.ts'
import { helpWordsIn } from '../words/console-help.ts'
import { drawField, drawSelect } from './console-labelled.ts'
import { failure, fill } from './console-load.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

const TEAM = 'team'

/** To whom people of a programme may speak in confidence: somebody of the team, or all who organise (C29). */
export function drawReferent(slug: string): HTMLElement {
  const words = helpWordsIn(pageLanguage()).referent
  const body = h('div')
  void fill(
    body,
    () => Promise.all([waysApi.referent(slug), accessApi.team()]),
    ([{ referent }, team]) => {
      const readers = team.filter(({ role }) => role === 'organiser' || role === 'coach')
      const choice = drawSelect(
        'referent-choice',
        [[TEAM, words.team], ...readers.map(({ email }) => [email, email] as const)],
        referent?.email ?? TEAM,
      )
      const said = h('div')
      const save = async (event: Event) => {
        event.preventDefault()
        try {
          if (choice.value === TEAM) await waysApi.removeReferent(slug)
          else await waysApi.nameReferent(slug, choice.value)
          said.replaceChildren()
          announce(words.saved(choice.selectedOptions[0]?.textContent ?? ''))
        } catch (error) {
          said.replaceChildren(failure(error))
        }
      }
      return [
        h(
          'form',
          { class: 'people-form', onsubmit: save },
          drawField(words.who, choice),
          said,
          h('button', { class: 'button button-quiet', type: 'submit' }, words.save),
        ),
      ]
    },
  )
  return h(
    'section',
    { class: 'console-section', id: 'referent' },
    h('h2', {}, words.title),
    h('p', { class: 'people-lead' }, words.lead),
    h('p', {}, h('a', { href: `/${pageLanguage()}/console/help/` }, words.read)),
    body,
  )
}
