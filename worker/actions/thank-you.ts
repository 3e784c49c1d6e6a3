import { insertMails } from '#db/queries/mail.ts'
import { insertThankYou, listThankYousOfPair, updateThankYou } from '#db/queries/thank-you.ts'
import { nameOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { loadOwnPair, type OwnPair } from './own-pair.ts'

/** Whether the two may still, or already, thank each other: while the pair lives, and once it was completed. */
export function mayThank({ pair }: Pick<OwnPair, 'pair'>): boolean {
  return pair.state !== 'ended' || pair.ending === 'completed'
}

/**
 * Writes one’s note of thanks to the partner, or writes it anew. The first one is told by mail, without its words.
 * @throws Problem `closed` where the pair ended otherwise than by its completion.
 */
export async function writeThankYou(ctx: Context, pairId: string, text: string): Promise<void> {
  const own = await loadOwnPair(ctx, pairId)
  if (!mayThank(own)) {
    throw new Problem('closed', {
      fr: 'Ce binôme s’est arrêté avant la fin du programme\u00a0: il n’attend plus de mot. Votre espace montre ce que vous pouvez encore faire.',
      en: 'This pair stopped before the end of the programme: no note is awaited any more. Your space shows what you can still do.',
    })
  }
  const notes = await listThankYousOfPair(ctx.db, pairId)
  const before = notes.find(({ author_id }) => author_id === own.participant.id)
  if (before?.text === text) return
  const note = before
    ? { ...before, text, version: before.version + 1, updated_at: ctx.now }
    : {
        id: ctx.newId('thk'),
        programme_id: own.row.id,
        pair_id: pairId,
        author_id: own.participant.id,
        text,
        version: 1,
        created_at: ctx.now,
        updated_at: ctx.now,
      }
  const mails = before
    ? []
    : mailTo(ctx, own.row, 'thank-you', own.partner, pairId, {
        partner: nameOf(own.me),
        link: `${ctx.settings.baseUrl}/${own.partner.language ?? 'fr'}/me/pairs/${pairId}/#closing`,
      })
  await commit(ctx, {
    event: {
      type: 'thank-you.written',
      subject: note.id,
      version: note.version,
      data: { pair: pairId, note: note.id },
    },
    writes: [
      before ? updateThankYou(ctx.db, note) : insertThankYou(ctx.db, note),
      ...insertMails(mails, ctx.now),
    ],
  })
  if (mails.length > 0) ctx.wake({ job: 'mails' })
}
