import { PROBLEMS } from '#contract/problem.ts'
import { storeFailure } from '#db/failure.ts'
import { Problem } from '#domain/problem.ts'
import type { Request } from './service-context.ts'

/** The answer that a refusal becomes. Anything that is not a Problem is a bug: logged whole, told without a word of it. */
export function problemAnswer(c: Request, thrown: unknown): Response {
  const error = isStoreAway(thrown) ? unavailable() : thrown
  const language = c.get('language') ?? 'fr'
  if (!(error instanceof Problem)) {
    console.error(JSON.stringify({ request: c.get('requestId'), path: c.req.path, error: describe(error) }))
    return c.json(
      {
        type: 'about:blank',
        title: language === 'fr' ? 'Erreur de notre côté' : 'An error on our side',
        status: 500,
        detail:
          language === 'fr'
            ? 'Rien n’a été enregistré. Réessayez dans quelques minutes.'
            : 'Nothing was saved. Try again in a few minutes.',
        instance: c.get('requestId'),
      },
      500,
      { 'content-type': 'application/problem+json' },
    )
  }
  const { status, title } = PROBLEMS[error.kind]
  return c.json(
    {
      type: `/${language}/problems/${error.kind}/`,
      title: title[language],
      status,
      detail: error.detail[language],
      instance: c.get('requestId'),
      ...(error.errors.length
        ? { errors: error.errors.map(({ pointer, detail }) => ({ pointer, detail: detail[language] })) }
        : {}),
    },
    status as 400,
    {
      'content-type': 'application/problem+json',
      ...(error.kind === 'unauthenticated' ? { 'www-authenticate': 'Bearer' } : {}),
      ...retryAfter(error),
    },
  )
}

function retryAfter({ kind, retryAfterSeconds }: Problem): Record<string, string> {
  const seconds = retryAfterSeconds ?? (kind === 'too-many' || kind === 'unavailable' ? 60 : null)
  return seconds === null ? {} : { 'retry-after': String(seconds) }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * The store is busy, restarting, or not yet migrated: nobody’s fault, and over in a moment.
 * The sign-in library tells no cause: all that it looks up is in the store as well.
 */
function isStoreAway(error: unknown): boolean {
  if (storeFailure(error) !== null) return true
  for (let at = error; at instanceof Error; at = at.cause) {
    if (/D1_ERROR: no such table|^APIError: Failed to get session/.test(String(at))) return true
  }
  return false
}

function unavailable(): Problem {
  return new Problem('unavailable', {
    fr: 'Le service n’atteint pas ses données pour le moment. Recommencez dans une minute\u00a0: avec une «\u00a0Idempotency-Key\u00a0», rien n’est fait deux fois.',
    en: 'The service cannot reach its data for the moment. Try again in a minute: with an “Idempotency-Key” nothing is done twice.',
  })
}
