import type { Language } from '#domain/language.ts'
import { Problem, type ProblemKind } from '#domain/problem.ts'
import type { Request } from './service-context.ts'

/** Status and title of each kind (RFC 9457); its `type` is a page of the site that tells how to mend it. */
export const PROBLEMS: Record<ProblemKind, { status: number; title: Record<Language, string> }> = {
  invalid: {
    status: 422,
    title: { fr: 'Des informations sont à corriger', en: 'Some information needs correcting' },
  },
  unauthenticated: { status: 401, title: { fr: 'Connexion nécessaire', en: 'Sign-in needed' } },
  forbidden: { status: 403, title: { fr: 'Accès refusé', en: 'Access refused' } },
  'not-found': { status: 404, title: { fr: 'Introuvable', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { fr: 'Méthode non prévue', en: 'Method not allowed' } },
  conflict: {
    status: 409,
    title: { fr: 'Conflit avec l’état actuel', en: 'Conflict with the present state' },
  },
  closed: { status: 410, title: { fr: 'Trop tôt ou trop tard', en: 'Too early or too late' } },
  stale: { status: 412, title: { fr: 'Version dépassée', en: 'Version out of date' } },
  'too-large': { status: 413, title: { fr: 'Envoi trop volumineux', en: 'Request too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { fr: 'Format non pris en charge', en: 'Unsupported format' },
  },
  'too-many': { status: 429, title: { fr: 'Trop de demandes', en: 'Too many requests' } },
  unavailable: { status: 503, title: { fr: 'Service en démarrage', en: 'Service starting' } },
}

/** The answer that a refusal becomes. Anything that is not a Problem is a bug: logged whole, told without a word of it. */
export function problemAnswer(c: Request, error: unknown): Response {
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
      ...(error.kind === 'too-many' || error.kind === 'unavailable' ? { 'retry-after': '60' } : {}),
    },
  )
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
