import type { PairHistoryShown } from '#contract/task.ts'
import type { TroubleShown } from '#contract/trouble.ts'
import { ROLES } from '#domain/participant.ts'
import { api, pageLanguage } from '../api.ts'
import { lifeApi } from '../api-life.ts'
import type { PairShown } from '../api-shapes.ts'
import { consoleWordsIn } from '../words/console.ts'
import { lifeWordsIn } from '../words/console-life.ts'
import { addressOf } from './console-address.ts'
import { writeInstant, writeInstantDay } from './console-figures.ts'
import { healthStrip, healthTag } from './console-health.ts'
import { coachPart, preparationPart, wayParts } from './console-life-acts.ts'
import { fill, isOrganiser, parameter, titlePage } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { drawAction, loadWords, opener } from './console-tasks.ts'

/** A pair with everything the team may know of it, and the clock by which its days are told. */
export interface LifeSeen {
  pair: PairShown
  history: PairHistoryShown
  troubles: TroubleShown[]
  zone: string
}

/** A pair’s page: who, how it fares, its sessions, what is to be prepared or looked at, its coach, its ways out (`?id=`). */
class ConsoleLife extends HTMLElement {
  readonly #words = lifeWordsIn(pageLanguage()).pair

  connectedCallback(): void {
    const id = parameter('id')
    if (id === null) this.replaceChildren(h('p', { class: 'notice' }, this.#words.missing))
    else void this.#fill(id).then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView())
  }

  async #fill(id: string): Promise<void> {
    await fill(
      this,
      () => this.#load(id),
      (seen) => this.#draw(seen),
    )
  }

  /** Draws the page again after something was done in one of its parts, whose heading then has the focus. */
  #again(part: string): () => void {
    const id = parameter('id')
    return () => {
      if (id !== null) void this.#fill(id).then(() => document.getElementById(part)?.focus())
    }
  }

  async #load(id: string): Promise<LifeSeen> {
    const [pair, history, troubles] = await Promise.all([
      lifeApi.pair(id),
      lifeApi.history(id),
      lifeApi.troubles(id),
    ])
    const { time_zone: zone } = await api.programme(pair.programme)
    return { pair, history, troubles, zone }
  }

  #draw(seen: LifeSeen): Child[] {
    const { pair, history } = seen
    const words = this.#words
    // What a coach may read of a programme stands on their own first page.
    const programme = isOrganiser()
      ? addressOf('programme', { p: pair.programme }, 'pairs')
      : `/${pageLanguage()}/console/?p=${encodeURIComponent(pair.programme)}`
    const { mentor, mentee } = pair.people
    titlePage(words.heading(mentor.name || pair.mentor, mentee.name || pair.mentee))
    return [
      h('p', {}, h('a', { href: programme }, words.back)),
      this.#drawFacts(seen),
      this.#part(words.troubles, 'troubles', ...this.#drawTroubles(seen, this.#again('troubles'))),
      history.preparations.length > 0 &&
        this.#part(words.preparation, 'preparation', ...preparationPart(seen, this.#again('preparation'))),
      this.#part(words.sessions, 'sessions', ...this.#drawSessions(seen)),
      this.#part(words.coach, 'coach', ...coachPart(seen, this.#again('coach'))),
      isOrganiser() &&
        pair.state !== 'ended' &&
        this.#part(words.ways, 'ways', ...wayParts(seen, this.#again('ways'))),
      this.#part(words.history, 'history', this.#drawEvents(history, seen.zone)),
    ]
  }

  #part(title: string, id: string, ...children: Child[]): HTMLElement {
    return h(
      'section',
      { class: 'console-section', 'aria-labelledby': id },
      h('h2', { id, tabindex: '-1' }, title),
      ...children,
    )
  }

  #drawFacts({ pair, history, zone }: LifeSeen): HTMLElement {
    const language = pageLanguage()
    const words = consoleWordsIn(language)
    const day = (at: string) => writeInstantDay(at, language, zone)
    const since = this.#words.since(day(pair.ended_at ?? pair.suspended_at ?? pair.started_at))
    const state = pair.paused_until
      ? this.#words.paused(day(pair.paused_until))
      : `${words.pairState[pair.state]}, ${since}`
    const facts: [string, Child[]][] = [
      ...ROLES.map((role): [string, Child[]] => [
        words.roles[role],
        [tag(pair.people[role].name || pair[role], { role })],
      ]),
      [this.#words.state, [state]],
      [
        lifeWordsIn(language).health.label,
        [
          healthTag(history.health),
          healthStrip(history.sessions.flatMap(({ health }) => (health === null ? [] : [health]))),
        ],
      ],
    ]
    return h(
      'dl',
      { class: 'facts life-facts' },
      ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...value))),
    )
  }

  #drawSessions({ history: { sessions, cancellations }, zone }: LifeSeen): Child[] {
    const language = pageLanguage()
    const words = this.#words
    if (sessions.length === 0) return [h('p', { class: 'muted' }, words.noSessions)]
    const cancelled = (['mentor', 'mentee', 'organiser', 'programme'] as const)
      .filter((by) => cancellations[by] > 0)
      .map((by) => words.cancelledBy[by](cancellations[by]))
    const colon = language === 'fr' ? '\u00a0: ' : ': '
    return [
      h(
        'ol',
        { class: 'life-list', role: 'list' },
        ...sessions.map(({ starts_at, minutes, state, health }) =>
          h(
            'li',
            {},
            h('time', { datetime: starts_at }, writeInstant(starts_at, language, zone)),
            h('span', {}, `${words.sessionState[state]}, ${words.minutes(minutes)}`),
            health && healthTag(health),
          ),
        ),
      ),
      h(
        'p',
        { class: 'muted' },
        `${words.cancelled}${colon}${cancelled.join(', ') || words.noCancellation}.`,
      ),
    ]
  }

  #drawTroubles({ troubles, zone }: LifeSeen, again: () => void): Child[] {
    const words = this.#words
    if (troubles.length === 0) return [h('p', { class: 'muted' }, words.noTroubles)]
    return [
      h(
        'ul',
        { class: 'life-list', role: 'list' },
        ...troubles.map((trouble) => this.#drawTrouble(trouble, zone, again)),
      ),
    ]
  }

  #drawTrouble(
    { id, title, remedy, state, due_at, closable }: TroubleShown,
    zone: string,
    again: () => void,
  ): HTMLElement {
    const language = pageLanguage()
    const words = this.#words
    const { tasks } = lifeWordsIn(language)
    const day = writeInstantDay(due_at, language, zone)
    const panel = h('div', { class: 'task-panel', id: `trouble-${id}`, hidden: true })
    const action = {
      label: title,
      method: 'POST' as const,
      path: `/troubles/${id}/closure`,
      body: {},
      asks_outcome: true,
      preview: null,
      preview_path: `/troubles/${id}/words`,
    }
    const button = opener(words.write, title[language], panel, (close) =>
      fill(
        panel,
        () => loadWords(action),
        (mails) => [drawAction(action, title, mails, close, again)],
      ),
    )
    if (state !== 'open')
      return h('li', {}, h('span', {}, title[language]), tag(words.closed, { tone: 'none' }))
    return h(
      'li',
      {},
      h('strong', {}, title[language]),
      h('span', { class: 'muted' }, Date.parse(due_at) < Date.now() ? tasks.late(day) : words.by(day)),
      h('p', {}, remedy[language]),
      closable ? button : h('span', { class: 'hint' }, words.referent),
      closable && panel,
    )
  }

  #drawEvents({ events }: PairHistoryShown, zone: string): HTMLElement {
    const language = pageLanguage()
    if (events.length === 0) return h('p', { class: 'muted' }, this.#words.noHistory)
    return h(
      'ol',
      { class: 'life-list', role: 'list' },
      ...events.map(({ at, words }) =>
        h(
          'li',
          {},
          h('time', { datetime: at }, writeInstant(at, language, zone)),
          h('span', {}, words[language]),
        ),
      ),
    )
  }
}

customElements.define('console-life', ConsoleLife)
