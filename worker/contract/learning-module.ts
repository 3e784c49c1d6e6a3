import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import { bothShown, countShown, line, prose, whole } from './shape.ts'

export const MODULE_ROLES = [...ROLES, 'both'] as const

const address = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.check((text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    return url !== null && url.protocol === 'https:' && url.username === '' && url.hostname.includes('.')
  }, 'url'),
  v.transform((text) => new URL(text).href),
)

const title = v.strictObject({ fr: line(160), en: line(160) })
const words = v.pipe(prose(4000), v.minLength(1))
const text = v.strictObject({ fr: words, en: words })

/** `POST /programmes/{slug}/modules`, `PUT /modules/{id}`: the module whole (F6, D34). */
export const learningModuleInput = v.strictObject({
  position: whole(1, 1000),
  role: v.picklist(MODULE_ROLES),
  title,
  text,
  url: v.nullish(address, null),
  minutes: whole(1, 240),
  before_first: v.optional(v.boolean(), false),
})
export type LearningModuleInput = v.InferOutput<typeof learningModuleInput>

/** A module on the wire; how many of those whom it concerns have ticked it, and never who. */
export const learningModuleShown = v.strictObject({
  id: v.string(),
  programme: v.string(),
  position: v.pipe(v.number(), v.integer()),
  role: v.picklist(MODULE_ROLES),
  title: bothShown,
  text: bothShown,
  url: v.nullable(v.string()),
  minutes: countShown,
  before_first: v.boolean(),
  completed: countShown,
})
export type LearningModuleShown = v.InferOutput<typeof learningModuleShown>

/** The path as one of the two walks it; of the other no more than how far they are. */
export interface PathView {
  pair: string
  modules: Pick<LearningModuleShown, 'id' | 'title' | 'text' | 'url' | 'minutes' | 'before_first'>[]
  /** Ids of the modules that are done, by whoever reads. */
  done: string[]
  is_live: boolean
}
