import * as v from 'valibot'
import { phone } from './contact-message.ts'
import { bothShown, email, instantShown, line } from './shape.ts'

/** `PUT /organisation`: the profile whole; what is left out is not known, and said so on the pages. */
export const organisationInput = v.strictObject({
  name: line(160),
  address: v.nullish(line(300), null),
  phone: v.nullish(phone, null),
  hours: v.nullish(v.strictObject({ fr: line(200), en: line(200) }), null),
  email: v.nullish(email, null),
  dpo: v.nullish(line(300), null),
  publisher: v.nullish(line(160), null),
  store_in_eu: v.optional(v.boolean(), false),
  requests_in_eu: v.optional(v.boolean(), false),
})
export type OrganisationInput = v.InferOutput<typeof organisationInput>

/** The profile on the wire, and whether an organiser has ever saved one. */
export const organisationShown = v.strictObject({
  name: v.string(),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  hours: v.nullable(bothShown),
  email: v.nullable(v.string()),
  dpo: v.nullable(v.string()),
  publisher: v.nullable(v.string()),
  store_in_eu: v.boolean(),
  requests_in_eu: v.boolean(),
  updated_at: v.nullable(instantShown),
})
export type OrganisationShown = v.InferOutput<typeof organisationShown>
