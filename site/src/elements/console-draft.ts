import { CRITERIA } from '#domain/criterion.ts'
import { fromWallClock, toWallClock } from '#domain/local-time.ts'
import { OBJECTIVES } from '#domain/programme.ts'
import type { ProgrammeBody, ProgrammeChanges } from '../api-shapes.ts'
import { pointsText } from './console-weighing.ts'

/** What the form holds: the text of each field under its JSON pointer; boxes hold `on` or nothing. */
export type Draft = Record<string, string>

/** How each field of a programme is written in the form, by its pointer. */
export const FIELDS = {
  '/kind': 'text',
  ...perKey(Object.keys(OBJECTIVES), (objective) => `/objectives/${objective}`, 'box'),
  ...perKey(['fr', 'en'], (language) => `/words/${language}/name`, 'text'),
  ...perKey(['fr', 'en'], (language) => `/words/${language}/summary`, 'text'),
  ...perKey(['fr', 'en'], (language) => `/words/${language}/aims`, 'text'),
  ...perKey(['fr', 'en'], (language) => `/words/${language}/audience`, 'text'),
  ...perKey(['fr', 'en'], (language) => `/words/${language}/charter`, 'text'),
  ...perKey(['fr', 'en'], (language) => `/words/${language}/notice`, 'text'),
  '/slug': 'text',
  '/time_zone': 'text',
  '/sign_ups_open_at': 'instant',
  '/sign_ups_close_at': 'instant',
  '/matching_at': 'instant',
  '/rematch_days': 'number',
  '/acceptance_days': 'number',
  '/starts_on': 'day',
  '/ends_on': 'day',
  '/session_minutes': 'number',
  '/preparation_minutes': 'number',
  '/capacity_max': 'number',
  '/seniority_gap': 'number',
  '/exposure_gap': 'number',
  '/experience_gap_years': 'number',
  '/unknown_seniority_allowed': 'box',
  '/externals_allowed': 'box',
  '/works_council/state': 'text',
  '/works_council/on': 'day',
  '/works_council/reason': 'text',
  ...perKey(CRITERIA, (criterion) => `/weights/${criterion}`, 'weight'),
} as Record<string, 'text' | 'box' | 'instant' | 'number' | 'day' | 'weight'>

function perKey(keys: readonly string[], pointer: (key: string) => string, kind: string) {
  return Object.fromEntries(keys.map((key) => [pointer(key), kind]))
}

/** A programme as the form shows it. Hours are those of the programme's own time zone. */
export function toDraft(programme: ProgrammeBody): Draft {
  const zone = programme.time_zone ?? 'Europe/Paris'
  const draft: Draft = {}
  for (const [pointer, kind] of Object.entries(FIELDS)) {
    if (pointer.startsWith('/objectives/')) {
      draft[pointer] = (programme.objectives ?? []).some((known) => pointer.endsWith(`/${known}`)) ? 'on' : ''
      continue
    }
    const value = at(programme, pointer)
    if (value === null || value === undefined) draft[pointer] = ''
    else if (kind === 'box') draft[pointer] = value ? 'on' : ''
    else if (kind === 'instant') draft[pointer] = toWallClock(value as string, zone)
    else if (kind === 'weight') draft[pointer] = pointsText(value as number)
    else draft[pointer] = String(value)
  }
  return draft
}

/** What the API is sent for a draft; an emptied field is sent as null, and the API says where that cannot be. */
export function fromDraft(draft: Draft): ProgrammeBody {
  const body: Record<string, unknown> = { objectives: [] }
  for (const [pointer, kind] of Object.entries(FIELDS)) {
    const text = (draft[pointer] ?? '').trim()
    if (pointer.startsWith('/objectives/')) {
      if (text) (body.objectives as string[]).push(pointer.slice('/objectives/'.length))
    } else if (!pointer.startsWith('/works_council/'))
      set(body, pointer, read(oneLine(pointer, text), kind, draft['/time_zone'] ?? 'Europe/Paris'))
  }
  body.works_council = councilOf(draft)
  return body as ProgrammeBody
}

/** What was done about the works council, with the fields of that state alone; null for nothing yet. */
function councilOf(draft: Draft): ProgrammeBody['works_council'] {
  const field = (name: string) => (draft[`/works_council/${name}`] ?? '').trim()
  if (field('state') === 'consulted') return { state: 'consulted', on: field('on') }
  return field('state') === 'not-needed' ? { state: 'not-needed', reason: field('reason') } : null
}

/** A summary is one line, however it was typed. */
function oneLine(pointer: string, text: string): string {
  return pointer.endsWith('/summary') ? text.replaceAll(/\s*\n\s*/g, ' ') : text
}

function read(text: string, kind: string, zone: string): unknown {
  if (kind === 'box') return text !== ''
  if (kind === 'text') return text
  if (text === '') return kind === 'weight' ? 0 : null
  if (kind === 'instant') return fromWallClock(text, zone)
  if (kind === 'weight') return Math.round(Number(text) * 100) / 10_000
  return kind === 'number' ? Number(text) : text
}

/** Only the settings that differ, for a PATCH; the address of a programme never changes. */
export function changesBetween(before: Draft, after: Draft): ProgrammeChanges {
  const [old, young] = [fromDraft(before), fromDraft(after)] as Record<string, unknown>[]
  return Object.fromEntries(
    Object.entries(young!).filter(
      ([key, value]) => key !== 'slug' && JSON.stringify(value) !== JSON.stringify(old![key]),
    ),
  ) as ProgrammeChanges
}

/** The field that a refusal points at: the field itself, or the nearest one that holds it. */
export function fieldFor(pointer: string, known: readonly string[]): string | null {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    if (known.includes(path)) return path
  }
  return known.find((name) => pointer !== '' && name.startsWith(`${pointer}/`)) ?? null
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}

function set(body: Record<string, unknown>, pointer: string, value: unknown): void {
  const keys = pointer.slice(1).split('/')
  const last = keys.pop()!
  let inner = body
  for (const key of keys) inner = (inner[key] ??= {}) as Record<string, unknown>
  inner[last] = value
}
