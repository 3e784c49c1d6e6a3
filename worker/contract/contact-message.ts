import * as v from 'valibot'
import { CONTACT_SUBJECTS, type ContactSubject } from '#domain/contact-message.ts'
import { email, instantShown, language, line, prose } from './shape.ts'

/** A telephone number as people write it. */
export const phone = v.pipe(line(40), v.regex(/^\+?[\d(][\d\s().-]{4,}$/, 'phone'))

const subject = v.picklist(Object.keys(CONTACT_SUBJECTS) as ContactSubject[])

/** `POST /contact-messages`. */
export const contactMessageInput = v.strictObject({
  about: v.optional(subject, 'other'),
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
export const contactMessageShown = v.strictObject({
  id: v.string(),
  about: subject,
  name: v.string(),
  email: v.string(),
  phone: v.nullable(v.string()),
  text: v.string(),
  language,
  state: v.picklist(['open', 'answered']),
  created_at: instantShown,
  answered_at: v.nullable(instantShown),
})
export type ContactMessageShown = v.InferOutput<typeof contactMessageShown>
