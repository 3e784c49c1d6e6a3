import * as v from 'valibot'
import { FIRST_PULSE_KEYS, PAIR_HEALTHS, PULSE_MAX } from '#domain/pulse.ts'
import { instantShown, language, whole } from './shape.ts'

const answer = v.optional(whole(0, PULSE_MAX))

const ANSWERS = { PU1: answer, PU2: answer, PU3: answer, PU4: answer, PUF: answer }

/**
 * How a session was, 0 to 4 each, nothing of it required (questionnaires.md §9). `PUH` asks to be contacted; `reader` is
 * whom the page named as the one who will read that, an id or `team`.
 */
export const pulseInput = v.strictObject({
  ...ANSWERS,
  PUH: v.optional(v.boolean()),
  reader: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
export type PulseInput = v.InferOutput<typeof pulseInput>

const choice = v.optional(v.picklist(Array.from({ length: PULSE_MAX + 1 }, (_, level) => String(level))))

/** The same as a form without script sends it. */
export const pulseForm = v.object({
  language: v.optional(language),
  PU1: choice,
  PU2: choice,
  PU3: choice,
  PU4: choice,
  PUF: choice,
  PUH: v.optional(v.literal('yes')),
  reader: v.optional(v.pipe(v.string(), v.maxLength(64))),
})

/** What a posted form means. */
export function readPulseForm(form: v.InferOutput<typeof pulseForm>): PulseInput {
  const given = FIRST_PULSE_KEYS.flatMap((key) => {
    const level = form[key]
    return level === undefined ? [] : [[key, Number(level)] as const]
  })
  return {
    ...Object.fromEntries(given),
    ...(form.PUH === 'yes' ? { PUH: true } : {}),
    ...(form.reader === undefined ? {} : { reader: form.reader }),
  }
}

/** A pulse as the coach of the pair and the referent read it. */
export const pulseShown = v.strictObject({
  session: v.string(),
  role: v.picklist(['mentor', 'mentee']),
  answers: v.strictObject(ANSWERS),
  given_at: instantShown,
})
export type PulseShown = v.InferOutput<typeof pulseShown>

/** How a pair fares, as organisers see it: a class and nothing else. */
export const pairHealthShown = v.strictObject({ class: v.picklist(PAIR_HEALTHS) })
export type PairHealthShown = v.InferOutput<typeof pairHealthShown>
