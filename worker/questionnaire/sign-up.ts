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
  volunteer?: boolean
  charter?: boolean
  reminders?: boolean
  answers: Record<string, unknown>
}

/** Who signs up, checked; the two consents that a sign-up needs are given. */
export interface Identity {
  given_name: string
  family_name: string
  email: string
  reminders: boolean
}

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

/** Checks who signs up and the first two boxes of G8 (P31); the third is a preference. Never throws. */
export function checkIdentity(values: SignUpValues): { identity: Identity | null; errors: AnswerError[] } {
  const errors: AnswerError[] = []
  const mend = (key: string, detail: Both, pointer = `/${key}`) =>
    errors.push({ key, field: key, pointer, detail })
  const name = (key: 'given_name' | 'family_name') => {
    const checked = checkText(values[key] ?? '', { length_max: NAME_MAX }, false)
    if ('text' in checked && checked.text !== '') return checked.text
    mend(key, 'detail' in checked ? checked.detail : MISSING[key])
    return ''
  }
  const given_name = name('given_name')
  const family_name = name('family_name')
  const email = typeof values.email === 'string' ? values.email.normalize('NFC').trim() : ''
  if (emailKey(email) === null) mend('email', MISSING.email)
  for (const box of ['volunteer', 'charter'] as const) {
    if (values[box] !== true) mend(box, MISSING[box], `/consents/${box}`)
  }
  const identity = { given_name, family_name, email, reminders: values.reminders === true }
  return { identity: errors.length > 0 ? null : identity, errors }
}
