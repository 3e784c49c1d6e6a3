import * as v from 'valibot'
import { instant } from '#contract/shape.ts'
import { Problem } from '#domain/problem.ts'
import { checkShape } from './body.ts'
import type { Request } from './service-context.ts'

/** Where a page ended: by id, or by an instant and an id. */
export const afterId = v.pipe(v.string(), v.maxLength(200))
export const afterInstant = v.strictObject({ at: v.pipe(v.number(), v.integer()), id: afterId })

/** `limit` (25 unless told; above 100 it is 100) and `cursor` of a list, where the page before ended. */
export function readPaging<S extends v.GenericSchema>(
  c: Request,
  schema: S,
): { limit: number; after: v.InferOutput<S> | null } {
  const limit = c.req.query('limit') ?? '25'
  if (!/^\d{1,9}$/.test(limit) || Number(limit) < 1) {
    throw new Problem('invalid', {
      fr: '« limit » doit être un nombre de 1 à 100.',
      en: '“limit” must be a number from 1 to 100.',
    })
  }
  return { limit: Math.min(100, Number(limit)), after: decode(c.req.query('cursor'), schema) }
}

/** `updated_since` of a list of changes, in epoch ms; null where everything is asked for. */
export function readSince(c: Request): number | null {
  const since = c.req.query('updated_since')
  return since === undefined ? null : checkShape(instant, since)
}

/** A page of a list: `rows` holds one row more than asked where there is a next page. */
export function toPage<R, T>(rows: R[], limit: number, show: (row: R) => T, cursorOf: (row: R) => unknown) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return { items: page.map(show), next_cursor: hasMore ? encode(cursorOf(last)) : null }
}

function encode(value: unknown): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function decode<S extends v.GenericSchema>(cursor: string | undefined, schema: S): v.InferOutput<S> | null {
  if (!cursor) return null
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const value: unknown = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))),
    )
    return v.parse(schema, value)
  } catch {
    throw new Problem('invalid', {
      fr: 'Ce « cursor » n’est pas l’un des nôtres. Reprenez la liste depuis le début.',
      en: 'This “cursor” is not one of ours. Start the list again.',
    })
  }
}
