import * as v from 'valibot'
import { SCOPES } from '#domain/permission.ts'
import { instant, line } from './shape.ts'

/** `POST /keys`. The secret is in the answer, once. */
export const keyInput = v.strictObject({
  name: line(80),
  scopes: v.pipe(v.array(v.picklist(SCOPES)), v.minLength(1)),
  expires_at: v.optional(v.nullable(instant), null),
})
export type KeyInput = v.InferOutput<typeof keyInput>
