import { findMail, type MailRow, renewMail } from '#db/queries/mail.ts'
import { lastMailVersion, listRefusing } from '#db/queries/mail-suppression.ts'
import { findPerson } from '#db/queries/person.ts'
import { authoriseOrganiser } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { addressHash } from './mail-suppression.ts'

/**
 * Lets a mail leave that could not, or of which nobody knows: to the address of today, as if it never had been tried. What
 * may have left once may then arrive twice; that is for an organiser to weigh.
 * @throws Problem `not-found` for a mail that is in no trouble, `conflict` where nothing of it is kept, nobody may be
 *   written to any more, or the address refuses mail
 */
export async function sendMailAgain(ctx: Context, id: string): Promise<MailRow> {
  authoriseOrganiser(ctx.actor, 'participants:write')
  const mail = await findMail(ctx.db, id)
  if (!mail || (mail.state !== 'failed' && mail.state !== 'uncertain')) {
    throw notFound({ fr: 'Message qui n’est pas parti', en: 'Mail that did not leave' })
  }
  const to = await presentAddress(ctx, mail)
  if (to === null || mail.facts === null) {
    throw new Problem('conflict', {
      fr: 'Ce message ne peut plus partir\u00a0: son contenu n’est plus gardé, ou la personne n’a plus d’adresse ici. Écrivez-lui autrement.',
      en: 'This mail cannot leave any more: its contents are no longer kept, or the person has no address here. Write to them in another way.',
    })
  }
  const hash = await addressHash(to)
  if ((await listRefusing(ctx.db, [hash])).has(hash)) {
    throw new Problem('conflict', {
      fr: 'Cette adresse refuse nos messages. Vérifiez-la, permettez-la de nouveau, puis renvoyez le message.',
      en: 'This address refuses our mail. Check it, allow it again, then send the mail.',
    })
  }
  await commit(ctx, {
    event: {
      type: 'mail.sent-again',
      subject: id,
      version: (await lastMailVersion(ctx.db, id)) + 1,
      data: { mail: id, template: mail.template },
    },
    writes: [renewMail(ctx.db, id, to, ctx.now)],
  })
  ctx.wake({ job: 'mails' })
  return { ...mail, state: 'waiting', attempts: 0 }
}

/** Where the person is written to today; visitors and the team, at the address they gave. */
async function presentAddress(ctx: Context, { person_id: id, to_address }: MailRow): Promise<string | null> {
  if (id === null) return to_address
  const person = await findPerson(ctx.db, id)
  return person?.active ? person.email : null
}
