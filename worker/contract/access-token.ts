import * as v from 'valibot'
import { SCOPES } from '#domain/permission.ts'

/** How long an access token lives, in seconds. */
export const TOKEN_SECONDS = 3600

/** What an access token says once its signature holds: RFC 7519 §4.1, RFC 8693 §4.2. */
export const accessTokenClaims = v.object({
  iss: v.string(),
  /** The id of the key that it stands for. */
  sub: v.pipe(v.string(), v.startsWith('key_')),
  scope: v.string(),
  iat: v.pipe(v.number(), v.integer()),
  exp: v.pipe(v.number(), v.integer()),
  /** A fingerprint of the secret that it was given for: it dies with it. */
  fingerprint: v.string(),
})

/** `POST /oauth/token`, answered (RFC 6749 §5.1). */
export const accessTokenShown = v.strictObject({
  access_token: v.string(),
  token_type: v.literal('Bearer'),
  expires_in: v.literal(TOKEN_SECONDS),
  scope: v.string(),
})
export type AccessTokenShown = v.InferOutput<typeof accessTokenShown>

/** Why no token was given (RFC 6749 §5.2). */
export const TOKEN_ERRORS = [
  'invalid_request',
  'invalid_client',
  'unsupported_grant_type',
  'invalid_scope',
] as const
export type TokenError = (typeof TOKEN_ERRORS)[number]

/** `POST /oauth/token`, refused. */
export const tokenErrorShown = v.strictObject({
  error: v.picklist(TOKEN_ERRORS),
  error_description: v.string(),
})

/** Scopes as OAuth writes them: separated by single spaces, in any order, each of the closed list. */
export const scopeList = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.transform((text) => [...new Set(text.split(' ').filter(Boolean))]),
  v.array(v.picklist(SCOPES)),
  v.minLength(1),
)
