import type { OutcomesShown } from '#contract/outcome.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import type { SessionShown } from '#contract/session.ts'
import type { TaskShown } from '#contract/task.ts'
import { api, pageLanguage } from '../api.ts'
import { accessApi } from '../api-access.ts'
import { lifeApi } from '../api-life.ts'
import type { PairShown, ParticipantShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { preparationWordsIn } from '../words/console-preparations.ts'
import { teamWordsIn } from '../words/console-team.ts'
import { addressOf } from './console-address.ts'
import { writeNumber } from './console-figures.ts'
import { fill, parameter } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { drawOutcomes } from './console-outcome-view.ts'
import { pairsTable } from './console-pairs.ts'
import { participantsTable } from './console-participants.ts'
import { drawTasks } from './console-tasks.ts'

/** One programme as far as somebody’s role goes. */
interface Seen {
  programme: ProgrammeShown
  totals: OutcomesShown | null
  participants: ParticipantShown[] | null
  pairs: PairShown[] | null
}

/**
 * What coaches, HR correspondents and consultants see of the console: what awaits them, their programmes; of one (`?p=`)
 * its totals, or who takes part and which pairs there are, a correspondent’s of their subsidiary. A coach opens the pages
 * of pairs too; every other page says whose it is.
 */
class ConsoleRole extends HTMLElement {
  readonly #words = teamWordsIn(pageLanguage()).role
  readonly #home = `/${pageLanguage()}/console/`

  connectedCallback(): void {
    const role = this.dataset.role as SessionShown['role']
    const isLife = role === 'coach' && location.pathname === `${this.#home}life/`
    if (isLife) {
      void import('./console-life.ts').then(() => this.replaceChildren(h('console-life' as 'div')))
      return
    }
    if (location.pathname !== this.#home) {
      const home = h('a', { class: 'button', href: this.#home }, this.#words.home)
      this.replaceChildren(h('div', { class: 'stack' }, h('p', {}, this.#words.elsewhere), h('p', {}, home)))
      return
    }
    const slug = parameter('p')
    if (slug === null)
      void fill(
        this,
        () => Promise.all([api.programmes(), role === 'consultant' ? [] : lifeApi.tasks()]),
        ([programmes, tasks]) => this.#drawProgrammes(programmes, tasks, role),
      )
    else
      void fill(
        this,
        () => this.#load(slug, role),
        (seen) => this.#drawProgramme(seen, role),
      )
  }

  async #load(slug: string, role: SessionShown['role']): Promise<Seen> {
    const seesPeople = role !== 'consultant'
    const [programme, totals, participants, pairs] = await Promise.all([
      api.programme(slug),
      role === 'correspondent' ? null : accessApi.outcomes(slug),
      seesPeople ? api.participants(slug) : null,
      seesPeople ? api.pairs(slug) : null,
    ])
    return { programme, totals, participants, pairs }
  }

  #drawProgrammes(programmes: ProgrammeShown[], tasks: TaskShown[], role: SessionShown['role']): Child[] {
    const words = this.#words
    const life = lifeWordsIn(pageLanguage())
    const lead = { coach: words.coach, correspondent: life.correspondent }[role as 'coach' | 'correspondent']
    return [
      h('p', { class: 'access-lead' }, lead ?? words.consultant),
      role !== 'consultant' &&
        h(
          'section',
          { class: 'console-section' },
          h('h2', {}, life.tasks.title),
          drawTasks(tasks, { opens: role === 'coach', isTeam: false }),
        ),
      h(
        'section',
        { class: 'console-section' },
        h('h2', {}, words.programmes),
        programmes.length === 0
          ? h('p', { class: 'muted' }, words.none)
          : h(
              'ul',
              { class: 'team', role: 'list' },
              ...programmes.map(({ slug, words: told }) =>
                h(
                  'li',
                  { class: 'member' },
                  h('a', { href: `?p=${encodeURIComponent(slug)}` }, told[pageLanguage()].name),
                ),
              ),
            ),
      ),
    ]
  }

  #drawProgramme({ programme, totals, participants, pairs }: Seen, role: SessionShown['role']): Child[] {
    const words = this.#words
    const told = consoleWordsIn(pageLanguage()).programme
    return [
      h('p', {}, h('a', { href: this.#home }, words.back)),
      h('h2', {}, programme.words[pageLanguage()].name),
      role === 'coach' &&
        h(
          'p',
          {},
          h(
            'a',
            { href: addressOf('preparations', { p: programme.slug }) },
            preparationWordsIn(pageLanguage()).title,
          ),
        ),
      totals && this.#drawPart(words.totals, this.#drawTotals(totals)),
      totals &&
        h(
          'p',
          {},
          h(
            'a',
            { href: `/${pageLanguage()}/programmes/${programme.slug}/documents/state/` },
            lifeWordsIn(pageLanguage()).state,
          ),
        ),
      totals && drawOutcomes(totals),
      pairs &&
        this.#drawPart(
          told.pairs,
          pairs.length === 0 ? words.noPairs : pairsTable(programme, pairs, { opens: role === 'coach' }),
        ),
      participants &&
        this.#drawPart(
          told.people,
          participants.length === 0 ? words.nobody : participantsTable(programme, participants),
        ),
    ]
  }

  #drawPart(title: string, content: HTMLElement | string): HTMLElement {
    return h('section', { class: 'console-section' }, h('h3', {}, title), content)
  }

  #drawTotals(totals: OutcomesShown): HTMLElement {
    const words = this.#words
    const language = pageLanguage()
    const count = (value: number | null) =>
      value === null ? words.few(totals.fewest_people) : writeNumber(value, language)
    const share = totals.matched && `${writeNumber(totals.matched.share * 100, language)}\u00a0%`
    const days = totals.days_to_pair && writeNumber(totals.days_to_pair.median, language, 1)
    const lines: [string, string][] = [
      [words.signUps, count(totals.sign_ups)],
      [words.mentors, count(totals.participants.mentor.active)],
      [words.mentees, count(totals.participants.mentee.active)],
      [words.pairs, count(totals.pairs.active)],
      [words.matched, share ?? words.unknown],
      [words.days, days ?? words.unknown],
    ]
    return h(
      'dl',
      { class: 'facts roles' },
      ...lines.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
    )
  }
}

customElements.define('console-role', ConsoleRole)
