import { CRITERIA, WEIGHT_PRESETS } from '#domain/criterion.ts'
import { pageLanguage } from '../api.ts'
import { consoleFormWordsIn } from '../words/console-form.ts'
import { writeNumber } from './console-figures.ts'
import { balanceWeights, isWholeWeight, sumWeights, weightsDraft } from './console-weighing.ts'

/** The weights of the criteria: a slider and a number for each, presets, and a total that must be 100. */
class ConsoleWeights extends HTMLElement {
  private readonly words = consoleFormWordsIn(pageLanguage()).weights

  connectedCallback(): void {
    this.addEventListener('input', (event) => this.follow(event.target as HTMLInputElement))
    this.addEventListener('click', (event) => this.press((event.target as Element).closest('button')))
    this.closest('form')?.addEventListener('draft-written', () => this.drawAll())
    this.drawAll()
  }

  private numbers(): HTMLInputElement[] {
    return CRITERIA.map(
      (criterion) => this.querySelector<HTMLInputElement>(`[name="/weights/${criterion}"]`)!,
    )
  }

  private slider(number: HTMLInputElement): HTMLInputElement {
    return number.closest('.weight')!.querySelector<HTMLInputElement>('[type="range"]')!
  }

  /** A slider and its number say the same. */
  private follow(moved: HTMLInputElement): void {
    if (moved.type === 'range') {
      const number = this.numbers().find((each) => this.slider(each) === moved)!
      number.value = moved.value
      number.dispatchEvent(new Event('input', { bubbles: true }))
      return
    }
    if (moved.type === 'number') this.slider(moved).value = moved.value || '0'
    this.drawTotal()
  }

  private press(button: HTMLButtonElement | null): void {
    if (!button) return
    const preset = button.dataset.preset as keyof typeof WEIGHT_PRESETS | undefined
    const now = this.numbers().map(({ value }) => Number(value))
    const draft = preset
      ? Object.values(weightsDraft(WEIGHT_PRESETS[preset]))
      : balanceWeights(now).map(String)
    for (const [place, number] of this.numbers().entries()) number.value = draft[place]!
    this.numbers()[0]!.dispatchEvent(new Event('input', { bubbles: true }))
    this.drawAll()
  }

  private drawAll(): void {
    for (const number of this.numbers()) this.slider(number).value = number.value || '0'
    this.drawTotal()
  }

  private drawTotal(): void {
    const sum = sumWeights(this.numbers().map(({ value }) => Number(value)))
    const isWhole = isWholeWeight(sum)
    const gap = writeNumber(Math.abs(100 - sum), pageLanguage(), 1)
    const total = this.querySelector<HTMLElement>('[data-total]')!
    total.textContent = isWhole
      ? this.words.whole
      : sum < 100
        ? this.words.missing(gap)
        : this.words.over(gap)
    total.dataset.tone = isWhole ? 'good' : 'trouble'
    this.querySelector<HTMLButtonElement>('[data-balance]')!.hidden = isWhole
  }
}

customElements.define('console-weights', ConsoleWeights)
