import * as v from 'valibot'
import { TESTIMONY_MAX, TESTIMONY_STATES } from '#domain/testimony.ts'
import { instantShown, language, line, prose } from './shape.ts'

/** `POST /testimonies`: `consent` is the agreement to be published under the name given. */
export const testimonyInput = v.strictObject({
  author: line(80),
  organisation: v.nullish(line(120), null),
  text: v.pipe(
    prose(TESTIMONY_MAX),
    v.check((text) => text.length >= 10, 'sentence'),
  ),
  language: v.optional(language, 'fr'),
  consent: v.literal(true, 'agreement'),
})
export type TestimonyInput = v.InferOutput<typeof testimonyInput>

/** `PUT /testimonies/{id}/decision`. */
export const testimonyDecision = v.strictObject({ state: v.picklist(['published', 'refused']) })

/** A published testimony on the wire; organisers also see the others. */
export const testimonyShown = v.strictObject({
  id: v.string(),
  author: v.string(),
  organisation: v.nullable(v.string()),
  text: v.string(),
  language,
  state: v.picklist(TESTIMONY_STATES),
  created_at: instantShown,
})
export type TestimonyShown = v.InferOutput<typeof testimonyShown>
