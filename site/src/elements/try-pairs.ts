import type { Language } from '#domain/language.ts'
import type { ReportedPair, ReportedPerson } from '#domain/match-sheet.ts'
import type { TryWords } from '../words/try.ts'
import { sharePoints, toPoints, writeNumber } from './console-figures.ts'
import { bar, h } from './console-markup.ts'
import { describe, writePoints } from './try-person.ts'

const AT_ONCE = 50
type Key = 'mentor' | 'mentee' | 'topic' | 'score'

/** The table of pairs: sorted by any column, searched by name, each row opens its reasons. */
export class TryPairs {
  private readonly words: TryWords['result']
  private readonly language: Language
  private pairs: ReportedPair[] = []
  private sort: { key: Key; descending: boolean } = { key: 'score', descending: true }
  private limit = AT_ONCE
  private search = ''
  private open = new Set<string>()
  private readonly head = h('tr', { role: 'row' })
  private readonly table = h('table', { class: 'try-pairs', role: 'table' })
  private readonly foot = h('div', { class: 'try-foot' })
  private readonly tally = h('p', { class: 'hint' })
  private readonly region: HTMLElement

  constructor(words: TryWords, language: Language) {
    this.words = words.result
    this.language = language
    this.head.dataset.sort = this.words.sortBy
    const find = h('input', {
      class: 'input',
      type: 'search',
      'aria-label': this.words.search,
      placeholder: this.words.search,
      autocomplete: 'off',
      oninput: () => {
        this.search = find.value
        this.limit = AT_ONCE
        this.draw()
      },
    })
    this.region = h('div', {}, h('div', { class: 'try-tools' }, find, this.tally), this.table, this.foot)
  }

  show(pairs: ReportedPair[]): HTMLElement {
    this.pairs = pairs
    this.draw()
    return this.region
  }

  /** Opens every reason, as on paper, or goes back to those that were open. */
  openAll(isAll: boolean): void {
    this.draw(isAll)
  }

  private draw(isAll = false): void {
    const rows = this.rows()
    const shown = isAll ? rows : rows.slice(0, this.limit)
    this.head.replaceChildren(
      ...(['mentor', 'mentee', 'topic', 'score'] as const).map((key) => this.drawHead(key)),
    )
    this.table.replaceChildren(
      h('caption', { class: 'visually-hidden' }, this.words.heading),
      h('thead', { role: 'rowgroup' }, this.head),
      ...shown.map((pair) => this.drawPair(pair, isAll || this.open.has(keyOf(pair)))),
    )
    this.table.hidden = rows.length === 0
    const count = (value: number) => writeNumber(value, this.language)
    this.tally.textContent =
      rows.length === this.pairs.length ? '' : this.words.shown(count(rows.length), count(this.pairs.length))
    this.foot.replaceChildren(...this.drawFoot(rows.length, shown.length))
  }

  private rows(): ReportedPair[] {
    const { key, descending } = this.sort
    const wanted = fold(this.search)
    const collator = new Intl.Collator(this.language, { numeric: true })
    const text = (pair: ReportedPair) =>
      key === 'topic' ? pair.topic[this.language] : key === 'score' ? '' : pair[key].name
    const order = (a: ReportedPair, b: ReportedPair) =>
      key === 'score' ? a.score - b.score : collator.compare(text(a), text(b))
    return this.pairs
      .filter(({ mentor, mentee }) => fold(`${mentor.name} ${mentee.name}`).includes(wanted))
      .sort((a, b) => (descending ? -order(a, b) : order(a, b)))
  }

  private drawHead(key: Key): HTMLElement {
    const isSorted = this.sort.key === key
    const press = () => {
      this.sort = { key, descending: isSorted ? !this.sort.descending : key === 'score' }
      this.draw()
      this.head.querySelector<HTMLElement>(`[data-key="${key}"] button`)?.focus()
    }
    const mark = isSorted ? (this.sort.descending ? '↓' : '↑') : ''
    return h(
      'th',
      {
        scope: 'col',
        role: 'columnheader',
        'data-key': key,
        'aria-sort': isSorted ? (this.sort.descending ? 'descending' : 'ascending') : null,
      },
      h(
        'button',
        { type: 'button', onclick: press },
        this.words[key],
        h('span', { 'aria-hidden': 'true' }, ` ${mark}`),
      ),
    )
  }

  private drawPair(pair: ReportedPair, isOpen: boolean): HTMLElement {
    const press = () => {
      const key = keyOf(pair)
      if (!this.open.delete(key)) this.open.add(key)
      const drawn = this.drawPair(pair, this.open.has(key))
      body.replaceWith(drawn)
      drawn.querySelector('button')!.focus()
    }
    const says = this.words.whyThese(pair.mentor.name, pair.mentee.name)
    const why = h(
      'button',
      {
        type: 'button',
        class: 'link-button',
        'aria-expanded': String(isOpen),
        'aria-label': says,
        onclick: press,
      },
      this.words.why,
    )
    const score = h(
      'span',
      { class: 'try-score' },
      bar(100, toPoints(pair.score) / 100),
      h('strong', {}, writePoints(pair.score, this.language)),
      why,
    )
    const cell = (key: string, label: string, ...inner: (Node | string)[]) =>
      h('td', { role: 'cell', 'data-key': key, 'data-label': label }, ...inner)
    const body = h(
      'tbody',
      { role: 'rowgroup', class: isOpen && 'is-open' },
      h(
        'tr',
        { role: 'row' },
        cell('mentor', this.words.mentor, ...this.drawPerson(pair.mentor, 'mentor')),
        cell('mentee', this.words.mentee, ...this.drawPerson(pair.mentee, 'mentee')),
        cell('topic', this.words.topic, pair.topic[this.language]),
        cell('score', this.words.score, score),
      ),
      isOpen &&
        h(
          'tr',
          { role: 'row' },
          h('td', { role: 'cell', colspan: 4, class: 'try-why' }, this.drawReasons(pair)),
        ),
    )
    return body
  }

  private drawPerson(person: ReportedPerson, role: string): Node[] {
    return [
      h('strong', { class: 'try-name', 'data-role': role }, person.name),
      h('span', { class: 'hint' }, describe(person, this.language)),
    ]
  }

  /** Each criterion with its bar and points, which add up as shown, then advice for the first session. */
  private drawReasons({ reasons, tips }: ReportedPair): HTMLElement {
    const ordered = [...reasons].sort((a, b) => b.points - a.points)
    const shares = sharePoints(ordered.map(({ points }) => points))
    const widest = Math.max(...reasons.map(({ weight }) => weight), 0.01)
    const lines = ordered.map(({ name, weight, words }, at) =>
      h(
        'li',
        {},
        h(
          'span',
          { class: 'try-points' },
          h('strong', {}, name[this.language]),
          h(
            'span',
            {},
            writeNumber(shares[at]!, this.language, 1),
            h('span', { class: 'visually-hidden' }, ` ${this.words.points}`),
          ),
        ),
        bar((weight / widest) * 100, weight > 0 ? shares[at]! / (weight * 100) : 0),
        h('span', { class: 'hint' }, words[this.language]),
      ),
    )
    return h(
      'div',
      {},
      h('ul', { class: 'try-reasons', role: 'list' }, ...lines),
      h('p', { class: 'hint' }, this.words.sum),
      tips.length > 0 && h('h4', {}, this.words.tips),
      tips.length > 0 && h('ul', {}, ...tips.map((tip) => h('li', {}, tip[this.language]))),
    )
  }

  private drawFoot(rows: number, shown: number): HTMLElement[] {
    if (this.pairs.length === 0) return [h('p', { class: 'notice', 'data-tone': 'watch' }, this.words.none)]
    if (rows === 0) return [h('p', { class: 'muted' }, this.words.nothing)]
    if (shown >= rows) return []
    const more = () => {
      this.limit += AT_ONCE
      this.draw()
    }
    const count = writeNumber(Math.min(AT_ONCE, rows - shown), this.language)
    return [
      h('button', { type: 'button', class: 'button button-quiet', onclick: more }, this.words.more(count)),
    ]
  }
}

function keyOf({ mentor, mentee }: ReportedPair): string {
  return `${mentor.line} ${mentee.line}`
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
