import { CRITERIA } from '#domain/criterion.ts'
import { toDay } from '#domain/local-time.ts'
import { api, pageLanguage } from '../api.ts'
import { ApiError, type FieldRefusal } from '../api-error.ts'
import { consoleFormWordsIn, STARTING_CHARTER } from '../words/console-form.ts'
import { followDefaults, newDraft } from './console-defaults.ts'
import { changesBetween, type Draft, fromDraft, toDraft } from './console-draft.ts'
import { clearRefusals, readForm, showRefusals, writeForm } from './console-fields.ts'
import { failure, fill, parameter, titlePage } from './console-load.ts'
import { h } from './console-markup.ts'
import { announceNext } from './console-notice.ts'
import { toSlug } from './console-slug.ts'
import { isWholeWeight, sumWeights } from './console-weighing.ts'

/**
 * Creates a programme, or edits the one the address names (`?p=`). What is typed is kept in this tab until it is
 * saved, so neither a refusal nor a reload loses it.
 */
class ConsoleProgrammeForm extends HTMLElement {
  private readonly words = consoleFormWordsIn(pageLanguage())
  private readonly slug = parameter('p')
  private readonly form = this.querySelector('form')!
  private readonly summary = this.querySelector<HTMLElement>('[data-summary]')!
  private readonly kept = `binome-draft ${this.slug ?? ''}`
  private saved: Draft = {}
  private last: Draft = {}

  connectedCallback(): void {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.save()
    })
    this.form.addEventListener('input', (event) => this.typed((event.target as HTMLInputElement).name))
    const region = this.querySelector<HTMLElement>('[data-loading]')!
    void fill(
      region,
      async () => (this.slug ? api.programme(this.slug) : null),
      (programme) => {
        const today = toDay(Date.now(), 'Europe/Paris')
        this.saved = programme ? toDraft(programme) : newDraft('reverse', today, STARTING_CHARTER)
        this.begin(programme?.words[pageLanguage()].name)
        return []
      },
    )
  }

  private begin(name: string | undefined): void {
    if (name !== undefined) {
      titlePage(`${this.words.editTitle} · ${name}`)
      this.querySelector('[data-lead]')!.textContent = this.words.editLead
      this.querySelector('[type="submit"]')!.textContent = this.words.saveChanges
      ;(this.form.elements.namedItem('/slug') as HTMLInputElement).readOnly = true
      const file = this.querySelector<HTMLAnchorElement>('[data-council-file]')!
      file.href = `/${pageLanguage()}/programmes/${this.slug}/documents/works-council/`
      file.hidden = false
    }
    const kept = JSON.parse(sessionStorage.getItem(this.kept) ?? 'null') as Draft | null
    this.last = { ...this.saved, ...kept }
    writeForm(this.form, this.last)
    this.form.hidden = false
    const isKept =
      kept !== null &&
      JSON.stringify(readForm(this.form)) !== JSON.stringify({ ...readForm(this.form), ...this.saved })
    if (isKept) this.summary.replaceChildren(this.keptNotice())
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }

  private keptNotice(): HTMLElement {
    const again = h(
      'button',
      { type: 'button', class: 'link-button', onclick: () => this.startOver() },
      this.words.startOver,
    )
    return h('p', { class: 'notice cluster', role: 'status' }, this.words.draftKept, again)
  }

  private startOver(): void {
    this.summary.replaceChildren()
    sessionStorage.removeItem(this.kept)
    this.last = this.saved
    writeForm(this.form, this.saved)
    clearRefusals(this.form)
  }

  /** Follows what is typed: the address from the French name, the starting settings from the kind. */
  private typed(field: string): void {
    const now = readForm(this.form)
    if (field === '/words/fr/name' && this.slug === null) {
      if (now['/slug'] === toSlug(this.last['/words/fr/name'] ?? '')) now['/slug'] = toSlug(now[field] ?? '')
    }
    const isFollowed = field === '/kind' || field === '/starts_on'
    const next = isFollowed ? followDefaults(now, this.last) : now
    if (isFollowed || field === '/words/fr/name') writeForm(this.form, next)
    this.last = next
    sessionStorage.setItem(this.kept, JSON.stringify(next))
  }

  private async save(): Promise<void> {
    const draft = readForm(this.form)
    const state = this.querySelector<HTMLElement>('[data-state]')!
    const button = this.querySelector<HTMLButtonElement>('[type="submit"]')!
    clearRefusals(this.form)
    this.summary.replaceChildren()
    if (!isWholeWeight(sumWeights(CRITERIA.map((criterion) => Number(draft[`/weights/${criterion}`]))))) {
      this.refuse([{ pointer: '/weights', detail: this.words.weights.refused }])
      return
    }
    const changes = changesBetween(this.saved, draft)
    if (this.slug !== null && Object.keys(changes).length === 0) {
      state.textContent = this.words.unchanged
      return
    }
    state.textContent = this.words.saving
    button.disabled = true
    try {
      const answer = this.slug
        ? await api.changeProgramme(this.slug, changes)
        : await api.createProgramme(fromDraft(draft))
      sessionStorage.removeItem(this.kept)
      if (this.slug) announceNext(this.words.saved)
      location.assign(`/${pageLanguage()}/console/programme/?p=${encodeURIComponent(answer.slug)}`)
    } catch (error) {
      state.textContent = ''
      button.disabled = false
      if (error instanceof ApiError && error.errors.length > 0) this.refuse(error.errors)
      else this.summary.replaceChildren(failure(error))
      this.summary.scrollIntoView({ block: 'center' })
    }
  }

  /** Everything that was refused, together, with links; the cursor goes to the summary. */
  private refuse(errors: readonly FieldRefusal[]): void {
    const box = h(
      'div',
      { class: 'notice', 'data-tone': 'trouble', tabindex: -1, role: 'alert' },
      h('h2', {}, this.words.summaryTitle),
      h('p', {}, this.words.summaryLead),
      h('ul', {}, ...showRefusals(this.form, errors)),
    )
    this.summary.replaceChildren(box)
    box.focus()
  }
}

customElements.define('console-programme-form', ConsoleProgrammeForm)
