import { type KeyInput, prefixOf, stateOf } from '#contract/key.ts'
import { findKey, insertKey, type KeyRow, updateKey } from '#db/queries/key.ts'
import { HOUR_MS } from '#domain/local-time.ts'
import { authorise, type Scope, scopeBeyond } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { actorName, type Context, commit } from './context.ts'
import { hashToken, newToken } from './token.ts'

/** A key whose secret leaves this once. */
export interface KeyWithSecret {
  key: KeyRow
  secret: string
}

/**
 * Makes a key; only its hash is kept. Nobody can hand out a scope that they do not have.
 * @throws Problem `forbidden` for a scope beyond the actor’s, `invalid` for an end that lies behind.
 */
export async function createKey(ctx: Context, input: KeyInput): Promise<KeyWithSecret> {
  authorise(ctx.actor, 'keys:write')
  refuseBeyond(ctx, input.scopes)
  if (input.expires_at !== null && input.expires_at <= ctx.now) {
    const detail = {
      fr: 'Cette fin est déjà passée. Donnez un instant à venir, ou laissez ce champ vide.',
      en: 'This end lies behind. Give an instant to come, or leave this field empty.',
    }
    throw new Problem('invalid', detail, [{ pointer: '/expires_at', detail }])
  }
  const id = ctx.newId('key')
  const secret = newSecret(id)
  const key: KeyRow = {
    id,
    name: input.name,
    hash: await hashToken(secret),
    previous_hash: null,
    previous_until: null,
    scopes: input.scopes,
    created_at: ctx.now,
    expires_at: input.expires_at,
    revoked_at: null,
    last_used_at: null,
    created_by: actorName(ctx.actor),
    version: 1,
  }
  await commit(ctx, {
    event: { type: 'key.created', subject: id, version: 1, data: { key: id, scopes: input.scopes } },
    writes: [insertKey(ctx.db, key)],
  })
  return { key, secret }
}

/**
 * Gives a key a new secret. The one before works for `overlapHours` more, so that a tool can be moved without a pause;
 * with none it ends at once, and the access tokens that it bought with it. At most two live: what was left of an older
 * one ends here.
 * @throws Problem `not-found`, `forbidden` for a key that may do more than the actor, `conflict` for one that has ended.
 */
export async function rotateKey(ctx: Context, id: string, overlapHours: number): Promise<KeyWithSecret> {
  const before = await getKeyToChange(ctx, id)
  if (stateOf(before, ctx.now) !== 'active') {
    throw new Problem('conflict', {
      fr: 'Cette clé n’est plus valable\u00a0: elle ne peut pas être renouvelée. Créez-en une nouvelle.',
      en: 'This key is no longer valid, so it cannot be renewed. Create a new one.',
    })
  }
  const secret = newSecret(id)
  const previousUntil = overlapHours === 0 ? null : ctx.now + overlapHours * HOUR_MS
  const key: KeyRow = {
    ...before,
    hash: await hashToken(secret),
    previous_hash: overlapHours === 0 ? null : before.hash,
    previous_until: previousUntil,
    version: before.version + 1,
  }
  const { hash, previous_hash, previous_until, version } = key
  await commit(ctx, {
    event: { type: 'key.rotated', subject: id, version, data: { key: id, overlap_hours: overlapHours } },
    writes: [updateKey(ctx.db, { id, hash, previous_hash, previous_until, version })],
  })
  return { key, secret }
}

/**
 * Ends a key with all its secrets, at once and for good; twice the same changes nothing. It stays in the list.
 * @throws Problem `not-found`, `forbidden` for a key that may do more than the actor.
 */
export async function revokeKey(ctx: Context, id: string): Promise<void> {
  const before = await getKeyToChange(ctx, id)
  if (before.revoked_at !== null) return
  const version = before.version + 1
  await commit(ctx, {
    event: { type: 'key.revoked', subject: id, version, data: { key: id } },
    writes: [
      updateKey(ctx.db, {
        id,
        version,
        revoked_at: ctx.now,
        previous_hash: null,
        previous_until: null,
      }),
    ],
  })
}

async function getKeyToChange(ctx: Context, id: string): Promise<KeyRow> {
  authorise(ctx.actor, 'keys:write')
  const key = await findKey(ctx.db, id)
  if (!key) throw notFound({ fr: 'Clé', en: 'Key' })
  refuseBeyond(ctx, key.scopes)
  return key
}

function refuseBeyond(ctx: Context, scopes: readonly Scope[]): void {
  const beyond = scopeBeyond(ctx.actor, scopes)
  if (beyond === undefined) return
  throw new Problem('forbidden', {
    fr: `Cette clé comprend le droit «\u00a0${beyond}\u00a0», que votre accès n’a pas. Demandez à l’équipe du programme.`,
    en: `This key includes the scope “${beyond}”, which your own access lacks. Ask the programme team.`,
  })
}

function newSecret(keyId: string): string {
  return `${prefixOf(keyId)}_${newToken()}`
}
