import {
  deleteMailSuppression,
  findMailSuppression,
  insertMailSuppression,
  lastMailVersion,
  type MailSuppressionRow,
} from '#db/queries/mail-suppression.ts'
import { findPersonByEmail } from '#db/queries/person.ts'
import type { RefusingAddress } from '#domain/mail-event.ts'
import { authoriseOrganiser } from '#domain/permission.ts'
import { emailKey } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { hashToken } from './token.ts'

/** What is kept of an address that refuses mail: the hash of its compared form. */
export async function addressHash(address: string): Promise<string> {
  return hashToken(emailKey(address) ?? address)
}

/**
 * Sends nothing more to an address, until somebody allows it again. Twice the same changes nothing.
 * @returns whether it was new
 */
export async function suppressAddress(ctx: Context, { address, reason }: RefusingAddress): Promise<boolean> {
  const key = emailKey(address)
  if (key === null) return false
  const hash = await addressHash(address)
  if (await findMailSuppression(ctx.db, hash)) return false
  const person = await findPersonByEmail(ctx.db, key)
  const subject = subjectOf(hash)
  try {
    await commit(ctx, {
      event: {
        type: 'mail.suppressed',
        subject,
        version: (await lastMailVersion(ctx.db, subject)) + 1,
        data: { person: person?.id ?? null, reason },
      },
      writes: [
        insertMailSuppression(ctx.db, {
          address_hash: hash,
          reason,
          person_id: person?.id ?? null,
          created_at: ctx.now,
        }),
      ],
    })
  } catch (error) {
    // Somebody else was told the same at the same moment.
    if (error instanceof Problem && error.kind === 'conflict') return false
    throw error
  }
  return true
}

/** Lets mail go to an address again, such as after a mailbox was full for long. @throws Problem `not-found` */
export async function allowAddress(ctx: Context, hash: string): Promise<MailSuppressionRow> {
  authoriseOrganiser(ctx.actor, 'participants:write')
  const row = await findMailSuppression(ctx.db, hash)
  if (!row) throw notFound({ fr: 'Adresse qui refuse nos messages', en: 'Address that refuses mail' })
  const subject = subjectOf(hash)
  await commit(ctx, {
    event: {
      type: 'mail.allowed',
      subject,
      version: (await lastMailVersion(ctx.db, subject)) + 1,
      data: { person: row.person_id },
    },
    writes: [deleteMailSuppression(ctx.db, hash)],
  })
  return row
}

/** A name for the history of one address, from which the address cannot be found. */
function subjectOf(hash: string): string {
  return `mail-suppression:${hash.slice(0, 24)}`
}
