import type { OutcomesShown } from '#contract/outcome.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import type { SessionShown } from '#contract/session.ts'
import { api, pageLanguage } from '../api.ts'
import { accessApi } from '../api-access.ts'
import type { PairShown, ParticipantShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { teamWordsIn } from '../words/console-team.ts'
import { writeNumber } from './console-figures.ts'
import { fill, parameter } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { pairsTable } from './console-pairs.ts'
import { participantsTable } from './console-participants.ts'

/** One programme as far as somebody’s role goes. */
interface Seen {
  programme: ProgrammeShown
  totals: OutcomesShown
  participants: ParticipantShown[] | null
  pairs: PairShown[] | null
}

/**
 * What coaches and consultants see of the console: their programmes; of one (`?p=`) its totals and, for a coach, who takes
 * part and which pairs there are. Every other page says whose it is.
 */
class ConsoleRole extends HTMLElement {
  readonly #words = teamWordsIn(pageLanguage()).role
  readonly #home = `/${pageLanguage()}/console/`

  connectedCallback(): void {
    const role = this.dataset.role as SessionShown['role']
    if (location.pathname !== this.#home) {
      const home = h('a', { class: 'button', href: this.#home }, this.#words.home)
      this.replaceChildren(h('div', { class: 'stack' }, h('p', {}, this.#words.elsewhere), h('p', {}, home)))
      return
    }
    const slug = parameter('p')
    if (slug === null)
      void fill(
        this,
        () => api.programmes(),
        (programmes) => this.#drawProgrammes(programmes, role),
      )
    else
      void fill(
        this,
        () => this.#load(slug, role),
        (seen) => this.#drawProgramme(seen),
      )
  }

  async #load(slug: string, role: SessionShown['role']): Promise<Seen> {
    const isCoach = role === 'coach'
    const [programme, totals, participants, pairs] = await Promise.all([
      api.programme(slug),
      accessApi.outcomes(slug),
      isCoach ? api.participants(slug) : null,
      isCoach ? api.pairs(slug) : null,
    ])
    return { programme, totals, participants, pairs }
  }

  #drawProgrammes(programmes: ProgrammeShown[], role: SessionShown['role']): Child[] {
    const words = this.#words
    return [
      h('p', { class: 'access-lead' }, role === 'coach' ? words.coach : words.consultant),
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

  #drawProgramme({ programme, totals, participants, pairs }: Seen): Child[] {
    const words = this.#words
    const told = consoleWordsIn(pageLanguage()).programme
    return [
      h('p', {}, h('a', { href: this.#home }, words.back)),
      h('h2', {}, programme.words[pageLanguage()].name),
      h('section', { class: 'console-section' }, h('h3', {}, words.totals), this.#drawTotals(totals)),
      pairs && this.#drawPart(told.pairs, pairs.length === 0 ? words.noPairs : pairsTable(programme, pairs)),
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
