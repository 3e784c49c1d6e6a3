import type { TalentShown } from '#contract/talent.ts'
import { api, pageLanguage } from '../api.ts'
import { accessApi } from '../api-access.ts'
import { request } from '../api-client.ts'
import { consoleWordsIn } from '../words/console.ts'
import { outcomeWordsIn } from '../words/console-outcomes.ts'
import { peopleWordsIn } from '../words/console-people.ts'
import { addressOf } from './console-address.ts'
import { writeNumber } from './console-figures.ts'
import { drawIdeas } from './console-ideas.ts'
import { fill, parameter, titlePage } from './console-load.ts'
import { h } from './console-markup.ts'
import { drawOutcomes } from './console-outcome-view.ts'

/** What a programme (`?p=`) has changed, the ideas that its pairs shared, and who wants their contribution to be seen. */
class ConsoleOutcomes extends HTMLElement {
  connectedCallback(): void {
    const slug = parameter('p')
    const words = outcomeWordsIn(pageLanguage())
    if (slug === null) this.replaceChildren(h('p', {}, peopleWordsIn(pageLanguage()).invite.missing))
    else
      void fill(
        this,
        () =>
          Promise.all([
            api.programme(slug),
            accessApi.outcomes(slug),
            request('GET /programmes/:slug/talents', { params: { slug } }),
            request('GET /programmes/:slug/ideas', { params: { slug } }),
          ]),
        ([programme, outcomes, talents, ideas]) => {
          titlePage(words.heading(programme.words[pageLanguage()].name))
          const back = consoleWordsIn(pageLanguage()).run.backToProgramme
          return [
            h('p', {}, h('a', { href: addressOf('programme', { p: slug }) }, back)),
            drawOutcomes(outcomes),
            drawIdeas(ideas.items, programme.time_zone),
            h(
              'section',
              { class: 'console-section' },
              h('h2', {}, words.talents),
              drawTalents(talents.items),
            ),
          ]
        },
      )
  }
}

function drawTalents(talents: readonly TalentShown[]): HTMLElement {
  const language = pageLanguage()
  const words = outcomeWordsIn(language)
  if (talents.length === 0) return h('p', { class: 'muted' }, words.talentsNone)
  return h(
    'dl',
    { class: 'facts facts-lines' },
    ...talents.map(({ given_name, family_name, role, topics_passed_on, sessions, hours }) =>
      h(
        'div',
        {},
        h('dt', {}, `${given_name} ${family_name}`),
        h(
          'dd',
          {},
          [
            words[role],
            ...topics_passed_on.map((topic) => topic[language]),
            words.talent(sessions, writeNumber(hours, language, 1)),
          ].join(' · '),
        ),
      ),
    ),
  )
}

customElements.define('console-outcomes', ConsoleOutcomes)
