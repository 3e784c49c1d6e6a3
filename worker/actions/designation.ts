import type { DesignationInput } from '#contract/designation.ts'
import { type InvitationRow, insertInvitations } from '#db/queries/invitation.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { insertDesignated, listParticipantsAmong } from '#db/queries/participant.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { DAY_MS, endOfDay } from '#domain/local-time.ts'
import type { ParticipantState } from '#domain/participant.ts'
import { authorise } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import { QUESTIONNAIRE_VERSION } from '#questionnaire/questionnaires.ts'
import { type Context, commit } from './context.ts'
import { findNamedPeople, type NamedPerson } from './named-people.ts'
import { getProgramme } from './programme.ts'
import { CODE_DAYS, newSignUpCodes, type PrintedCode } from './sign-up-code.ts'
import { hashToken, newToken } from './token.ts'

/** How long an invitation waits for an answer. */
export const INVITATION_DAYS = 30

/** What became of a designation. */
export interface Designated {
  invited: NamedPerson[]
  unreachable: PrintedCode[]
  already: { person: NamedPerson; state: ParticipantState }[]
}

/**
 * Proposes people for a role (C6). Each becomes a pending participant, whom no match run looks at, until they say yes
 * by the link that is mailed to them; people without an address get a code to be handed over. Who is in already, in
 * whatever state, is left as they are and not written to again: nobody is asked twice.
 * @throws Problem `invalid` with a pointer for each person nobody knows; `closed` where the programme cannot take
 *   anybody in: not published, its works council not recorded, or ended.
 */
export async function designate(ctx: Context, slug: string, input: DesignationInput): Promise<Designated> {
  authorise(ctx.actor, 'participants:write')
  const programme = await getProgramme(ctx, slug)
  assertInviting(programme, ctx.now)
  const people = await findNamedPeople(ctx, input.people)
  const present = await listParticipantsAmong(
    ctx.db,
    programme.id,
    input.role,
    people.map(({ id }) => id),
  )
  const stateOf = new Map(present.map(({ person_id, state }) => [person_id, state]))
  const already = people.flatMap((person) => {
    const state = stateOf.get(person.id)
    return state ? [{ person, state }] : []
  })
  const fresh = people.filter(({ id }) => !stateOf.has(id))
  if (fresh.length === 0) return { invited: [], unreachable: [], already }
  const invited = fresh.filter(({ email }) => email !== null)
  const codes = await newSignUpCodes(
    ctx,
    fresh.filter(({ email }) => email === null),
  )
  const rows = await Promise.all(fresh.map((person) => pendingOf(ctx, programme, input, person)))
  await commit(ctx, {
    event: {
      type: 'participant.invited',
      subject: ctx.newId('inv'),
      version: 1,
      data: {
        programme: programme.slug,
        role: input.role,
        participants: rows.map(({ participant }) => participant.id),
      },
    },
    writes: [
      ...insertDesignated(rows.map(({ participant }) => participant)),
      ...insertInvitations(rows.map(({ invitation }) => invitation)),
      ...codes.writes,
      ...insertMails(
        rows.flatMap(({ mail }) => mail),
        ctx.now,
      ),
    ],
  })
  ctx.wake({ job: 'mails' })
  return { invited, unreachable: codes.printed, already }
}

/** The rows and the mail of one person who is designated. */
async function pendingOf(
  ctx: Context,
  programme: ProgrammeRow,
  { role, proposed_by }: DesignationInput,
  person: NamedPerson,
): Promise<{
  participant: Parameters<typeof insertDesignated>[0][number]
  invitation: InvitationRow
  mail: MailToSend[]
}> {
  const token = newToken()
  const language = person.language ?? 'fr'
  const participant = {
    id: ctx.newId('par'),
    programme_id: programme.id,
    person_id: person.id,
    role,
    state: 'pending' as const,
    capacity: 1,
    questionnaire_version: QUESTIONNAIRE_VERSION,
    charter_version: programme.charter_version,
    notice_version: programme.notice_version,
    own_questions_version: programme.own_questions_version,
    proposed_by,
    reminders: false,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  const days = person.email === null ? CODE_DAYS : INVITATION_DAYS
  const invitation = {
    id: ctx.newId('inv'),
    participant_id: participant.id,
    token_hash: await hashToken(token),
    created_at: ctx.now,
    expires_at: ctx.now + days * DAY_MS,
    answered_at: null,
  }
  const link = `${ctx.settings.baseUrl}/${language}/programmes/${programme.slug}/invitation/${token}/`
  const mail =
    person.email === null
      ? []
      : [
          {
            id: ctx.newId('mai'),
            key: `invitation:${invitation.id}`,
            template: 'invitation' as const,
            language,
            to: person.email,
            facts: { programme: programme.words[language].name, proposed_by, link },
          },
        ]
  return { participant, invitation, mail }
}

function assertInviting(programme: ProgrammeRow, now: number): void {
  if (programme.published_at === null || programme.works_council === null) {
    throw new Problem('closed', {
      fr: 'Ce programme ne peut encore inviter personne. Publiez-le, et notez où en est la consultation du comité social et économique.',
      en: 'This programme cannot invite anybody yet. Publish it, and record where the consultation of the works council stands.',
    })
  }
  if (hasEnded(programme, now)) {
    throw new Problem('closed', {
      fr: 'Ce programme est terminé\u00a0: il n’invite plus personne. Changez sa date de fin, ou choisissez-en un autre.',
      en: 'This programme has ended: it invites nobody any more. Change its end date, or choose another one.',
    })
  }
}

/** Whether the last day of a programme is over. */
export function hasEnded({ ends_on, time_zone }: ProgrammeRow, now: number): boolean {
  return ends_on !== null && now >= endOfDay(ends_on, time_zone)
}
