import * as v from 'valibot'
import type { Both, Language } from '#domain/language.ts'
import { RESOURCE_KINDS, type ResourceKind } from '#domain/resource.ts'
import { language, line } from './shape.ts'

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

/** `POST /resources`, `PUT /resources/{id}`: the resource whole (W21, D38). */
export const resourceInput = v.strictObject({
  kind: v.picklist(Object.keys(RESOURCE_KINDS) as ResourceKind[]),
  title: both(160),
  summary: both(600),
  source: line(160),
  url: address,
  language: v.nullish(language, null),
})
export type ResourceInput = v.InferOutput<typeof resourceInput>

/** A resource on the wire. */
export interface ResourceShown {
  id: string
  kind: ResourceKind
  title: Both
  summary: Both
  source: string
  url: string
  language: Language | null
  published_at: string | null
}
