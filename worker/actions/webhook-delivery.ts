import { stage } from '#db/commit.ts'
import { untilAnswered } from '#db/failure.ts'
import {
  findWebhookEndpoint,
  listEndpointsToServe,
  noteHealth,
  type WebhookEndpointRow,
} from '#db/queries/webhook.ts'
import {
  claimDelivery,
  type DueDelivery,
  hurryDeliveries,
  listDeliveriesDue,
  recordAttempt,
} from '#db/queries/webhook-delivery.ts'
import { deliveryBody, retryDelayMs, spreadOf } from '#domain/webhook.ts'
import {
  type EndpointHealth,
  healthAfterFailure,
  healthAfterSuccess,
  isGivenUp,
  isLeftAlone,
  isOnProbation,
} from '#domain/webhook-health.ts'
import type { Courier, DeliveryAnswer } from '#gateways/webhook.ts'
import type { Context } from './context.ts'
import { keepHolding, underLease } from './job-lease.ts'
import { sendTo } from './webhook-letter.ts'
import { sendChallenges } from './webhook-proof.ts'
import { type Gate, openGate, sideBySide } from './webhook-side-by-side.ts'
import { disableEndpoint, warnOfFailing } from './webhook-trouble.ts'

/** How long one round goes on before the next one takes over, and how many attempts it makes: D1 counts what is asked of it. */
const ROUND_MS = 20_000
const ATTEMPTS_MAX = 200
const ENDPOINTS_MAX = 100
/** How much of an endpoint’s lines is looked at together. */
const BUNCH = 40
/** A Worker has six connections at once; one endpoint takes four, and those that do not answer well two together. */
const CONNECTIONS = 6
const LINES_AT_ONCE = 4
const CONNECTIONS_IN_DOUBT = 2

/** What the endpoints of one round share. */
interface Round {
  ctx: Context
  courier: Courier
  clock: () => number
  until: number
  attemptsLeft: number
  connections: Gate
  doubtful: Gate
  delivered: number
  failed: number
}

/** An endpoint while it is served: under a lease of its own, with what it looked like before, and how it has been answering since. */
interface Served {
  ctx: Context
  endpoint: WebhookEndpointRow
  health: EndpointHealth
  isOver: boolean
}

/**
 * Sends the challenges that are due, then what waits, until nothing is due or the round is over. Endpoints are served side by
 * side, each under a lease of its own, so that one that does not answer holds up nobody, in this round or another; and of
 * each endpoint several lines. What is in one line leaves in order, and nothing overtakes what is undelivered
 * (reliability.md §1.4, 2). An attempt is claimed before it is made. What is not accepted is tried again on the schedule of
 * Standard Webhooks; an endpoint that fails again and again is left alone for a while, and after five days switched off.
 * @param served `well`: only endpoints that did not fail the last time, for a worker that must be free again soon
 * @returns how many challenges were met, how many events were accepted, and how many attempts failed
 */
export async function deliverDueEvents(
  ctx: Context,
  courier: Courier,
  clock: () => number,
  served: 'all' | 'well' = 'all',
): Promise<{ proved: number; delivered: number; failed: number }> {
  const round: Round = {
    ctx,
    courier,
    clock,
    until: clock() + ROUND_MS,
    attemptsLeft: ATTEMPTS_MAX,
    connections: openGate(CONNECTIONS),
    doubtful: openGate(CONNECTIONS_IN_DOUBT),
    delivered: 0,
    failed: 0,
  }
  const proved = await sendChallenges(ctx, courier, clock)
  const endpoints = await listEndpointsToServe(ctx.db, clock(), served === 'well', ENDPOINTS_MAX)
  await sideBySide(endpoints, endpoints.length, async ({ id }) => {
    await underLease({ ...ctx, now: clock() }, `deliverEvents:${id}`, clock, (holding) =>
      serve(round, holding, id),
    )
  })
  await warnOfFailing({ ...ctx, now: clock() })
  if (isOver(round)) ctx.wake({ job: 'deliveries' })
  return { proved, delivered: round.delivered, failed: round.failed }
}

function isOver({ clock, until, attemptsLeft }: Round): boolean {
  return attemptsLeft <= 0 || clock() >= until
}

/** Sends one endpoint what is due to it, bunch after bunch; as it is now, for whoever served it before may have learnt more. */
async function serve(round: Round, ctx: Context, id: string): Promise<void> {
  const endpoint = await findWebhookEndpoint(ctx.db, id)
  if (endpoint?.state !== 'active') return
  const { failures, failing_since, open_until } = endpoint
  const served: Served = { ctx, endpoint, health: { failures, failing_since, open_until }, isOver: false }
  while (!mustStop(round, served)) {
    const isProbe = isOnProbation(served.health)
    const due = await listDeliveriesDue(ctx.db, id, round.clock(), isProbe ? 1 : BUNCH)
    if (due.length === 0) return
    await keepHolding(ctx)
    const before = round.attemptsLeft
    const lines = [...Map.groupBy(due, lineOf).values()]
    await sideBySide(lines, served.health.failures > 0 ? 1 : LINES_AT_ONCE, (line) =>
      sendLine(round, served, line),
    )
    if (round.attemptsLeft === before) return
  }
}

function mustStop(round: Round, { health, isOver: isServed }: Served): boolean {
  return isServed || isOver(round) || isLeftAlone(health, round.clock())
}

/** What was delivered once waits for nothing and nobody waits for it: it is a line of its own. */
function lineOf({ line, event_seq, delivered_at }: DueDelivery): string {
  return delivered_at === null ? line : `${event_seq}/${line}`
}

/** Hands over what is in one line, in order, up to the first that is not accepted. */
async function sendLine(round: Round, served: Served, line: readonly DueDelivery[]): Promise<void> {
  for (const delivery of line) {
    if (mustStop(round, served)) return
    if (!(await attempt(round, served, delivery))) return
  }
}

/** Makes one attempt. @returns whether the next in line may follow */
async function attempt(round: Round, served: Served, delivery: DueDelivery): Promise<boolean> {
  const { clock } = round
  const { ctx, endpoint } = served
  const delayMs = retryDelayMs(delivery.attempts + 1, spreadOf(delivery.id))
  if (!(await claimDelivery(ctx.db, delivery, endpoint.version, clock() + delayMs, ctx.held))) return false
  round.attemptsLeft -= 1
  const attemptedAt = clock()
  const answer = await through(round, served, () => post(round, endpoint, delivery))
  const isAccepted = answer.outcome === 'accepted'
  round[isAccepted ? 'delivered' : 'failed'] += 1
  const now = clock()
  const before = served.health
  served.health = isAccepted
    ? healthAfterSuccess(before, now)
    : healthAfterFailure(before, now, answer.retryAfterMs)
  const row = {
    endpoint_id: endpoint.id,
    event_seq: delivery.event_seq,
    attempt: delivery.attempts + 1,
    attempted_at: attemptedAt,
    duration_ms: answer.durationMs,
    outcome: answer.outcome,
    status: answer.status,
    answer: answer.answer,
  }
  const nextAttemptAt = isAccepted ? null : now + Math.max(delayMs, answer.retryAfterMs ?? 0)
  const writes = recordAttempt(ctx.db, row, nextAttemptAt)
  if (hasChanged(before, served.health)) writes.push(noteHealth(ctx.db, endpoint, served.health, ctx.held))
  // It answers again: what failed while it did not need not wait for the next day.
  if (isAccepted && isOnProbation(before)) writes.push(hurryDeliveries(endpoint.id, now))
  await untilAnswered(() => stage(ctx.db, { writes, guards: [] }))
  if (!isAccepted) await switchOffWhereDue(round, served, answer)
  return isAccepted
}

/** An endpoint in doubt shares few connections with others in doubt, so that the others never wait for it. */
function through<T>(
  { connections, doubtful }: Round,
  { health }: Served,
  work: () => Promise<T>,
): Promise<T> {
  return health.failures > 0 ? doubtful(() => connections(work)) : connections(work)
}

function post(
  { ctx, courier, clock }: Round,
  endpoint: WebhookEndpointRow,
  delivery: DueDelivery,
): Promise<DeliveryAnswer> {
  return sendTo(ctx, courier, endpoint, clock(), delivery.id, deliveryBody(delivery))
}

function hasChanged(before: EndpointHealth, after: EndpointHealth): boolean {
  return (
    before.failures !== after.failures ||
    before.failing_since !== after.failing_since ||
    before.open_until !== after.open_until
  )
}

/** Switches an endpoint off that says it is gone, or that has failed for five days; what waits for it is kept. */
async function switchOffWhereDue(round: Round, served: Served, { outcome }: DeliveryAnswer): Promise<void> {
  const now = round.clock()
  const isGone = outcome === 'gone'
  if (served.isOver || !(isGone || isGivenUp(served.health, now))) return
  served.isOver = true
  const { ctx } = served
  const endpoint = await findWebhookEndpoint(ctx.db, served.endpoint.id)
  if (endpoint?.state !== 'active' || endpoint.version !== served.endpoint.version) return
  await disableEndpoint({ ...ctx, now }, endpoint, isGone ? 'gone' : 'failing')
}
