import type { MatchRunShown } from '#contract/match-run.ts'
import { api, pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { failure } from './console-load.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** The approval of a run: what it will do, a first press, then a second one in the same place, because it cannot be undone. */
export function drawApproval(
  run: MatchRunShown,
  count: { proposals: number; people: number },
  days: number,
  approved: () => Promise<void>,
): HTMLElement {
  const words = consoleWordsIn(pageLanguage())
  const steps = h('div', { class: 'cluster' })
  const failures = h('div')
  const press = (text: string, kind: string, onclick: () => void) =>
    h('button', { type: 'button', class: kind, onclick }, text)

  const first = () => {
    steps.replaceChildren(press(words.approval.first(count.proposals), 'button', second))
  }
  const second = () => {
    const send = press(words.approval.second, 'button', () => void approve(send))
    const later = press(words.cancel, 'button button-quiet', () => {
      first()
      steps.querySelector('button')?.focus()
    })
    steps.replaceChildren(
      h('p', { class: 'approval-sure', role: 'status' }, words.approval.sure),
      send,
      later,
    )
    send.focus()
  }
  const approve = async (button: HTMLButtonElement) => {
    button.disabled = true
    failures.replaceChildren()
    try {
      await api.approveMatchRun(run.id)
      announce(words.approval.done(count.proposals))
      await approved()
    } catch (error) {
      button.disabled = false
      failures.replaceChildren(failure(error))
    }
  }
  first()
  return h(
    'section',
    { class: 'notice approval', 'aria-labelledby': 'approval-title' },
    h('h2', { id: 'approval-title' }, words.approval.title),
    h('p', {}, words.approval.what(count.proposals, count.people, days)),
    steps,
    failures,
  )
}
