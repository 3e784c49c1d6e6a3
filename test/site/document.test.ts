import { describe, expect, it } from 'vitest'
import { STARTING_WEIGHTS, WEIGHT_PRESETS } from '#domain/criterion.ts'
import { personalTables } from '#domain/kept-data.ts'
import { LANGUAGES, type Language } from '#domain/language.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { charterPage, documentIndexPage, documentPage, documentText, noticePage } from '#pages/document.ts'
import { type DocumentText, textsOfDocument } from '#pages/document-text.ts'
import { DOCUMENT_KINDS, type DocumentKind, type DocumentView } from '#pages/document-view.ts'
import { makeDocumentView, makeOrganisation, makeProgrammeText } from '../support/documents.ts'
import { poured, pouredWhole } from '../support/pages.ts'

/** Settings that differ as much as settings can: everything said, nothing said, each kind of programme. */
const VIEWS: Record<string, DocumentView> = {
  'everything is said': makeDocumentView(),
  'nothing is said': makeDocumentView({
    programme: {
      works_council: null,
      starts_on: null,
      ends_on: null,
      matching_at: null,
      sign_ups_open_at: null,
      sign_ups_close_at: null,
      rematch_days: null,
      seniority_gap: 0,
      unknown_seniority_allowed: false,
      externals_allowed: true,
      matching_objective: 'fair',
      asked_bonus: 0,
      kept_bonus: 10_000,
      changes_max: 1,
      different: [],
    },
    organisation: makeOrganisation(null),
    own_rules: [],
    own_questions: [],
    exceptions: [],
    turnstile: true,
  }),
  'no council is needed': makeDocumentView({
    programme: {
      works_council: { state: 'not-needed', reason: 'L’entreprise compte douze personnes.' },
      matching_objective: 'quality',
    },
  }),
  ...Object.fromEntries(
    Object.keys(PROGRAMME_KINDS).map((kind) => [
      `a programme of kind ${kind}`,
      makeDocumentView({ programme: { kind: kind as ProgrammeKind, session_minutes: 90 } }),
    ]),
  ),
}

const ALL = Object.entries(VIEWS).flatMap(([name, view]) =>
  DOCUMENT_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language, name, view] as const)),
)

/** Each document is written once, however many tests read it. */
const written = new Map<DocumentView, Map<string, DocumentText>>()
function write(kind: DocumentKind, view: DocumentView, language: Language): DocumentText {
  const texts = written.get(view) ?? new Map<string, DocumentText>()
  written.set(view, texts)
  const text = texts.get(`${kind} ${language}`) ?? documentText(kind, view, language)
  texts.set(`${kind} ${language}`, text)
  return text
}

const USUAL = makeDocumentView()
const whole = (kind: DocumentKind, language: Language, view = USUAL) =>
  textsOfDocument(write(kind, view, language)).join('\n')

describe('the file that lets a company say yes', () => {
  it.each(ALL)('%s in %s, where %s: whole, and without a hole', (kind, language, _name, view) => {
    const text = write(kind, view, language)
    expect(text.sections.length).toBeGreaterThan(2)
    for (const { heading, blocks } of text.sections) {
      expect(heading.trim()).not.toBe('')
      expect(blocks.length, heading).toBeGreaterThan(0)
    }
    for (const line of textsOfDocument(text)) {
      expect(line.trim(), kind).not.toBe('')
      expect(line, kind).not.toMatch(/\b(undefined|null|NaN|TODO|XXX)\b|\[object|\{\{|\$\{|\[…\]/)
    }
  })

  it.each(ALL.filter(([, language]) => language === 'fr'))(
    '%s in %s, where %s: set as French is',
    (kind, language, _name, view) => {
      for (const line of textsOfDocument(write(kind, view, language))) {
        const outside = line.replaceAll(/«\u00a0[^»]+\u00a0»/g, '')
        expect(outside, line).not.toMatch(/[ \p{L}][:;?](\s|$)|[«»']|!/u)
        expect(outside, line).not.toMatch(/\d (jour|an|niveau|pair|binôme|personne|rang|semaine|point)/)
      }
    },
  )

  it.each(ALL.filter(([, language]) => language === 'en'))(
    '%s in %s, where %s: set as English is',
    (kind, language, _name, view) => {
      for (const line of textsOfDocument(write(kind, view, language))) {
        expect(line).not.toMatch(/[ \u00a0][:;?!]|[«»']|!/u)
        expect(line).not.toMatch(/\b1 (days|people|pairs|levels|ranks|years|weeks|points)\b/)
      }
    },
  )

  it.each(DOCUMENT_KINDS)('%s says the same in both languages', (kind) => {
    const shape = (language: Language) =>
      documentText(kind, makeDocumentView(), language).sections.map(({ blocks }) =>
        blocks.map((block) => (typeof block === 'string' ? 'text' : Object.keys(block)[0])),
      )
    expect(shape('en')).toEqual(shape('fr'))
  })

  it.each(DOCUMENT_KINDS)('%s keeps whatever people typed as text', (kind) => {
    const view = makeDocumentView({}, '"><script>alert(1)</script>')
    for (const language of LANGUAGES) {
      expect(pouredWhole(documentPage(kind, view, language))).not.toContain('<script')
    }
  })

  it.each(LANGUAGES)('its index in %s leads to every document, and says what is missing', (language) => {
    const page = documentIndexPage(VIEWS['nothing is said']!, language)
    for (const kind of DOCUMENT_KINDS) {
      expect(poured(page, 'body')).toContain(`/${language}/programmes/regards-croises/documents/${kind}/`)
    }
    expect(poured(page, 'missing').match(/<li>/g)).toHaveLength(6)
    expect(poured(documentIndexPage(makeDocumentView(), language), 'missing')).not.toContain('<li>')
  })
})

describe('the documents say what is kept', () => {
  const tables = personalTables(makeDocumentView().dictionary)
  const cases = (['works-council', 'impact-assessment', 'processing-record'] as const).flatMap((kind) =>
    LANGUAGES.map((language) => [kind, language] as const),
  )

  it.each(cases)(
    '%s in %s names every table that holds something about people, and how long',
    (kind, language) => {
      const text = whole(kind, language)
      for (const [table, { name, kept }] of tables) {
        expect(text).toContain(`${name[language]} (${table})`)
        expect(text, table).toContain(kept.words[language])
      }
    },
  )

  it.each(LANGUAGES)('the notices in %s name what concerns their readers', (language) => {
    for (const [, { about, name, kept }] of tables) {
      for (const [who, kind] of [
        ['participants', 'notice-13'],
        ['staff', 'notice-14'],
      ] as const) {
        if (!about.includes(who)) continue
        expect(whole(kind, language)).toContain(name[language])
        expect(whole(kind, language)).toContain(kept.words[language])
      }
    }
  })

  it('the impact assessment names every column that says something of somebody', () => {
    for (const word of ['Prénom', 'Grade', 'Réponses au questionnaire', 'Adresse de la personne à éviter']) {
      expect(whole('impact-assessment', 'fr')).toContain(word)
    }
  })

  it('says plainly what nothing deletes by itself', () => {
    expect(whole('works-council', 'fr')).toContain('l’effacement revient à l’organisation')
    expect(whole('works-council', 'en')).toContain('the deletion is for the organisation to do')
  })
})

describe('the documents follow the settings of the programme', () => {
  it('a change of weights changes the note for the works council', () => {
    const note = (weights: typeof STARTING_WEIGHTS) =>
      whole('works-council', 'fr', makeDocumentView({ programme: { weights, weights_version: 4 } }))
    expect(note(STARTING_WEIGHTS)).toContain('21,7\u00a0%')
    expect(note(WEIGHT_PRESETS['change-factory'])).not.toContain('21,7\u00a0%')
    expect(note(WEIGHT_PRESETS['change-factory'])).toContain('(version\u00a04)')
  })

  it('a criterion without weight is not announced', () => {
    const weights = { ...STARTING_WEIGHTS, learning: 0, need: 0.26 }
    expect(whole('works-council', 'en', makeDocumentView({ programme: { weights } }))).not.toContain(
      'Way of learning',
    )
  })

  it('an exception is shown with its written reason and how many people it concerns, never who', () => {
    const view = makeDocumentView({
      exceptions: [
        {
          label: 'Direction',
          levels: 3,
          reason: 'Tout le monde est sous la direction.',
          decided_at: Date.parse('2026-10-02T10:00:00Z'),
          people: 7,
          pairs: 2,
        },
      ],
    })
    const note = whole('works-council', 'fr', view)
    for (const said of [
      'Direction',
      '3\u00a0niveaux',
      'Tout le monde est sous la direction.',
      '2\u00a0octobre 2026',
      '7\u00a0personnes',
      '2\u00a0binômes',
    ]) {
      expect(note).toContain(said)
    }
    expect(whole('works-council', 'fr', makeDocumentView({ exceptions: [] }))).toContain(
      'Aucune exception n’est en vigueur.',
    )
  })

  it('own rules, own questions, gaps, rounds and days to answer are the real ones', () => {
    const view = makeDocumentView({
      own_rules: [{ fr: 'Dans chaque binôme, le même lieu.', en: 'In every pair, the same site.' }],
      own_questions: [
        { label: { fr: 'Votre outil préféré', en: 'Your favourite tool' }, roles: ['mentor', 'mentee'] },
      ],
      programme: {
        seniority_gap: 2,
        experience_gap_years: 5,
        acceptance_days: 11,
        rematch_days: 21,
        capacity_max: 4,
        mentors_per_mentee: 2,
      },
    })
    const note = whole('works-council', 'en', view)
    for (const said of [
      'In every pair, the same site.',
      'Your favourite tool (mentors, mentees)',
      'at least 2 grade ranks below',
      'at least 5 years less',
      'has 11 days',
      'then every 21 days',
      'at most 4 people',
      'at most 2 mentors',
    ]) {
      expect(note).toContain(said)
    }
  })

  it.each([
    [false, false, 'The organisation has not declared it yet', 'unless Regional Services are turned on'],
    [true, false, 'created with that jurisdiction, which holds', 'unless Regional Services are turned on'],
    [true, true, 'created with that jurisdiction, which holds', 'has turned on Regional Services'],
  ])(
    'where the data are is only what was declared: store %s, requests %s',
    (store_in_eu, requests_in_eu, store, requests) => {
      const organisation = { ...makeOrganisation(), store_in_eu, requests_in_eu }
      const text = whole('processors', 'en', makeDocumentView({ organisation }))
      expect(text).toContain(store)
      expect(text).toContain(requests)
    },
  )

  it('the check of visitors is named as a processor only where it is on', () => {
    expect(whole('processors', 'fr')).not.toContain('Turnstile')
    expect(whole('processors', 'fr', makeDocumentView({ turnstile: true }))).toContain('Turnstile')
  })
})

describe('what a company must be able to rely on', () => {
  it.each(['works-council', 'impact-assessment', 'notice-13', 'notice-14'] as const)(
    '%s says that protected data are never used',
    (kind) => {
      for (const word of ['âge', 'sexe', 'origine', 'santé', 'syndicale', 'handicap'])
        expect(whole(kind, 'fr')).toContain(word)
      for (const word of ['Age', 'sex', 'origin', 'health', 'union', 'disability'])
        expect(whole(kind, 'en')).toContain(word)
    },
  )

  it.each([
    'works-council',
    'impact-assessment',
    'processing-record',
    'notice-13',
    'notice-14',
    'processors',
    'intended-purpose',
    'kick-off',
  ] as const)('%s says where counsel must confirm', (kind) => {
    for (const language of LANGUAGES) {
      const html = poured(documentPage(kind, makeDocumentView(), language), 'body')
      expect(html).toContain(
        language === 'fr' ? 'À confirmer par votre conseil juridique.' : 'Counsel must confirm.',
      )
    }
  })

  it('the intended purpose forbids evaluation', () => {
    expect(whole('intended-purpose', 'fr')).toContain('Évaluer une personne, la noter, la classer')
    expect(whole('intended-purpose', 'en')).toContain('To appraise, score, rank or compare a person.')
  })

  it('the charter to sign is the one people accept, in its version (F12, P35)', () => {
    const view = makeDocumentView({ programme: { charter_version: 3 } }, 'J’écoute avec patience.')
    const text = documentText('charter', view, 'fr')
    expect(textsOfDocument(text).join()).toContain('J’écoute avec patience.')
    expect(text.lead).toContain('Version\u00a03')
    const signed = text.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (typeof block === 'object' && 'signatures' in block ? block.signatures : [])),
    )
    expect(signed).toHaveLength(3)
  })

  it('the learning agreement is signed by both, and leaves room to write (D13)', () => {
    const html = poured(documentPage('learning-agreement', makeDocumentView(), 'fr'), 'body')
    expect(html.match(/class="document-line"/g)!.length).toBeGreaterThan(20)
    expect(html).toContain('La personne mentor')
    expect(html).toContain('La personne mentorée')
  })

  it('the kick-off kit has a checklist to tick, dated weeks and messages to reuse (P23, C32, C34)', () => {
    const html = poured(
      documentPage('kick-off', makeDocumentView({ programme: { starts_on: '2027-01-04' } }), 'fr'),
      'body',
    )
    expect(html.match(/document-box"/g)!.length).toBeGreaterThan(6)
    expect(html).toContain('12\u00a0octobre 2026')
    expect(html.match(/document-mail/g)).toHaveLength(4)
  })
})

describe('a charter and a notice are read in the version that was accepted', () => {
  it.each(LANGUAGES)(
    'an old version says so in %s, and leads to the newest and to the others',
    (language) => {
      const page = charterPage(makeProgrammeText({ words: 'Nous parlons franchement.' }), language)
      expect(poured(page, 'body')).toContain('Nous parlons franchement.')
      expect(poured(page, 'missing')).toContain(`/${language}/programmes/regards-croises/charter/"`)
      expect(poured(page, 'foot')).toContain('?version=1')
      expect(poured(page, 'foot')).not.toContain('?version=2')
      expect(page.slots.about).toContain(
        language === 'fr' ? 'Version\u00a02, du 2\u00a0octobre 2026' : 'Version 2, of 2\u00a0October 2026',
      )
    },
  )

  it('a notice has the standard words and what the programme adds', () => {
    const text = makeProgrammeText({ kind: 'notice', words: 'Les photos de la soirée restent entre nous.' })
    const html = poured(noticePage(text, makeDocumentView(), 'fr'), 'body')
    expect(html).toContain('Les photos de la soirée restent entre nous.')
    expect(html).toContain('Vos droits')
    expect(html).toContain('Qui répond de vos données')
  })

  it('a notice never shows a line to fill in by hand', () => {
    const view = makeDocumentView({ organisation: makeOrganisation(null) })
    for (const language of LANGUAGES) {
      expect(poured(noticePage(makeProgrammeText({ kind: 'notice' }), view, language), 'body')).not.toContain(
        'document-blank"',
      )
    }
  })
})
