import type { WebhookEndpointInput, WebhookEndpointPatch } from '#contract/webhook.ts'
import {
  deleteWebhookEndpoint,
  findWebhookEndpoint,
  insertWebhookEndpoint,
  updateWebhookEndpoint,
  type WebhookEndpointRow,
} from '#db/queries/webhook.ts'
import { hurryDeliveries } from '#db/queries/webhook-delivery.ts'
import type { EventType } from '#domain/event.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { authorise } from '#domain/permission.ts'
import { conflict, notFound, Problem } from '#domain/problem.ts'
import { isLoopback, whyAddressRefused } from '#domain/webhook.ts'
import { newWebhookSecret } from '#gateways/webhook.ts'
import { type Context, commit } from './context.ts'
import { hashToken, newToken } from './token.ts'
import { commitProof } from './webhook-proof.ts'

/** What an endpoint is like before it has proved whose it is, or where it need not: on its owner’s own machine. */
function unproved(ctx: Context, url: string) {
  const isHere = isLoopback(new URL(url).hostname)
  return {
    disabled_reason: null,
    failures: 0,
    failing_since: null,
    open_until: null,
    challenge_attempts: 0,
    challenge_outcome: null,
    challenge_status: null,
    ...(isHere
      ? ({ state: 'active', challenge: null, challenge_next_at: null } as const)
      : ({ state: 'pending', challenge: newToken(), challenge_next_at: ctx.now } as const)),
  }
}

function refuseAddress({ settings }: Context, url: string): void {
  const ownHost = new URL(settings.baseUrl).hostname
  if (whyAddressRefused(url, settings.webhookLoopback, ownHost) === null) return
  const detail = {
    fr: 'Cette adresse ne peut pas recevoir de webhooks\u00a0: donnez une adresse https publique, qui ne soit pas la nôtre, sans port ni identifiants.',
    en: 'This address cannot receive webhooks: give a public https address that is not ours, without port or credentials.',
  }
  throw new Problem('invalid', detail, [{ pointer: '/url', detail }])
}

export async function getEndpointToChange(ctx: Context, id: string): Promise<WebhookEndpointRow> {
  authorise(ctx.actor, 'webhooks:write')
  const row = await findWebhookEndpoint(ctx.db, id)
  if (!row) throw notFound({ fr: 'Adresse de réception', en: 'Webhook endpoint' })
  return row
}

/** Registers a receiver of events, and has a challenge sent to it. Its secret is in the answer, once. */
export async function addWebhookEndpoint(
  ctx: Context,
  input: WebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  authorise(ctx.actor, 'webhooks:write')
  refuseAddress(ctx, input.url)
  const row: WebhookEndpointRow = {
    ...input,
    ...unproved(ctx, input.url),
    id: ctx.newId('whe'),
    secret: newWebhookSecret(),
    previous_secret: null,
    previous_secret_until: null,
    version: 1,
    created_at: ctx.now,
  }
  const data = { webhook_endpoint: row.id }
  await commit(ctx, {
    event: { type: 'webhook-endpoint.created', subject: row.id, version: 1, data },
    writes: [insertWebhookEndpoint(ctx.db, row)],
  })
  ctx.wake({ job: 'deliveries' })
  return row
}

/**
 * Changes what is given. A new address must prove itself again; one that is switched off by hand, or on again, goes on where
 * it was, and what waited for it is tried at once. What never proved whose it is must do so first.
 * @throws Problem `not-found`, `invalid` for an address that may not be written to
 */
export async function changeWebhookEndpoint(
  ctx: Context,
  id: string,
  { url, state, ...plain }: WebhookEndpointPatch,
): Promise<WebhookEndpointRow> {
  const before = await getEndpointToChange(ctx, id)
  const isMoved = url !== undefined && url !== before.url
  if (isMoved) refuseAddress(ctx, url)
  const after: WebhookEndpointRow = {
    ...before,
    ...plain,
    ...(isMoved ? { url, ...unproved(ctx, url) } : {}),
  }
  if (state === 'disabled' && before.state !== 'disabled') {
    Object.assign(after, { state: 'disabled', disabled_reason: 'by-hand', challenge_next_at: null })
  }
  const wasOff = before.state === 'disabled'
  if (wasOff && state === 'active' && !isMoved) Object.assign(after, switchedOn(ctx, before))
  if (wasOff && state !== 'active') {
    Object.assign(after, {
      state: 'disabled',
      disabled_reason: before.disabled_reason,
      challenge_next_at: null,
    })
  }
  const changed = CHANGEABLE.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (changed.length === 0) return before
  const type: EventType =
    before.state === after.state || after.state === 'pending'
      ? 'webhook-endpoint.updated'
      : after.state === 'disabled'
        ? 'webhook-endpoint.disabled'
        : 'webhook-endpoint.enabled'
  after.version = before.version + 1
  await commit(ctx, {
    event: { type, subject: id, version: after.version, data: { webhook_endpoint: id, changed } },
    writes: [
      updateWebhookEndpoint(ctx.db, after),
      ...(after.state === 'active' ? [hurryDeliveries(id, ctx.now)] : []),
    ],
  })
  if (after.state !== 'disabled') ctx.wake({ job: 'deliveries' })
  return after
}

const CHANGEABLE = ['url', 'description', 'types', 'state'] as const

/** An endpoint that is to be told of events again: at once where it has proved whose it is, else once it has. */
function switchedOn(ctx: Context, before: WebhookEndpointRow): Partial<WebhookEndpointRow> {
  const anew = unproved(ctx, before.url)
  return before.challenge === null
    ? { ...anew, state: 'active', challenge: null, challenge_next_at: null }
    : anew
}

/**
 * Gives an endpoint a new secret. The one before it signs as well for a day, so that the receiver can be changed without a
 * pause; what was left of an older one ends here.
 */
export async function rotateWebhookSecret(ctx: Context, id: string): Promise<WebhookEndpointRow> {
  const before = await getEndpointToChange(ctx, id)
  const row: WebhookEndpointRow = {
    ...before,
    secret: newWebhookSecret(),
    previous_secret: before.secret,
    previous_secret_until: ctx.now + DAY_MS,
    version: before.version + 1,
  }
  const { secret, previous_secret, previous_secret_until, version } = row
  await commit(ctx, {
    event: { type: 'webhook-endpoint.rotated', subject: id, version, data: { webhook_endpoint: id } },
    writes: [updateWebhookEndpoint(ctx.db, { id, secret, previous_secret, previous_secret_until, version })],
  })
  return row
}

/** Has an endpoint prove, for the first time or again, whose it is: until it has, it hears of nothing that happens. */
export async function challengeWebhookEndpoint(ctx: Context, id: string): Promise<WebhookEndpointRow> {
  const before = await getEndpointToChange(ctx, id)
  const set = {
    state: 'pending',
    disabled_reason: null,
    challenge: newToken(),
    challenge_attempts: 0,
    challenge_outcome: null,
    challenge_status: null,
    challenge_next_at: ctx.now,
    version: before.version + 1,
  } as const
  await commit(ctx, {
    event: {
      type: 'webhook-endpoint.challenged',
      subject: id,
      version: set.version,
      data: { webhook_endpoint: id },
    },
    writes: [updateWebhookEndpoint(ctx.db, { id, ...set })],
  })
  ctx.wake({ job: 'deliveries' })
  return { ...before, ...set }
}

/**
 * Takes the challenge from whoever read it where it arrived. Twice the same changes nothing.
 * @throws Problem `invalid` for another challenge, `conflict` for an endpoint that is switched off
 */
export async function verifyWebhookEndpoint(
  ctx: Context,
  id: string,
  challenge: string,
): Promise<WebhookEndpointRow> {
  const before = await getEndpointToChange(ctx, id)
  if (before.state === 'active') return before
  if (before.state === 'disabled' || before.challenge === null) throw conflict()
  // Digests are compared, so that the time it takes says nothing about the challenge.
  if ((await hashToken(challenge)) !== (await hashToken(before.challenge))) {
    const detail = {
      fr: 'Ce n’est pas la chaîne envoyée à cette adresse. Relisez «\u00a0data.challenge\u00a0» dans le dernier envoi reçu.',
      en: 'This is not what was sent to this address. Read “data.challenge” in the last message that arrived.',
    }
    throw new Problem('invalid', detail, [{ pointer: '/challenge', detail }])
  }
  const row = await commitProof(ctx, before)
  ctx.wake({ job: 'deliveries' })
  return row
}

export async function removeWebhookEndpoint(ctx: Context, id: string): Promise<void> {
  const row = await getEndpointToChange(ctx, id)
  await commit(ctx, {
    event: {
      type: 'webhook-endpoint.deleted',
      subject: id,
      version: row.version + 1,
      data: { webhook_endpoint: id },
    },
    writes: deleteWebhookEndpoint(ctx.db, id),
  })
}
