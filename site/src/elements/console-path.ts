import type { CharterSignaturesShown } from '#contract/charter.ts'
import type { LearningModuleShown } from '#contract/learning-module.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import { STARTING_PATHS } from '#domain/starting-path.ts'
import { api, pageLanguage } from '../api.ts'
import { type ModuleBody, startApi } from '../api-start.ts'
import { consoleWordsIn } from '../words/console.ts'
import { pathWordsIn } from '../words/console-path.ts'
import { peopleWordsIn } from '../words/console-people.ts'
import { addressOf } from './console-address.ts'
import { drawAct } from './console-labelled.ts'
import { failure, fill, parameter, titlePage } from './console-load.ts'
import { type Child, h, tag } from './console-markup.ts'
import { drawModuleForm } from './console-module-form.ts'
import { announce } from './console-notice.ts'
import { moved } from './console-order.ts'

/**
 * The path that all pairs of a programme share, in its order, and who has yet to sign its charter (F6, F12, D34). The
 * address names the programme (`?p=`).
 */
class ConsolePath extends HTMLElement {
  private readonly words = pathWordsIn(pageLanguage())
  private readonly list = h('div')
  private modules: LearningModuleShown[] = []
  private edited: string | null = null

  connectedCallback(): void {
    const slug = parameter('p')
    if (slug === null) this.replaceChildren(h('p', {}, peopleWordsIn(pageLanguage()).invite.missing))
    else
      void fill(
        this,
        () => Promise.all([api.programme(slug), startApi.modules(slug), startApi.signatures(slug)]),
        ([programme, modules, signatures]) => this.draw(programme, modules, signatures),
      )
  }

  private draw(
    programme: ProgrammeShown,
    modules: LearningModuleShown[],
    signatures: CharterSignaturesShown,
  ): Child[] {
    const { words } = this
    titlePage(words.heading(programme.words[pageLanguage()].name))
    const back = consoleWordsIn(pageLanguage()).run.backToProgramme
    this.modules = modules
    this.drawList(programme)
    return [
      h('p', {}, h('a', { href: addressOf('programme', { p: programme.slug }) }, back)),
      h('p', { class: 'people-lead' }, words.lead),
      this.list,
      h(
        'section',
        { class: 'console-section' },
        h('h2', {}, words.charter.title),
        h('p', {}, this.saySignatures(signatures)),
      ),
    ]
  }

  private saySignatures({ version, signed, waiting }: CharterSignaturesShown): string {
    const { charter } = this.words
    if (signed + waiting === 0) return charter.nobody
    return waiting === 0 ? charter.all(version) : charter.count(version, signed, waiting)
  }

  private drawList(programme: ProgrammeShown): void {
    const { words, modules } = this
    this.list.replaceChildren(
      modules.length === 0
        ? this.drawStart(programme)
        : h(
            'ol',
            { class: 'talks', role: 'list' },
            ...modules.map((one, at) => this.drawModule(programme, one, at)),
          ),
      this.edited === 'new'
        ? this.drawForm(programme, null)
        : h(
            'button',
            {
              type: 'button',
              class: 'button button-quiet',
              'data-add': true,
              onclick: () => this.edit(programme, 'new'),
            },
            words.add,
          ),
    )
  }

  /** What the starting path holds, and one press to make it the programme’s own. */
  private drawStart(programme: ProgrammeShown): HTMLElement {
    const { words } = this
    const adopt = () =>
      this.run(async () => {
        this.modules = await startApi.adoptPath(programme.slug)
        this.drawList(programme)
        announce(words.adopted)
        this.list.querySelector<HTMLElement>('button')?.focus()
      })
    return h(
      'div',
      { class: 'stack' },
      h('p', {}, words.none),
      h('ol', {}, ...STARTING_PATHS[programme.kind].map(({ title }) => h('li', {}, title[pageLanguage()]))),
      h('p', {}, h('button', { type: 'button', class: 'button', onclick: () => void adopt() }, words.adopt)),
    )
  }

  private drawModule(programme: ProgrammeShown, module: LearningModuleShown, at: number): HTMLElement {
    const { words } = this
    if (this.edited === module.id) return h('li', { class: 'talk' }, this.drawForm(programme, module))
    const title = module.title[pageLanguage()]
    return h(
      'li',
      { class: 'talk' },
      h(
        'p',
        { class: 'cluster' },
        h('strong', {}, title),
        tag(words.roles[module.role], module.role === 'both' ? {} : { role: module.role }),
        tag(words.minutesOf(module.minutes)),
        module.before_first && tag(words.before, { tone: 'watch' }),
      ),
      h('p', { class: 'hint' }, words.completed(module.completed)),
      h(
        'p',
        { class: 'cluster' },
        at > 0 && drawAct(words.up, title, () => void this.move(programme, at, at - 1)),
        at < this.modules.length - 1 &&
          drawAct(words.down, title, () => void this.move(programme, at, at + 1)),
        drawAct(words.edit, title, () => this.edit(programme, module.id)),
        drawAct(words.remove, title, () => void this.removeModule(programme, module)),
      ),
    )
  }

  private drawForm(programme: ProgrammeShown, module: LearningModuleShown | null): HTMLElement {
    const save = async (body: ModuleBody) => {
      const saved = await (module === null
        ? startApi.addModule(programme.slug, body)
        : startApi.saveModule(module.id, body))
      this.modules =
        module === null
          ? [...this.modules, saved]
          : this.modules.map((one) => (one.id === saved.id ? saved : one))
      this.edit(programme, null)
      announce(this.words.saved)
    }
    const position = module?.position ?? (this.modules.at(-1)?.position ?? 0) + 10
    return drawModuleForm(module, position, save, () => this.edit(programme, null))
  }

  private edit(programme: ProgrammeShown, id: string | null): void {
    this.edited = id
    this.drawList(programme)
    this.list.querySelector<HTMLElement>(id === null ? '[data-add]' : 'form .input')?.focus()
  }

  private move(programme: ProgrammeShown, from: number, to: number): Promise<void> {
    return this.run(async () => {
      const [order, changed] = moved(this.modules, from, to)
      for (const module of changed) await startApi.saveModule(module.id, bodyOf(module))
      this.modules = order
      this.drawList(programme)
      announce(this.words.moved)
      this.list.querySelectorAll<HTMLElement>('.talk')[to]?.querySelector('button')?.focus()
    })
  }

  private removeModule(programme: ProgrammeShown, module: LearningModuleShown): Promise<void> {
    return this.run(async () => {
      await startApi.removeModule(module.id)
      this.modules = this.modules.filter(({ id }) => id !== module.id)
      this.drawList(programme)
      announce(this.words.removed)
      this.list.querySelector<HTMLElement>('[data-add]')?.focus()
    })
  }

  private async run(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.list.append(failure(error))
    }
  }
}

function bodyOf({
  position,
  role,
  title,
  text,
  url,
  minutes,
  before_first,
}: LearningModuleShown): ModuleBody {
  return { position, role, title, text, url, minutes, before_first }
}

customElements.define('console-path', ConsolePath)
