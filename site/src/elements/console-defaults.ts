import { STARTING_WEIGHTS } from '#domain/criterion.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { type Draft, FIELDS } from './console-draft.ts'
import { addDays, addMonths } from './console-instant.ts'
import { weightsDraft } from './console-weighing.ts'

/** What a kind of programme starts from, for the fields that follow the kind. */
export function kindDefaults(kind: ProgrammeKind, startsOn: string): Draft {
  const { session_minutes, preparation_minutes, months, externals_allowed } = PROGRAMME_KINDS[kind]
  return {
    '/kind': kind,
    '/session_minutes': String(session_minutes),
    '/preparation_minutes': String(preparation_minutes),
    '/externals_allowed': externals_allowed ? 'on' : '',
    '/ends_on': startsOn === '' ? '' : addMonths(startsOn, months),
  }
}

/** The draft once its kind or its beginning has changed: settings that nobody had touched follow. */
export function followDefaults(draft: Draft, before: Draft): Draft {
  const defaultsOf = (of: Draft) => kindDefaults(of['/kind'] as ProgrammeKind, of['/starts_on'] ?? '')
  const [old, young] = [defaultsOf(before), defaultsOf(draft)]
  const untouched = Object.entries(young).filter(([pointer]) => (draft[pointer] ?? '') === old[pointer])
  return { ...draft, ...Object.fromEntries(untouched) }
}

/**
 * A new programme: sign-ups open today, people are matched three weeks later at nine, have a week to answer, and
 * start the week after. `today` is a civil day.
 */
export function newDraft(kind: ProgrammeKind, today: string, charter: { fr: string; en: string }): Draft {
  const startsOn = addDays(today, 28)
  return {
    ...Object.fromEntries(Object.keys(FIELDS).map((pointer) => [pointer, ''])),
    ...weightsDraft(STARTING_WEIGHTS),
    '/objectives/tools': 'on',
    '/words/fr/charter': charter.fr,
    '/words/en/charter': charter.en,
    '/time_zone': 'Europe/Paris',
    '/sign_ups_open_at': `${today}T08:00`,
    '/matching_at': `${addDays(today, 21)}T09:00`,
    '/rematch_days': '14',
    '/acceptance_days': '7',
    '/starts_on': startsOn,
    '/capacity_max': '12',
    '/seniority_gap': '1',
    '/exposure_gap': '4',
    '/experience_gap_years': '3',
    '/unknown_seniority_allowed': 'on',
    ...kindDefaults(kind, startsOn),
  }
}
