import { SWITCHABLE_CRITERIA } from '#domain/criterion.ts'
import { MATCHING_OBJECTIVES } from '#domain/match-run.ts'
import { pageLanguage } from '../api.ts'
import { compareWordsIn } from '../words/console-compare.ts'
import { matchingWordsIn } from '../words/console-matching.ts'
import { h } from './console-markup.ts'
import { bonusOf, bonusPoints, type MatchingSettings } from './console-matching-settings.ts'

/** A part of the settings: a heading, what it is about, its fields. */
export function drawPart(id: string, [title, hint]: string[], ...content: Node[]): HTMLElement {
  return h(
    'section',
    { class: 'console-fieldset', id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title ?? ''),
    h('p', { class: 'hint' }, hint ?? ''),
    ...content,
  )
}

/** What a run looks for first: one of three. */
export function drawObjectiveChoice(settings: MatchingSettings, changed: () => void): HTMLElement {
  const { name, means, title } = compareWordsIn(pageLanguage()).objectives
  const choices = MATCHING_OBJECTIVES.map((objective) => {
    const id = `objective-${objective}`
    const pick = () => {
      settings.matching_objective = objective
      changed()
    }
    return h(
      'div',
      { class: 'field-box' },
      h('label', { for: id }, name[objective]),
      h('input', {
        type: 'radio',
        name: 'objective',
        id,
        checked: settings.matching_objective === objective,
        'aria-describedby': `${id}-hint`,
        onchange: pick,
      }),
      h('p', { class: 'hint', id: `${id}-hint` }, means[objective]),
    )
  })
  return h('fieldset', {}, h('legend', { class: 'visually-hidden' }, title), ...choices)
}

/** For each criterion that may count the other way round: people who are close, or who differ. */
export function drawDifferent(settings: MatchingSettings, changed: () => void): HTMLElement {
  const words = matchingWordsIn(pageLanguage())
  const switches = SWITCHABLE_CRITERIA.map((criterion) => {
    const choose = (isDifferent: boolean) => () => {
      const others = settings.different.filter((each) => each !== criterion)
      settings.different = SWITCHABLE_CRITERIA.filter(
        (each) => others.includes(each) || (each === criterion && isDifferent),
      )
      changed()
    }
    const radio = (label: string, isDifferent: boolean) =>
      h(
        'label',
        { class: 'box' },
        h('input', {
          type: 'radio',
          name: `different-${criterion}`,
          checked: settings.different.includes(criterion) === isDifferent,
          onchange: choose(isDifferent),
        }),
        label,
      )
    return h(
      'fieldset',
      { class: 'switch' },
      h('legend', { class: 'label' }, words.switches[criterion]),
      h('div', { class: 'cluster' }, radio(words.alike, false), radio(words.unlike, true)),
    )
  })
  return h('div', { class: 'switches' }, ...switches)
}

/** How much wishes weigh, and how much may change. */
export function drawWishes(settings: MatchingSettings, changed: () => void): HTMLElement {
  const words = matchingWordsIn(pageLanguage())
  const number = (
    id: string,
    [label, hint]: string[],
    value: number | null,
    range: { min: number; max: number; step: number },
    set: (value: number | null) => void,
  ) => {
    const input = h('input', {
      class: 'input number-input',
      type: 'number',
      inputmode: 'decimal',
      id,
      value,
      ...range,
      'aria-describedby': `${id}-hint`,
    })
    input.oninput = () => {
      set(input.value === '' ? null : Number(input.value))
      changed()
    }
    return h(
      'div',
      { class: 'field', 'data-pointer': `/${id}` },
      h('label', { for: id }, label ?? ''),
      h('p', { class: 'hint', id: `${id}-hint` }, hint ?? ''),
      input,
    )
  }
  const points = { min: 0, max: 20, step: 0.5 }
  return h(
    'div',
    { class: 'fields fields-dense' },
    number(
      'mentors_per_mentee',
      words.mentorsPerMentee,
      settings.mentors_per_mentee,
      { min: 1, max: 2, step: 1 },
      (value) => {
        settings.mentors_per_mentee = value ?? 1
      },
    ),
    number('asked_bonus', words.asked, bonusPoints(settings.asked_bonus), points, (value) => {
      settings.asked_bonus = bonusOf(value ?? 0)
    }),
    number('kept_bonus', words.kept, bonusPoints(settings.kept_bonus), points, (value) => {
      settings.kept_bonus = bonusOf(value ?? 0)
    }),
    number('changes_max', words.changes, settings.changes_max, { min: 0, max: 100_000, step: 1 }, (value) => {
      settings.changes_max = value
    }),
  )
}
