import type { ProgrammeShown } from '#contract/programme.ts'
import { STARTING_WEIGHTS } from '#domain/criterion.ts'
import { LANGUAGES, type Language } from '#domain/language.ts'
import { unknownOrganisation } from '#domain/organisation.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { contactPage, contactThanksPage, expertsPage } from '#pages/contact-message.ts'
import { charterPage, documentIndexPage, documentPage, noticePage } from '#pages/document.ts'
import { DOCUMENT_KINDS } from '#pages/document-view.ts'
import { programmeMatchingPage } from '#pages/matching.ts'
import { mePage } from '#pages/me.ts'
import type { MeView } from '#pages/me-view.ts'
import { erasurePage, ownAnswersPage, withdrawalPage } from '#pages/own-answers.ts'
import type { PouredPage } from '#pages/page.ts'
import { preferencePage } from '#pages/preference.ts'
import { problemPage } from '#pages/problem.ts'
import { programmeListPage, programmePage } from '#pages/programme.ts'
import { resourcesPage } from '#pages/resource.ts'
import { codePage, signInPage } from '#pages/sign-in.ts'
import {
  checkYourMailPage,
  confirmationPage,
  messagePage,
  questionnairePage,
  welcomePage,
} from '#pages/sign-up.ts'
import { surveyPage } from '#pages/survey.ts'
import { testimoniesPage, testimonyThanksPage } from '#pages/testimony.ts'
import { STARTING_CATALOGUE } from '#questionnaire/catalogue.ts'
import { surveyOf } from '#questionnaire/survey.ts'
import { makeDocumentView, makeProgrammeText } from './documents.ts'

/** A published programme as its page reads it; every word is `text`. */
export function makeShown(overrides: Partial<ProgrammeShown> = {}, text = 'Regards croisés'): ProgrammeShown {
  const words = { name: text, summary: text, aims: text, audience: text, charter: text }
  return {
    id: 'prg_1',
    slug: 'regards-croises',
    kind: 'reverse',
    objectives: ['tools'],
    words: { fr: words, en: words },
    time_zone: 'Europe/Paris',
    sign_ups: 'open',
    sign_ups_open_at: '2026-11-01T08:00:00.000Z',
    sign_ups_close_at: '2026-12-15T23:00:00.000Z',
    matching_at: '2026-12-16T08:00:00.000Z',
    rematch_days: 14,
    acceptance_days: 7,
    starts_on: '2027-01-01',
    ends_on: '2027-06-30',
    session_minutes: 60,
    preparation_minutes: 30,
    capacity_max: 5,
    seniority_gap: 1,
    experience_gap_years: 3,
    unknown_seniority_allowed: true,
    externals_allowed: false,
    weights: STARTING_WEIGHTS,
    weights_version: 1,
    charter_version: 1,
    notice_version: 1,
    own_questions_version: 0,
    published_at: '2026-11-01T08:00:00.000Z',
    ...overrides,
  }
}

const DEADLINE = Date.parse('2026-12-22T23:00:00Z')

/** A proposal in a person's space; every word is `text`. */
export function makeProposal(
  overrides: Partial<MeView['proposals'][number]> = {},
  text = 'Hélène Le Goff',
): MeView['proposals'][number] {
  return {
    id: 'pro_1',
    programme: { slug: 'regards-croises', kind: 'reverse', name: text },
    role: 'mentor',
    state: 'open',
    my_answer: null,
    deadline_at: DEADLINE,
    time_zone: 'Europe/Paris',
    partner: { name: text, field: text, entity: text },
    why: [text],
    tips: [text],
    exception: null,
    ...overrides,
  }
}

export function makeView(overrides: Partial<MeView> = {}, text = 'Inès'): MeView {
  const programme = { slug: 'regards-croises', kind: 'reverse' as const, name: text }
  const participation = {
    id: 'par_1',
    programme,
    state: 'active' as const,
    next_round_at: DEADLINE,
    time_zone: 'Europe/Paris',
  }
  return {
    given_name: text,
    email: text,
    organiser: true,
    steps: [
      {
        kind: 'accept-session',
        pair: 'pai_1',
        about: 'ses_1',
        partner: text,
        at: DEADLINE,
        time_zone: 'Europe/Paris',
      },
      { kind: 'pulse', pair: 'pai_1', about: 'token', partner: text, at: null, time_zone: 'Europe/Paris' },
    ],
    notices: [],
    participations: [
      { ...participation, role: 'mentor', wish: null },
      { ...participation, role: 'mentee', wish: { email: text } },
    ],
    exclusions: [{ id: 'exc_1', email: text }],
    proposals: [
      makeProposal({ exception: { levels: 3, reasons: [text] } }, text),
      makeProposal({ id: 'pro_2', state: 'lapsed' }, text),
    ],
    pairs: [
      {
        id: 'pai_1',
        programme,
        role: 'mentor',
        state: 'active',
        started_at: DEADLINE,
        ended_at: null,
        time_zone: 'Europe/Paris',
        partner: { name: text, email: text, field: text, entity: text },
        common: [text],
      },
    ],
    ...overrides,
  }
}

/** Every page that the Worker pours, in one language, with `text` wherever somebody typed something. */
export function everyPage(language: Language, text = 'Regards croisés'): PouredPage[] {
  const error = { fr: text, en: text }
  const kinds = Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]
  const programme = makeShown({}, text)
  return [
    programmeListPage([programme], language),
    programmeListPage([], language),
    ...kinds.flatMap((kind) => [
      ...(['open', 'upcoming', 'closed'] as const).map((sign_ups) =>
        programmePage(makeShown({ kind, sign_ups }, text), language),
      ),
      ...(['mentor', 'mentee', 'both'] as const).map((role) =>
        questionnairePage(makeShown({ kind }, text), role, language, '<form></form>', true),
      ),
    ]),
    checkYourMailPage(programme, language),
    confirmationPage(programme, text, language),
    welcomePage(programme, language),
    messagePage({
      language,
      title: text,
      paragraphs: [text],
      next: { href: text, label: text },
      tone: 'watch',
    }),
    signInPage({ language, email: text, error, next: text }),
    codePage({ language, email: text, error, next: text }),
    codePage({ language, error }),
    mePage(makeView({}, text), language),
    ...ownPages(language, text),
    documentIndexPage(makeDocumentView({}, text), language),
    ...DOCUMENT_KINDS.map((kind) => documentPage(kind, makeDocumentView({}, text), language)),
    charterPage(makeProgrammeText({}, text), language),
    noticePage(makeProgrammeText({ kind: 'notice' }, text), makeDocumentView({}, text), language),
    problemPage({ language, kind: 'closed', title: text, detail: text }),
    ...visitorPages(language, text),
  ]
}

/** Somebody’s answers, and the two ways out. */
function ownPages(language: Language, text: string): PouredPage[] {
  const own = {
    id: 'par_1',
    role: 'mentor' as const,
    state: 'active' as const,
    time_zone: 'Europe/Paris',
    programme: { slug: 'regards-croises', kind: 'reverse' as const, names: { fr: text, en: text } },
    language,
  }
  return [
    ownAnswersPage({
      ...own,
      answers: [{ key: 'G7', label: text, text }],
      preference: -0.5,
      canCorrect: true,
      volunteer_at: DEADLINE,
      charter_at: DEADLINE,
      reminders: true,
      charter: { version: 1, text },
      notice: { version: 2, text },
    }),
    withdrawalPage(own),
    erasurePage(language),
    surveyPage(
      {
        survey: surveyOf({
          moment: 'end',
          role: 'mentor',
          kind: 'reverse',
          wants: [],
          catalogue: STARTING_CATALOGUE,
          isAboutMe: true,
        }),
        moment: 'end',
        state: 'open',
        programme: { slug: 'regards-croises', names: { fr: text, en: text } },
        partner: text,
        answers: {},
        errors: [],
        action: '/api/v1/me/surveys/fbr_1',
        path: 'me/surveys/fbr_1/',
      },
      language,
    ),
    preferencePage(
      {
        preferences: { time_zone: null, reminders: true, quiet_from: 20, quiet_to: 8 },
        feeds: [{ kind: 'own', created_at: '2026-11-01T08:00:00.000Z' }],
        created: { kind: 'own', address: text },
        told: 'saved',
        timeZone: 'Europe/Paris',
        now: DEADLINE,
      },
      language,
    ),
  ]
}

/** The pages on which visitors read and write. */
function visitorPages(language: Language, text: string): PouredPage[] {
  const names = ['name', 'email', 'phone', 'text', 'situation', 'unlocked', 'author', 'organisation']
  const filled = {
    values: Object.fromEntries(names.map((name) => [name, text])),
    errors: names.map((field) => ({ field, detail: { fr: text, en: text } })),
  }
  const both = { fr: text, en: text }
  const programme = makeShown({}, text)
  const testimony = { id: 'tes_1', author: text, organisation: text, text, language: 'fr' as const }
  const resource = { id: 'res_1', kind: 'link' as const, title: both, summary: both, source: text }
  return [
    contactPage({ language, token: text, filled, organisation: unknownOrganisation(text) }),
    expertsPage({ language, token: text, filled, programmes: [programme] }),
    contactThanksPage(language, 'experts'),
    testimoniesPage({
      language,
      token: text,
      filled,
      testimonies: [{ ...testimony, state: 'published', created_at: '2026-11-01T08:00:00.000Z' }],
    }),
    testimonyThanksPage(language),
    resourcesPage(
      [{ ...resource, url: 'https://armorique.example/', language: 'fr', published_at: null }],
      language,
    ),
    programmeMatchingPage(
      {
        programme,
        objective: 'coverage',
        different: ['site'],
        mentors_per_mentee: 2,
        rules: [{ name: both, asks: both }],
        own: [both],
      },
      language,
    ),
  ]
}

export function everyPageInBoth(text?: string): PouredPage[] {
  return LANGUAGES.flatMap((language) => everyPage(language, text))
}

/** A slot as it reaches the browser: plain text is escaped when it is poured. */
export function poured(page: PouredPage, slot: string): string {
  const value = page.slots[slot] ?? ''
  return typeof value === 'string' ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : String(value)
}

export function pouredWhole(page: PouredPage): string {
  return Object.keys(page.slots)
    .map((slot) => poured(page, slot))
    .join('\n')
}
