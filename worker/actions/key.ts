import type { KeyInput } from '#contract/key.ts'
import { insertKey } from '#db/queries/key.ts'
import { authorise, mayDo } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { hashToken, newToken } from './token.ts'

/** Makes a key; only its hash is kept. Nobody can hand out a scope that they do not have. */
export async function createKey(ctx: Context, input: KeyInput): Promise<{ id: string; secret: string }> {
  authorise(ctx.actor, 'keys:write')
  const beyond = input.scopes.find((scope) => !mayDo(ctx.actor, scope))
  if (beyond) {
    throw new Problem('forbidden', {
      fr: `Vous ne pouvez pas donner le droit « ${beyond} », que votre accès ne comprend pas.`,
      en: `You cannot hand out the scope “${beyond}”, which your own access lacks.`,
    })
  }
  const id = ctx.newId('key')
  const secret = `bnm_${id.slice(4, 12)}_${newToken()}`
  await commit(ctx, {
    event: { type: 'key.created', subject: id, version: 1, data: { key: id, scopes: input.scopes } },
    writes: [
      insertKey(ctx.db, {
        id,
        name: input.name,
        hash: await hashToken(secret),
        scopes: [...input.scopes],
        expires_at: input.expires_at,
        created_at: ctx.now,
      }),
    ],
  })
  return { id, secret }
}
