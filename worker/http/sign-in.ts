import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { emailOTP } from 'better-auth/plugins/email-otp'
import type { Database } from '#db/commit.ts'
import { insertMails } from '#db/queries/mail.ts'
import { signInAccounts, signInSessions, signInUsers, signInVerifications } from '#db/schema/sign-in.ts'
import type { Language } from '#domain/language.ts'
import type { Settings } from '../settings.ts'

const CODE_MINUTES = 10

/** What the sign-in library needs of one request. */
interface SignInParts {
  db: Database
  settings: Settings
  now: () => number
  newMailId: () => string
  /** The language of the page that asks; a mailed code speaks it. */
  language: Language
  /** Told once for each session that opens, by whatever way somebody signed in. */
  opened: (userId: string, sessionId: string) => Promise<void>
}

/**
 * Sign-in by a mailed one-time code: six digits, ten minutes, three tries, kept as a hash.
 * Never creates a user: an unknown address gets the same answer and no mail.
 */
export function signInLibrary({ db, settings, now, newMailId, language, opened }: SignInParts) {
  return betterAuth({
    baseURL: settings.baseUrl,
    secret: settings.secret,
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: {
        user: signInUsers,
        session: signInSessions,
        account: signInAccounts,
        verification: signInVerifications,
      },
    }),
    session: { expiresIn: 30 * 86_400, updateAge: 86_400 },
    databaseHooks: { session: { create: { after: ({ userId, id }) => opened(userId, id) } } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieName(settings),
          attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.secure },
        },
      },
    },
    plugins: [
      emailOTP({
        disableSignUp: true,
        otpLength: 6,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: 3,
        storeOTP: 'hashed',
        async sendVerificationOTP({ email, otp }) {
          const id = newMailId()
          for (const statement of insertMails(
            [
              {
                id,
                key: `sign-in-code:${id}`,
                template: 'sign-in-code',
                language,
                to: email,
                facts: { code: otp, link: `${settings.baseUrl}/${language}/me/code/` },
              },
            ],
            now(),
          )) {
            await db.run(statement)
          }
        },
      }),
    ],
  })
}

export type SignIn = ReturnType<typeof signInLibrary>

/** `__Host-` binds the cookie to this very host; browsers accept it on https alone. */
export function cookieName(settings: Settings): string {
  return settings.secure ? '__Host-binome' : 'binome'
}
