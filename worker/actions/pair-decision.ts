import {
  deletePairDecision,
  findPairDecision,
  insertPairDecision,
  type PairDecisionRow,
} from '#db/queries/pair-decision.ts'
import { findPerson, type PersonRow } from '#db/queries/person.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import type { Both } from '#domain/language.ts'
import type { PairDecision } from '#domain/match-run.ts'
import { authorise } from '#domain/permission.ts'
import { referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { inOneLine } from '#domain/reporting-line.ts'
import { type Context, commit } from './context.ts'
import { loadAppraisalLevels } from './named-group.ts'
import { getProgramme } from './programme.ts'

/** Two people of a programme about whom something is decided. */
interface Two {
  programme: ProgrammeRow
  mentor: PersonRow
  mentee: PersonRow
}

const OPPOSITE: Record<PairDecision, Both> = {
  lock: {
    fr: 'Une interdiction tient ces deux personnes à l’écart. Levez-la avant de les réunir.',
    en: 'A ban keeps these two people apart. Lift it before you bring them together.',
  },
  ban: {
    fr: 'Ces deux personnes sont réunies par une décision. Retirez-la avant de les tenir à l’écart.',
    en: 'A lock brings these two people together. Remove it before you keep them apart.',
  },
}

/**
 * Decides that the next run pairs two people (lock, done once both have been told) or that none does (ban); twice the
 * same changes nothing.
 * @throws Problem `not-found` for people nobody knows, `conflict` where the opposite was decided, or where a lock would
 *   join two people of one reporting line. What else forbids a locked pair is said by the run, which then fails.
 */
export async function putPairDecision(
  ctx: Context,
  slug: string,
  mentorReference: string,
  menteeReference: string,
  decision: PairDecision,
): Promise<{ row: PairDecisionRow; created: boolean }> {
  authorise(ctx.actor, 'match-runs:write')
  const two = await findTwo(ctx, slug, mentorReference, menteeReference)
  const { programme, mentor, mentee } = two
  const before = await findPairDecision(ctx.db, programme.id, mentor.id, mentee.id)
  if (before && before.decision !== decision) throw new Problem('conflict', OPPOSITE[decision])
  if (before) return { row: before, created: false }
  if (decision === 'lock') await assertApart(ctx, two)
  const row: PairDecisionRow = {
    id: ctx.newId('dec'),
    programme_id: programme.id,
    mentor_person_id: mentor.id,
    mentee_person_id: mentee.id,
    decision,
    created_at: ctx.now,
  }
  try {
    await commit(ctx, {
      event: { type: `${decision}.created`, subject: row.id, version: 1, data: eventData(two, row.id) },
      writes: [insertPairDecision(ctx.db, row)],
    })
  } catch (error) {
    // Somebody decided the same in the same moment: it stands.
    const there = await findPairDecision(ctx.db, programme.id, mentor.id, mentee.id)
    if (there?.decision !== decision) throw error
    return { row: there, created: false }
  }
  return { row, created: true }
}

/** Takes a lock or a ban back; where there is none, nothing changes. */
export async function removePairDecision(
  ctx: Context,
  slug: string,
  mentorReference: string,
  menteeReference: string,
  decision: PairDecision,
): Promise<void> {
  authorise(ctx.actor, 'match-runs:write')
  const two = await findTwo(ctx, slug, mentorReference, menteeReference)
  const row = await findPairDecision(ctx.db, two.programme.id, two.mentor.id, two.mentee.id)
  if (row?.decision !== decision) return
  await commit(ctx, {
    event: { type: `${decision}.deleted`, subject: row.id, version: 2, data: eventData(two, row.id) },
    writes: [deletePairDecision(ctx.db, row.id)],
  })
}

function eventData({ programme, mentor, mentee }: Two, id: string) {
  return {
    pair_decision: id,
    programme: programme.slug,
    mentor: referenceOf(mentor),
    mentee: referenceOf(mentee),
  }
}

async function findTwo(ctx: Context, slug: string, mentorRef: string, menteeRef: string): Promise<Two> {
  const programme = await getProgramme(ctx, slug)
  const [mentor, mentee] = await Promise.all([findPerson(ctx.db, mentorRef), findPerson(ctx.db, menteeRef)])
  if (!mentor) throw notFound({ fr: 'Mentor', en: 'Mentor' })
  if (!mentee) throw notFound({ fr: 'Personne mentorée', en: 'Mentee' })
  if (mentor.id === mentee.id) {
    throw new Problem('invalid', {
      fr: 'Il faut deux personnes différentes pour un binôme.',
      en: 'A pair needs two different people.',
    })
  }
  return { programme, mentor, mentee }
}

async function assertApart(ctx: Context, { programme, mentor, mentee }: Two): Promise<void> {
  const references = [referenceOf(mentor), referenceOf(mentee)] as const
  const [hierarchy, levels] = await Promise.all([
    hierarchyAbove(ctx.db, references),
    loadAppraisalLevels(ctx, [programme.id]),
  ])
  if (!inOneLine(hierarchy, ...references, levels.get(programme.id))) return
  throw new Problem('conflict', {
    fr: 'L’une de ces deux personnes est au-dessus de l’autre dans la hiérarchie\u00a0: elles ne peuvent pas former un binôme. Choisissez une autre personne, ou décidez d’une exception pour un groupe nommé.',
    en: 'One of these two people is above the other in the hierarchy: they cannot be a pair. Choose somebody else, or decide on an exception for a named group.',
  })
}
