import type { WholeProgrammeShown } from '#contract/programme.ts'
import { DICTIONARY } from '#db/dictionary.ts'
import { STARTING_HOPES } from '#domain/criterion.ts'
import type { Organisation } from '#domain/organisation.ts'
import { RULES } from '#matching/eligible.ts'
import { RULE_WORDS } from '#matching/rule-words.ts'
import type { DocumentView, ProgrammeTextView } from '#pages/document-view.ts'
import { makeShown } from './pages.ts'

/** An organisation that has said everything, or nothing where `text` is null. */
export function makeOrganisation(text: string | null = 'Armorique'): Organisation {
  return {
    name: text ?? 'Binôme',
    address: text,
    phone: text,
    hours: text === null ? null : { fr: text, en: text },
    email: text,
    dpo: text,
    publisher: text,
    store_in_eu: text !== null,
    requests_in_eu: text !== null,
  }
}

/** What the documents of a programme are made from; every word somebody typed is `text`. */
export function makeDocumentView(
  {
    programme,
    ...overrides
  }: Partial<Omit<DocumentView, 'programme'>> & {
    programme?: Partial<WholeProgrammeShown>
  } = {},
  text = 'Regards croisés',
): DocumentView {
  return {
    programme: {
      ...makeShown({}, text),
      works_council: { state: 'consulted', on: '2026-09-15' },
      matching_objective: 'coverage',
      different: ['field'],
      hopes: STARTING_HOPES,
      own_rules: [],
      mentors_per_mentee: 1,
      asked_bonus: 30_000,
      kept_bonus: 0,
      changes_max: null,
      exposure_gap: 4,
      ...programme,
    },
    organisation: makeOrganisation(text),
    dictionary: DICTIONARY,
    rules: RULES.map((rule) => RULE_WORDS[rule]),
    own_rules: [{ fr: text, en: text }],
    own_questions: [{ label: { fr: text, en: text }, roles: ['mentor'] }],
    exceptions: [
      {
        label: text,
        levels: 3,
        reason: text,
        decided_at: Date.parse('2026-10-02T10:00:00Z'),
        people: 2,
        pairs: 1,
      },
    ],
    turnstile: false,
    now: Date.parse('2026-11-02T09:00:00Z'),
    ...overrides,
  }
}

/** A charter or a notice in its second version of three. */
export function makeProgrammeText(
  overrides: Partial<ProgrammeTextView> = {},
  text = 'Regards croisés',
): ProgrammeTextView {
  return {
    programme: { slug: 'regards-croises', time_zone: 'Europe/Paris', name: text },
    kind: 'charter',
    version: 2,
    current: 3,
    words: text,
    since: Date.parse('2026-10-02T10:00:00Z'),
    ...overrides,
  }
}
