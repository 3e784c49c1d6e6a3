import { untilAnswered } from '#db/failure.ts'
import {
  claimChallenge,
  listChallengesDue,
  noteChallenge,
  updateWebhookEndpoint,
  type WebhookEndpointRow,
} from '#db/queries/webhook.ts'
import { Problem } from '#domain/problem.ts'
import { challengeBody, challengeDelayMs, spreadOf } from '#domain/webhook.ts'
import type { Courier } from '#gateways/webhook.ts'
import { type Context, commit } from './context.ts'
import { sendTo } from './webhook-letter.ts'
import { sideBySide } from './webhook-side-by-side.ts'
import { disableEndpoint } from './webhook-trouble.ts'

const CHALLENGES_MAX = 20
const AT_ONCE = 6

/**
 * Asks receivers that have not shown yet whose they are to send a challenge back, on the schedule of deliveries, for a day;
 * then they are switched off as unproved.
 * @returns how many have sent it back
 */
export async function sendChallenges(ctx: Context, courier: Courier, clock: () => number): Promise<number> {
  let proved = 0
  await sideBySide(await listChallengesDue(ctx.db, clock(), CHALLENGES_MAX), AT_ONCE, async (endpoint) => {
    if (await sendChallenge(ctx, courier, clock, endpoint)) proved += 1
  })
  return proved
}

async function sendChallenge(
  ctx: Context,
  courier: Courier,
  clock: () => number,
  endpoint: WebhookEndpointRow,
): Promise<boolean> {
  const challenge = endpoint.challenge as string
  const attempts = endpoint.challenge_attempts + 1
  const delayMs = challengeDelayMs(attempts, spreadOf(endpoint.id))
  const now = clock()
  if (!(await claimChallenge(ctx.db, endpoint, now + (delayMs ?? 0)))) return false
  const id = `cha_${challenge.slice(0, 20)}`
  const { outcome, status, answer } = await sendTo(
    ctx,
    courier,
    endpoint,
    now,
    id,
    challengeBody(challenge, now),
  )
  const later = { ...ctx, now: clock() }
  if (outcome === 'accepted' && answer.includes(challenge)) return proveEndpoint(later, endpoint)
  // Somebody who reads why nothing comes must be able to tell a wrong answer from none.
  const said = { outcome: outcome === 'accepted' ? 'unproved' : outcome, status }
  await untilAnswered(() => noteChallenge(ctx.db, endpoint, said))
  if (delayMs === null) await disableEndpoint(later, endpoint, 'unproved')
  return false
}

/** Notes that a receiver is whose it is said to be: from now on it is told of events. False where it was changed meanwhile. */
async function proveEndpoint(ctx: Context, endpoint: WebhookEndpointRow): Promise<boolean> {
  try {
    await commitProof(ctx, endpoint)
    return true
  } catch (error) {
    if (error instanceof Problem && error.kind === 'conflict') return false
    throw error
  }
}

/** The commit by which an endpoint becomes active. @returns the endpoint as it is then */
export async function commitProof(ctx: Context, endpoint: WebhookEndpointRow): Promise<WebhookEndpointRow> {
  const set = {
    state: 'active',
    challenge: null,
    challenge_next_at: null,
    challenge_outcome: null,
    challenge_status: null,
    version: endpoint.version + 1,
  } as const
  await commit(ctx, {
    event: {
      type: 'webhook-endpoint.verified',
      subject: endpoint.id,
      version: set.version,
      data: { webhook_endpoint: endpoint.id },
    },
    writes: [updateWebhookEndpoint(ctx.db, { id: endpoint.id, ...set })],
  })
  return { ...endpoint, ...set }
}
