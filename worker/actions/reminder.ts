import { type InvitationRow, insertInvitations } from '#db/queries/invitation.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { findProposal, listRefusals, type ProposalWithPeople } from '#db/queries/proposal.ts'
import { findLastEvent, listSilent } from '#db/queries/reminder.ts'
import { listProposalsEnding } from '#db/queries/task.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import { ROLES } from '#domain/participant.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { ENDING_MS, SILENT_MS } from '#domain/task-world.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { getProgramme } from './programme.ts'
import { hashToken, newToken } from './token.ts'

/** The most people one request writes to; whoever is left is written to by the next. */
const AT_ONCE = 500

/** What the reminders of a programme’s invitations are counted under: one row of events each time. */
const designationsOf = ({ id }: Pick<ProgrammeRow, 'id'>) => `${id}/designations`

/**
 * Writes again to designated people who have been silent for seven days (C6), once in seven days and with the words of
 * the first time. A new link is added; it ends when the first one does, so that silence and a no given in confidence end
 * alike. Who is written to is told to nobody.
 * @throws Problem `closed` where the last reminder is less than seven days old.
 */
export async function remindDesignated(ctx: Context, slug: string): Promise<void> {
  authorise(ctx.actor, 'participants:write')
  const programme = await getProgramme(ctx, slug)
  const subject = designationsOf(programme)
  const last = await findLastEvent(ctx.db, subject)
  if (last && ctx.now < last.occurred_at + SILENT_MS) throw tooSoon()
  const before = ctx.now - SILENT_MS
  const silent = await listSilent(ctx.db, programme.id, { before, now: ctx.now, limit: AT_ONCE })
  const invitations: InvitationRow[] = []
  const mails: MailToSend[] = []
  for (const { participant_id, email, language, proposed_by, expires_at } of silent) {
    const token = newToken()
    const id = ctx.newId('inv')
    const link = `${ctx.settings.baseUrl}/${language}/programmes/${programme.slug}/invitation/${token}/`
    invitations.push({
      id,
      participant_id,
      token_hash: await hashToken(token),
      created_at: ctx.now,
      expires_at,
      answered_at: null,
    })
    mails.push({
      id: ctx.newId('mai'),
      key: `invitation-again:${id}`,
      template: 'invitation-again',
      language,
      to: email,
      facts: { programme: programme.words[language].name, proposed_by, link },
    })
  }
  await commit(ctx, {
    event: {
      type: 'participant.invited',
      subject,
      version: (last?.version ?? 0) + 1,
      data: { programme: programme.slug, again: true },
    },
    writes: [...insertInvitations(invitations), ...insertMails(mails, ctx.now)],
  })
  ctx.wake({ job: 'mails' })
}

function tooSoon(): Problem {
  return new Problem('closed', {
    fr: 'Ces personnes ont déjà reçu un rappel il y a moins de sept jours. Laissez-leur le temps de répondre.',
    en: 'These people were reminded less than seven days ago. Give them time to answer.',
  })
}

/**
 * Reminds those of a proposal who have not answered, once, in its last two days (C5). Whoever has answered, whatever they
 * said, gets nothing, and nobody is told who was written to.
 * @throws Problem `not-found`; `closed` where it awaits no answer, does not end soon, or was reminded of.
 */
export async function remindProposal(ctx: Context, id: string): Promise<void> {
  authorise(ctx.actor, 'match-runs:write')
  const found = await findProposal(ctx.db, id)
  if (!found || found.proposal.revealed_at === null) throw notFound({ fr: 'Proposition', en: 'Proposal' })
  const { state, deadline_at } = found.proposal
  const endsSoon = deadline_at !== null && deadline_at > ctx.now && deadline_at <= ctx.now + ENDING_MS
  const isReminded = (await findLastEvent(ctx.db, `${id}/reminder`)) !== undefined
  if (state !== 'open' || !endsSoon || isReminded) {
    throw new Problem('closed', {
      fr: 'Un rappel part une seule fois, dans les deux derniers jours d’une proposition qui attend une réponse. Celle-ci n’en attend pas maintenant.',
      en: 'A reminder is sent once, in the last two days of a proposal that awaits an answer. This one awaits none now.',
    })
  }
  await writeReminder(ctx, await getProgrammeById(ctx.db, found.proposal.programme_id), found)
}

/**
 * The same for every proposal of a programme that ends within two days; asking again reminds nobody twice. One that
 * changes meanwhile is passed over.
 */
export async function remindProposals(ctx: Context, slug: string): Promise<void> {
  authorise(ctx.actor, 'match-runs:write')
  const programme = await getProgramme(ctx, slug)
  const ending = (await listProposalsEnding(ctx.db, ctx.now, ctx.now + ENDING_MS)).filter(
    ({ programme_id }) => programme_id === programme.id,
  )
  for (const { id } of ending.slice(0, AT_ONCE)) {
    const found = await findProposal(ctx.db, id)
    if (found?.proposal.state === 'open') await writeReminder(ctx, programme, found)
  }
}

async function writeReminder(
  ctx: Context,
  programme: ProgrammeRow,
  found: ProposalWithPeople,
): Promise<void> {
  const { proposal } = found
  const refusals = await listRefusals(ctx.db, [proposal.id])
  const mails = ROLES.flatMap((role) => {
    const hasAnswered =
      proposal[`${role}_accepted_at`] !== null ||
      refusals.some(({ participant_id }) => participant_id === proposal[`${role}_id`])
    if (hasAnswered) return []
    const deadline = dayInWords(
      (proposal.deadline_at ?? ctx.now) - 1,
      programme.time_zone,
      found[role].language ?? 'fr',
    )
    return mailTo(ctx, programme, 'proposal-reminder', found[role], proposal.id, { deadline })
  })
  await commit(ctx, {
    event: {
      type: 'pair.reminded',
      subject: `${proposal.id}/reminder`,
      version: 1,
      data: { proposal: proposal.id, programme: programme.slug },
    },
    writes: insertMails(mails, ctx.now),
  })
  ctx.wake({ job: 'mails' })
}
