import { allowSignIn, findOrganiser, insertOrganiser } from '#db/queries/organiser.ts'
import { authorise } from '#domain/permission.ts'
import { emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

/** Makes an address an organiser's; twice the same changes nothing. */
export async function putOrganiser(ctx: Context, email: string): Promise<{ id: string; created: boolean }> {
  authorise(ctx.actor, 'organisers:write')
  const key = emailKey(email)
  if (key === null) {
    throw new Problem('invalid', {
      fr: 'Ceci n’est pas une adresse e-mail. Vérifiez-la, puis recommencez.',
      en: 'This is not an e-mail address. Check it, then try again.',
    })
  }
  const before = await findOrganiser(ctx.db, key)
  if (before) return { id: before.id, created: false }
  const id = ctx.newId('org')
  await commit(ctx, {
    event: { type: 'organiser.added', subject: id, version: 1, data: { organiser: id } },
    writes: [
      insertOrganiser(ctx.db, { id, email: email.trim(), email_key: key, created_at: ctx.now }),
      allowSignIn(ctx.newId('usr'), key, ctx.now),
    ],
  })
  return { id, created: true }
}
