import type { MatchSettings } from '#contract/match-settings.ts'
import {
  CRITERIA,
  type Criterion,
  SWITCHABLE_CRITERIA,
  WEIGHT_PRESETS,
  type Weights,
} from '#domain/criterion.ts'
import { MATCHING_OBJECTIVES } from '#domain/match-run.ts'
import type { SheetSettings } from '#domain/match-sheet.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import { writeNumber } from './console-figures.ts'

/** Settings as `npm run match -- --programme` reads them. */
export function writtenSettings({ senior, objective, ...rest }: SheetSettings): MatchSettings {
  const kind = senior === 'mentee' ? 'reverse' : senior === 'mentor' ? 'classic' : 'expert'
  return { kind, matching_objective: objective, ...rest }
}

/** The form of settings. Sliders say how much a criterion counts beside the others; their sum does not matter. */
export class TrySettings {
  private readonly form: HTMLFormElement
  private isDirectionChosen = false

  constructor(form: HTMLFormElement, changed: () => void) {
    this.form = form
    this.put(WEIGHT_PRESETS.starting)
    // On a narrow screen the result comes first; the settings open on demand.
    if (matchMedia('(max-width: 56rem)').matches) form.querySelector('details')!.open = false
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('input', (event) => {
      if ((event.target as Element).id === 'senior') this.isDirectionChosen = true
      this.drawShares()
      changed()
    })
    form.addEventListener('click', (event) => {
      const preset = (event.target as Element).closest<HTMLElement>('[data-preset]')?.dataset.preset
      if (!preset) return
      this.put(WEIGHT_PRESETS[preset as keyof typeof WEIGHT_PRESETS])
      changed()
    })
  }

  /** The settings as they stand; null while a number is missing or out of range. */
  read(): SheetSettings | null {
    const data = new FormData(this.form)
    const number = (name: string) => Number(data.get(name))
    if (!this.form.checkValidity()) return null
    const senior = data.get('senior')
    const different = data.getAll('different')
    return {
      senior: senior === 'mentor' || senior === 'mentee' ? senior : null,
      objective: MATCHING_OBJECTIVES.find((each) => each === data.get('objective')) ?? 'coverage',
      capacity: number('capacity'),
      seniority_gap: number('gap'),
      experience_gap_years: number('years'),
      unknown_seniority_allowed: data.has('unknown'),
      weights: this.weights(),
      different: SWITCHABLE_CRITERIA.filter((criterion) => different.includes(criterion)),
    }
  }

  /** Puts in who seems to be the senior in the files, unless somebody has chosen. */
  suggestSenior(senior: Role | null): void {
    if (this.isDirectionChosen || senior === null) return
    ;(this.form.elements.namedItem('senior') as HTMLSelectElement).value = senior
  }

  /** Says beside a slider that the files tell nothing of it. */
  tellSilent(silent: readonly Criterion[], words: string): void {
    for (const criterion of CRITERIA) {
      this.form.querySelector(`[data-silent="${criterion}"]`)!.textContent = silent.includes(criterion)
        ? words
        : ''
    }
  }

  private slider(criterion: Criterion): HTMLInputElement {
    return this.form.elements.namedItem(criterion) as HTMLInputElement
  }

  /** Shares that sum to 1; equal ones where every slider is at nothing. */
  private weights(): Weights {
    const values = CRITERIA.map((criterion) => this.slider(criterion).valueAsNumber)
    const sum = values.reduce((total, value) => total + value, 0)
    return Object.fromEntries(
      CRITERIA.map((criterion, at) => [criterion, sum > 0 ? values[at]! / sum : 1 / CRITERIA.length]),
    ) as Weights
  }

  private put(weights: Weights): void {
    for (const criterion of CRITERIA)
      this.slider(criterion).value = String(Math.round(weights[criterion] * 100))
    this.drawShares()
  }

  private drawShares(): void {
    const language = pageLanguage()
    const weights = this.weights()
    for (const criterion of CRITERIA) {
      const percent = `${writeNumber(weights[criterion] * 100, language)}${language === 'fr' ? '\u00a0' : ''}%`
      this.form.querySelector(`[data-share="${criterion}"]`)!.textContent = percent
      this.slider(criterion).setAttribute('aria-valuetext', percent)
    }
  }
}
