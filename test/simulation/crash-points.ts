import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Canonical, canonical, differences, flawsOfChain } from './canonical.ts'
import { FLOWS, type Flow } from './crash-flows.ts'
import { snapshotOf } from './crash-starts.ts'
import { CrashWorld, type Snapshot } from './crash-world.ts'
import type { Fate } from './scheduler.ts'
import { receiverUrl } from './town.ts'

/** How a call may fail: its request or its answer is lost, its worker dies before or after, or it hangs until all is over. */
export const MODES = ['lost-before', 'lost-after', 'crash-before', 'crash-after', 'hang'] as const
export type Mode = (typeof MODES)[number]

/** A call of a flow that fails in one way. */
export interface Case {
  flow: string
  call: number
  mode: Mode
}

/** A case after which the town is not what it would have been, and how it differs. */
export interface Divergence extends Case {
  details: string[]
}

/** What became of the cases of one flow. */
export interface FlowResult {
  flow: string
  /** How many calls leave the program in the undisturbed act. */
  calls: number
  cases: number
  divergences: Divergence[]
}

/** Longer than any lease, and than a mail may be under way. */
const NEXT_TICK_MS = 11 * 60_000
/** How long somebody waits for an answer. */
const PATIENCE_MS = 70_000
const SETTLED_MS = 30 * 60_000

/** What there is in the end, in the store and with those outside. */
interface End {
  calls: number
  state: Canonical
  /** Keys of the mails that were posted, each as often as it was. */
  posted: string[]
  /** How many mails may or may not have left. */
  uncertain: number
  flaws: string[]
}

/**
 * Lets every call of a flow fail once in each of the ways, has whoever asked do what they would do without an answer, lets
 * the jobs run, and holds what is there against what the undisturbed flow leaves (reliability.md R3).
 */
export async function tryFlow(
  flow: Flow,
  modes: readonly Mode[],
  isChosen: (one: Case) => boolean = () => true,
): Promise<FlowResult> {
  const snapshot = await snapshotOf(flow.start)
  const wanted = await live(flow, snapshot)
  const result: FlowResult = { flow: flow.name, calls: wanted.calls, cases: 0, divergences: [] }
  if (wanted.flaws.length > 0) {
    const details = wanted.flaws.map((flaw) => `undisturbed: ${flaw}`)
    result.divergences.push({ flow: flow.name, call: 0, mode: 'lost-before', details })
  }
  for (let call = 1; call <= wanted.calls; call++) {
    for (const mode of modes) {
      const one = { flow: flow.name, call, mode }
      if (!isChosen(one)) continue
      result.cases += 1
      const details = compare(flow, wanted, await live(flow, snapshot, one))
      if (details.length > 0) result.divergences.push({ ...one, details })
    }
  }
  return result
}

/** Lives a flow to its end, undisturbed or with one fault. */
async function live(flow: Flow, snapshot: Snapshot, fault?: Pick<Case, 'call' | 'mode'>): Promise<End> {
  const world = CrashWorld.open(snapshot, flow.isPostmanSharp)
  try {
    const from = snapshot.now + (flow.wait ?? 0)
    world.until(from)
    flow.prepare?.(world)
    const asked = flow.act(world)
    const fate: Fate = fault === undefined ? 'passes' : fault.mode === 'hang' ? 'held' : fault.mode
    const { answer, calls } = await world.attempt(asked, fault?.call ?? 0, fate)
    if (asked.kind !== 'request') {
      // The cron fires again; and a message whose worker died comes again.
      world.until(from + NEXT_TICK_MS)
      await world.attempt(asked)
    } else if (answer !== 'done') {
      world.until(from + PATIENCE_MS)
      await world.attempt(asked)
    }
    world.scheduler.release()
    await world.scheduler.drain()
    world.until(from + SETTLED_MS)
    await world.rest()
    const state = canonical(world.store)
    const posted = world.outside.posted.map(({ key }) => state.nameOf(key)).sort()
    const isFailing = fault === undefined && asked.kind === 'request' && answer !== 'done'
    const flaws = [
      ...(isFailing ? [`the act was not done: ${world.refusals.join()}`] : []),
      ...world.unexpected,
      ...world.staleWrites,
      ...flawsOfChain(world.store),
      ...unheard(world),
      ...postedTwice(world),
    ]
    const [{ uncertain }] = world.rows<{ uncertain: number }>(
      "SELECT count(*) AS uncertain FROM mails WHERE state = 'uncertain'",
    ) as [{ uncertain: number }]
    return { calls, state, posted, uncertain, flaws }
  } finally {
    world.end()
  }
}

/** How an end differs from the one that was wanted. */
function compare({ isPostmanSharp = false }: Flow, wanted: End, found: End): string[] {
  const besides = (these: readonly string[], those: readonly string[]) =>
    these.filter((key) => !those.includes(key))
  return [
    ...found.flaws,
    ...differences(wanted.state, found.state),
    ...besides(found.posted, wanted.posted).map((key) => `posted without need: ${key}`),
    // One fault is about one mail, which may not have left; with a postman who knows mails again, all do.
    ...(found.uncertain > (isPostmanSharp ? 0 : 1) ? [`${found.uncertain} mails are uncertain`] : []),
    ...(isPostmanSharp ? besides(wanted.posted, found.posted).map((key) => `never posted: ${key}`) : []),
  ]
}

/** Mails that left twice, or count as sent and never left. */
function postedTwice({ outside, store, postedBefore }: CrashWorld): string[] {
  const ids = [...postedBefore, ...outside.posted].map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const sent = store.prepare("SELECT id, key FROM mails WHERE state = 'sent' AND reminder = 0").all() as {
    id: string
    key: string
  }[]
  return [
    ...twice.map((id) => `mail ${id} left twice`),
    ...sent
      .filter(({ id }) => !ids.includes(id))
      .map(({ key }) => `mail ${key} counts as sent and never left`),
  ]
}

/** Events that count as delivered and that the receiver never heard of, and what still waits for a receiver that is well. */
function unheard({ outside, store, begunWith }: CrashWorld): string[] {
  const heard = new Set(outside.received.map(({ id, receiver }) => `${receiverUrl(receiver)} ${id}`))
  const promised = store
    .prepare(
      `SELECT webhook_endpoints.url, webhook_endpoints.state AS endpoint, events.id, events.type, webhook_deliveries.state
        FROM webhook_deliveries JOIN webhook_endpoints ON webhook_endpoints.id = endpoint_id JOIN events ON seq = event_seq
        WHERE event_seq > ? OR event_seq IN (SELECT value FROM json_each(?))`,
    )
    .all(begunWith.seq, JSON.stringify(begunWith.waiting)) as Record<string, string>[]
  return promised.flatMap(({ url, endpoint, id, type, state }) => {
    if (state === 'waiting') return endpoint === 'active' ? [`${type} still waits for ${url}`] : []
    return heard.has(`${url} ${id}`) ? [] : [`${type} counts as delivered and was never heard by ${url}`]
  })
}

/** The flows whose names hold these words. */
export function flowsNamed(only: string): readonly Flow[] {
  return FLOWS.filter(({ name }) => name.includes(only))
}

/** Tries every crash point of every flow, on every processor. @returns how many there are, and how many cases end as they should */
export async function showCrashPoints(
  only: string,
  tell: (line: string) => void,
): Promise<{ flows: number; cases: number; converged: number }> {
  const waiting = flowsNamed(only).map(({ name }) => name)
  const total = { flows: waiting.length, cases: 0, converged: 0 }
  const workers = Array.from({ length: Math.min(availableParallelism(), waiting.length) }, () => {
    return new Worker(fileURLToPath(import.meta.resolve('./crash-worker.ts')))
  })
  await Promise.all(
    workers.map(async (worker) => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const result = await tried(worker, name)
        total.cases += result.cases
        total.converged += result.cases - result.divergences.length
        tellFlow(result, tell)
      }
      await worker.terminate()
    }),
  )
  return total
}

function tried(worker: Worker, name: string): Promise<FlowResult> {
  return new Promise((done, broken) => {
    const listen = { message: done, error: broken }
    worker.removeAllListeners()
    worker.once('message', listen.message)
    worker.once('error', listen.error)
    worker.postMessage(name)
  })
}

const TOLD = 6

export function tellFlow(
  { flow, calls, cases, divergences }: FlowResult,
  tell: (line: string) => void,
): void {
  tell(`${flow}: ${calls} calls, ${cases} cases, ${cases - divergences.length} converge`)
  for (const { call, mode, details } of divergences) {
    tell(`  call ${call}, ${mode}:`)
    for (const detail of details.slice(0, TOLD)) tell(`    ${detail.slice(0, 400)}`)
    if (details.length > TOLD) tell(`    and ${details.length - TOLD} more`)
  }
}
