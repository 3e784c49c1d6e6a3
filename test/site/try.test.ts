import { describe, expect, it } from 'vitest'
import { REPORT_WORDS } from '#contract/match-report-words.ts'
import { reportedRules } from '#matching/sheet-words.ts'
import { SHEET_WORDS } from '#questionnaire/sheet/sheet-words.ts'
import { tryWordsIn } from '../../site/src/words/try.ts'

/** Every text below a value; what takes numbers or names is asked with some. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function')
    return [1, 3].flatMap((count) => textsOf(value(count, count, count, 'A', 'B')))
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
  }
  return typeof value
}

const rules = (['mentor', 'mentee', null] as const).flatMap((senior) =>
  [true, false].flatMap((isKnown) =>
    reportedRules(
      {
        checkable: {
          'reporting-line': isKnown,
          seniority: isKnown,
          language: isKnown,
          meeting: isKnown,
          topic: isKnown,
          capacity: isKnown,
          past: isKnown,
          manages: isKnown,
        },
        recognisedBy: 'name',
      } as Parameters<typeof reportedRules>[0],
      {
        senior,
        seniority_gap: 2,
        experience_gap_years: 1,
        unknown_seniority_allowed: isKnown,
        capacity: 1,
      } as Parameters<typeof reportedRules>[1],
    ),
  ),
)
const FRENCH = {
  'the page': tryWordsIn('fr'),
  'the report': REPORT_WORDS.fr,
  'the rules': rules.map(({ name, words }) => [name.fr, words.fr]),
  'the lines of a file': [
    SHEET_WORDS.nameless.fr,
    SHEET_WORDS.repeated('A', 2).fr,
    SHEET_WORDS.unread('slots', 'parfois').fr,
    SHEET_WORDS.unknownGrade('X').fr,
  ],
}

describe('whoever tries it with their own files reads it in their language', () => {
  it('the page and the report have the same words in French and English', () => {
    expect(shapeOf(tryWordsIn('en'))).toEqual(shapeOf(tryWordsIn('fr')))
    expect(shapeOf(REPORT_WORDS.en)).toEqual(shapeOf(REPORT_WORDS.fr))
  })

  it.each(Object.entries(FRENCH))('%s: French is set as French is', (_name, value) => {
    const texts = textsOf(value)
    expect(texts.length).toBeGreaterThan(3)
    for (const text of texts) {
      expect(text, 'a space that may break, or none, before : ; ? »').not.toMatch(/[ \p{L}][:;?»](\s|$)/u)
      expect(text, 'a space that may break after «').not.toMatch(/«[^\u00a0]/)
      expect(text, 'a straight apostrophe').not.toContain("'")
      expect(text, 'an exclamation mark').not.toContain('!')
    }
  })
})
