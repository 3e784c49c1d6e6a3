import { forget, keep, recall } from './questionnaire-memory.ts'

/**
 * Shows a questionnaire one topic at a time. The form inside works alone as one long page; this element only folds
 * it: Back, Continue, the list of the parts, and the part with the first error when there is one. Addresses such as
 * `#part-topics` make the browser’s own Back button do what people expect.
 */
class QuestionnaireSteps extends HTMLElement {
  #parts: HTMLElement[] = []
  #at = 0
  #lead: HTMLElement[] = []
  #end: HTMLElement | null = null
  #back = button('qn-button qn-quiet')
  #forward = button('qn-button')
  #left = document.createElement('p')
  #links: HTMLAnchorElement[] = []

  connectedCallback(): void {
    const form = this.querySelector('form')
    this.#parts = [...this.querySelectorAll<HTMLElement>('.qn-block')]
    this.#end = this.querySelector('.qn-end-of-form')
    if (!form || !this.#end || this.#parts.length < 2 || this.#links.length > 0) return
    this.classList.add('qn-stepping')
    this.#lead = [...this.querySelectorAll<HTMLElement>(':scope > .qn-intro, :scope > .qn-doors')]
    this.#addMoves(this.#end)
    this.#addPath()
    form.addEventListener('submit', (event) => this.#send(event))
    this.#remember(form)
    this.addEventListener('change', (event) => openSecondWeek(event.target))
    this.addEventListener('click', (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.qn-summary a') : null
      if (link?.hash && this.#reveal(link.hash.slice(1), true)) event.preventDefault()
    })
    window.addEventListener('hashchange', () => this.#follow(true))
    this.#show(this.#firstToShow())
    this.#follow(false)
  }

  /** Return in a field goes on to the next part; only the last part leads to the check. Other buttons do what they say. */
  #send(event: SubmitEvent): void {
    const step = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'check'
    if (step === 'check' && this.#at < this.#parts.length - 1) {
      event.preventDefault()
      this.#go(this.#at + 1)
    } else if (!navigator.onLine) {
      event.preventDefault()
      this.#say(this.dataset.offline ?? '', true)
    } else if (step === 'erase') forget(this.dataset.programme ?? '')
    else if (step.startsWith('language-')) this.#stay(event.target as HTMLFormElement)
  }

  /** The same part opens in the other language. */
  #stay(form: HTMLFormElement): void {
    const address = new URL(form.action)
    address.hash = this.#parts[this.#at]?.id ?? ''
    form.action = address.href
  }

  /** Keeps on this device what is typed, and puts it back on a page that came empty. */
  #remember(form: HTMLFormElement): void {
    const programme = this.dataset.programme ?? ''
    if (!('typed' in this.dataset) && recall(programme, form)) {
      const again = button('qn-link')
      again.textContent = this.dataset.startAgain ?? ''
      again.addEventListener('click', () => {
        forget(programme)
        form.reset()
        for (const list of form.querySelectorAll('select')) list.dispatchEvent(new Event('change'))
        notice.remove()
      })
      const notice = this.#say(this.dataset.restored ?? '', false, again)
    }
    let waiting = 0
    // Boxes and lists that other elements fill say only that they changed.
    for (const kind of ['input', 'change']) {
      form.addEventListener(kind, () => {
        clearTimeout(waiting)
        waiting = window.setTimeout(() => keep(programme, form), 400)
      })
    }
    // Leaving in a hurry loses nothing either.
    window.addEventListener('pagehide', () => {
      if (waiting !== 0) keep(programme, form)
    })
  }

  /** A line above the form, read out as it appears. */
  #say(text: string, isUrgent: boolean, ...more: HTMLElement[]): HTMLElement {
    this.querySelector('.qn-told')?.remove()
    const told = document.createElement('p')
    told.className = 'qn-told'
    told.setAttribute('role', isUrgent ? 'alert' : 'status')
    told.append(text, ' ', ...more)
    this.prepend(told)
    if (isUrgent) told.scrollIntoView({ block: 'center' })
    return told
  }

  #addMoves(end: HTMLElement): void {
    this.#back.textContent = this.dataset.back ?? ''
    this.#forward.textContent = this.dataset.forward ?? ''
    this.#back.addEventListener('click', () => this.#go(this.#at - 1))
    this.#forward.addEventListener('click', () => this.#go(this.#at + 1))
    const moves = document.createElement('div')
    moves.className = 'qn-moves'
    const send = end.querySelector('button')
    moves.append(this.#back, this.#forward, ...(send ? [send] : []))
    end.prepend(moves)
  }

  #addPath(): void {
    const nav = document.createElement('nav')
    nav.className = 'qn-path'
    nav.setAttribute('aria-label', this.dataset.steps ?? '')
    const list = document.createElement('ol')
    this.#links = this.#parts.map((part) => {
      const link = document.createElement('a')
      link.href = `#${part.id}`
      link.textContent = part.querySelector('h2')?.textContent ?? ''
      const item = document.createElement('li')
      item.append(link)
      list.append(item)
      return link
    })
    nav.append(this.#left, list)
    this.append(nav)
  }

  #firstToShow(): number {
    const flawed = this.#parts.findIndex((part) => part.querySelector('.qn-error') !== null)
    return Math.max(flawed, 0)
  }

  /** Goes to a part as a link would, so that it lands in the history. */
  #go(at: number): void {
    const part = this.#parts[at]
    if (!part) return
    if (location.hash === `#${part.id}`) this.#follow(true)
    else location.hash = part.id
  }

  #follow(movesFocus: boolean): void {
    const id = decodeURIComponent(location.hash.slice(1))
    if (id === '' && movesFocus) this.#show(0)
    else this.#reveal(id, movesFocus)
  }

  /** Shows the part that has, or is, the element with this id; false when there is none. */
  #reveal(id: string, movesFocus: boolean): boolean {
    const target = id === '' ? null : document.getElementById(id)
    const at = this.#parts.findIndex((part) => target !== null && part.contains(target))
    if (!target || at === -1) return false
    this.#show(at)
    for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
      fold.open = true
    }
    if (!movesFocus) return true
    const part = this.#parts[at]
    const heading = part?.querySelector('h2')
    if (target === part && heading) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      this.scrollIntoView({ behavior: 'instant' })
    } else {
      target.focus({ preventScroll: true })
      target.scrollIntoView({ block: 'center', behavior: 'instant' })
    }
    return true
  }

  #show(at: number): void {
    this.#at = at
    const last = this.#parts.length - 1
    this.#parts.forEach((part, index) => {
      part.hidden = index !== at
    })
    for (const piece of this.#lead) piece.hidden = at > 0
    this.classList.toggle('qn-under-way', at > 0)
    this.#back.hidden = at === 0
    this.#forward.hidden = at === last
    for (const piece of this.#end?.querySelectorAll<HTMLElement>('[type="submit"], .qn-help') ?? []) {
      piece.hidden = at !== last
    }
    this.#links.forEach((link, index) => {
      if (index === at) link.setAttribute('aria-current', 'step')
      else link.removeAttribute('aria-current')
    })
    const { left = '', leftOne = '', leftNone = '' } = this.dataset
    const words = [leftNone, leftOne][last - at] ?? left
    this.#left.textContent = words.replace('{n}', String(last - at))
  }
}

function button(className: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = className
  return made
}

/** Choosing alternating weeks unfolds the second one. */
function openSecondWeek(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || !target.name.endsWith('-weeks') || target.value !== '2') return
  const second = target.closest('.qn-question')?.querySelector('details')
  if (second) second.open = true
}

customElements.define('questionnaire-steps', QuestionnaireSteps)
