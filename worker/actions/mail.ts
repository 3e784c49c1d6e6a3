import type { MailToSend } from '#db/queries/mail.ts'
import { findParticipants } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { findPreferences } from '#db/queries/preference.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { MailTemplate } from '#domain/mail.ts'
import { wantsReminders } from '#domain/preference.ts'
import { afterQuietHours, QUIET_FROM, QUIET_TO } from '#domain/quiet-hours.ts'
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
      person_id: person.id,
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
  return mailTo(ctx, programme, template, person, subject, facts).map((mail) => ({
    ...mail,
    reminder: true,
    after,
  }))
}
