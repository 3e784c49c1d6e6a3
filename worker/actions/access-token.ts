import { sign, verify } from 'hono/jwt'
import * as v from 'valibot'
import { type AccessTokenShown, accessTokenClaims, scopeList, TOKEN_SECONDS } from '#contract/access-token.ts'
import { stateOf } from '#contract/key.ts'
import { findKey, findKeyByHash, type KeyRow, touchKey } from '#db/queries/key.ts'
import { type Actor, mayDo, narrowScopes } from '#domain/permission.ts'
import type { Context } from './context.ts'
import { hashToken } from './token.ts'

const LABEL = 'binome access token'

/**
 * The key that a secret opens, by its digest; null where it opens none, or the secret or the key has ended. Nothing is
 * written of a secret that fails: anybody could fill the store.
 */
export async function openKey(ctx: Context, secret: string): Promise<KeyRow | null> {
  const hash = await hashToken(secret)
  const key = await findKeyByHash(ctx.db, hash)
  return key && livingHashes(key, ctx.now).includes(hash) ? key : null
}

/**
 * Trades the id and the secret of a key for an access token of an hour (RFC 6749 §4.4, RFC 7519): signed, so that nothing
 * is stored, and worth nothing once its key or the secret that bought it has ended.
 * @param scope some of the key’s scopes, separated by spaces; null asks for all of them.
 * @returns the answer of RFC 6749 §5.1, or which of its refusals is due.
 */
export async function issueAccessToken(
  ctx: Context,
  client: { id: string; secret: string },
  scope: string | null,
): Promise<AccessTokenShown | 'invalid_client' | 'invalid_scope'> {
  const key = await openKey(ctx, client.secret)
  if (key === null || key.id !== client.id) return 'invalid_client'
  const asked = scope === null ? key.scopes : readScopes(scope)
  const holder: Actor = { kind: 'key', id: key.id, scopes: key.scopes }
  if (asked === null || !asked.every((each) => mayDo(holder, each))) return 'invalid_scope'
  const issuedAt = Math.floor(ctx.now / 1000)
  const claims: v.InferOutput<typeof accessTokenClaims> = {
    iss: ctx.settings.baseUrl,
    sub: key.id,
    scope: asked.join(' '),
    iat: issuedAt,
    exp: issuedAt + TOKEN_SECONDS,
    fingerprint: await hashToken(await hashToken(client.secret)),
  }
  await touchKey(ctx.db, key, ctx.now)
  return {
    access_token: await sign(claims, await signingSecret(ctx), 'HS256'),
    token_type: 'Bearer',
    expires_in: TOKEN_SECONDS,
    scope: claims.scope,
  }
}

/**
 * Who an access token stands for: its key, with the scopes of the token that the key still has. Null where the token is
 * not one of ours, has run out by the context’s clock, or its key or secret has ended since.
 */
export async function openAccessToken(
  ctx: Context,
  token: string,
): Promise<Extract<Actor, { kind: 'key' }> | null> {
  const claims = await readClaims(ctx, token)
  const at = ctx.now / 1000
  // A minute of grace, for clocks differ between places.
  if (claims === null || claims.exp <= at || claims.iat > at + 60) return null
  const key = await findKey(ctx.db, claims.sub)
  if (!key) return null
  const prints = await Promise.all(livingHashes(key, ctx.now).map(hashToken))
  const scopes = readScopes(claims.scope)
  if (!prints.includes(claims.fingerprint) || scopes === null) return null
  await touchKey(ctx.db, key, ctx.now)
  return { kind: 'key', id: key.id, scopes: narrowScopes(scopes, key.scopes) }
}

/** The hashes of the secrets with which a key opens at an instant: none, one, or two while a rotation lasts. */
function livingHashes(key: KeyRow, now: number): string[] {
  if (stateOf(key, now) !== 'active') return []
  const { hash, previous_hash: previous, previous_until: until } = key
  return previous !== null && until !== null && now < until ? [hash, previous] : [hash]
}

async function readClaims(
  ctx: Context,
  token: string,
): Promise<v.InferOutput<typeof accessTokenClaims> | null> {
  const secret = await signingSecret(ctx)
  try {
    // The clock of the context decides, not the wall clock that the library would look at.
    const payload = await verify(token, secret, {
      alg: 'HS256',
      iss: ctx.settings.baseUrl,
      exp: false,
      iat: false,
      nbf: false,
    })
    const result = v.safeParse(accessTokenClaims, payload)
    return result.success ? result.output : null
  } catch {
    // Whatever is wrong with a token that a stranger made up, it is not one of ours.
    return null
  }
}

function readScopes(text: string) {
  const result = v.safeParse(scopeList, text)
  return result.success ? result.output : null
}

/** A secret for tokens alone, from that of the deployment: what leaks of one says nothing of the other. */
async function signingSecret({ settings }: Context): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(settings.secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const bytes = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(LABEL))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
