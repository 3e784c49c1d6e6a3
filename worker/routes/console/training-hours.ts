import { Hono } from 'hono'
import { getProgramme } from '#actions/programme.ts'
import { type CsvValue, toCsv } from '#contract/csv.ts'
import type { TrainingHoursShown } from '#contract/pair-session.ts'
import { listTrainingHours, type TrainingHours } from '#db/queries/pair-session.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { isLanguage, type Language } from '#domain/language.ts'
import { toDay } from '#domain/local-time.ts'
import { nameOf } from '#domain/person.ts'
import type { App } from '#http/service-context.ts'
import { allowOrganiser } from '#http/session.ts'

const HEADER: Record<Language, string[]> = {
  fr: [
    'Matricule',
    'Nom',
    'Rôle',
    'Séances',
    'Minutes de séance',
    'Minutes de préparation',
    'Minutes en tout',
    'Premier jour',
    'Dernier jour',
  ],
  en: [
    'Reference',
    'Name',
    'Role',
    'Sessions',
    'Session minutes',
    'Preparation minutes',
    'Minutes in all',
    'First day',
    'Last day',
  ],
}

const ROLE_WORDS: Record<Language, Record<TrainingHoursShown['role'], string>> = {
  fr: { mentor: 'mentor', mentee: 'personne mentorée' },
  en: { mentor: 'mentor', mentee: 'mentee' },
}

/** Hours for the training record (F23): what both confirmed, and what the programme counts for preparing it. */
export const trainingHoursRoutes = new Hono<App>().get(
  '/programmes/:slug/training-hours',
  allowOrganiser('participants:read'),
  async (c) => {
    const ctx = c.get('ctx')
    const programme = await getProgramme(ctx, c.req.param('slug'))
    const rows = await listTrainingHours(ctx.db, programme.id)
    const items = rows.map((row) => showHours(row, programme))
    const wantsCsv = c.req.query('format') === 'csv' || /^\s*text\/csv\b/i.test(c.req.header('accept') ?? '')
    if (!wantsCsv) return c.json({ items, next_cursor: null })
    const named = c.req.query('language')
    const language = isLanguage(named) ? named : c.get('language')
    const lines = items.map((item) => toLine(item, language))
    return c.body(toCsv(HEADER[language], lines, language), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="training-hours-${programme.slug}.csv"`,
      'x-content-type-options': 'nosniff',
    })
  },
)

function showHours(row: TrainingHours, programme: ProgrammeRow): TrainingHoursShown {
  const preparation = row.sessions * programme.preparation_minutes
  return {
    person: row.reference,
    name: nameOf(row).trim(),
    role: row.role,
    sessions: row.sessions,
    session_minutes: row.minutes,
    preparation_minutes: preparation,
    minutes: row.minutes + preparation,
    first_on: toDay(row.first_at, programme.time_zone),
    last_on: toDay(row.last_at, programme.time_zone),
  }
}

function toLine(item: TrainingHoursShown, language: Language): CsvValue[] {
  return [
    item.person,
    item.name,
    ROLE_WORDS[language][item.role],
    item.sessions,
    item.session_minutes,
    item.preparation_minutes,
    item.minutes,
    item.first_on,
    item.last_on,
  ]
}
