import * as v from 'valibot'
import { RESOURCE_KINDS, type ResourceKind } from '#domain/resource.ts'
import { bothShown, instantShown, language, line } from './shape.ts'

const both = (max: number) => v.strictObject({ fr: line(max), en: line(max) })

/** A page elsewhere, over https; nothing of it is ever loaded into our own pages. */
const address = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.check((text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    return url !== null && url.protocol === 'https:' && url.username === '' && url.hostname.includes('.')
  }, 'url'),
  v.transform((text) => new URL(text).href),
)

const kind = v.picklist(Object.keys(RESOURCE_KINDS) as ResourceKind[])

/** `POST /resources`, `PUT /resources/{id}`: the resource whole (W21, D38). */
export const resourceInput = v.strictObject({
  kind,
  title: both(160),
  summary: both(600),
  source: line(160),
  url: address,
  language: v.nullish(language, null),
})
export type ResourceInput = v.InferOutput<typeof resourceInput>

/** A resource on the wire. */
export const resourceShown = v.strictObject({
  id: v.string(),
  kind,
  title: bothShown,
  summary: bothShown,
  source: v.string(),
  url: v.string(),
  language: v.nullable(language),
  published_at: v.nullable(instantShown),
})
export type ResourceShown = v.InferOutput<typeof resourceShown>
