import { createMiddleware } from 'hono/factory'
import { openAccessToken, openKey } from '#actions/access-token.ts'
import { type Context, randomId } from '#actions/context.ts'
import { noteSignIn } from '#actions/organiser.ts'
import { hashToken } from '#actions/token.ts'
import { touchKey } from '#db/queries/key.ts'
import { findOrganiser } from '#db/queries/organiser.ts'
import { findPersonByEmail } from '#db/queries/person.ts'
import {
  type Actor,
  authorise,
  authoriseOrganiser,
  limitsOf,
  personOf,
  type Scope,
} from '#domain/permission.ts'
import { emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { type App, getSettings, type Request } from './service-context.ts'
import { cookieName, type SignIn, signInLibrary } from './sign-in.ts'

/** Longer than any key or access token of ours. */
const BEARER_MAX = 2000

/** The sign-in library for this request. */
export function openSignIn(c: Request): SignIn {
  const ctx = c.get('ctx')
  return signInLibrary({
    db: ctx.db,
    settings: ctx.settings,
    now: () => ctx.now,
    newMailId: () => randomId('mai'),
    language: c.get('language'),
    opened: (userId, sessionId) => noteSignIn(ctx, userId, sessionId),
  })
}

/**
 * Who is asking: a key or an access token from the Authorization header (RFC 6750), else a person from the session
 * cookie, else nobody. A bearer that lets nobody in is refused, not passed over.
 * @throws Problem `unauthenticated` for a key or a token that is unknown, expired or revoked.
 */
export async function recogniseActor(c: Request): Promise<Actor> {
  const bearer = /^Bearer(?:\s+(.*))?$/is.exec(c.req.header('authorization') ?? '')
  if (bearer) return recogniseMachine(c.get('ctx'), (bearer[1] ?? '').trim())
  if (!c.req.header('cookie')?.includes(`${cookieName(getSettings(c.env))}=`)) return { kind: 'anonymous' }
  const session = await openSignIn(c).api.getSession({ headers: c.req.raw.headers })
  const key = session ? emailKey(session.user.email) : null
  if (key === null) return { kind: 'anonymous' }
  const { db } = c.get('ctx')
  const [organiser, person] = await Promise.all([findOrganiser(db, key), findPersonByEmail(db, key)])
  const active = person?.active ? person.id : null
  if (organiser) {
    const { id, role, subsidiary } = organiser
    return { kind: role, id, email: key, person: active, subsidiary }
  }
  // A leaver's session is worth nothing from the moment HR says so (ASVS 7.4.2).
  return active ? { kind: 'participant', person: active, email: key } : { kind: 'anonymous' }
}

async function recogniseMachine(ctx: Context, bearer: string): Promise<Actor> {
  const isReadable = bearer !== '' && bearer.length <= BEARER_MAX && !/\s/.test(bearer)
  const actor = isReadable ? await openBearer(ctx, bearer) : null
  if (actor) return actor
  throw new Problem('unauthenticated', {
    fr: 'Cette clé ou ce jeton d’accès est inconnu, expiré ou révoqué. Demandez un nouveau jeton, ou une nouvelle clé à l’équipe du programme.',
    en: 'This key or access token is unknown, expired or revoked. Ask for a new token, or the programme team for a new key.',
  })
}

async function openBearer(ctx: Context, bearer: string): Promise<Actor | null> {
  // A signed token has two dots, a key has none.
  if (bearer.includes('.')) return openAccessToken(ctx, bearer)
  const root = ctx.settings.rootTokenHash
  if (root !== null && (await hashToken(bearer)) === root) return { kind: 'key', id: 'root', scopes: ['*'] }
  const key = await openKey(ctx, bearer)
  if (key === null) return null
  await touchKey(ctx.db, key, ctx.now)
  return { kind: 'key', id: key.id, scopes: key.scopes }
}

/** Guard: lets the request through only with this scope. */
export function allow(scope: Scope) {
  return createMiddleware<App>(async (c, next) => {
    authorise(c.get('ctx').actor, scope)
    await next()
  })
}

/** Guard: the same, and never for coaches and consultants: for what people answered or wrote. */
export function allowOrganiser(scope: Scope) {
  return createMiddleware<App>(async (c, next) => {
    authoriseOrganiser(c.get('ctx').actor, scope)
    await next()
  })
}

/** Guard: the same, and for HR correspondents too; what they see is limited where it is read. */
export function allowWithin(scope: Scope) {
  return createMiddleware<App>(async (c, next) => {
    limitsOf(c.get('ctx').actor, scope)
    await next()
  })
}

/** Guard: lets the request through only for a person with a session. */
export const asPerson = createMiddleware<App>(async (c, next) => {
  personOf(c.get('ctx').actor)
  await next()
})

/**
 * A request that changes something and carries the session cookie must come from our own pages:
 * `Sec-Fetch-Site: same-origin`, or our very Origin. What sends neither is no browser, so nobody was tricked into it.
 */
export const refuseForeignPages = createMiddleware<App>(async (c, next) => {
  const isUnsafe = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  if (isUnsafe && c.req.header('cookie') && !c.req.header('authorization')) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isOurs = site ? site === 'same-origin' : !origin || origin === new URL(c.req.url).origin
    if (!isOurs) {
      throw new Problem('forbidden', {
        fr: 'Cette demande ne vient pas de nos pages. Ouvrez la page concernée, puis recommencez.',
        en: 'This request does not come from our pages. Open the page concerned, then try again.',
      })
    }
  }
  await next()
})
