import { sql } from 'drizzle-orm'
import { afterEach, expect, it, vi } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'

afterEach(() => vi.restoreAllMocks())

const PAIRS = 50
const HERE = 'programmes/regards-croises'
const DAY_MS = 86_400_000

type Side = 'mentor' | 'mentee'
interface Planted {
  id: string
  mentor: string
  mentee: string
  session: string
}

/** A word that stands nowhere else, and tells on its own who wrote it, in what and in which pair. */
const canary = (kind: string, pair: number, side: Side) => `canari${kind}x${pair}x${side}`
const CANARY = /canari(help|reason|takeaway|agreement|place|thanks)x(\d+)x(mentor|mentee)/g
/** What only its author and the reader named beforehand may see; the rest is for the two people. */
const CONFIDENTIAL = ['help', 'reason']
/** Answers by the key of their question: nobody reads them but who gave them. */
const ANSWERS = /"(PU[1-4F]|RQ\d|SE\dT?|REC)"\s*:/

interface Reader {
  name: string
  /** The person, where it is one of a pair. */
  person: string | null
  isReferent: boolean
  client: Client
}

it('what somebody wrote in confidence is found nowhere that the partner, a manager or the team can look (C29, C30, P21)', async () => {
  const house = new House()
  const printed: string[] = []
  for (const way of ['log', 'error', 'warn', 'info'] as const) {
    vi.spyOn(console, way).mockImplementation((...parts) => void printed.push(parts.map(String).join(' ')))
  }
  const sent: string[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
    sent.push(String(init?.body))
    return new Response(null, { status: 204 })
  })
  await gatherCohort(house, { mentors: PAIRS, mentees: PAIRS })
  await house.root.post('webhook-endpoints', { url: 'http://127.0.0.1:9/hooks' })
  const readers = await gatherTeam(house)
  const pairs = await plant(house)
  expect(pairs).toHaveLength(PAIRS)

  const leaks: string[] = []
  const seen = new Set<string>()
  const look = (text: string, reader: Reader | null, where: string) => {
    for (const [word, kind, index, side] of text.matchAll(CANARY)) {
      const pair = pairs[Number(index)]!
      const isAuthor = reader?.person !== null && reader?.person === pair[side as Side]
      const isPartner = reader?.person !== null && [pair.mentor, pair.mentee].includes(reader?.person ?? '')
      const mayRead = CONFIDENTIAL.includes(kind!) ? isAuthor || reader?.isReferent === true : isPartner
      if (mayRead)
        seen.add(`${kind} by ${isAuthor ? 'its author' : isPartner ? 'the partner' : 'the referent'}`)
      else leaks.push(`${word} read by ${reader?.name ?? 'anybody'} at ${where}`)
    }
  }

  const walked = new Map<string, number>()
  const routes = [
    ...new Set(house.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)),
  ]
  const ids = await idsOf(house)
  for (const [index, pair] of pairs.entries()) {
    const own = await Promise.all(
      (['mentor', 'mentee'] as const).map(async (side) => ({
        name: `the ${side} of the pair`,
        person: pair[side],
        isReferent: false,
        client: await house.enter(addressOf(pair[side])),
      })),
    )
    // Everybody of the team looks at every tenth pair; the two people, and the organiser, at each.
    const looking = [...own, ...readers.filter(({ name }) => index % 10 === 0 || name === 'organiser')]
    for (const reader of looking) {
      for (const route of routes) {
        const path = fill(route, pair, ids)
        const isAboutPair = path !== fill(route, pairs[(index + 1) % PAIRS]!, ids)
        // What is about no pair says the same to everybody of one role, but for one’s own space.
        const isOwn = reader.person !== null && /\/me(\/|$)/.test(path)
        if (path.includes('*') || (!isAboutPair && !isOwn && index > 0)) continue
        const { status, text } = await reader.client.get(path)
        if (status < 400) walked.set(route, (walked.get(route) ?? 0) + 1)
        look(text, reader, path)
        const isOwnExport = path.endsWith('/me/export')
        if (!isOwnExport && !reader.isReferent && ANSWERS.test(text) && !path.includes('openapi')) {
          leaks.push(`answers read by ${reader.name} at ${path}`)
        }
      }
    }
  }
  for (const mail of house.mails) {
    const person = pairs
      .flatMap(({ mentor, mentee }) => [mentor, mentee])
      .find((one) => addressOf(one) === mail.to)
    const reader = { name: mail.to, person: person ?? null, isReferent: false, client: house.stranger }
    look(`${mail.text} ${mail.attachment?.content ?? ''}`, reader, `the mail “${mail.words.subject}”`)
  }
  const events = await house.db.all<{ data: string }>(
    sql`SELECT data || actor || subject AS data FROM events`,
  )
  look(JSON.stringify(events), null, 'the events')
  look(sent.join('\n'), null, 'webhooks')
  look(printed.join('\n'), null, 'logs')

  expect(leaks).toEqual([])
  // What must be readable is: else the walk would have proved nothing.
  expect([...seen].sort()).toEqual([
    'agreement by its author',
    'agreement by the partner',
    'help by its author',
    'help by the referent',
    'place by its author',
    'place by the partner',
    'reason by its author',
    'reason by the referent',
    'takeaway by its author',
    'takeaway by the partner',
    'thanks by its author',
    'thanks by the partner',
  ])
  expect(events.length).toBeGreaterThan(500)
  expect(sent.length).toBeGreaterThan(100)
  expect(walked.size).toBeGreaterThan(100)
}, 900_000)

/** The referent, and everybody else of the team and of HR. */
async function gatherTeam(house: House): Promise<Reader[]> {
  const { root } = house
  await root.put('organisers/organiser@armorique.example', { role: 'organiser' })
  await root.put('organisers/referent@armorique.example', { role: 'organiser' })
  await root.put('organisers/coach@armorique.example', { role: 'coach' })
  await root.put('organisers/consultant@armorique.example', { role: 'consultant' })
  await root.put('organisers/rh@armorique.example', { role: 'correspondent', subsidiary: 'Armorique Ouest' })
  await root.put(`${HERE}/referent`, { email: 'referent@armorique.example' })
  const of = async (name: string, address: string): Promise<Reader> => ({
    name,
    person: null,
    isReferent: name === 'referent',
    client: await house.enter(address),
  })
  const { json: key } = await root.post('keys', { name: 'all', scopes: ['*'] })
  return [
    await of('organiser', 'organiser@armorique.example'),
    await of('referent', 'referent@armorique.example'),
    await of('coach of other pairs', 'coach@armorique.example'),
    await of('consultant', 'consultant@armorique.example'),
    await of('HR correspondent', 'rh@armorique.example'),
    await of('manager', addressOf('HEAD')),
    {
      name: 'HR key',
      person: null,
      isReferent: false,
      client: house.as({ authorization: `Bearer ${key.secret}` }),
    },
    { name: 'stranger', person: null, isReferent: false, client: house.stranger },
  ]
}

/** Pairs that met and wrote all that can be written; every second one then parts, for a reason. */
async function plant(house: House): Promise<Planted[]> {
  const proposals = await matchAndApprove(house)
  const planted: Planted[] = []
  for (const { id: proposal, mentor, mentee } of proposals) {
    const clients = {
      mentor: await house.enter(addressOf(mentor)),
      mentee: await house.enter(addressOf(mentee)),
    }
    for (const one of Object.values(clients)) await one.post(`proposals/${proposal}/acceptance`)
    planted.push({ id: '', mentor, mentee, session: '' })
  }
  const pairs = await house.root.all('pairs')
  for (const one of planted) {
    one.id = pairs.find(({ mentor, mentee }) => mentor === one.mentor && mentee === one.mentee)?.id
  }
  const starts = house.now + 3 * DAY_MS
  for (const [at, pair] of planted.entries()) {
    const clients = {
      mentor: await house.enter(addressOf(pair.mentor)),
      mentee: await house.enter(addressOf(pair.mentee)),
    }
    const { mentor, mentee } = clients
    const must = async (told: Promise<{ status: number; text: string; json: any }>) => {
      const { status, text, json } = await told
      if (status >= 400) throw new Error(`${status} ${text}`)
      return json
    }
    const { id: session } = await must(
      mentor.post(`pairs/${pair.id}/sessions`, {
        starts_at: new Date(starts).toISOString(),
        minutes: 60,
        place: canary('place', at, 'mentor'),
      }),
    )
    pair.session = session
    await must(mentee.post(`sessions/${session}/acceptance`))
    await must(
      mentee.put(`pairs/${pair.id}/agreement`, {
        aims: canary('agreement', at, 'mentee'),
        rhythm: 'Une fois par mois',
        ways: 'Franchement',
      }),
    )
    for (const side of ['mentor', 'mentee'] as const) {
      await must(
        clients[side].post(`pairs/${pair.id}/takeaways`, {
          kind: 'idea',
          text: canary('takeaway', at, side),
        }),
      )
      await must(clients[side].post('help-requests', { pair: pair.id, text: canary('help', at, side) }))
    }
  }
  house.now = starts + 2 * 3_600_000
  await house.tick()
  for (const [at, pair] of planted.entries()) {
    const mentor = await house.enter(addressOf(pair.mentor))
    const mentee = await house.enter(addressOf(pair.mentee))
    await mentor.post(`sessions/${pair.session}/log`, { held: true, minutes: 55 })
    await mentee.post(`sessions/${pair.session}/confirmation`, { agrees: true })
    await mentor.post(`sessions/${pair.session}/pulses`, { PU1: 0, PU2: 1, PU3: 2, PU4: 3, PUF: 4 })
    await mentee.post(`sessions/${pair.session}/pulses`, { PU1: 4, PU2: 3, PU3: 2, PU4: 1, PUF: 0 })
    const side: Side = at % 4 === 0 ? 'mentor' : 'mentee'
    if (at % 2 === 0) {
      const parting = side === 'mentor' ? mentor : mentee
      await parting.post(`pairs/${pair.id}/separation`, { reason: canary('reason', at, side) })
    } else await mentor.post(`pairs/${pair.id}/thank-you`, { text: canary('thanks', at, 'mentor') })
  }
  for (let day = 0; day < 6; day++) {
    house.now += DAY_MS
    await house.tick()
  }
  return planted
}

/** One id of each sort, to stand where an address names something that is no pair. */
async function idsOf(house: House): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const tables: Record<string, string> = {
    'match-runs': 'match_runs',
    proposals: 'proposals',
    participants: 'participants',
    'help-requests': 'help_requests',
    preparations: 'preparations',
    troubles: 'troubles',
    modules: 'learning_modules',
    keys: 'keys',
    'webhook-endpoints': 'webhook_endpoints',
    takeaways: 'takeaways',
  }
  for (const [noun, table] of Object.entries(tables)) {
    const row = await house.db.get<{ id: string }>(sql`SELECT id FROM ${sql.raw(table)} ORDER BY id LIMIT 1`)
    if (row) ids.set(noun, row.id)
  }
  return ids
}

/** An address for a route, about one pair where the route is about pairs. */
function fill(route: string, pair: Planted, ids: ReadonlyMap<string, string>): string {
  const parts = route.replace(':language{fr|en}', 'fr').split('/')
  return parts
    .map((part, at) => {
      if (!part.startsWith(':')) return part
      const noun = parts[at - 1] ?? ''
      if (noun === 'pairs' || part.startsWith(':pair')) return pair.id
      if (noun === 'sessions') return pair.session
      if (noun === 'programmes') return 'regards-croises'
      if (noun === 'employees') return pair.mentee
      if (noun === 'organisers') return 'coach@armorique.example'
      const options = /\{([\w-]+)[|}]/.exec(part)
      return options?.[1] ?? ids.get(noun) ?? 'unknown'
    })
    .join('/')
}
