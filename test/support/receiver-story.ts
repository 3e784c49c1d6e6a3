import { type Doors, forEachOf, listAll } from '../../worker/local/doors.ts'
import { makeProgramme } from './makers.ts'
import {
  openDistrusted,
  openLaboratory,
  type Receiver,
  type ReceiverLaboratory,
} from './receiver-laboratory.ts'

export interface ReceiverStory {
  events: number
  receivers: number
  /** How long an event took to a receiver that is well, the 95th of a hundred (ms): with all well, and with twelve that are not. */
  p95_alone_ms: number
  p95_among_bad_ms: number
  /** What each receiver had of the events after the recovery, and how many requests that took. */
  arrived: Record<string, { events: number; requests: number }>
  redirects_followed: number
  /** How many connections the server with the bad certificate saw, and how many requests came through: none may. */
  distrusted: { knocks: number; visits: number }
  seconds: { all_well: number; among_bad: number; recovery: number }
  /** What went wrong, one line each. */
  wrong: string[]
}

interface Event {
  id: string
  subject: string
  occurred_at: string
}

const AT_ONCE = 4
/** A little more than the longest wait between two attempts, with its spread. */
const DAY_AND_MORE_MS = 27 * 3_600_000
const HOPS_MAX = 8
/** Where nothing arrives for so long, what waits is waiting for another day. */
const QUIET_MS = 15_000

/**
 * Receivers that misbehave in twelve ways beside some that do not, while things happen to many programmes. First all are
 * well; then the twelve fall ill, and the others must hardly notice; then they recover, the clock moves on, and everything
 * must have arrived everywhere, in order along each line, without a redirect followed.
 */
export async function tellReceiverStory(
  doors: Doors,
  {
    events,
    lines,
    healthy,
    patienceMs,
  }: { events: number; lines: number; healthy: number; patienceMs: number },
): Promise<ReceiverStory> {
  const [laboratory, distrusted] = [await openLaboratory(healthy), await openDistrusted()]
  try {
    const slugs = await makeProgrammes(doors, lines)
    const ids = await register(doors, laboratory)
    const { receivers } = laboratory
    const well = receivers.filter(({ behaviour }) => behaviour === null)

    const allWell = await happen(doors, slugs, events)
    await until(
      () => receivers.every((one) => hasAll(one, allWell.made)),
      patienceMs,
      () => missing(receivers, allWell.made),
    )
    const alone = well.flatMap((one) => delays(one, allWell.made))
    const allWellS = allWell.seconds()

    for (const one of receivers) one.isWell = one.behaviour === null
    await change(doors, ids.get('bad-tls')!, { url: distrusted.url })
    const amongBad = await happen(doors, slugs, events)
    await until(
      () => well.every((one) => hasAll(one, amongBad.made)),
      patienceMs,
      () => missing(well, amongBad.made),
    )
    const among = well.flatMap((one) => delays(one, amongBad.made))
    const amongBadS = amongBad.seconds()

    const hasSuffered = () =>
      distrusted.knocks() > 0 &&
      receivers.every(({ name, isWell, requests }) => isWell || name === 'bad-tls' || requests > events)
    await until(hasSuffered, patienceMs, () => 'somebody who is ill was not tried')

    for (const one of receivers) one.isWell = true
    const recoveryS = await recover(doors, laboratory, ids, amongBad.made, patienceMs)
    const wrong = [
      ...receivers.flatMap((one) => [
        ...faults(one, allWell.made),
        ...faults(one, amongBad.made),
        ...(one.forged ? [`${one.name} got ${one.forged} requests with another signature`] : []),
      ]),
      ...(distrusted.visits()
        ? [`${distrusted.visits()} requests went to a server that is not trusted`]
        : []),
      ...(laboratory.visitsToTrap() ? [`${laboratory.visitsToTrap()} redirects were followed`] : []),
    ]
    return {
      events,
      receivers: receivers.length,
      p95_alone_ms: p95(alone),
      p95_among_bad_ms: p95(among),
      arrived: Object.fromEntries(
        receivers.map((one) => [
          one.name,
          { events: amongBad.made.filter(({ id }) => one.arrived.has(id)).length, requests: one.requests },
        ]),
      ),
      redirects_followed: laboratory.visitsToTrap(),
      distrusted: { knocks: distrusted.knocks(), visits: distrusted.visits() },
      seconds: { all_well: allWellS, among_bad: amongBadS, recovery: recoveryS },
      wrong,
    }
  } finally {
    distrusted.close()
    await laboratory.close()
  }
}

async function makeProgrammes(doors: Doors, lines: number): Promise<string[]> {
  const slugs = Array.from({ length: lines }, (_, n) => `line-${n}`)
  await forEachOf(slugs, AT_ONCE, async (slug) => {
    await doors.send('POST', '/api/v1/programmes', makeProgramme({ slug }))
  })
  return slugs
}

/** An endpoint for each receiver; on loopback nobody needs to prove anything. @returns their ids by name */
async function register(doors: Doors, { receivers }: ReceiverLaboratory): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const receiver of receivers) {
    const { body } = await doors.send<{ id: string; secret: string }>('POST', '/api/v1/webhook-endpoints', {
      url: receiver.url,
      description: receiver.name,
      types: ['programme.published', 'programme.unpublished'],
    })
    receiver.secret = body.secret
    ids.set(receiver.name, body.id)
  }
  return ids
}

async function change(doors: Doors, id: string, patch: object): Promise<void> {
  await doors.send('PATCH', `/api/v1/webhook-endpoints/${id}`, patch)
}

/** Publishes every programme and takes it back, again and again, until so many things have happened. */
async function happen(doors: Doors, slugs: readonly string[], events: number) {
  const started = Date.now()
  const last = await lastEvent(doors)
  for (let made = 0; made < events; made += slugs.length) {
    const isOdd = (made / slugs.length) % 2 === 1
    await forEachOf(slugs.slice(0, events - made), AT_ONCE, async (slug) => {
      await doors.send(isOdd ? 'DELETE' : 'PUT', `/api/v1/programmes/${slug}/publication`)
    })
  }
  const path = `/api/v1/events${last ? `?after=${last}` : ''}`
  const made = (await listAll<Event & { type: string }>(doors, path)).filter(({ type }) =>
    /^programme\.(un)?published$/.test(type),
  )
  if (made.length !== events) throw new Error(`${made.length} things happened instead of ${events}.`)
  return { made, seconds: () => Math.round((Date.now() - started) / 100) / 10 }
}

async function lastEvent(doors: Doors): Promise<string | null> {
  return (await listAll<Event>(doors, '/api/v1/events')).at(-1)?.id ?? null
}

/**
 * Mends the address with the bad certificate; enables who said it was gone and has it sent what happened meanwhile, for
 * nothing waits for who is switched off; and lets days pass until nothing waits.
 */
async function recover(
  doors: Doors,
  { receivers }: ReceiverLaboratory,
  ids: ReadonlyMap<string, string>,
  made: readonly Event[],
  patienceMs: number,
): Promise<number> {
  const started = Date.now()
  const distrusted = receivers.find(({ name }) => name === 'bad-tls')!
  await change(doors, ids.get('bad-tls')!, { url: distrusted.url })
  const gone = `/api/v1/webhook-endpoints/${ids.get('gone-410')}`
  await until(
    async () => (await doors.get<{ state: string }>(gone)).state === 'disabled',
    patienceMs,
    () => 'who answered 410 is not switched off',
  )
  await change(doors, ids.get('gone-410')!, { state: 'active' })
  await doors.send('POST', `${gone}/recovery`, { since: made[0]!.occurred_at })
  for (let hops = 0; hops < HOPS_MAX; hops++) {
    await doors.send('POST', '/dev/clock', { advance_ms: DAY_AND_MORE_MS })
    for (
      let before = -1, now = requestsOf(receivers);
      now > before;
      before = now, now = requestsOf(receivers)
    ) {
      if (await settled(() => receivers.every((one) => hasAll(one, made)), QUIET_MS)) {
        return Math.round((Date.now() - started) / 100) / 10
      }
    }
  }
  return Math.round((Date.now() - started) / 100) / 10
}

function requestsOf(receivers: readonly Receiver[]): number {
  return receivers.reduce((sum, { requests }) => sum + requests, 0)
}

function hasAll({ arrived }: Receiver, made: readonly Event[]): boolean {
  return made.every(({ id }) => arrived.has(id))
}

function delays({ arrived }: Receiver, made: readonly Event[]): number[] {
  return made.map(({ id, occurred_at }) => arrived.get(id)! - Date.parse(occurred_at))
}

/** What is missing, and what came before something earlier of its line. */
function faults({ name, arrived }: Receiver, made: readonly Event[]): string[] {
  const lost = made.filter(({ id }) => !arrived.has(id)).length
  const places = new Map([...arrived.keys()].map((id, place) => [id, place]))
  let overtaken = 0
  for (const line of Map.groupBy(made, ({ subject }) => subject).values()) {
    const order = line.map(({ id }) => places.get(id) ?? -1).filter((place) => place >= 0)
    overtaken += order.filter((place, at) => at > 0 && place < order[at - 1]!).length
  }
  return [
    ...(lost ? [`${name} never got ${lost} of ${made.length}`] : []),
    ...(overtaken ? [`${name} got ${overtaken} before something earlier of the same line`] : []),
  ]
}

function missing(receivers: readonly Receiver[], made: readonly Event[]): string {
  return receivers.flatMap((one) => faults(one, made)).join('; ')
}

/** Waits until something is so. @throws Error that says what is missing, where it takes too long */
async function until(
  isSo: () => boolean | Promise<boolean>,
  patienceMs: number,
  why: () => string,
): Promise<void> {
  if (!(await settled(isSo, patienceMs))) throw new Error(`Not within ${patienceMs / 1000} s: ${why()}`)
}

async function settled(isSo: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    if (await isSo()) return true
    await new Promise((wake) => setTimeout(wake, 200))
  }
  return isSo()
}

function p95(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN
}
