import { pairsCsv, pointsOf, reportHtml, unmatchedCsv } from '#contract/match-report.ts'
import type { Language } from '#domain/language.ts'
import type { MatchReport } from '#domain/match-sheet.ts'
import type { TryWords } from '../words/try.ts'
import { saveFile } from './console-file.ts'
import { h, tag } from './console-markup.ts'
import { drawNumbers } from './console-numbers.ts'
import { TryPairs } from './try-pairs.ts'
import { describe } from './try-person.ts'

/** The result of a match: figures, pairs, who waits and why, the rules, and everything to take away. */
export class TryResult {
  private readonly region: HTMLElement
  private readonly words: TryWords
  private readonly language: Language
  private readonly pairs: TryPairs

  constructor(region: HTMLElement, words: TryWords, language: Language) {
    this.region = region
    this.words = words
    this.language = language
    this.pairs = new TryPairs(words, language)
  }

  show(report: MatchReport): void {
    const { result } = this.words
    this.region.replaceChildren(
      ...this.drawFigures(report),
      this.drawTake(report),
      this.pairs.show(report.pairs),
      h('h3', {}, result.unmatched),
      this.drawUnmatched(report),
      h('h3', {}, result.rules),
      h('p', { class: 'muted' }, result.rulesHelp),
      this.drawRules(report),
    )
  }

  private drawFigures({ counts, total, worst }: MatchReport): HTMLElement[] {
    const { figures, proved, heading } = this.words.result
    const mean = counts.pairs > 0 ? Math.round(pointsOf(total / counts.pairs)) : 0
    return [
      drawNumbers(heading, [
        { value: counts.pairs, words: figures.pairs, role: 'shared' },
        { value: mean, words: figures.mean },
        { value: Math.round(pointsOf(worst)), words: figures.worst },
        { value: counts.unmatched, words: figures.without },
        { value: counts.possible, words: figures.possible },
      ]),
      h('p', { class: 'hint try-proved' }, counts.pairs > 0 ? proved : ''),
    ]
  }

  private drawTake(report: MatchReport): HTMLElement {
    const { result } = this.words
    const day = new Intl.DateTimeFormat(this.language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long' })
    const save = (text: string, press: () => void) =>
      h('button', { type: 'button', class: 'button button-quiet', onclick: press }, text)
    const { pairs, unmatched, report: page } = result.fileNames
    return h(
      'div',
      { class: 'try-take', role: 'group', 'aria-label': result.take },
      save(result.reportFile, () =>
        saveFile(page, reportHtml(report, this.language, day.format(new Date())), 'text/html'),
      ),
      save(result.pairsFile, () => saveFile(pairs, pairsCsv(report, this.language))),
      save(result.unmatchedFile, () => saveFile(unmatched, unmatchedCsv(report, this.language))),
      save(result.print, () => this.print()),
    )
  }

  /** Prints with every reason open. */
  private print(): void {
    this.pairs.openAll(true)
    window.print()
    this.pairs.openAll(false)
  }

  private drawUnmatched({ unmatched }: MatchReport): HTMLElement {
    const { nobody, roles } = this.words.result
    if (unmatched.length === 0) return h('p', { class: 'muted' }, nobody)
    const lines = unmatched.map(({ role, person, why }) =>
      h(
        'li',
        {},
        h(
          'p',
          {},
          h('strong', {}, person.name),
          ' ',
          tag(roles[role], { role }),
          ' ',
          h('span', { class: 'hint' }, describe(person, this.language)),
        ),
        h('p', { class: 'muted' }, why[this.language]),
      ),
    )
    return h('ul', { class: 'try-lines', role: 'list' }, ...lines)
  }

  private drawRules({ rules }: MatchReport): HTMLElement {
    const { checked, open } = this.words.result
    const lines = rules.map(({ name, isChecked, words }) =>
      h(
        'li',
        {},
        h(
          'p',
          {},
          h('strong', {}, name[this.language]),
          ' ',
          tag(isChecked ? checked : open, { tone: isChecked ? 'good' : 'watch' }),
        ),
        h('p', { class: 'muted' }, words[this.language]),
      ),
    )
    return h('ul', { class: 'try-lines', role: 'list' }, ...lines)
  }
}
