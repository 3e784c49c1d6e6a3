import type * as v from 'valibot'
import { checkShape, readJson } from './body.ts'
import type { Request } from './service-context.ts'

/** The body as JSON that fits a shape, where there may be none: then what the shape makes of an empty object. */
export async function readOptionalJson<S extends v.GenericSchema>(
  c: Request,
  schema: S,
): Promise<v.InferOutput<S>> {
  const isEmpty = c.req.raw.body === null || c.req.header('content-length') === '0'
  return isEmpty ? checkShape(schema, {}) : readJson(c, schema)
}
