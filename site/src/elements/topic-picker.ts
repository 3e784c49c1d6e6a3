import { indexTopics, searchTopics, type TopicIndex } from '#questionnaire/topic-search.ts'
import { topicPickerWordsIn } from '../words/topic-picker.ts'

interface Choice {
  value: string
  name: string
  group: string
}

/** At most so many are listed for a search; with nothing typed, the whole list is. */
const FOUND_MAX = 30
/** A list that grows with the letters typed is counted aloud once the typing pauses. */
const PAUSE_MS = 500

let names: Map<string, string> | null = null

/**
 * Turns a list of topics into a field with a search (ARIA APG, editable combobox with automatic selection): names in
 * both languages, forgiving about accents and typing errors. The list inside stays what the form sends; without
 * script it is what people see. Names in the other language are read once a page, from the lists that carry them.
 */
class TopicPicker extends HTMLElement {
  readonly #words = topicPickerWordsIn(document.documentElement.lang.startsWith('en') ? 'en' : 'fr')
  readonly #input = document.createElement('input')
  readonly #list = part('div', 'tp-list')
  readonly #said = part('p', 'visually-hidden')
  readonly #none = part('p', 'tp-none')
  #select: HTMLSelectElement | null = null
  #choices: Choice[] = []
  #index: TopicIndex | null = null
  #shown: Choice[] = []
  #at = -1
  #isSearched = false
  #pause: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    const select = this.querySelector('select')
    if (!select || this.#select) return
    this.#select = select
    const id = select.id
    select.id = `${id}-list`
    select.hidden = true
    const input = this.#input
    input.id = id
    input.className = select.className
    input.placeholder = this.#words.hint
    for (const [name, value] of Object.entries({
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'done',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-box`,
    }))
      input.setAttribute(name, value)
    for (const name of ['aria-describedby', 'aria-invalid']) {
      const value = select.getAttribute(name)
      if (value) input.setAttribute(name, value)
    }
    this.#list.id = `${id}-box`
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', this.#words.list)
    this.#list.hidden = true
    this.#said.setAttribute('role', 'status')
    this.#none.hidden = true
    this.append(input, this.#list, this.#none, this.#said)
    this.#listen(select)
    this.#readSelect()
  }

  #listen(select: HTMLSelectElement): void {
    const input = this.#input
    // Whatever else fills the form in, such as answers kept on this device, is shown here too.
    select.addEventListener('change', () => this.#readSelect())
    select.form?.addEventListener('reset', () => setTimeout(() => this.#readSelect()))
    input.addEventListener('input', (event) => {
      event.stopPropagation()
      this.#isSearched = true
      this.#open()
    })
    // What was typed is no answer yet: only a choice is.
    input.addEventListener('change', (event) => event.stopPropagation())
    input.addEventListener('click', () => (this.#isOpen ? undefined : this.#open()))
    input.addEventListener('keydown', (event) => this.#press(event))
    input.addEventListener('blur', () => this.#leave())
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role="option"]')
      if (option) this.#choose(this.#shown[Number(option.dataset.at)])
    })
  }

  get #isOpen(): boolean {
    return !this.#list.hidden
  }

  #readSelect(): void {
    this.#input.value = this.#select?.value ? (this.#select.selectedOptions[0]?.text ?? '') : ''
    this.#isSearched = false
  }

  /** Reads the list the first time that it is wanted: a page has six, and most stay closed. */
  #prepare(): TopicIndex {
    if (this.#index) return this.#index
    names ??= new Map(
      Array.from(document.querySelectorAll<HTMLOptionElement>('topic-picker [data-also]'), (option) => [
        option.value,
        option.dataset.also ?? '',
      ]),
    )
    this.#choices = Array.from(this.#select?.options ?? [], (option) => ({
      value: option.value,
      name: option.text,
      group: (option.parentElement as HTMLOptGroupElement | null)?.label ?? '',
    })).filter(({ value }) => value !== '')
    this.#index = indexTopics(
      this.#choices.map(({ value, name, group }) => ({
        id: value,
        names: [name, names?.get(value) ?? ''],
        group,
      })),
    )
    return this.#index
  }

  #open(): void {
    const typed = this.#isSearched ? this.#input.value.trim() : ''
    const found = searchTopics(this.#prepare(), typed, typed === '' ? undefined : FOUND_MAX)
    const byValue = new Map(this.#choices.map((choice) => [choice.value, choice]))
    this.#shown = found.map((value) => byValue.get(value)!)
    this.#draw(typed === '')
    const isEmpty = this.#shown.length === 0
    this.#list.hidden = isEmpty
    this.#input.setAttribute('aria-expanded', String(!isEmpty))
    this.#none.hidden = !isEmpty
    this.#none.textContent = isEmpty ? this.#words.none(typed) : ''
    this.#mark(typed === '' ? this.#shown.findIndex(({ value }) => value === this.#select?.value) : 0)
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => {
      this.#said.textContent = isEmpty ? this.#words.none(typed) : this.#words.count(this.#shown.length)
    }, PAUSE_MS)
  }

  /** The whole list under the names of its groups; what a search found, each with its group beside it. */
  #draw(isWhole: boolean): void {
    const drawn = document.createDocumentFragment()
    let group: HTMLElement | null = null
    for (const [at, choice] of this.#shown.entries()) {
      const option = part('div', 'tp-option')
      option.id = `${this.#list.id}-${at}`
      option.dataset.at = String(at)
      option.setAttribute('role', 'option')
      option.append(part('span', '', choice.name))
      if (!isWhole) {
        option.append(part('span', 'tp-group', choice.group))
        drawn.append(option)
        continue
      }
      if (group?.dataset.group !== choice.group) {
        const heading = part('div', 'tp-heading', choice.group)
        heading.id = `${option.id}-group`
        heading.setAttribute('role', 'presentation')
        group = part('div', '')
        group.dataset.group = choice.group
        group.setAttribute('role', 'group')
        group.setAttribute('aria-labelledby', heading.id)
        group.append(heading)
        drawn.append(group)
      }
      group.append(option)
    }
    this.#list.replaceChildren(drawn)
  }

  #mark(at: number): void {
    const options = this.#list.querySelectorAll<HTMLElement>('[role="option"]')
    options[this.#at]?.removeAttribute('aria-selected')
    this.#at = at
    const marked = options[at]
    if (marked) {
      marked.setAttribute('aria-selected', 'true')
      this.#input.setAttribute('aria-activedescendant', marked.id)
      marked.scrollIntoView({ block: 'nearest' })
    } else this.#input.removeAttribute('aria-activedescendant')
  }

  #press(event: KeyboardEvent): void {
    const { key } = event
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      const count = this.#shown.length
      if (!this.#isOpen) this.#open()
      else if (!event.altKey)
        this.#mark((this.#at + step + count + (this.#at < 0 && step < 0 ? 1 : 0)) % count)
    } else if (key === 'Enter' && this.#isOpen) this.#choose(this.#shown[this.#at])
    else if (key === 'Escape' && (this.#isOpen || this.#isSearched)) {
      this.#close()
      this.#readSelect()
    } else return
    event.preventDefault()
  }

  #choose(choice: Choice | undefined): void {
    this.#close()
    const select = this.#select
    if (!select) return
    const isNew = choice !== undefined && select.value !== choice.value
    if (choice) select.value = choice.value
    this.#readSelect()
    if (isNew) select.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** What stands first is taken when people go on; an emptied field is an empty answer. */
  #leave(): void {
    const select = this.#select
    if (this.#isSearched && select) {
      if (this.#input.value.trim() !== '') this.#choose(this.#isOpen ? this.#shown[this.#at] : undefined)
      else if (select.value !== '') {
        select.value = ''
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }
    }
    this.#close()
  }

  #close(): void {
    clearTimeout(this.#pause)
    this.#list.hidden = true
    this.#none.hidden = true
    this.#said.textContent = ''
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-activedescendant')
    this.#at = -1
  }
}

function part(tag: 'div' | 'p' | 'span', className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}

customElements.define('topic-picker', TopicPicker)
