import type { SQLWrapper } from 'drizzle-orm'
import type { PreparationClosure, PreparationView } from '#contract/preparation.ts'
import type { MailToSend } from '#db/queries/mail.ts'
import { findCoach } from '#db/queries/organiser.ts'
import type { ParticipantRow } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import {
  findPreparation,
  hasOpenPreparation,
  insertPreparation,
  listNamedAmong,
  listPreparationsOfPair,
  type PreparationWithPeople,
  updatePreparation,
} from '#db/queries/preparation.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { ROLES, type Role } from '#domain/participant.ts'
import { authorise } from '#domain/permission.ts'
import { exposedRole, mayWaive, PREPARATION_MS, preparationReasons } from '#domain/preparation.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { actorName, type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import type { OwnPair } from './own-pair.ts'

interface Side {
  participant: ParticipantRow
  person: PersonRow
}

/**
 * What comes before session 1 of a pair that starts, to be written in its batch: one talk for each person who needs one,
 * with a mail that says so.
 */
export async function preparationsFor(
  ctx: Context,
  starting: { programme: ProgrammeRow; pairId: string; isException: boolean } & Record<Role, Side>,
): Promise<{ rows: SQLWrapper[]; mails: MailToSend[]; exposed: boolean }> {
  const { programme, pairId, isException, mentor, mentee } = starting
  const named = await listNamedAmong(ctx.db, programme.id, [mentor.person.id, mentee.person.id])
  const standing = ({ person }: Side) => ({ rank: person.grade_rank, isNamed: named.has(person.id) })
  const exposed = exposedRole(
    { mentor: standing(mentor), mentee: standing(mentee) },
    PROGRAMME_KINDS[programme.kind].senior,
    programme.exposure_gap,
  )
  const rows: SQLWrapper[] = []
  const mails: MailToSend[] = []
  for (const role of ROLES) {
    const { participant, person } = starting[role]
    const reasons = preparationReasons({
      role,
      isExposed: exposed === role,
      isException,
      coach: participant.answers.COACH,
      frankness: participant.answers.MS6,
    })
    if (reasons.length === 0) continue
    const row = {
      id: ctx.newId('prp'),
      programme_id: programme.id,
      pair_id: pairId,
      participant_id: participant.id,
      reasons,
      state: 'open',
      outcome: null,
      decided_by: null,
      decided_at: null,
      due_at: ctx.now + PREPARATION_MS,
      version: 1,
      created_at: ctx.now,
    } as const
    rows.push(insertPreparation(ctx.db, row))
    mails.push(...mailTo(ctx, programme, 'preparation-opened', person, row.id))
  }
  return { rows, mails, exposed: exposed !== null }
}

/** @throws Problem `closed` while a talk with a coach still comes before session 1 of the pair (P29). */
export async function assertPrepared(ctx: Context, pairId: string): Promise<void> {
  if (!(await hasOpenPreparation(ctx.db, pairId))) return
  throw new Problem('closed', {
    fr: 'Un échange de préparation vient d’abord\u00a0: la première séance se fixe juste après. L’équipe du programme vous écrit pour en convenir.',
    en: 'A talk to prepare comes first: the first session is set right after it. The programme team writes to you to arrange it.',
  })
}

/**
 * The talk took place, or is not needed for a reason that is written down. Organisers and coaches close it, or a key that
 * may write pairs.
 * @throws Problem `invalid` for a waiver without a reason, `conflict` where coaching is compulsory, `closed` where it was
 * decided already.
 */
export async function closePreparation(
  ctx: Context,
  id: string,
  { state, outcome }: PreparationClosure,
): Promise<PreparationWithPeople> {
  if (ctx.actor.kind !== 'coach') authorise(ctx.actor, 'pairs:write')
  const found = await findPreparation(ctx.db, id)
  if (!found) throw notFound({ fr: 'Préparation', en: 'Preparation' })
  assertClosable(found, state, outcome)
  const version = found.preparation.version + 1
  const set = { state, outcome, decided_by: actorName(ctx.actor), decided_at: ctx.now, version }
  await commit(ctx, {
    event: {
      type: 'preparation.closed',
      subject: id,
      version,
      data: { preparation: id, pair: found.pair.id, programme: found.programme, state },
    },
    writes: [updatePreparation(ctx.db, id, set)],
  })
  return { ...found, preparation: { ...found.preparation, ...set } }
}

function assertClosable(
  { preparation }: PreparationWithPeople,
  state: PreparationClosure['state'],
  outcome: string | null,
): void {
  if (preparation.state !== 'open') {
    throw new Problem('closed', {
      fr: 'Cette préparation est déjà close. Il n’y a plus rien à faire.',
      en: 'This preparation is closed already. There is nothing left to do.',
    })
  }
  if (state === 'held') return
  if (outcome === null) {
    const detail = {
      fr: 'Écrivez en une phrase pourquoi l’échange n’est pas nécessaire.',
      en: 'Write in a sentence why the talk is not needed.',
    }
    throw new Problem('invalid', detail, [{ pointer: '/outcome', detail }])
  }
  if (mayWaive(preparation.reasons)) return
  throw new Problem('conflict', {
    fr: 'Ce binôme existe par une exception à la règle hiérarchique\u00a0: l’accompagnement y est obligatoire. Tenez l’échange, puis notez-le comme fait.',
    en: 'This pair exists by an exception to the reporting line: coaching is compulsory there. Hold the talk, then mark it as held.',
  })
}

/** Whether the team’s words on a talk are for this reader: they are the team’s own, and no machine needs them. */
export function mayReadOutcome({ actor }: Context): boolean {
  return actor.kind === 'coach' || actor.kind === 'organiser'
}

/** What comes first for whoever asks, with their own reasons; of the other person no more than that something does. */
export async function loadPreparations(ctx: Context, own: OwnPair): Promise<PreparationView> {
  const { pair, participant, row } = own
  const [preparations, coach] = await Promise.all([
    listPreparationsOfPair(ctx.db, pair.id),
    pair.coach_id === null ? null : findCoach(ctx.db, pair.coach_id),
  ])
  const mine = preparations.find(({ participant_id: whose }) => whose === participant.id) ?? null
  return {
    pair: pair.id,
    time_zone: row.time_zone,
    mine: mine && { state: mine.state, reasons: mine.reasons, due_at: mine.due_at },
    is_partner_preparing: preparations.some(({ id, state }) => state === 'open' && id !== mine?.id),
    coach: coach ? { name: coach.name, email: coach.email } : null,
  }
}
