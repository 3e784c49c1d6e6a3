import { pageLanguage } from '../api.ts'
import { consoleWordsIn } from '../words/console.ts'
import { plain } from './console-arrange.ts'
import { type Find, loadFinds } from './console-finds.ts'
import { failure } from './console-load.ts'
import { h, tag } from './console-markup.ts'

const SHOWN = 8

/** Ctrl-K or ⌘K: finds a programme, or a person of the programme that is open, from the keyboard. */
class ConsoleFinder extends HTMLElement {
  private readonly words = consoleWordsIn(pageLanguage())
  private readonly input = h('input', {
    class: 'input',
    type: 'search',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'true',
    'aria-controls': 'finder-list',
    'aria-label': this.words.finder.label,
    placeholder: this.words.finder.hint,
    oninput: () => this.draw(),
  })
  private readonly list = h('ul', {
    id: 'finder-list',
    role: 'listbox',
    'aria-label': this.words.finder.results,
  })
  private readonly said = h('p', { class: 'hint', role: 'status' })
  private readonly dialog = h(
    'dialog',
    {
      class: 'finder',
      'aria-label': this.words.finder.label,
      onkeydown: (event: KeyboardEvent) => this.press(event),
    },
    this.input,
    this.said,
    this.list,
    h('p', { class: 'hint console-keys' }, this.words.finder.help),
  )
  private finds: Find[] | null = null
  private place = 0

  connectedCallback(): void {
    const keys = navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K'
    const open = h(
      'button',
      { type: 'button', class: 'finder-open', onclick: () => void this.open() },
      this.words.finder.open,
      h('kbd', { 'aria-hidden': 'true' }, keys),
    )
    this.replaceChildren(open, this.dialog)
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close())
    document.addEventListener('keydown', (event) => {
      const isAsked = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)
      if (!isAsked || document.body.dataset.visitor !== 'organiser') return
      event.preventDefault()
      void this.open()
    })
  }

  private async open(): Promise<void> {
    if (this.dialog.open) return
    this.input.value = ''
    this.dialog.showModal()
    this.draw()
    try {
      this.finds ??= await loadFinds(JSON.parse(this.dataset.places ?? '[]'))
      this.draw()
    } catch (error) {
      this.list.replaceChildren()
      this.said.replaceChildren(failure(error))
    }
  }

  private found(): Find[] {
    const words = plain(this.input.value).split(/\s+/).filter(Boolean)
    const all = (this.finds ?? []).filter(({ text }) => words.every((word) => plain(text).includes(word)))
    return all.slice(0, SHOWN)
  }

  private draw(): void {
    this.place = 0
    const found = this.found()
    const { nothing, count } = this.words.finder
    this.said.textContent =
      this.finds === null ? this.words.loading : found.length === 0 ? nothing : count(found.length)
    this.list.replaceChildren(
      ...found.map(({ text, kind, role, href }, place) =>
        h(
          'li',
          { role: 'option', id: `finder-${place}`, onclick: () => this.go(href) },
          h('span', {}, text),
          role ? tag(kind, { role }) : h('span', { class: 'hint' }, kind),
        ),
      ),
    )
    this.mark()
  }

  private mark(): void {
    const options = [...this.list.children]
    for (const [place, option] of options.entries())
      option.setAttribute('aria-selected', String(place === this.place))
    const marked = options[this.place]
    this.input.setAttribute('aria-activedescendant', marked?.id ?? '')
    marked?.scrollIntoView({ block: 'nearest' })
  }

  private press(event: KeyboardEvent): void {
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const count = this.list.children.length
    if (event.key === 'Enter' && count > 0) this.go(this.found()[this.place]!.href)
    else if (steps && count > 0) {
      this.place = (this.place + steps + count) % count
      this.mark()
    } else return
    event.preventDefault()
  }

  private go(href: string): void {
    this.dialog.close()
    location.assign(href)
  }
}

customElements.define('console-finder', ConsoleFinder)
