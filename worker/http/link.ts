import type { Request } from './service-context.ts'

/**
 * `Link: <…>; rel="next"` (RFC 8288) for a page of a list that has a next one: the same address with the other query
 * parameters kept, from where this page ended.
 * @param text the JSON that leaves.
 * @returns null where it is no page, or the last one.
 */
export function linkToNext(c: Request, text: string): string | null {
  // Most answers are no page: they are not parsed to find that out.
  if (!text.includes('"next_cursor":"')) return null
  const { next_cursor: cursor } = JSON.parse(text) as { next_cursor?: unknown }
  if (typeof cursor !== 'string') return null
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set('cursor', cursor)
  return `<${pathname}?${searchParams}>; rel="next"`
}
