import * as v from 'valibot'
import { APPRAISAL_LEVELS } from '#domain/named-group.ts'
import { countShown, instantShown, line, prose, slug, whole } from './shape.ts'

/** The address name of a group. */
export const groupName = v.strictObject({ name: slug })

/** `PUT /programmes/{slug}/groups/{name}`: the group whole; `appraisal_chain` is the exception, with its reason. */
export const namedGroupInput = v.strictObject({
  label: line(80),
  people: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
    v.minLength(1),
    v.maxLength(1000),
    v.transform((people) => [...new Set(people)]),
  ),
  served_first: v.optional(v.boolean(), false),
  appraisal_chain: v.nullish(
    v.strictObject({
      levels: v.optional(whole(1, 10), APPRAISAL_LEVELS),
      reason: v.pipe(
        prose(1000),
        v.check((text) => text.length >= 20, 'reason'),
      ),
    }),
    null,
  ),
})
export type NamedGroupInput = v.InferOutput<typeof namedGroupInput>

const decision = {
  levels: countShown,
  reason: v.string(),
  decided_by: v.string(),
  decided_at: instantShown,
}

/** A group on the wire; `decided_by` is an id. */
export const namedGroupShown = v.strictObject({
  name: v.string(),
  label: v.string(),
  people: v.array(v.string()),
  served_first: v.boolean(),
  appraisal_chain: v.nullable(v.strictObject(decision)),
})
export type NamedGroupShown = v.InferOutput<typeof namedGroupShown>

/** One line of `GET /programmes/{slug}/exceptions`, for the works council: counts, and nobody’s name. */
export const exceptionShown = v.strictObject({
  group: v.string(),
  label: v.string(),
  ...decision,
  people: countShown,
  pairs: countShown,
})
export type ExceptionShown = v.InferOutput<typeof exceptionShown>
