import type { ObjectivesShown } from '#contract/explanation.ts'
import type { MatchRunShown } from '#contract/match-run.ts'
import type { WholeProgrammeShown } from '#contract/programme.ts'
import type { MatchingObjective } from '#domain/match-run.ts'
import { api, pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { compareWordsIn } from '../words/console-compare.ts'
import { toPoints, writeNumber } from './console-figures.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { drawRunStart } from './console-run-start.ts'

/** What a run may look for, side by side on the same people; one is chosen for the next run. */
export function drawObjectives(
  shown: ObjectivesShown,
  programme: WholeProgrammeShown,
  runs: readonly MatchRunShown[],
  matched: () => Promise<void>,
): HTMLElement {
  const language = pageLanguage()
  const words = compareWordsIn(language).objectives
  const host = h('div')
  let chosen = programme.matching_objective

  const choose = async (objective: MatchingObjective, undoing = false) => {
    const before = chosen
    for (const button of host.querySelectorAll('button')) button.disabled = true
    try {
      await api.changeProgramme(programme.slug, { matching_objective: objective })
      chosen = objective
      draw()
      const undo = { label: consoleWordsIn(language).undo, run: () => void choose(before, true) }
      announce(words.saved(words.name[objective]), undoing ? undefined : undo)
      host.querySelector<HTMLElement>('.run-start button')?.focus()
    } catch (error) {
      draw()
      host.append(failure(error))
    }
  }
  const draw = () => {
    const cards = shown.objectives.map((one) =>
      drawObjective(one, shown.chosen, chosen, () => void choose(one.objective)),
    )
    const next =
      chosen === shown.chosen
        ? []
        : [
            h(
              'div',
              { class: 'objective-next' },
              h('p', {}, words.next),
              drawRunStart(programme, runs, matched),
            ),
          ]
    host.replaceChildren(...next, h('div', { class: 'objectives' }, ...cards))
  }
  draw()
  return host
}

function drawObjective(
  { objective, matched, mean, worst, differs }: ObjectivesShown['objectives'][number],
  ofRun: MatchingObjective,
  chosen: MatchingObjective,
  choose: () => void,
): HTMLElement {
  const language = pageLanguage()
  const words = compareWordsIn(language).objectives
  const figure = (label: string, value: string) => h('div', {}, h('dt', {}, label), h('dd', {}, value))
  const points = (score: number) => writeNumber(toPoints(score), language, 1)
  return h(
    'section',
    { class: 'objective', 'aria-labelledby': `objective-${objective}` },
    h('h3', { id: `objective-${objective}` }, words.name[objective]),
    h(
      'p',
      { class: 'cluster' },
      objective === ofRun && tag(words.ofRun, { role: 'shared' }),
      objective === chosen && tag(words.chosen, { tone: 'good' }),
    ),
    h('p', { class: 'objective-means' }, words.means[objective]),
    h(
      'dl',
      { class: 'facts' },
      figure(words.matched, writeNumber(matched, language)),
      figure(words.mean, points(mean)),
      figure(words.worst, points(worst)),
      figure(words.differs, writeNumber(differs, language)),
    ),
    objective !== chosen &&
      h(
        'button',
        { type: 'button', class: 'button button-quiet', onclick: choose },
        words.choose,
        h('span', { class: 'visually-hidden' }, ` (${words.name[objective]})`),
      ),
  )
}
