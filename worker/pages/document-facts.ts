import { CRITERIA, CRITERION_NAMES } from '#domain/criterion.ts'
import {
  DATA_CATEGORIES,
  DATA_SUBJECTS,
  type DataCategory,
  type KeptTable,
  PURPOSES,
  personalColumns,
  personalTables,
} from '#domain/kept-data.ts'
import type { Language } from '#domain/language.ts'
import { DAY_MS, toDay } from '#domain/local-time.ts'
import { placeLines } from '#domain/organisation-words.ts'
import { OBJECTIVES, PROGRAMME_KINDS } from '#domain/programme.ts'
import { sayDay, sayInstant, sayMinutes } from './dates.ts'
import { SETTING_WORDS } from './document-setting-words.ts'
import type { DocumentView } from './document-view.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { PROGRAMME_PAGE_WORDS } from './programme-words.ts'

/** One table that holds something about people, in one language. */
export interface KeptFact {
  /** Its name in the store. */
  table: string
  name: string
  holds: string
  category: string
  about: string
  purpose: string
  columns: string[]
  kept: string
  /** Whether the daily clean-up deletes it. */
  isSwept: boolean
  seen: string
  isOfParticipants: boolean
  isOfStaff: boolean
}

export type DocumentFacts = ReturnType<typeof documentFacts>

/** The settings of a programme and of the store as a document says them, in one language. */
export function documentFacts(view: DocumentView, language: Language) {
  const { programme, organisation, own_questions, exceptions } = view
  const words = SETTING_WORDS[language]
  const { senior, sessions } = PROGRAMME_KINDS[programme.kind]
  return {
    language,
    name: programme.words[language].name,
    kind: PROGRAMME_KINDS[programme.kind].name[language],
    isReverse: programme.kind === 'reverse',
    organisation: organisation.name,
    address: organisation.address,
    email: organisation.email,
    dpo: organisation.dpo,
    phone: organisation.phone,
    isStoredInEu: organisation.store_in_eu,
    isRunInEu: organisation.requests_in_eu,
    places: placeLines(organisation, language),
    hasTurnstile: view.turnstile,
    charter: programme.words[language].charter,
    charterVersion: programme.charter_version,
    ownNotice: programme.words[language].notice ?? '',
    noticeVersion: programme.notice_version,
    weightsVersion: programme.weights_version,
    audience: programme.words[language].audience,
    aims: programme.objectives.map((objective) => OBJECTIVES[objective][language]),
    today: sayDay(toDay(view.now, programme.time_zone), language),
    council: councilLine(view, language),
    hasCouncil: programme.works_council !== null,
    period: periodLine(view, language),
    calendar: (rows: readonly CalendarRow[]) => calendarRows(view, rows, language),
    end: programme.ends_on === null ? null : sayDay(programme.ends_on, language),
    signUps: words.signUps(
      instantLine(programme.sign_ups_open_at, view, language),
      instantLine(programme.sign_ups_close_at, view, language),
    ),
    rounds: words.rounds(instantLine(programme.matching_at, view, language), programme.rematch_days),
    acceptance: words.acceptance(programme.acceptance_days),
    acceptanceDays: programme.acceptance_days,
    sessions: words.sessions(
      sessions,
      sayMinutes(programme.session_minutes, language),
      programme.preparation_minutes === 0 ? null : sayMinutes(programme.preparation_minutes, language),
    ),
    session: sayMinutes(programme.session_minutes, language),
    capacity: words.capacity(programme.capacity_max, programme.mentors_per_mentee),
    externals: programme.externals_allowed ? words.externals : words.insiders,
    hasExternals: programme.externals_allowed,
    objective: words.objectives[programme.matching_objective],
    seniority: words.seniority(
      senior,
      programme.seniority_gap,
      programme.experience_gap_years,
      programme.unknown_seniority_allowed,
    ),
    weights: weightRows(view, language),
    wishes: words.wishes(programme.asked_bonus, programme.kept_bonus, programme.changes_max),
    rules: view.rules.map(({ name, asks }) => [name[language], asks[language]] as const),
    ownRules: view.own_rules.map((sentence) => sentence[language]),
    ownQuestions: own_questions.map(
      ({ label, roles }) => `${label[language]} (${roles.map((role) => words.roles[role]).join(', ')})`,
    ),
    exceptions: exceptions.map(({ label, levels, reason, decided_at, people, pairs }) => [
      label,
      words.levels(levels),
      reason,
      decided_at === null ? '–' : sayDay(toDay(decided_at, programme.time_zone), language),
      words.people(people),
      words.pairs(pairs),
    ]),
    kept: keptFacts(view, language),
    missing: missingLines(view, language),
  }
}

function instantLine(at: string | null, { programme }: DocumentView, language: Language): string | null {
  return at === null ? null : sayInstant(at, programme.time_zone, language)
}

function periodLine({ programme }: DocumentView, language: Language): string {
  const words = PROGRAMME_PAGE_WORDS[language].facts
  const { starts_on, ends_on } = programme
  if (starts_on && ends_on) return words.fromTo(sayDay(starts_on, language), sayDay(ends_on, language))
  if (starts_on) return words.starts(sayDay(starts_on, language))
  return ends_on ? words.ends(sayDay(ends_on, language)) : SETTING_WORDS[language].noPeriod
}

/** A step of the preparation: the week counted from the first session, or the setting that dates it. */
export type CalendarRow = readonly [when: number | 'sign-ups' | 'matching' | 'end', what: string, who: string]

/** Weeks by which a step comes where its setting is not known yet; the end has none. */
const USUAL_WEEKS = { 'sign-ups': -6, matching: -2, end: null } as const

/** The steps with their days, in the order of these; a step without a day keeps its place. */
function calendarRows(
  { programme }: DocumentView,
  rows: readonly CalendarRow[],
  language: Language,
): string[][] {
  const { time_zone, starts_on, ends_on, sign_ups_open_at, matching_at } = programme
  const known = {
    'sign-ups': sign_ups_open_at && toDay(sign_ups_open_at, time_zone),
    matching: matching_at && toDay(matching_at, time_zone),
    end: ends_on,
  }
  const words = SETTING_WORDS[language]
  const dated = rows.map(([when, what, who]) => {
    const week = typeof when === 'number' ? when : USUAL_WEEKS[when]
    const counted = week === null || starts_on === null ? null : addWeeks(starts_on, week)
    const day = (typeof when === 'number' ? null : known[when]) ?? counted
    const label =
      typeof when !== 'number' && known[when] ? null : week === null ? words.atTheEnd : words.week(week)
    const said = [label, day && (label ? `(${sayDay(day, language)})` : sayDay(day, language))]
    return { day, cells: [said.filter(Boolean).join(' '), what, who] }
  })
  if (dated.every(({ day }) => day !== null)) dated.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
  return dated.map(({ cells }) => cells)
}

function addWeeks(day: string, weeks: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + weeks * 7 * DAY_MS).toISOString().slice(0, 10)
}

function councilLine({ programme }: DocumentView, language: Language): string {
  const { consulted, notNeeded, notYet } = SETTING_WORDS[language].council
  const record = programme.works_council
  if (record === null) return notYet
  return record.state === 'consulted' ? consulted(sayDay(record.on, language)) : notNeeded(record.reason)
}

/** Each criterion that counts, its share and what it looks at, the most first. */
function weightRows({ programme: { weights, different } }: DocumentView, language: Language): string[][] {
  const percent = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  const means = PROGRAMME_PAGE_WORDS[language].criteria
  return CRITERIA.filter((criterion) => weights[criterion] > 0)
    .sort((a, b) => weights[b] - weights[a])
    .map((criterion) => [
      CRITERION_NAMES[criterion][language],
      percent.format(weights[criterion]).replaceAll(/[\s\u202f]/g, '\u00a0'),
      (different as readonly string[]).includes(criterion)
        ? SETTING_WORDS[language].different(capitalised(means[criterion]))
        : capitalised(means[criterion]),
    ])
}

/** The sorts of things that a table holds about people, each once. */
function categoriesOf(kept: KeptTable): DataCategory[] {
  return [...new Set(personalColumns(kept).map(([, , category = kept.category]) => category))]
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function keptFacts({ dictionary }: DocumentView, language: Language): KeptFact[] {
  const at = language === 'fr' ? 0 : 1
  return personalTables(dictionary).map(([table, kept]) => ({
    table,
    name: kept.name[language],
    holds: kept.holds[language],
    category: categoriesOf(kept)
      .map((category) => DATA_CATEGORIES[category][language])
      .join(', '),
    about: kept.about.map((who) => DATA_SUBJECTS[who][language]).join(', '),
    purpose: PURPOSES[kept.purpose][language],
    columns: personalColumns(kept).map((column) => column[at]),
    kept: kept.kept.words[language],
    isSwept: kept.kept.by === 'rule',
    seen: kept.seen[language],
    isOfParticipants: kept.about.includes('participants'),
    isOfStaff: kept.about.includes('staff'),
  }))
}

/** What the settings do not say yet, and a signature would need. */
function missingLines({ programme, organisation }: DocumentView, language: Language): string[] {
  const { lacks } = DOCUMENT_WORDS[language]
  const all: [boolean, string][] = [
    [programme.works_council === null, lacks.council],
    [organisation.address === null, lacks.address],
    [organisation.email === null, lacks.email],
    [organisation.dpo === null, lacks.dpo],
    [!organisation.store_in_eu, lacks.store],
    [programme.ends_on === null, lacks.end],
    [programme.words[language].charter.trim() === '', lacks.charter],
  ]
  return all.filter(([isMissing]) => isMissing).map(([, line]) => line)
}
