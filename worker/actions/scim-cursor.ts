import * as v from 'valibot'
import { refuse } from '#contract/scim/error.ts'
import type { ScimPlace } from '#db/queries/scim-list.ts'
import { hashToken } from './token.ts'

const place = v.strictTuple([
  v.picklist([0, 1]),
  v.union([v.string(), v.number()]),
  v.pipe(v.number(), v.integer()),
  v.string(),
])

/** Where a page of a list begins: beyond a place, forwards or backwards, or after so many rows. */
const cursorShape = v.strictObject({
  list: v.string(),
  from: v.union([
    v.strictObject({ place, backwards: v.boolean() }),
    v.strictObject({ offset: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ]),
})

export type ScimFrom = { place: ScimPlace; backwards: boolean } | { offset: number }

/** A list by what was asked for, so that a cursor of one is not taken for a cursor of another. */
export async function nameList(asked: readonly unknown[]): Promise<string> {
  return (await hashToken(JSON.stringify(asked))).slice(0, 16)
}

/** A cursor as it leaves: opaque (RFC 9865 §2). It names a place, so that it stays good while rows come and go. */
export function writeCursor(list: string, from: ScimFrom): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ list, from }))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** @throws ScimError `invalidCursor` for one that is none of ours, or of another list. */
export function readCursor(list: string, cursor: string): ScimFrom {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const read = v.parse(cursorShape, JSON.parse(new TextDecoder().decode(bytes)))
    if (read.list === list) return read.from
  } catch {
    // Told below, whatever is wrong with it.
  }
  throw refuse('invalidCursor', 'This cursor is not one of this list. Start again with an empty cursor.')
}
