import { createMiddleware } from 'hono/factory'
import { type Context, randomId } from '#actions/context.ts'
import { hashToken } from '#actions/token.ts'
import { findKeyByHash, touchKey } from '#db/queries/key.ts'
import { findOrganiser } from '#db/queries/organiser.ts'
import { findPersonByEmail } from '#db/queries/person.ts'
import { type Actor, authorise, personOf, type Scope } from '#domain/permission.ts'
import { emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { type App, getSettings, type Request } from './service-context.ts'
import { cookieName, type SignIn, signInLibrary } from './sign-in.ts'

const TOUCH_MS = 300_000

/** The sign-in library for this request. */
export function openSignIn(c: Request): SignIn {
  const ctx = c.get('ctx')
  return signInLibrary({
    db: ctx.db,
    settings: ctx.settings,
    now: () => ctx.now,
    newMailId: () => randomId('mai'),
    language: c.get('language'),
  })
}

/**
 * Who is asking: a key from the Authorization header, else a person from the session cookie, else nobody.
 * @throws Problem `unauthenticated` for a key that is unknown, expired or revoked.
 */
export async function recogniseActor(c: Request): Promise<Actor> {
  const bearer = /^Bearer\s+(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer) return recogniseKey(c.get('ctx'), bearer)
  if (!c.req.header('cookie')?.includes(`${cookieName(getSettings(c.env))}=`)) return { kind: 'anonymous' }
  const session = await openSignIn(c).api.getSession({ headers: c.req.raw.headers })
  const key = session ? emailKey(session.user.email) : null
  if (key === null) return { kind: 'anonymous' }
  const { db } = c.get('ctx')
  const [organiser, person] = await Promise.all([findOrganiser(db, key), findPersonByEmail(db, key)])
  const active = person?.active ? person.id : null
  if (organiser) return { kind: organiser.role, id: organiser.id, email: key, person: active }
  // A leaver's session is worth nothing from the moment HR says so (ASVS 7.4.2).
  return active ? { kind: 'participant', person: active, email: key } : { kind: 'anonymous' }
}

async function recogniseKey(ctx: Context, bearer: string): Promise<Actor> {
  const hash = await hashToken(bearer)
  if (ctx.settings.rootTokenHash !== null && hash === ctx.settings.rootTokenHash) {
    return { kind: 'key', id: 'root', scopes: ['*'] }
  }
  const key = await findKeyByHash(ctx.db, hash)
  if (!key || key.revoked_at !== null || (key.expires_at !== null && ctx.now >= key.expires_at)) {
    throw new Problem('unauthenticated', {
      fr: 'Cette clé est inconnue, expirée ou révoquée. Demandez-en une nouvelle à l’équipe du programme.',
      en: 'This key is unknown, expired or revoked. Ask the programme team for a new one.',
    })
  }
  if (ctx.now - (key.last_used_at ?? 0) > TOUCH_MS) await touchKey(ctx.db, key.id, ctx.now)
  return { kind: 'key', id: key.id, scopes: key.scopes }
}

/** Guard: lets the request through only with this scope. */
export function allow(scope: Scope) {
  return createMiddleware<App>(async (c, next) => {
    authorise(c.get('ctx').actor, scope)
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
