import type { TopicShown, TopicSuggestionShown, TopicsShown } from '#contract/topic.ts'
import { familyName } from '#domain/job-family.ts'
import { indexTopics, searchTopics } from '#questionnaire/topic-search.ts'
import { pageLanguage } from '../api.ts'
import { type TopicBody, topicsApi } from '../api-topics.ts'
import { consoleWordsIn } from '../words/console.ts'
import { topicsWordsIn } from '../words/console-topics.ts'
import { drawEscoImport } from './console-esco.ts'
import { failure, fill } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { announce } from './console-notice.ts'
import { toSlug } from './console-slug.ts'
import { drawSuggestions } from './console-suggestions.ts'
import { drawTopicForm, type TopicDraft } from './console-topic-form.ts'

/** The list that people choose from: what was asked for, all topics by group, and the file of ESCO. */
class ConsoleTopics extends HTMLElement {
  readonly #language = pageLanguage()
  readonly #words = topicsWordsIn(pageLanguage())
  #catalogue: TopicsShown | null = null
  /** The topic that is being changed; `new` for one that is being added. */
  #edited: string | null = null
  readonly #list = h('div', { class: 'topic-groups' })
  readonly #form = h('div')
  readonly #count = h('p', { class: 'hint', role: 'status' })
  readonly #search = h('input', {
    class: 'input',
    id: 'topic-search',
    type: 'search',
    autocomplete: 'off',
    oninput: () => this.#drawList(),
  })

  connectedCallback(): void {
    void fill(
      this,
      () => Promise.all([topicsApi.all(), topicsApi.suggestions()]),
      ([catalogue, suggestions]) => this.#draw(catalogue, suggestions),
    )
  }

  #draw(catalogue: TopicsShown, suggestions: TopicSuggestionShown[]): Child[] {
    this.#catalogue = catalogue
    this.#drawList()
    const add = (text: string) => this.#open('new', { name: { fr: text, en: text } })
    return [
      h('p', { class: 'muted topic-lead' }, this.#words.lead),
      drawSuggestions(suggestions, () => this.#offered(), add),
      h(
        'section',
        { class: 'console-section' },
        h(
          'div',
          { class: 'topic-tools' },
          h('div', { class: 'field' }, h('label', { for: 'topic-search' }, this.#words.search), this.#search),
          h(
            'button',
            { type: 'button', class: 'button', 'data-add': true, onclick: () => void this.#open('new', {}) },
            this.#words.add,
          ),
        ),
        this.#count,
        this.#form,
        this.#list,
      ),
      drawEscoImport(),
    ]
  }

  #offered(): TopicShown[] {
    return (this.#catalogue?.items ?? []).filter(({ offered }) => offered)
  }

  #drawList(): void {
    const { items, groups, version } = this.#catalogue!
    const groupName = new Map(groups.map(({ id, name }) => [id, name[this.#language]]))
    const query = this.#search.value.trim()
    const index = indexTopics(
      items.map(({ id, name, group }) => ({
        id,
        names: [name.fr, name.en, id],
        group: groupName.get(group),
      })),
    )
    const byId = new Map(items.map((topic) => [topic.id, topic]))
    const found = searchTopics(index, query).map((id) => byId.get(id)!)
    this.#count.textContent = `${this.#words.found(found.length)} ${query === '' ? this.#words.version(version) : ''}`
    const lines = (topics: TopicShown[]) =>
      h('ul', { class: 'topic-lines', role: 'list' }, ...topics.map((topic) => this.#line(topic)))
    this.#list.replaceChildren(
      ...(query === ''
        ? [...Map.groupBy(found, ({ group }) => group)].map(([group, topics]) =>
            h(
              'details',
              { class: 'topic-group', open: topics.some(({ id }) => id === this.#edited) },
              h(
                'summary',
                {},
                groupName.get(group) ?? group,
                h('span', { class: 'hint' }, ` ${topics.length}`),
              ),
              lines(topics),
            ),
          )
        : [lines(found)]),
    )
  }

  #line(topic: TopicShown): HTMLElement {
    const language = this.#language
    const name = topic.name[language]
    const about = () => h('span', { class: 'visually-hidden' }, ` (${name})`)
    const button = (label: string, onclick: () => void) =>
      h('button', { type: 'button', class: 'link-button', onclick }, label, about())
    return h(
      'li',
      {},
      h(
        'span',
        {},
        name,
        h('span', { class: 'hint' }, ` ${topic.name[language === 'fr' ? 'en' : 'fr']}`),
        h(
          'span',
          { class: 'cluster' },
          topic.own && tag(this.#words.own, { role: 'shared' }),
          !topic.offered && tag(this.#words.retired, { tone: 'watch' }),
          topic.nature === 'soft' && tag(this.#words.soft),
          topic.family !== null && tag(familyName(topic.family)[language]),
        ),
      ),
      h(
        'span',
        { class: 'cluster' },
        button(this.#words.edit, () => void this.#open(topic.id, topic)),
        button(topic.offered ? this.#words.retire : this.#words.offer, () => void this.#turn(topic)),
      ),
    )
  }

  /** Opens the form; told the id under which the topic was saved, or null where it was not. */
  #open(id: string, draft: TopicDraft): Promise<string | null> {
    this.#edited = id
    return new Promise((resolve) => {
      const close = (saved: string | null) => {
        this.#edited = null
        this.#form.replaceChildren()
        this.querySelector<HTMLElement>('[data-add]')?.focus()
        resolve(saved)
      }
      const save = async (content: TopicBody) => {
        const saved = await topicsApi.save(id === 'new' ? this.#freeId(content.name.en) : id, content)
        await this.#reload()
        announce(this.#words.saved(saved.name[this.#language]))
        close(saved.id)
      }
      const title = draft.group && draft.name ? draft.name[this.#language] : this.#words.form.new
      const form = drawTopicForm(draft, this.#catalogue!.groups, save, () => close(null))
      this.#form.replaceChildren(h('h2', {}, title), form)
      this.#form.scrollIntoView({ block: 'start' })
      form.querySelector('input')?.focus({ preventScroll: true })
    })
  }

  /** Offers a topic no longer, or again; either can be undone at once. */
  async #turn(topic: TopicShown): Promise<void> {
    const { group, name, family, nature, esco, offered } = topic
    try {
      const turned = await topicsApi.save(topic.id, { group, name, family, nature, esco, offered: !offered })
      await this.#reload()
      const said = offered ? this.#words.isRetired : this.#words.saved
      announce(said(name[this.#language]), {
        label: consoleWordsIn(this.#language).undo,
        run: () => void this.#turn(turned),
      })
    } catch (error) {
      this.#form.replaceChildren(failure(error))
    }
  }

  async #reload(): Promise<void> {
    this.#catalogue = await topicsApi.all()
    this.#drawList()
  }

  /** The id of a new topic: from its English name, with a number where another has it. */
  #freeId(name: string): string {
    const stem = toSlug(name).slice(0, 58).replace(/-+$/, '') || 'topic'
    const taken = new Set(this.#catalogue?.items.map(({ id }) => id))
    let id = stem
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`
    return id
  }
}

customElements.define('console-topics', ConsoleTopics)
