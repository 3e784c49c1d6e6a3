import * as v from 'valibot'
import { isLanguage, type Language } from '#domain/language.ts'
import { type Employee, emailKey, type Relation } from '#domain/person.ts'
import { day, month } from '../shape.ts'
import { type ScimDocument, setIn, valueIn } from './document.ts'
import { ENTERPRISE_SCHEMA, OWN_SCHEMA } from './schema.ts'
import { type Complex, lastStep } from './value.ts'

/** Where the subsidiary is read from: the first of these that says something. */
const SUBSIDIARY = ['organization', 'division', 'department'] as const
const MAX_RANK = 1000

/** One line of at most `max` characters; null where nothing is left. Only the person is cut, never the document. */
function line(value: unknown, max: number): string | null {
  if (typeof value !== 'string') return null
  const text = value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
  return (
    text
      .slice(0, max)
      .toWellFormed()
      .replace(/\uFFFD$/, '')
      .trim() || null
  )
}

function nameOf(document: ScimDocument): { given: string | null; family: string | null } {
  const name = (document.name ?? {}) as Complex
  return { given: line(name.givenName, 100), family: line(name.familyName, 100) }
}

/**
 * The person that a document describes. `manager` is as sent (the id of a user, or whatever the identity provider
 * calls him), `active` false where nothing says otherwise.
 */
export function employeeFromUser(document: ScimDocument, externalId: string | null): Employee {
  const { given, family } = nameOf(document)
  const own = (name: string) => valueIn(document, OWN_SCHEMA, name)
  const rank = own('gradeRank') as number | undefined
  return {
    external_id: externalId,
    given_name: given ?? line(document.displayName, 100) ?? line(document.userName, 100) ?? '—',
    family_name: family ?? '—',
    email: emailOf(document),
    grade: line(own('grade'), 60),
    grade_rank: rank !== undefined && Math.abs(rank) <= MAX_RANK ? rank : null,
    job_family: line(own('jobFamily'), 100),
    subsidiary: subsidiaryOf(document),
    site: line(own('site'), 100),
    language: languageOf(document.preferredLanguage) ?? languageOf(document.locale),
    hired_in: monthOf(own('hireDate')),
    leaves_on: dayOf(own('terminationDate')),
    relation: relationOf(document.userType),
    active: document.active === true,
    manager: managerOf(document),
    dotted_managers: [],
    moves: [],
  }
}

function address(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.normalize('NFC').trim()
  return text.length <= 254 && emailKey(text) !== null ? text : null
}

/** The value that names the work address: the primary one of type work, else one of work, else the primary one. */
function emailElement(document: ScimDocument): Complex | null {
  const emails = ((document.emails ?? []) as Complex[]).filter(({ value }) => address(value) !== null)
  const work = emails.filter(({ type }) => String(type).toLowerCase() === 'work')
  return work.find(({ primary }) => primary) ?? work[0] ?? emails.find(({ primary }) => primary) ?? null
}

function emailOf(document: ScimDocument): string | null {
  return address(emailElement(document)?.value ?? document.userName)
}

function subsidiaryOf(document: ScimDocument): string | null {
  return line(valueIn(document, ENTERPRISE_SCHEMA, subsidiaryName(document)), 100)
}

function subsidiaryName(document: ScimDocument): string {
  const says = (name: string) => line(valueIn(document, ENTERPRISE_SCHEMA, name), 100) !== null
  return SUBSIDIARY.find(says) ?? SUBSIDIARY[0]
}

function languageOf(tag: unknown): Language | null {
  const language =
    typeof tag === 'string'
      ? tag
          .trim()
          .slice(0, 3)
          .toLowerCase()
          .split(/[-_,;]/)[0]
      : null
  return isLanguage(language) ? language : null
}

function monthOf(value: unknown): string | null {
  if (v.is(month, value)) return value
  const date = dayOf(value)
  return date?.slice(0, 7) ?? null
}

/** A day, also where an instant was sent, as Entra does for dates. */
function dayOf(value: unknown): string | null {
  const date = typeof value === 'string' ? value.trim().replace(/T.*$/s, '') : null
  return v.is(day, date) ? date : null
}

function relationOf(userType: unknown): Relation {
  return /contractor|external|externe|freelance|prestataire/i.test(String(userType ?? ''))
    ? 'external'
    : 'employee'
}

function managerOf(document: ScimDocument): string | null {
  const manager = valueIn(document, ENTERPRISE_SCHEMA, 'manager') as Complex | undefined
  const named = manager?.value ?? lastStep(manager?.$ref)
  return typeof named === 'string' && named.trim() !== '' ? named : null
}

/**
 * The document with what another door changed since: only where the person differs from what the document says of
 * him. `person.manager` must be named as the document names managers (the id of the user).
 */
export function overlay(document: ScimDocument, person: Employee): ScimDocument {
  const shown = structuredClone(document)
  const said = employeeFromUser(document, person.external_id)
  const own = (name: string, value: unknown) => setIn(shown, OWN_SCHEMA, name, value ?? undefined)
  if (person.given_name !== said.given_name || person.family_name !== said.family_name)
    overlayName(shown, said, person)
  if (person.email !== said.email) overlayEmail(shown, person.email)
  if (person.grade !== said.grade) own('grade', person.grade)
  if (person.grade_rank !== said.grade_rank) own('gradeRank', person.grade_rank)
  if (person.job_family !== said.job_family) own('jobFamily', person.job_family)
  if (person.subsidiary !== said.subsidiary) overlaySubsidiary(shown, person.subsidiary)
  if (person.site !== said.site) own('site', person.site)
  if (person.language !== said.language) overlayLanguage(shown, person.language)
  if (person.hired_in !== said.hired_in) own('hireDate', person.hired_in)
  if (person.leaves_on !== said.leaves_on) own('terminationDate', person.leaves_on)
  if (person.relation !== said.relation)
    shown.userType = person.relation === 'external' ? 'External' : 'Employee'
  if (person.active !== said.active) shown.active = person.active
  if (person.manager !== said.manager)
    setIn(
      shown,
      ENTERPRISE_SCHEMA,
      'manager',
      person.manager === null ? undefined : { value: person.manager },
    )
  return shown
}

/** A shown name that was made of the two former ones is made of the new ones; any other stays. */
function overlayName(shown: ScimDocument, said: Employee, person: Employee): void {
  const name = { ...((shown.name ?? {}) as Complex) }
  if (person.given_name !== said.given_name) name.givenName = person.given_name
  if (person.family_name !== said.family_name) name.familyName = person.family_name
  const renewed = (text: unknown) => {
    if (text === `${said.given_name} ${said.family_name}`) return `${person.given_name} ${person.family_name}`
    if (text === `${said.family_name} ${said.given_name}`) return `${person.family_name} ${person.given_name}`
    return text
  }
  if ('formatted' in name) name.formatted = renewed(name.formatted)
  if ('displayName' in shown) shown.displayName = renewed(shown.displayName)
  shown.name = name
}

function overlayEmail(shown: ScimDocument, email: string | null): void {
  const chosen = emailElement(shown)
  const emails = (shown.emails ?? []) as Complex[]
  if (email === null) {
    const kept = emails.filter(({ value }) => address(value) !== address(chosen?.value))
    setIn(shown, null, 'emails', kept.length > 0 ? kept : undefined)
  } else if (chosen) chosen.value = email
  else {
    for (const other of emails) if (other.primary === true) other.primary = false
    shown.emails = [...emails, { value: email, type: 'work', primary: true }]
  }
}

function overlaySubsidiary(shown: ScimDocument, subsidiary: string | null): void {
  if (subsidiary !== null) setIn(shown, ENTERPRISE_SCHEMA, subsidiaryName(shown), subsidiary)
  else for (const name of SUBSIDIARY) setIn(shown, ENTERPRISE_SCHEMA, name, undefined)
}

function overlayLanguage(shown: ScimDocument, language: Language | null): void {
  if (language !== null) shown.preferredLanguage = language
  else for (const name of ['preferredLanguage', 'locale']) if (languageOf(shown[name])) delete shown[name]
}
