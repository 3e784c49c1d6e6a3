import { sql } from 'drizzle-orm'
import {
  answerInvitations,
  findInvitationByToken,
  type InvitationFound,
  listLapsedInvitations,
} from '#db/queries/invitation.ts'
import { updateParticipant } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { Role } from '#domain/participant.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { hasEnded } from './designation.ts'
import { type CheckedSignUp, enrol } from './participant.ts'
import { hashToken } from './token.ts'

/** An invitation that still waits for an answer. */
export interface Invitation {
  programme_id: string
  person: PersonRow
  role: Role
  proposed_by: string
}

/** What a link leads to: an open invitation, one that was answered or ran out, or nothing at all. */
export type InvitationState =
  | { state: 'open'; invitation: Invitation; found: InvitationFound }
  | { state: 'accepted' | 'declined' | 'over'; programme_id: string }
  | null

/** Looks behind a link; opening it consumes nothing. */
export async function findInvitation(ctx: Context, token: string): Promise<InvitationState> {
  if (!/^[0-9A-Za-z]{20,100}$/.test(token)) return null
  const found = await findInvitationByToken(ctx.db, await hashToken(token))
  if (!found) return null
  const { invitation, participant, person } = found
  const { programme_id, role, proposed_by } = participant
  if (participant.state === 'active') return { state: 'accepted', programme_id }
  if (invitation.answered_at !== null) return { state: 'declined', programme_id }
  if (participant.state !== 'pending' || ctx.now >= invitation.expires_at || !person.active) {
    return { state: 'over', programme_id }
  }
  return {
    state: 'open',
    invitation: { programme_id, person, role, proposed_by: proposed_by ?? '' },
    found,
  }
}

/** The invitation behind a link, null where it cannot be answered any more or never was. */
export async function readInvitation(ctx: Context, token: string): Promise<Invitation | null> {
  const seen = await findInvitation(ctx, token)
  return seen?.state === 'open' ? seen.invitation : null
}

/**
 * A designated person says yes: they become active with their own answers and consents (C6, P31). The link proves the
 * address it was mailed to, so there is nothing left to confirm. Valid for its thirty days, whether or not sign-ups are
 * open to everybody.
 * @throws Problem `not-found` for a link that never was, `closed` for one that is over, `invalid` for another role.
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
): Promise<void> {
  const { invitation, found } = await openInvitation(ctx, token)
  if (invitation.programme_id !== programme.id) throw notFound({ fr: 'Invitation', en: 'Invitation' })
  if (hasEnded(programme, ctx.now)) throw tooLate()
  if (signUp.role !== invitation.role && signUp.role !== 'both') {
    throw new Problem('invalid', {
      fr: 'Cette invitation concerne l’autre rôle. Pour le rôle que vous préférez, inscrivez-vous depuis la page du programme.',
      en: 'This invitation is for the other role. For the role you prefer, sign up from the programme’s page.',
    })
  }
  const { person } = invitation
  await enrol(
    ctx,
    programme,
    { ...signUp, person: null, proved: person.id, email: person.email },
    answerInvitations(ctx.db, found.participant.id, ctx.now),
  )
}

/**
 * A designated person would rather not. Only that an answer was given is kept: to everybody else the participation
 * looks like any other invitation that waits, until it runs out like one (C6, P31).
 * @throws Problem as `acceptInvitation`
 */
export async function declineInvitation(ctx: Context, token: string): Promise<{ programmeId: string }> {
  const seen = await findInvitation(ctx, token)
  if (seen?.state === 'declined') return { programmeId: seen.programme_id }
  const { found, invitation } = await openInvitation(ctx, token)
  const { id } = found.invitation
  await commit(ctx, {
    event: { type: 'invitation.answered', subject: id, version: 1, data: { invitation: id } },
    guards: [sql`(SELECT state = 'pending' FROM participants WHERE id = ${found.participant.id})`],
    writes: [answerInvitations(ctx.db, found.participant.id, ctx.now)],
  })
  return { programmeId: invitation.programme_id }
}

async function openInvitation(ctx: Context, token: string) {
  const seen = await findInvitation(ctx, token)
  if (!seen) throw notFound({ fr: 'Invitation', en: 'Invitation' })
  if (seen.state !== 'open') throw tooLate()
  return seen
}

function tooLate(): Problem {
  return new Problem('closed', {
    fr: 'Cette invitation n’attend plus de réponse. Si vous souhaitez participer, inscrivez-vous depuis la page du programme, ou écrivez à son équipe.',
    en: 'This invitation no longer awaits an answer. If you would like to take part, sign up from the programme’s page, or write to its team.',
  })
}

/**
 * Ends the participations of designated people whose invitation has run out, answered with no or not at all: the same
 * state, the same event, the same moment.
 * @returns how many
 */
export async function endInvitations(ctx: Context): Promise<number> {
  const lapsed = await listLapsedInvitations(ctx.db, ctx.now, 300)
  let ended = 0
  for (const { id, version, slug, role, reference } of lapsed) {
    try {
      await commit(ctx, {
        event: {
          type: 'participant.withdrawn',
          subject: id,
          version: version + 1,
          data: { programme: slug, participant: id, person: reference, role },
        },
        guards: [sql`(SELECT state = 'pending' FROM participants WHERE id = ${id})`],
        writes: [
          updateParticipant(ctx.db, id, { state: 'withdrawn', version: version + 1, updated_at: ctx.now }),
        ],
      })
      ended += 1
    } catch (error) {
      // Somebody said yes in this very moment: theirs is the last word.
      if (!(error instanceof Problem)) throw error
    }
  }
  return ended
}
