import type { ConversationShown } from '#contract/conversation.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { api, pageLanguage } from '../api.ts'
import { peopleApi } from '../api-people.ts'
import { consoleWordsIn } from '../words/console.ts'
import { peopleWordsIn } from '../words/console-people.ts'
import { addressOf } from './console-address.ts'
import { drawField } from './console-labelled.ts'
import { failure, fill, parameter, titlePage } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'

/** Talks to offer before matching: why in kind words, what was agreed. The address names the programme (`?p=`). */
class ConsoleConversations extends HTMLElement {
  private readonly words = peopleWordsIn(pageLanguage()).conversations
  private readonly lists = h('div')

  connectedCallback(): void {
    const slug = parameter('p')
    if (slug === null) this.replaceChildren(h('p', {}, peopleWordsIn(pageLanguage()).invite.missing))
    else
      void fill(
        this,
        () => Promise.all([api.programme(slug), peopleApi.conversations(slug)]),
        ([programme, talks]) => this.draw(programme, talks),
      )
  }

  private draw(programme: ProgrammeShown, talks: ConversationShown[]): Child[] {
    titlePage(this.words.heading(programme.words[pageLanguage()].name))
    const back = consoleWordsIn(pageLanguage()).run.backToProgramme
    this.drawLists(programme, talks)
    return [
      h('p', {}, h('a', { href: addressOf('programme', { p: programme.slug }) }, back)),
      h('p', { class: 'people-lead' }, this.words.lead),
      this.lists,
    ]
  }

  private drawLists(programme: ProgrammeShown, talks: readonly ConversationShown[]): void {
    const open = talks.filter(({ state }) => state === 'open')
    const done = talks.filter(({ state }) => state !== 'open')
    const changed = (talk: ConversationShown) => {
      this.drawLists(
        programme,
        talks.map((one) => (one.id === talk.id ? talk : one)),
      )
      announce(this.words.saved(nameOf(talk)))
      this.querySelector<HTMLElement>('.talk textarea, h2')?.focus()
    }
    this.lists.replaceChildren(
      open.length === 0
        ? h('p', { class: 'muted' }, this.words.none)
        : h(
            'ul',
            { class: 'talks', role: 'list' },
            ...open.map((talk) => this.drawOpen(programme, talk, changed)),
          ),
      ...(done.length === 0
        ? []
        : [
            h('h2', { tabindex: -1 }, this.words.done),
            h('ul', { class: 'talks', role: 'list' }, ...done.map((talk) => this.drawDone(talk))),
          ]),
    )
  }

  private drawOpen(
    { slug }: ProgrammeShown,
    talk: ConversationShown,
    changed: (talk: ConversationShown) => void,
  ): HTMLElement {
    const { words } = this
    const outcome = h('textarea', { class: 'input', id: `outcome-${talk.id}`, rows: 3, maxlength: 2000 })
    const said = h('div')
    const close = async (state: 'held' | 'waived') => {
      try {
        changed(await peopleApi.closeConversation(slug, talk.id, state, outcome.value.trim()))
      } catch (error) {
        said.replaceChildren(failure(error))
      }
    }
    const button = (state: 'held' | 'waived', style: string) =>
      h(
        'button',
        { class: style, type: 'button', onclick: () => void close(state) },
        words[state],
        h('span', { class: 'visually-hidden' }, words.of(nameOf(talk))),
      )
    return h(
      'li',
      { class: 'talk' },
      this.drawHead(talk),
      ...talk.why.map((why) => h('p', {}, why[pageLanguage()])),
      talk.email !== null && h('p', {}, h('a', { href: `mailto:${talk.email}` }, words.write(nameOf(talk)))),
      drawField(words.outcome, outcome),
      said,
      h('p', { class: 'cluster' }, button('held', 'button'), button('waived', 'button button-quiet')),
    )
  }

  private drawDone(talk: ConversationShown): HTMLElement {
    return h('li', { class: 'talk' }, this.drawHead(talk), talk.outcome && h('p', {}, talk.outcome))
  }

  private drawHead(talk: ConversationShown): HTMLElement {
    const { roles } = consoleWordsIn(pageLanguage())
    return h(
      'p',
      { class: 'cluster' },
      h('strong', {}, nameOf(talk)),
      tag(roles[talk.role], { role: talk.role }),
      tag(this.words.state[talk.state]),
    )
  }
}

function nameOf({ given_name, family_name }: ConversationShown): string {
  return `${given_name} ${family_name}`
}

customElements.define('console-conversations', ConsoleConversations)
