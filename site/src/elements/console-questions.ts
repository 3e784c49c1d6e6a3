import type { OwnQuestionsShown } from '#contract/own-question.ts'
import type { WholeProgrammeShown } from '#contract/programme.ts'
import { ROLES } from '#domain/participant.ts'
import { OWN_QUESTIONS_MAX } from '#questionnaire/own-question.ts'
import { api, pageLanguage } from '../api.ts'
import { ApiError, type FieldRefusal } from '../api-error.ts'
import { questionsApi } from '../api-questions.ts'
import { consoleWordsIn } from '../words/console.ts'
import { questionsWordsIn } from '../words/console-questions.ts'
import { addressOf } from './console-address.ts'
import { answersFile } from './console-answers-file.ts'
import { clearRefusals, showRefusals } from './console-fields.ts'
import { failure, fill, parameter, titlePage } from './console-load.ts'
import { type Child, h } from './console-markup.ts'
import { announce } from './console-notice.ts'
import {
  fromQuestionDrafts,
  newQuestion,
  pointerOnPage,
  type QuestionDraft,
  toQuestionDraft,
} from './console-question-draft.ts'
import { drawQuestionItem } from './console-question-item.ts'

/** The questions that a programme adds to its questionnaires. The address names the programme (`?p=`). */
class ConsoleQuestions extends HTMLElement {
  private readonly words = questionsWordsIn(pageLanguage())
  private readonly list = h('ol', { class: 'question-list' })
  private readonly said = h('div', { 'data-summary': true })
  private readonly state = h('p', { role: 'status' })
  private readonly version = h('p', { class: 'hint' })
  private readonly addButton = h('button', { type: 'button', class: 'button button-quiet' }, this.words.add)
  private readonly saveButton = h('button', { type: 'submit', class: 'button' }, this.words.save)
  private form = h('form', { class: 'programme-form', novalidate: true })
  private drafts: QuestionDraft[] = []
  /** The questions whose fields are unfolded. */
  private readonly open = new WeakSet<QuestionDraft>()
  private saved = ''

  connectedCallback(): void {
    const slug = parameter('p')
    if (slug === null) {
      this.replaceChildren(h('p', {}, this.words.missing))
      return
    }
    void fill(
      this,
      () => Promise.all([api.programme(slug), questionsApi.questions(slug)]),
      ([programme, questions]) => this.draw(programme, questions),
    )
  }

  private draw(programme: WholeProgrammeShown, questions: OwnQuestionsShown): Child[] {
    const { words } = this
    titlePage(words.heading(programme.words[pageLanguage()].name))
    this.keep(questions)
    this.drawList()
    this.addButton.onclick = () => this.add()
    this.form.append(
      this.said,
      this.list,
      this.addButton,
      h('div', { class: 'form-foot' }, this.saveButton, this.state),
    )
    this.form.onsubmit = (event) => {
      event.preventDefault()
      void this.save(programme.slug)
    }
    return [
      h(
        'p',
        {},
        h(
          'a',
          { href: addressOf('programme', { p: programme.slug }) },
          consoleWordsIn(pageLanguage()).run.backToProgramme,
        ),
      ),
      h('p', {}, words.lead),
      h('p', { class: 'hint' }, words.versions),
      h('p', { class: 'hint' }, words.never),
      this.version,
      this.drawLinks(programme),
      this.form,
    ]
  }

  private drawLinks({ slug, sign_ups, published_at }: WholeProgrammeShown): HTMLElement {
    const language = pageLanguage()
    const isOpen = published_at !== null && sign_ups === 'open'
    const previews = isOpen
      ? ROLES.map((role) =>
          h(
            'a',
            { href: `/${language}/programmes/${encodeURIComponent(slug)}/${role}/#part-own` },
            this.words.preview[role],
          ),
        )
      : [h('span', { class: 'hint' }, this.words.previewLater)]
    const file = h('a', { href: answersFile(slug, language), download: true }, this.words.export)
    return h('p', { class: 'cluster' }, ...previews, file)
  }

  private keep({ version, questions }: OwnQuestionsShown): void {
    this.drafts = questions.map(toQuestionDraft)
    this.saved = JSON.stringify(questions)
    this.version.textContent = this.words.versionNow(version)
  }

  private get hasChanged(): boolean {
    return JSON.stringify(fromQuestionDrafts(this.drafts)) !== this.saved
  }

  private changed(): void {
    this.state.textContent = this.hasChanged ? this.words.changed : ''
  }

  private drawList(): void {
    const { drafts, words } = this
    const isFull = drafts.length >= OWN_QUESTIONS_MAX
    this.addButton.hidden = isFull
    this.list.replaceChildren(
      ...(drafts.length === 0 ? [h('li', { class: 'muted' }, words.none)] : []),
      ...drafts.map((draft, at) => this.drawQuestion(draft, at)),
      ...(isFull ? [h('li', { class: 'hint' }, words.full)] : []),
    )
  }

  private drawQuestion(draft: QuestionDraft, at: number): HTMLElement {
    return drawQuestionItem(draft, at, {
      isOpen: this.open.has(draft),
      isLast: at === this.drafts.length - 1,
      turned: (isOpen) => (isOpen ? this.open.add(draft) : this.open.delete(draft)),
      changed: () => this.changed(),
      move: (by) => this.move(draft, by),
      takeOut: () => this.takeOut(draft),
    })
  }

  private redraw(): void {
    this.said.replaceChildren()
    this.drawList()
    this.changed()
  }

  private itemAt(at: number): Element | undefined {
    return this.list.querySelectorAll('.question')[at]
  }

  private add(): void {
    const draft = newQuestion()
    this.open.add(draft)
    this.drafts = [...this.drafts, draft]
    this.redraw()
    this.itemAt(this.drafts.length - 1)
      ?.querySelector('textarea')
      ?.focus()
  }

  private takeOut(draft: QuestionDraft): void {
    const before = this.drafts
    const at = before.indexOf(draft)
    this.drafts = before.filter((one) => one !== draft)
    this.redraw()
    const undo = () => {
      this.drafts = this.drafts.toSpliced(Math.min(at, this.drafts.length), 0, draft)
      this.redraw()
      this.itemAt(this.drafts.indexOf(draft))?.querySelector('summary')?.focus()
    }
    announce(this.words.removed(at + 1), { label: consoleWordsIn(pageLanguage()).undo, run: undo })
    this.addButton.focus()
  }

  /** One place up or down. The same button keeps the focus, or the other one at the end of the list. */
  private move(draft: QuestionDraft, by: 1 | -1): void {
    const from = this.drafts.indexOf(draft)
    const to = from + by
    this.drafts = this.drafts.toSpliced(from, 1).toSpliced(to, 0, draft)
    this.redraw()
    const item = this.itemAt(to)
    const wanted = item?.querySelector<HTMLButtonElement>(`[data-move=${by < 0 ? 'up' : 'down'}]`)
    const other = item?.querySelector<HTMLButtonElement>(`[data-move=${by < 0 ? 'down' : 'up'}]`)
    ;(wanted?.disabled ? other : wanted)?.focus()
    announce(this.words.moved(to + 1))
  }

  private async save(slug: string): Promise<void> {
    clearRefusals(this.form)
    this.said.replaceChildren()
    if (!this.hasChanged) {
      this.state.textContent = this.words.unchanged
      return
    }
    this.state.textContent = this.words.saving
    this.saveButton.disabled = true
    try {
      const answer = await questionsApi.saveQuestions(slug, fromQuestionDrafts(this.drafts))
      this.keep(answer)
      this.drawList()
      this.state.textContent = this.words.saved(answer.version)
    } catch (error) {
      this.state.textContent = this.words.changed
      if (error instanceof ApiError && error.errors.length > 0) this.refuse(error.errors)
      else this.said.replaceChildren(failure(error))
      this.said.scrollIntoView({ block: 'center' })
    } finally {
      this.saveButton.disabled = false
    }
  }

  /** Everything that was refused, together, with links; the questions concerned are unfolded. */
  private refuse(errors: readonly FieldRefusal[]): void {
    for (const { pointer } of errors) {
      const at = /^\/questions\/(\d+)/.exec(pointer)?.[1]
      this.itemAt(Number(at ?? -1))
        ?.querySelector('details')
        ?.setAttribute('open', '')
    }
    const onPage = errors.map((error) => ({ ...error, pointer: pointerOnPage(error.pointer) }))
    const box = h(
      'div',
      { class: 'notice', 'data-tone': 'trouble', tabindex: -1, role: 'alert' },
      h('h2', {}, this.words.refusedTitle),
      h('p', {}, this.words.refusedLead),
      h('ul', {}, ...showRefusals(this.form, onPage)),
    )
    this.said.replaceChildren(box)
    box.focus()
  }
}

customElements.define('console-questions', ConsoleQuestions)
