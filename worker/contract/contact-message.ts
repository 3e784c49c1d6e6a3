import * as v from 'valibot'
import { CONTACT_SUBJECTS, type ContactMessageState, type ContactSubject } from '#domain/contact-message.ts'
import type { Language } from '#domain/language.ts'
import { email, language, line, prose } from './shape.ts'

/** A telephone number as people write it. */
export const phone = v.pipe(line(40), v.regex(/^\+?[\d(][\d\s().-]{4,}$/, 'phone'))

/** `POST /contact-messages`. */
export const contactMessageInput = v.strictObject({
  about: v.optional(v.picklist(Object.keys(CONTACT_SUBJECTS) as ContactSubject[]), 'other'),
  name: line(120),
  email,
  phone: v.nullish(phone, null),
  text: v.pipe(
    prose(4000),
    v.check((text) => text.length >= 10, 'sentence'),
  ),
  language: v.optional(language, 'fr'),
})
export type ContactMessageInput = v.InferOutput<typeof contactMessageInput>

/** A message on the wire, for organisers alone. */
export interface ContactMessageShown {
  id: string
  about: ContactSubject
  name: string
  email: string
  phone: string | null
  text: string
  language: Language
  state: ContactMessageState
  created_at: string
  answered_at: string | null
}
