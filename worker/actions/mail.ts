import type { MailToSend } from '#db/queries/mail.ts'
import { claimMail, listMailsDue, type MailRow, recordMail } from '#db/queries/mail.ts'
import { findParticipants } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { findPreferences } from '#db/queries/preference.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { MAIL_RETRY_MINUTES, type MailTemplate, mailWords } from '#domain/mail.ts'
import { wantsReminders } from '#domain/preference.ts'
import { afterQuietHours, QUIET_FROM, QUIET_TO } from '#domain/quiet-hours.ts'
import type { MailAttachment, Mailer } from '#gateways/mail.ts'
import type { Context } from './context.ts'

/**
 * A mail about a programme, in the person's language, to be written in the batch that makes it necessary.
 * Nothing for people without an address or who have left.
 */
export function mailTo(
  ctx: Context,
  programme: ProgrammeRow,
  template: MailTemplate,
  person: PersonRow,
  subject: string,
  facts: Record<string, string> = {},
): MailToSend[] {
  if (person.email === null || !person.active) return []
  const language = person.language ?? 'fr'
  return [
    {
      id: ctx.newId('mai'),
      key: `${template}:${subject}:${person.id}`,
      template,
      language,
      to: person.email,
      facts: {
        programme: programme.words[language].name,
        link: `${ctx.settings.baseUrl}/${language}/me/`,
        ...facts,
      },
    },
  ]
}

/**
 * The same for what can wait: nothing for whoever wants no reminders, in their preferences or since they signed up to this
 * programme, and never in somebody’s quiet hours nor at the weekend, on their own clock.
 */
export async function remindTo(
  ctx: Context,
  programme: ProgrammeRow,
  template: MailTemplate,
  person: PersonRow,
  subject: string,
  facts: Record<string, string> = {},
): Promise<MailToSend[]> {
  const [wanted, signedUp] = await Promise.all([
    findPreferences(ctx.db, person.id),
    findParticipants(ctx.db, programme.id, person.id),
  ])
  if (!wantsReminders(wanted, signedUp)) return []
  const quiet = {
    time_zone: wanted?.time_zone ?? programme.time_zone,
    quiet_from: wanted?.quiet_from ?? QUIET_FROM,
    quiet_to: wanted?.quiet_to ?? QUIET_TO,
  }
  const after = afterQuietHours(ctx.now, quiet)
  return mailTo(ctx, programme, template, person, subject, facts).map((mail) => ({ ...mail, after }))
}

/** The invitation that goes along with a mail about a session: its fact `invite`, an iCalendar object (RFC 5545). */
function invitationIn(facts: MailRow['facts']): MailAttachment | null {
  const content = facts?.['invite']
  if (!content) return null
  const method = /^METHOD:(\w+)/m.exec(content)?.[1] ?? 'PUBLISH'
  return { name: 'invite.ics', type: `text/calendar; method=${method}; charset=UTF-8`, content }
}

/**
 * Sends what is due, each mail claimed before it leaves. One that fails is tried again later and never
 * stops the rest; when it has left, its address and facts are forgotten.
 * @returns how many were sent and how many failed for good.
 */
export async function sendDueMails(ctx: Context, mailer: Mailer): Promise<{ sent: number; failed: number }> {
  const counts = { sent: 0, failed: 0 }
  for (const mail of await listMailsDue(ctx.db, ctx.now, 200)) {
    const wait = MAIL_RETRY_MINUTES[mail.attempts]
    if (!(await claimMail(ctx.db, mail, ctx.now + (wait ?? 0) * 60_000))) continue
    const words = mailWords(mail.template as MailTemplate, mail.language, mail.facts ?? {})
    const outcome = await mailer.send({
      from: ctx.settings.mailFrom,
      organisation: ctx.settings.organisation,
      to: mail.to_address ?? '',
      language: mail.language,
      words,
      attachment: invitationIn(mail.facts),
      at: ctx.now,
    })
    const isSent = outcome === 'accepted'
    const isOver = isSent || wait === undefined
    await recordMail(ctx.db, mail.id, {
      state: isSent ? 'sent' : isOver ? 'failed' : 'waiting',
      last_outcome: outcome,
      sent_at: isSent ? ctx.now : null,
    })
    if (isSent) counts.sent += 1
    else if (isOver) counts.failed += 1
  }
  return counts
}
