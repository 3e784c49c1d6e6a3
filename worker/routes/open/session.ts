import { APIError } from 'better-auth/api'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hashToken } from '#actions/token.ts'
import { type SessionShown, sessionInput, signInCodeInput } from '#contract/session.ts'
import type { Both, Language } from '#domain/language.ts'
import { isPerson } from '#domain/permission.ts'
import { emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import { countAgainst, networkKey } from '#http/limit.ts'
import type { App, Request } from '#http/service-context.ts'
import { openSignIn } from '#http/session.ts'
import { pour } from '#pages/pour.ts'
import { codePage, signInPage } from '#pages/sign-in.ts'

const QUARTER_MS = 900_000

const WORDS = {
  address: {
    fr: 'Indiquez une adresse e-mail, par exemple prenom.nom@entreprise.fr.',
    en: 'Give an e-mail address, for example first.last@company.com.',
  },
  code: {
    fr: 'Ce code n’est pas valable, ou ne l’est plus. Vérifiez les six chiffres, ou demandez un nouveau code.',
    en: 'This code is not valid, or no longer. Check the six digits, or ask for a new code.',
  },
} as const satisfies Record<string, Both>

export const sessionRoutes = new Hono<App>()
  .post('/sign-in-codes', async (c) => {
    if (!isForm(c)) {
      const { email, language } = await readJson(c, signInCodeInput)
      const key = emailKey(email)
      if (key === null)
        throw new Problem('invalid', WORDS.address, [{ pointer: '/email', detail: WORDS.address }])
      await askForCode(c, key, language)
      return c.json({ state: 'mailed-if-known' }, 202)
    }
    const fields = Object.fromEntries(await readFormFields(c))
    const language = languageOfForm(c, Object.entries(fields))
    const next = safeNext(fields.next)
    const key = emailKey(fields.email ?? '')
    if (key === null) {
      const page = signInPage({ language, email: fields.email ?? '', error: WORDS.address, next })
      return pour(c.env.ASSETS, c.req.url, page, 422)
    }
    await askForCode(c, key, language)
    // The address waits in a cookie of ten minutes, so that it is typed once and never stands in an address bar.
    setCookie(c, 'binome-sign-in', JSON.stringify({ email: key, next }), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 600,
      secure: c.get('ctx').settings.secure,
    })
    return c.redirect(`/${language}/me/code/`, 303)
  })
  .post('/sessions', async (c) => {
    if (!isForm(c)) {
      const { email, code } = await readJson(c, sessionInput)
      const answer = await trade(c, emailKey(email), code)
      if (!answer) throw new Problem('unauthenticated', WORDS.code)
      return c.json({ state: 'signed-in' }, 201, cookiesOf(answer))
    }
    const fields = Object.fromEntries(await readFormFields(c))
    const language = languageOfForm(c, Object.entries(fields))
    const waiting = readSignInCookie(c)
    const email = fields.email ?? waiting.email
    const next = safeNext(fields.next) ?? waiting.next
    const answer = await trade(c, emailKey(email), (fields.code ?? '').replace(/\s/g, ''))
    if (!answer)
      return pour(c.env.ASSETS, c.req.url, codePage({ language, email, error: WORDS.code, next }), 422)
    return c.body(null, 303, { ...cookiesOf(answer), location: next ?? `/${language}/me/` })
  })
  .post('/sign-outs', async (c) => {
    const language = isForm(c) ? languageOfForm(c, await readFormFields(c)) : null
    const answer = await openSignIn(c).api.signOut({ headers: c.req.raw.headers, asResponse: true })
    const headers = { ...cookiesOf(answer), 'clear-site-data': '"cache"' }
    return language
      ? c.body(null, 303, { ...headers, location: `/${language}/me/` })
      : c.body(null, 204, headers)
  })
  .get('/session', (c) => {
    const { actor } = c.get('ctx')
    if (!isPerson(actor)) {
      throw new Problem('unauthenticated', {
        fr: 'Personne n’est connecté. Demandez un code de connexion avec votre adresse.',
        en: 'Nobody is signed in. Ask for a sign-in code with your address.',
      })
    }
    const shown: SessionShown = {
      email: actor.email,
      organiser: actor.kind === 'organiser',
      role: actor.kind,
      person: actor.person,
    }
    return c.json(shown)
  })

/** What the sign-in cookie remembers between the two pages. */
export function readSignInCookie(c: Request): { email: string; next?: string } {
  try {
    const { email, next } = JSON.parse(getCookie(c, 'binome-sign-in') ?? '{}') as Record<string, unknown>
    return { email: typeof email === 'string' ? email : '', next: safeNext(next) }
  } catch {
    return { email: '' }
  }
}

/** Only our own pages may follow a sign-in (ASVS 3.7.2). */
export function safeNext(next: unknown): string | undefined {
  const isOurs = /^\/(fr|en)\/((me|console)\/[\w/?=&.-]*|programmes\/[a-z0-9-]+\/documents\/[a-z0-9/-]*)$/
  return typeof next === 'string' && isOurs.test(next) ? next : undefined
}

async function askForCode(c: Request, email: string, language: Language): Promise<void> {
  const { db, now, wake } = c.get('ctx')
  await countAgainst(db, `code:${await hashToken(email)}`, 5, QUARTER_MS, now)
  await countAgainst(db, `codes:${await networkKey(c)}`, 100, QUARTER_MS, now)
  c.set('language', language)
  try {
    await openSignIn(c).api.sendVerificationOTP({ body: { email, type: 'sign-in' } })
  } catch (error) {
    // An address that the library cannot write to is answered like any unknown one.
    if (!(error instanceof APIError)) throw error
  }
  wake({ job: 'mails' })
}

/** Trades a code for a session; null where the code is not valid. */
async function trade(c: Request, email: string | null, code: string): Promise<Response | null> {
  if (email === null || !/^\d{6}$/.test(code)) return null
  const { db, now } = c.get('ctx')
  await countAgainst(db, `tries:${await hashToken(email)}`, 20, QUARTER_MS, now)
  const answer = await openSignIn(c).api.signInEmailOTP({
    body: { email, otp: code },
    headers: new Headers(),
    asResponse: true,
  })
  return answer.ok ? answer : null
}

function cookiesOf(answer: Response): { 'set-cookie': string[] } {
  return { 'set-cookie': answer.headers.getSetCookie() }
}
