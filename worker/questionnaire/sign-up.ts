import type { Both } from '#domain/language.ts'
import { emailKey } from '#domain/person.ts'
import { type AnswerError, fieldsOf, readForm } from './check.ts'
import { checkText } from './kinds/text.ts'
import type { Questionnaire } from './question.ts'

/** A field that people never see; whoever fills it in is a program (D37). */
export const TRAP_FIELD = 'subject_note'

const NAME_MAX = 100

/** What a sign-up form says beside the answers, as typed. */
export interface SignUpValues {
  given_name?: string
  family_name?: string
  email?: string
  /** A code that HR printed for somebody without a mailbox. */
  hr_code?: string
  volunteer?: boolean
  charter?: boolean
  reminders?: boolean
  answers: Record<string, unknown>
}

/** Who signs up, checked; the two consents that a sign-up needs are given. */
export interface Identity {
  given_name: string
  family_name: string
  /** Null for somebody without a mailbox, who gives a printed code instead. */
  email: string | null
  hr_code: string | null
  reminders: boolean
}

/** Who signs up, where a link or a session has proved it already: shown, not asked again. */
export type KnownIdentity = Pick<Identity, 'given_name' | 'family_name' | 'email'>

/** What a posted sign-up form says, unchecked. `isTrapped` is true when the hidden field was filled in. */
export function readSignUp(
  questionnaire: Questionnaire,
  entries: readonly (readonly [string, string])[],
): { values: SignUpValues; isTrapped: boolean } {
  const fields = fieldsOf(entries)
  const one = (name: string) => fields.get(name)?.[0]
  return {
    values: {
      given_name: one('given_name'),
      family_name: one('family_name'),
      email: one('email'),
      hr_code: one('hr_code'),
      volunteer: one('volunteer') === 'yes',
      charter: one('charter') === 'yes',
      reminders: one('reminders') === 'yes',
      answers: readForm(questionnaire, entries),
    },
    isTrapped: (one(TRAP_FIELD) ?? '') !== '',
  }
}

const MISSING = {
  given_name: { fr: 'Écrivez votre prénom.', en: 'Write your given name.' },
  family_name: { fr: 'Écrivez votre nom.', en: 'Write your family name.' },
  email: {
    fr: 'Écrivez une adresse e-mail complète, comme prenom.nom@exemple.fr.',
    en: 'Write a full e-mail address, such as given.family@example.com.',
  },
  volunteer: {
    fr: 'Cochez cette case si vous participez volontairement ; sans votre accord, rien ne commence.',
    en: 'Tick this box if you take part of your own will; nothing starts without your agreement.',
  },
  charter: {
    fr: 'Lisez la charte, puis cochez cette case.',
    en: 'Read the charter, then tick this box.',
  },
} satisfies Record<string, Both>

/**
 * Checks who signs up and the first two boxes of G8 (P31); the third is a preference. Never throws. Who is `known`
 * already is not asked; who gives a printed code needs no address.
 */
export function checkIdentity(
  values: SignUpValues,
  known: KnownIdentity | null = null,
): { identity: Identity | null; errors: AnswerError[] } {
  const errors: AnswerError[] = []
  const mend = (key: string, detail: Both, pointer = `/${key}`) =>
    errors.push({ key, field: key, pointer, detail })
  const name = (key: 'given_name' | 'family_name') => {
    if (known) return known[key]
    const checked = checkText(values[key] ?? '', { length_max: NAME_MAX }, false)
    if ('text' in checked && checked.text !== '') return checked.text
    mend(key, 'detail' in checked ? checked.detail : MISSING[key])
    return ''
  }
  const given_name = name('given_name')
  const family_name = name('family_name')
  const typed = typeof values.email === 'string' ? values.email.normalize('NFC').trim() : ''
  const hr_code = readCode(values.hr_code)
  const email = known ? known.email : typed === '' && hr_code !== null ? null : typed
  if (email !== null && emailKey(email) === null) mend('email', MISSING.email)
  for (const box of ['volunteer', 'charter'] as const) {
    if (values[box] !== true) mend(box, MISSING[box], `/consents/${box}`)
  }
  const identity = { given_name, family_name, email, hr_code, reminders: values.reminders === true }
  return { identity: errors.length > 0 ? null : identity, errors }
}

/** A printed code as it is compared: its letters alone, in lower case; null where none was given. */
function readCode(typed: string | undefined): string | null {
  const given = (typed ?? '').trim().slice(0, 100)
  if (given === '') return null
  // Signs without a letter are a code too, one that nobody has.
  return given.toLowerCase().replace(/[^0-9a-z]/g, '') || '-'
}
