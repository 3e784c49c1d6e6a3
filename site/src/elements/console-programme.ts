import type { ProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { lifeApi } from '../api-life.ts'
import { consoleWordsIn } from '../words/console.ts'
import { outcomeWordsIn } from '../words/console-outcomes.ts'
import { pathWordsIn } from '../words/console-path.ts'
import { peopleWordsIn } from '../words/console-people.ts'
import { preparationWordsIn } from '../words/console-preparations.ts'
import { questionsWordsIn } from '../words/console-questions.ts'
import { addressOf } from './console-address.ts'
import { answersFile, hoursFile } from './console-answers-file.ts'
import { failure, fill, parameter, titlePage } from './console-load.ts'
import { lookInto } from './console-look.ts'
import { type Child, h } from './console-markup.ts'
import { drawNumbers } from './console-numbers.ts'
import { pairsTable } from './console-pairs.ts'
import { participantsTable } from './console-participants.ts'
import { drawPublication } from './console-publication.ts'
import { drawReferent } from './console-referent.ts'
import { drawRunStart } from './console-run-start.ts'
import { runsTable } from './console-runs.ts'
import { countProgramme, type ProgrammeSeen } from './console-schedule.ts'

/** One programme: its state, its match runs, its sign-ups, its pairs. The address names it (`?p=`). */
class ConsoleProgramme extends HTMLElement {
  private readonly words = consoleWordsIn(pageLanguage())
  private readonly head = h('div')
  private readonly numbers = h('div')
  private readonly runs = h('section', { class: 'console-section', id: 'runs' })
  private readonly people = h('section', { class: 'console-section', id: 'people' })
  private readonly pairs = h('section', { class: 'console-section', id: 'pairs' })

  connectedCallback(): void {
    const slug = parameter('p')
    if (slug === null) {
      this.replaceChildren(h('p', {}, this.words.programme.missing))
      return
    }
    void fill(
      this,
      async () => lookInto(await api.programme(slug)),
      (seen) => this.draw(seen),
    )
  }

  private draw(seen: ProgrammeSeen): Child[] {
    titlePage(seen.programme.words[pageLanguage()].name)
    this.drawHead(seen)
    this.drawCounts(seen)
    this.drawPeople(seen)
    queueMicrotask(() => document.getElementById(location.hash.slice(1))?.scrollIntoView())
    return [this.head, this.numbers, this.runs, this.pairs, this.people, drawReferent(seen.programme.slug)]
  }

  private drawHead(seen: ProgrammeSeen): void {
    const changed = (programme: ProgrammeShown) => this.drawHead({ ...seen, programme })
    this.head.replaceChildren(drawPublication(seen.programme, seen.runs, changed))
  }

  /** The numbers and the runs, again after each run. */
  private drawCounts(seen: ProgrammeSeen): void {
    const { programme, runs } = seen
    const counts = countProgramme(seen)
    const words = this.words.numbers
    this.numbers.replaceChildren(
      drawNumbers(words.ofProgramme, [
        { value: counts.candidates, words: words.candidates, href: '#people' },
        { value: counts.places, words: words.places, role: 'mentor' },
        { value: counts.matched, words: words.matched, role: 'shared' },
        { value: counts.awaiting, words: words.awaiting },
        { value: counts.pairs, words: words.pairs, role: 'shared', href: '#pairs' },
      ]),
    )
    const changed = async () => this.drawCounts({ ...seen, runs: await api.matchRuns(programme.slug) })
    const start = counts.candidates > 0 ? [drawRunStart(programme, runs, changed)] : []
    const heading = h('h2', {}, this.words.programme.runs)
    this.runs.replaceChildren(heading, ...start, runsTable(programme, runs))
  }

  private drawPeople({ programme, participants, pairs }: ProgrammeSeen): void {
    this.people.replaceChildren(
      h('h2', {}, this.words.programme.people),
      this.drawPeopleLinks(programme.slug),
      participantsTable(programme, participants),
    )
    this.pairs.replaceChildren(h('h2', {}, this.words.programme.pairs), pairsTable(programme, pairs))
    if (pairs.length > 0) void this.drawHealth({ programme, pairs })
  }

  /** Adds how pairs fare once it is known; without it the table stays as it was, and the failure is said. */
  private async drawHealth({ programme, pairs }: Pick<ProgrammeSeen, 'programme' | 'pairs'>): Promise<void> {
    const heading = h('h2', {}, this.words.programme.pairs)
    try {
      const health = new Map((await lifeApi.pairHealth(programme.slug)).map((one) => [one.pair, one.health]))
      this.pairs.replaceChildren(heading, pairsTable(programme, pairs, { health }))
    } catch (error) {
      this.pairs.append(failure(error))
    }
  }

  /** Inviting people, the talks to offer them, what they are asked beyond their questionnaire, what they answered. */
  private drawPeopleLinks(slug: string): HTMLElement {
    const people = peopleWordsIn(pageLanguage())
    const questions = questionsWordsIn(pageLanguage())
    return h(
      'p',
      { class: 'cluster people-links' },
      h('a', { href: addressOf('invite', { p: slug }) }, people.invite.title),
      h('a', { href: addressOf('conversations', { p: slug }) }, people.conversations.title),
      h('a', { href: addressOf('path', { p: slug }) }, pathWordsIn(pageLanguage()).title),
      h('a', { href: addressOf('preparations', { p: slug }) }, preparationWordsIn(pageLanguage()).title),
      h('a', { href: addressOf('outcomes', { p: slug }) }, outcomeWordsIn(pageLanguage()).title),
      h('a', { href: addressOf('questions', { p: slug }) }, questions.title),
      h('a', { href: answersFile(slug, pageLanguage()), download: true }, questions.export),
      h('a', { href: hoursFile(slug, pageLanguage()), download: true }, people.trainingHours),
    )
  }
}

customElements.define('console-programme', ConsoleProgramme)
