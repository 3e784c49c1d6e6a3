import { ScimError } from '#contract/scim/error.ts'
import type { Context } from './context.ts'

/** Versions that a request insists on (`If-Match`); null where it does not mind. */
export type Expected = readonly number[] | null

/**
 * Holds the next change of the request to the version just read, where the request insists on one.
 * @throws ScimError 412 where it insists on another.
 */
export function askVersion(ctx: Context, version: number, expected: Expected): void {
  if (expected === null) return
  if (!expected.includes(version)) {
    throw new ScimError(
      412,
      null,
      'This resource has changed since it was read. Read it again, then send the request with its new ETag.',
    )
  }
  ctx.asked.version = version
}

export function scimNotFound(noun: string, id: string): ScimError {
  return new ScimError(
    404,
    null,
    `${noun} “${id.slice(0, 100)}” not found. Check the id, or look it up with a filter.`,
  )
}
