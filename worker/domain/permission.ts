import { Problem } from './problem.ts'

const NOUNS = [
  'employees',
  'participants',
  'programmes',
  'match-runs',
  'pairs',
  'events',
  'webhooks',
  'keys',
  'organisers',
] as const

/** The closed list of scopes a key may carry. */
export const SCOPES = [
  ...NOUNS.flatMap((noun) => [`${noun}:read`, `${noun}:write`] as const),
  'sign-ups:write',
  'scim',
  '*',
] as const
export type Scope = (typeof SCOPES)[number]

/** Who is asking. An organiser may do all that the console offers; a participant only their own things. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'key'; id: string; scopes: readonly Scope[] }
  | { kind: 'organiser'; id: string; email: string; person: string | null }
  | { kind: 'participant'; person: string; email: string }
  | { kind: 'job'; id: string }

export function mayDo(actor: Actor, scope: Scope): boolean {
  if (actor.kind === 'job' || actor.kind === 'organiser') return true
  if (actor.kind === 'key') return actor.scopes.includes('*') || actor.scopes.includes(scope)
  return false
}

/** Throws unless the actor may use the scope: 401 for nobody, 403 for somebody else. */
export function authorise(actor: Actor, scope: Scope): void {
  if (mayDo(actor, scope)) return
  if (actor.kind === 'anonymous') {
    throw new Problem('unauthenticated', {
      fr: 'Cette action demande une clé d’accès ou une connexion. Ajoutez l’en-tête « Authorization: Bearer … » ou connectez-vous.',
      en: 'This needs an API key or a session. Add the header “Authorization: Bearer …” or sign in.',
    })
  }
  throw new Problem('forbidden', {
    fr: `Cet accès ne comprend pas le droit « ${scope} ». Demandez-le à l’équipe du programme.`,
    en: `This access lacks the scope “${scope}”. Ask the programme team for it.`,
  })
}

/** The person behind a session, or a refusal: keys and jobs never speak for a person. */
export function personOf(actor: Actor): string {
  if ((actor.kind === 'participant' || actor.kind === 'organiser') && actor.person) return actor.person
  if (actor.kind === 'anonymous') {
    throw new Problem('unauthenticated', {
      fr: 'Connectez-vous à votre espace pour continuer.',
      en: 'Sign in to your space to continue.',
    })
  }
  throw new Problem('forbidden', {
    fr: 'Seule la personne concernée peut faire cela, depuis son espace.',
    en: 'Only the person concerned can do this, from their own space.',
  })
}
