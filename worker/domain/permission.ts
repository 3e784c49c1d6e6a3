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

/**
 * What somebody of the programme team may be: organisers run programmes, coaches stand by pairs, consultants learn, HR
 * correspondents see one subsidiary.
 */
export const STAFF_ROLES = ['organiser', 'coach', 'consultant', 'correspondent'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * What coaches and consultants may do with the doors of organisers. A coach sees who takes part and which pairs there
 * are, never what people answered; a consultant sees totals only, through `authoriseTotals` (design.md, Roles; P21, C33).
 */
const ROLE_SCOPES: Record<Exclude<StaffRole, 'organiser'>, readonly Scope[]> = {
  coach: ['participants:read', 'pairs:read'],
  consultant: [],
  correspondent: [],
}

/** Who is asking. An organiser may do all that the console offers; a participant only their own things. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'key'; id: string; scopes: readonly Scope[] }
  | { kind: StaffRole; id: string; email: string; person: string | null; subsidiary: string | null }
  | { kind: 'participant'; person: string; email: string }
  | { kind: 'job'; id: string }

export function mayDo(actor: Actor, scope: Scope): boolean {
  if (actor.kind === 'job' || actor.kind === 'organiser') return true
  if (isStaff(actor)) return ROLE_SCOPES[actor.kind].includes(scope)
  if (actor.kind === 'key') return actor.scopes.includes('*') || actor.scopes.includes(scope)
  return false
}

/** The first scope that the actor lacks, or undefined: nobody hands out more than they have. */
export function scopeBeyond(actor: Actor, scopes: readonly Scope[]): Scope | undefined {
  return scopes.find((scope) => !mayDo(actor, scope))
}

/** What is left of scopes that were granted once, of those held today. `*` stands for all. */
export function narrowScopes(granted: readonly Scope[], held: readonly Scope[]): readonly Scope[] {
  if (granted.includes('*')) return held
  return held.includes('*') ? granted : granted.filter((scope) => held.includes(scope))
}

/** Throws unless the actor may use the scope and, where they are of the team, organises: answers, messages. */
export function authoriseOrganiser(actor: Actor, scope: Scope): void {
  authorise(actor, scope)
  if (isStaff(actor) && actor.kind !== 'organiser') {
    throw new Problem('forbidden', {
      fr: 'Seules les personnes qui organisent le programme voient cela. Demandez-leur ce dont vous avez besoin.',
      en: 'Only the people who organise the programme see this. Ask them for what you need.',
    })
  }
}

/** Somebody who signed in with an address of theirs. */
export type PersonActor = Exclude<Actor, { kind: 'anonymous' | 'key' | 'job' }>

export function isPerson(actor: Actor): actor is PersonActor {
  return actor.kind === 'participant' || isStaff(actor)
}

/** Somebody of the programme team, in whatever role. */
export type StaffActor = Extract<Actor, { kind: StaffRole }>

export function isStaff(actor: Actor): actor is StaffActor {
  return (STAFF_ROLES as readonly string[]).includes(actor.kind)
}

/**
 * Whether somebody may read the pulses of a pair and what follows from them: its coach and the referent of the programme,
 * and nobody else (questionnaires.md §9). An organiser without one of these two charges sees a class.
 */
export function mayReadPulses(
  actor: Actor,
  programme: { referent_id: string | null },
  pair: { coach_id: string | null },
): boolean {
  if (actor.kind !== 'organiser' && actor.kind !== 'coach') return false
  return actor.id === programme.referent_id || actor.id === pair.coach_id
}

/** Throws unless the actor may read totals about a programme: who may read programmes, coaches and consultants. */
export function authoriseTotals(actor: Actor): void {
  // A correspondent sees one subsidiary, and a total of all would tell about the others.
  if (!isStaff(actor) || actor.kind === 'correspondent') authorise(actor, 'programmes:read')
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

/** What a correspondent may read, of one subsidiary: who takes part, and which pairs there are. */
const WITHIN_SUBSIDIARY: readonly Scope[] = ['participants:read', 'pairs:read']

/**
 * Throws as `authorise` does, and lets HR correspondents in as well, as far as their subsidiary goes (design.md, Roles).
 * A correspondent of no subsidiary sees nobody, and is refused.
 * @returns the subsidiary to which all that is shown is limited; null for whoever sees everybody.
 */
export function limitsOf(actor: Actor, scope: Scope): { subsidiary: string | null } {
  if (actor.kind === 'correspondent' && actor.subsidiary !== null && WITHIN_SUBSIDIARY.includes(scope)) {
    return { subsidiary: actor.subsidiary }
  }
  authorise(actor, scope)
  return { subsidiary: null }
}

/** The person behind a session, or a refusal: keys and jobs never speak for a person. */
export function personOf(actor: Actor): string {
  if ('person' in actor && actor.person) return actor.person
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
