import type { PersonShown } from '#contract/explanation.ts'
import { listNamedPeople, type NamedPerson } from '#db/queries/explanation.ts'
import { findMatchRun, type MatchRunRow } from '#db/queries/match-run.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Choice, WishFailure } from '#matching/wishes.ts'
import type { Context } from './context.ts'
import { chooseAgain, type FrozenRun, loadFrozenRun } from './frozen-run.ts'

/** Beyond so many possible pairs, what asks for solving or reading all of them again is not told on the spot. */
export const PAIRS_MAX = 300_000

/** A run that can be explained, with everything that was decided from and the choice itself. */
export interface ExplainedRun extends FrozenRun {
  choice: Choice
}

/**
 * A run that was computed, even if another took its place since.
 * @throws Problem `not-found`, or `conflict` where there is nothing to explain, saying what to do
 */
export async function getComputedRun(ctx: Context, id: string): Promise<MatchRunRow> {
  const run = await findMatchRun(ctx.db, id)
  if (!run) throw notFound({ fr: 'Tour d’appariement', en: 'Match run' })
  if (run.completed_at !== null) return run
  throw new Problem(
    'conflict',
    run.state === 'failed'
      ? {
          fr: 'Ce tour n’a pas abouti\u00a0: il n’y a rien à expliquer. Lisez ce qui l’a arrêté, puis demandez un nouveau tour.',
          en: 'This run did not succeed, so there is nothing to explain. Read what stopped it, then ask for a new run.',
        }
      : run.state === 'superseded'
        ? {
            fr: 'Un autre tour a pris la place de celui-ci avant son calcul. Ouvrez le tour le plus récent.',
            en: 'Another run took the place of this one before it was computed. Open the newest run.',
          }
        : {
            fr: 'Ce tour n’est pas encore calculé. Revenez dans une minute.',
            en: 'This run is not computed yet. Come back in a minute.',
          },
  )
}

/** Whether a run is small enough for all its pairs to be looked at again at once. */
export function isSmall({ arcs, mentors, mentees }: MatchRunRow): boolean {
  return (arcs ?? 0) <= PAIRS_MAX && (mentors ?? 0) * (mentees ?? 0) <= PAIRS_MAX
}

/** @throws Problem `invalid` where a run is too large for what is asked */
export function assertSmall(run: MatchRunRow): void {
  if (isSmall(run)) return
  throw new Problem('invalid', {
    fr: `Ce tour compte plus de ${PAIRS_MAX.toLocaleString('fr')} binômes possibles\u00a0: ce calcul serait trop long ici. Les binômes, leurs raisons et les personnes en attente restent consultables.`,
    en: `This run has more than ${PAIRS_MAX.toLocaleString('en')} possible pairs: this would take too long to work out here. The pairs, their reasons and who waits can still be read.`,
  })
}

/**
 * Loads a computed run as it was decided, and makes its choice once more.
 * @throws Problem `conflict` where the run is too old to have kept what it was decided from, or no longer holds
 */
export async function loadExplainedRun(ctx: Context, run: MatchRunRow): Promise<ExplainedRun> {
  try {
    const frozen = await loadFrozenRun(ctx, run.id)
    return { ...frozen, choice: chooseAgain(frozen) }
  } catch (error) {
    if (!(error instanceof WishFailure) && !(error instanceof Problem && error.kind === 'conflict'))
      throw error
    throw new Problem('conflict', {
      fr: 'Ce tour n’a pas gardé de quoi refaire ses choix. Demandez un nouveau tour\u00a0: il s’expliquera.',
      en: 'This run did not keep what is needed to make its choices again. Ask for a new run: it will explain itself.',
    })
  }
}

/** Names people by participant. Who was erased since keeps only a reference. */
export async function loadNames(
  ctx: Context,
  participants: Iterable<{ id: string; person: string }>,
): Promise<(participant: { id: string; person: string }) => PersonShown> {
  const found = new Map<string, NamedPerson>()
  const ids = new Set([...participants].map(({ id }) => id))
  for (const person of await listNamedPeople(ctx.db, [...ids])) found.set(person.id, person)
  return ({ id, person }) => {
    const known = found.get(id)
    return known
      ? showPerson(known)
      : { person, name: person, job_family: null, subsidiary: null, site: null }
  }
}

/** A person as organisers read them. */
export function showPerson({
  person,
  given_name,
  family_name,
  job_family,
  subsidiary,
  site,
}: Omit<NamedPerson, 'id'>): PersonShown {
  return { person, name: `${given_name} ${family_name}`, job_family, subsidiary, site }
}
