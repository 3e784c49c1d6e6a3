import { findPairWithPeople, type PairWithPeople } from '#db/queries/pair.ts'
import { findParticipant, type ParticipantRow } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import type { Role } from '#domain/participant.ts'
import { personOf } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import type { Context } from './context.ts'

/** A pair as one of its two people sees it. */
export interface OwnPair extends PairWithPeople {
  row: ProgrammeRow
  role: Role
  /** Whoever asks. */
  me: PersonRow
  partner: PersonRow
  participant: ParticipantRow
}

/**
 * One’s own pair.
 * @throws Problem `not-found` for somebody else’s, which looks like one that is not there.
 */
export async function loadOwnPair(ctx: Context, id: string): Promise<OwnPair> {
  const personId = personOf(ctx.actor)
  const found = await findPairWithPeople(ctx.db, id)
  const role = found?.mentor.id === personId ? 'mentor' : found?.mentee.id === personId ? 'mentee' : null
  if (!found || role === null) throw notFound({ fr: 'Binôme', en: 'Pair' })
  const [row, participant] = await Promise.all([
    getProgrammeById(ctx.db, found.pair.programme_id),
    findParticipant(ctx.db, found.pair[`${role}_id`]),
  ])
  return {
    ...found,
    row,
    role,
    me: found[role],
    partner: role === 'mentor' ? found.mentee : found.mentor,
    participant: participant as ParticipantRow,
  }
}

/** @throws Problem `closed` where the pair has ended: what is over no longer changes. */
export function assertLive({ pair }: OwnPair): void {
  if (pair.state !== 'ended') return
  throw new Problem('closed', {
    fr: 'Ce binôme est terminé\u00a0: cela ne change plus. Votre espace montre ce que vous pouvez encore faire.',
    en: 'This pair has ended: this no longer changes. Your space shows what you can still do.',
  })
}
