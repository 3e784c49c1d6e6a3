import type { ContactMessageInput } from '#contract/contact-message.ts'
import {
  type ContactMessageRow,
  findContactMessage,
  insertContactMessage,
  updateContactMessage,
} from '#db/queries/contact-message.ts'
import { insertMails } from '#db/queries/mail.ts'
import { authorise } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

/**
 * Keeps a message for the organisers, and thanks its author by mail in the language of the page (P39). The mail repeats
 * nothing of what was typed, so that nobody can write to others through us.
 */
export async function receiveContactMessage(
  ctx: Context,
  input: ContactMessageInput,
): Promise<ContactMessageRow> {
  const row: ContactMessageRow = {
    ...input,
    id: ctx.newId('msg'),
    state: 'open',
    version: 1,
    created_at: ctx.now,
    answered_at: null,
  }
  await commit(ctx, {
    event: {
      type: 'contact-message.received',
      subject: row.id,
      version: 1,
      data: { contact_message: row.id, about: row.about },
    },
    writes: [
      insertContactMessage(ctx.db, row),
      ...insertMails(
        [
          {
            id: ctx.newId('mai'),
            key: `contact-received:${row.id}`,
            template: 'contact-received',
            language: row.language,
            to: row.email,
            facts: { link: `${ctx.settings.baseUrl}/${row.language}/programmes/` },
          },
        ],
        ctx.now,
      ),
    ],
  })
  ctx.wake({ job: 'mails' })
  return row
}

/** Marks a message as answered, or takes that back; the same state again writes nothing. */
export async function markAnswered(
  ctx: Context,
  id: string,
  isAnswered: boolean,
): Promise<ContactMessageRow> {
  authorise(ctx.actor, 'participants:write')
  const before = await findContactMessage(ctx.db, id)
  if (!before) throw notFound({ fr: 'Message', en: 'Message' })
  const state = isAnswered ? 'answered' : 'open'
  if (before.state === state) return before
  const row: ContactMessageRow = {
    ...before,
    state,
    version: before.version + 1,
    answered_at: isAnswered ? ctx.now : null,
  }
  await commit(ctx, {
    event: {
      type: 'contact-message.answered',
      subject: row.id,
      version: row.version,
      data: { contact_message: row.id, state },
    },
    writes: [updateContactMessage(ctx.db, row)],
  })
  return row
}
