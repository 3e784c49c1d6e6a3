import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { failure } from './console-load.ts'
import { followRun } from './console-look.ts'
import { h } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { awaitingRun } from './console-schedule.ts'

/**
 * Starts matching and follows it to its end. Where a run still awaits approval, starting another replaces it,
 * which is said before it is done. A run that is already under way is followed at once.
 */
export function drawRunStart(
  programme: ProgrammeShown,
  runs: readonly MatchRunShown[],
  changed: () => Promise<void>,
): HTMLElement {
  const words = consoleWordsIn(pageLanguage())
  const host = h('div', { class: 'run-start' })
  const under = runs.find(({ state }) => state === 'queued' || state === 'running')
  const awaiting = awaitingRun(runs)

  const idle = () => {
    const ask = awaiting ? confirm : () => void start()
    const kind = awaiting ? 'button button-quiet' : 'button'
    host.replaceChildren(h('button', { type: 'button', class: kind, onclick: ask }, words.programme.runNow))
  }
  const confirm = () => {
    const yes = h(
      'button',
      { type: 'button', class: 'button', onclick: () => void start() },
      words.programme.runReplace,
    )
    const no = h('button', { type: 'button', class: 'button button-quiet', onclick: idle }, words.cancel)
    host.replaceChildren(
      h(
        'div',
        { class: 'notice', 'data-tone': 'watch' },
        h('p', {}, words.programme.runReplaces(awaiting!.round)),
        h('div', { class: 'cluster' }, yes, no),
      ),
    )
    yes.focus()
  }
  const start = () => follow(() => api.startMatchRun(programme.slug))
  const follow = async (begin: () => Promise<MatchRunShown>) => {
    host.replaceChildren(
      h(
        'p',
        { class: 'run-busy', role: 'status' },
        h('progress', { 'aria-label': words.run.title }),
        words.programme.running,
      ),
    )
    try {
      const ended = await followRun((await begin()).id, () => undefined)
      await changed()
      sayEnd(ended)
    } catch (error) {
      idle()
      host.append(failure(error))
    }
  }
  if (under) void follow(async () => under)
  else idle()
  return host
}

function sayEnd(run: MatchRunShown): void {
  const words = consoleWordsIn(pageLanguage())
  const address = `/${pageLanguage()}/console/run/?id=${encodeURIComponent(run.id)}`
  if (run.state !== 'completed') announce(words.programme.runEnded)
  else
    announce(words.programme.runDone(run.matched ?? 0), {
      label: words.programme.openRun,
      run: () => location.assign(address),
    })
}
