import type { PreparationShown } from '#contract/preparation.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { accessApi } from '../api-access.ts'
import { startApi } from '../api-start.ts'
import { consoleWordsIn } from '../words/console.ts'
import { peopleWordsIn } from '../words/console-people.ts'
import { preparationWordsIn } from '../words/console-preparations.ts'
import { addressOf } from './console-address.ts'
import { writeInstantDay } from './console-figures.ts'
import { drawField, drawSelect } from './console-labelled.ts'
import { failure, fill, isOrganiser, parameter, titlePage } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

/**
 * Talks that come before a first session (P28, P29): organisers put a coach beside the pair (P21), coaches and organisers
 * close them. The address names the programme (`?p=`).
 */
class ConsolePreparations extends HTMLElement {
  private readonly words = preparationWordsIn(pageLanguage())
  private readonly lists = h('div')
  private coaches: readonly string[] = []

  connectedCallback(): void {
    const slug = parameter('p')
    if (slug === null) this.replaceChildren(h('p', {}, peopleWordsIn(pageLanguage()).invite.missing))
    else
      void fill(
        this,
        () => Promise.all([api.programme(slug), startApi.preparations(slug), loadCoaches()]),
        ([programme, preparations, coaches]) => this.draw(programme, preparations, coaches),
      )
  }

  private draw(programme: ProgrammeShown, preparations: PreparationShown[], coaches: string[]): Child[] {
    titlePage(this.words.heading(programme.words[pageLanguage()].name))
    const back = consoleWordsIn(pageLanguage()).run.backToProgramme
    this.coaches = coaches
    this.drawLists(programme, preparations)
    return [
      isOrganiser() && h('p', {}, h('a', { href: addressOf('programme', { p: programme.slug }) }, back)),
      h('p', { class: 'people-lead' }, this.words.lead),
      this.lists,
    ]
  }

  private drawLists(programme: ProgrammeShown, all: readonly PreparationShown[]): void {
    const open = all.filter(({ state }) => state === 'open')
    const done = all.filter(({ state }) => state !== 'open')
    const changed = (said: string, change: (one: PreparationShown) => PreparationShown) => {
      this.drawLists(programme, all.map(change))
      announce(said)
      this.querySelector<HTMLElement>('.talk textarea, h2')?.focus()
    }
    this.lists.replaceChildren(
      open.length === 0
        ? h('p', { class: 'muted' }, this.words.none)
        : h(
            'ul',
            { class: 'talks', role: 'list' },
            ...open.map((one) => this.drawOpen(programme, one, changed)),
          ),
      ...(done.length === 0
        ? []
        : [
            h('h2', { tabindex: -1 }, this.words.done),
            h('ul', { class: 'talks', role: 'list' }, ...done.map((one) => this.drawDone(one))),
          ]),
    )
  }

  private drawOpen(
    { time_zone }: ProgrammeShown,
    preparation: PreparationShown,
    changed: (said: string, change: (one: PreparationShown) => PreparationShown) => void,
  ): HTMLElement {
    const { words } = this
    const { id, person, due_at, reasons, may_waive } = preparation
    const outcome = h('textarea', { class: 'input', id: `outcome-${id}`, rows: 3, maxlength: 1000 })
    const said = h('div')
    const close = async (state: 'held' | 'waived') => {
      try {
        const closed = await startApi.closePreparation(id, state, outcome.value.trim())
        changed(words.saved(person.name), (one) => (one.id === id ? closed : one))
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    const button = (state: 'held' | 'waived', style: string) =>
      h(
        'button',
        { class: style, type: 'button', onclick: () => void close(state) },
        words[state],
        h('span', { class: 'visually-hidden' }, words.of(person.name)),
      )
    return h(
      'li',
      { class: 'talk' },
      this.drawHead(preparation),
      h('p', {}, h('strong', {}, words.due(writeInstantDay(due_at, pageLanguage(), time_zone)))),
      ...reasons.map((reason) => h('p', {}, words.reasons[reason])),
      this.drawCoach(preparation, changed, said),
      drawField(may_waive ? words.outcome : words.outcomeHeld, outcome),
      said,
      h(
        'p',
        { class: 'cluster' },
        button('held', 'button'),
        may_waive && button('waived', 'button button-quiet'),
      ),
    )
  }

  /** Who stands by the pair: for organisers a choice among the team, for a coach what was chosen. */
  private drawCoach(
    { id, pair, coach, person }: PreparationShown,
    changed: (said: string, change: (one: PreparationShown) => PreparationShown) => void,
    said: HTMLElement,
  ): HTMLElement {
    const { words } = this
    if (!isOrganiser())
      return h('p', { class: 'hint' }, words.by(coach?.name ?? coach?.email ?? words.nobody))
    const options = [['', words.nobody], ...this.coaches.map((email) => [email, email])] as [string, string][]
    const choice = drawSelect(`coach-${id}`, options, coach?.email ?? '')
    const assign = async () => {
      try {
        const email = choice.value
        const chosen = email === '' ? null : await startApi.assignCoach(pair, email)
        if (email === '') await startApi.removeCoach(pair)
        const told = chosen ? words.assigned(chosen.name ?? chosen.email) : words.unassigned
        changed(told, (one) => (one.pair === pair ? { ...one, coach: chosen } : one))
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    return h(
      'div',
      { class: 'talk-coach' },
      drawField(words.coach, choice),
      h(
        'button',
        { type: 'button', class: 'button button-quiet', onclick: () => void assign() },
        words.assign,
        h('span', { class: 'visually-hidden' }, words.of(person.name)),
      ),
    )
  }

  private drawDone(preparation: PreparationShown): HTMLElement {
    const { outcome } = preparation
    return h('li', { class: 'talk' }, this.drawHead(preparation), outcome && h('p', {}, outcome))
  }

  private drawHead({ person, partner, role, state }: PreparationShown): HTMLElement {
    const { roles } = consoleWordsIn(pageLanguage())
    return h(
      'p',
      { class: 'cluster' },
      h('strong', {}, person.name),
      tag(roles[role], { role }),
      tag(this.words.state[state]),
      h('span', { class: 'muted' }, this.words.with(partner.name)),
    )
  }
}

/** Who may stand by a pair; the team is read by organisers alone. */
async function loadCoaches(): Promise<string[]> {
  if (!isOrganiser()) return []
  const team = await accessApi.team()
  return team.filter(({ role }) => role === 'coach' || role === 'organiser').map(({ email }) => email)
}

customElements.define('console-preparations', ConsolePreparations)
