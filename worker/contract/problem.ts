import * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import type { ProblemKind } from '#domain/problem.ts'

/** Status and title of each kind (RFC 9457); its `type` is a page of the site that tells how to mend it. */
export const PROBLEMS: Record<ProblemKind, { status: number; title: Both }> = {
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
  'already-received': {
    status: 409,
    title: { fr: 'Demande déjà reçue', en: 'Request already received' },
  },
  'key-reused': {
    status: 422,
    title: { fr: '«\u00a0Idempotency-Key\u00a0» déjà utilisée', en: '“Idempotency-Key” already used' },
  },
  'too-large': { status: 413, title: { fr: 'Envoi trop volumineux', en: 'Request too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { fr: 'Format non pris en charge', en: 'Unsupported format' },
  },
  'too-many': { status: 429, title: { fr: 'Trop de demandes', en: 'Too many requests' } },
  unavailable: { status: 503, title: { fr: 'Service en démarrage', en: 'Service starting' } },
}

/** A refusal as it leaves (RFC 9457); `errors` names the fields that are wrong by JSON pointer (RFC 6901). */
export const problemShown = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.string(),
  instance: v.string(),
  errors: v.optional(v.array(v.strictObject({ pointer: v.string(), detail: v.string() }))),
})
