import * as v from 'valibot'
import { SCOPES } from '#domain/permission.ts'
import { instant, instantShown, line, toInstant, whole } from './shape.ts'

/** `POST /keys`. The secret is in the answer, once. */
export const keyInput = v.strictObject({
  name: line(80),
  scopes: v.pipe(
    v.array(v.picklist(SCOPES)),
    v.minLength(1),
    v.maxLength(SCOPES.length),
    v.transform((scopes) => [...new Set(scopes)]),
  ),
  expires_at: v.optional(v.nullable(instant), null),
})
export type KeyInput = v.InferOutput<typeof keyInput>

/** How long the old secret may live on, in hours. */
export const OVERLAP_HOURS_MAX = 168

/** `POST /keys/{id}/rotation`; the body may be left out. */
export const keyRotationInput = v.strictObject({
  overlap_hours: v.optional(whole(0, OVERLAP_HOURS_MAX), 24),
})

export const KEY_STATES = ['active', 'expired', 'revoked'] as const
export type KeyState = (typeof KEY_STATES)[number]

const shown = {
  id: v.string(),
  name: v.string(),
  /** How the secret begins, to recognise it by in a configuration. */
  prefix: v.string(),
  scopes: v.array(v.picklist(SCOPES)),
  state: v.picklist(KEY_STATES),
  created_at: instantShown,
  created_by: v.nullable(v.string()),
  expires_at: v.nullable(instantShown),
  last_used_at: v.nullable(instantShown),
  revoked_at: v.nullable(instantShown),
  /** Until when the secret before the last rotation works too; null where one secret alone works. */
  previous_until: v.nullable(instantShown),
}

/** A key as it leaves: never a secret, never a hash. */
export const keyShown = v.strictObject(shown)
export type KeyShown = v.InferOutput<typeof keyShown>

/** A key with its new secret, shown this once; `client_id` goes with it at `POST /oauth/token`. */
export const keyWithSecretShown = v.strictObject({ ...shown, client_id: v.string(), secret: v.string() })
export type KeyWithSecretShown = v.InferOutput<typeof keyWithSecretShown>

/** What is known of a key, without its hashes. */
export type KnownKey = Pick<KeyInput, 'name' | 'scopes' | 'expires_at'> & {
  id: string
  created_at: number
  created_by: string | null
  last_used_at: number | null
  revoked_at: number | null
  previous_until: number | null
}

/** How every secret of a key begins: `bnm_` and eight characters of its id. */
export function prefixOf(keyId: string): string {
  return `bnm_${keyId.slice(4, 12)}`
}

/** Whether a key lets anybody in at an instant (epoch ms). */
export function stateOf(key: Pick<KnownKey, 'revoked_at' | 'expires_at'>, now: number): KeyState {
  if (key.revoked_at !== null) return 'revoked'
  return key.expires_at !== null && now >= key.expires_at ? 'expired' : 'active'
}

/** A key on the wire, as it is at an instant (epoch ms). */
export function showKey(key: KnownKey, now: number): KeyShown {
  const state = stateOf(key, now)
  const hasTwo = state === 'active' && key.previous_until !== null && key.previous_until > now
  return {
    id: key.id,
    name: key.name,
    prefix: prefixOf(key.id),
    scopes: key.scopes,
    state,
    created_at: toInstant(key.created_at),
    created_by: key.created_by,
    expires_at: toInstant(key.expires_at),
    last_used_at: toInstant(key.last_used_at),
    revoked_at: toInstant(key.revoked_at),
    previous_until: hasTwo ? toInstant(key.previous_until) : null,
  }
}
