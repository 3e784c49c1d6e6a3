import { sql } from 'drizzle-orm'
import { mulberry32 } from '#db/worlds/random.ts'
import { DAY_MS, HOUR_MS } from '#domain/local-time.ts'
import type { PairSessionState } from '#domain/pair-session.ts'
import { addressOf, gatherCohort, matchAndApprove } from './cohort.ts'
import type { Client, House } from './house.ts'

/** How people behave (domain.md §6.1): cancellations, answers to pulses, separations by week 26, moves a month. */
const CANCELS = 0.18
const EXECUTIVES_CANCEL = 0.28
const ANSWERS = 0.75
const ANSWERS_LESS_A_MONTH = 0.04
const SEPARATED_BY_THE_END = 0.15
const MOVES_A_MONTH = 0.006
const WEEKS = 26
/** One executive in so many mentees. */
const EXECUTIVE_EVERY = 4

interface SessionSeen {
  id: string
  pair_id: string
  state: PairSessionState
  starts_at: number
  confirmed_at: number | null
  proposed_by: 'mentor' | 'mentee'
  logged_by: 'mentor' | 'mentee'
}

/** A pair as the season lives it, with what it did. */
export interface LivedPair {
  id: string
  mentor: string
  mentee: string
  isExecutive: boolean
  /** How well the two get on, 0 to 1: what their pulses say. */
  fit: number
  startedAt: number
  /** The day on which one of the two thinks of proposing a session. */
  proposesOn: number
  over: boolean
  helped: boolean
  log: { at: number; what: string; side?: 'mentor' | 'mentee' }[]
}

/**
 * Lives a season day by day through the doors and the real jobs: people propose, accept, move, cancel, meet, log and
 * answer as they do, some leave, move or part; an organiser goes through the list each weekday morning.
 */
export class Season {
  readonly #house: House
  readonly #random: () => number
  readonly #pairs: LivedPair[] = []
  readonly #clients = new Map<string, Client>()
  readonly refused: string[] = []
  requests = 0
  #organiser!: Client
  #lastDay = 0

  constructor(house: House, seed: number) {
    this.#house = house
    this.#random = mulberry32(seed)
  }

  /** Forms so many pairs of people who have signed up. */
  async begin(count: number): Promise<void> {
    const house = this.#house
    const start = house.now
    this.#lastDay = start + WEEKS * 7 * DAY_MS
    await gatherCohort(house, {
      mentors: count,
      mentees: count,
      programme: {
        starts_on: dayOf(start),
        ends_on: dayOf(this.#lastDay - 2 * DAY_MS),
        rematch_days: 28,
        acceptance_days: 7,
      },
    })
    this.#organiser = await house.organiser()
    await this.#organiser.put('programmes/regards-croises/referent', { email: 'organiser@armorique.example' })
    const proposals = await matchAndApprove(house)
    for (const { id, mentor, mentee } of proposals) {
      await (await this.#as(mentor)).post(`proposals/${id}/acceptance`)
      await (await this.#as(mentee)).post(`proposals/${id}/acceptance`)
    }
    await this.#findNewPairs()
  }

  /** Lives until the day after the programme ends. */
  async live(): Promise<void> {
    const first = this.#house.now
    for (let day = 0; this.#house.now < this.#lastDay + 2 * DAY_MS; day++) {
      const morning = first + day * DAY_MS
      this.#house.now = morning
      await this.#house.tick()
      if (isWorkingDay(morning)) {
        await this.#answerMails()
        await this.#organise()
        await this.#readSessions()
        for (const pair of this.#pairs) if (!pair.over) await this.#liveDay(pair)
        if (day % 28 === 27) await this.#findNewPairs()
      }
      this.#house.now = morning + 9 * HOUR_MS
      await this.#house.tick()
    }
  }

  get lived(): readonly LivedPair[] {
    return this.#pairs
  }

  async tasksLeft(): Promise<Record<string, any>[]> {
    const { json } = await this.#organiser.get('tasks')
    return json.items
  }

  async #as(person: string): Promise<Client> {
    const known = this.#clients.get(person)
    if (known) return known
    const client = await this.#house.enter(addressOf(person))
    this.#clients.set(person, client)
    return client
  }

  async #send(person: string, method: 'get' | 'post', path: string, body?: unknown) {
    const client = await this.#as(person)
    this.requests += 1
    const answer = method === 'get' ? await client.get(path) : await client.post(path, body)
    if (answer.status >= 400)
      this.refused.push(
        `${method} ${path.replace(/\w+_\w+/g, ':id')} ${answer.status} ${answer.json.type ?? answer.text.slice(0, 80)}`,
      )
    return answer
  }

  async #findNewPairs(): Promise<void> {
    const known = new Set(this.#pairs.map(({ id }) => id))
    const pairs = await this.#house.root.all('pairs')
    // Ids differ each time, people do not: the same seed lives the same season.
    pairs.sort((a, b) => compare(a.mentor + a.mentee, b.mentor + b.mentee))
    for (const { id, mentor, mentee, state } of pairs) {
      if (known.has(id) || state === 'ended') continue
      const isExecutive = Number(mentee.slice(1)) % EXECUTIVE_EVERY === 0
      this.#pairs.push({
        id,
        mentor,
        mentee,
        isExecutive,
        fit: this.#random() ** 0.5,
        startedAt: this.#house.now,
        proposesOn: this.#house.now + (2 + Math.floor(this.#random() * 10)) * DAY_MS,
        over: false,
        helped: false,
        log: [],
      })
    }
  }

  async #liveDay(pair: LivedPair): Promise<void> {
    const { now } = this.#house
    const week = (chance: number) => this.#random() < 1 - (1 - chance) ** (1 / (WEEKS * 5))
    if (week(SEPARATED_BY_THE_END * (1.6 - 1.2 * pair.fit))) return this.#part(pair)
    if (this.#random() < MOVES_A_MONTH / 22) return this.#move(pair)
    if (!pair.helped && pair.fit < 0.3 && this.#random() < 0.02) {
      pair.helped = true
      await this.#send(pair.mentor, 'post', 'help-requests', {
        pair: pair.id,
        text: 'Je ne sais plus comment faire.',
      })
      pair.log.push({ at: now, what: 'help' })
    }
    const sessions = this.#sessions.get(pair.id) ?? []
    for (const session of sessions) await this.#attend(pair, session)
    const isOpen = sessions.some(
      ({ state, starts_at }) => state === 'planned' || (state === 'proposed' && starts_at > now),
    )
    const held = sessions.filter(({ state }) => state === 'held').length
    if (!isOpen && held < 6 && now >= pair.proposesOn) await this.#propose(pair)
  }

  /** What everybody knows of their sessions this morning, read at once: a season opens enough doors. */
  async #readSessions(): Promise<void> {
    const rows = await this.#house.db.all<SessionSeen>(sql`
      SELECT pair_sessions.id, pair_id, pair_sessions.state, starts_at, confirmed_at,
        iif(proposed_by = pairs.mentor_id, 'mentor', 'mentee') AS proposed_by,
        iif(logged_by = pairs.mentor_id, 'mentor', 'mentee') AS logged_by
      FROM pair_sessions JOIN pairs ON pairs.id = pair_id ORDER BY starts_at`)
    this.#sessions = Map.groupBy(rows, ({ pair_id }) => pair_id)
  }
  #sessions = new Map<string, SessionSeen[]>()

  async #propose(pair: LivedPair): Promise<void> {
    const at = this.#house.now + (3 + Math.floor(this.#random() * 8)) * DAY_MS + 2 * HOUR_MS
    const starts = isWorkingDay(at) ? at : at + 2 * DAY_MS
    if (starts > this.#lastDay - 4 * DAY_MS) return
    const by = this.#random() < 0.6 ? pair.mentor : pair.mentee
    const answer = await this.#send(by, 'post', `pairs/${pair.id}/sessions`, {
      starts_at: new Date(starts).toISOString(),
      minutes: 60,
    })
    if (answer.status < 400) pair.log.push({ at: this.#house.now, what: 'proposed' })
    else pair.proposesOn = this.#house.now + 2 * DAY_MS
  }

  async #attend(pair: LivedPair, session: SessionSeen): Promise<void> {
    const { now } = this.#house
    const { id, state } = session
    const starts = session.starts_at
    if (state === 'proposed' && starts > now && this.#random() < 0.7) {
      const other = session.proposed_by === 'mentor' ? pair.mentee : pair.mentor
      const answer = await this.#send(other, 'post', `sessions/${id}/acceptance`)
      if (answer.status < 400) pair.log.push({ at: now, what: 'planned' })
    }
    if (state === 'planned' && starts > now && starts - now < 2 * DAY_MS) {
      const chance = pair.isExecutive ? EXECUTIVES_CANCEL : CANCELS
      if (this.#random() < chance / 2) {
        const side = pair.isExecutive || this.#random() < 0.5 ? 'mentee' : 'mentor'
        const answer = await this.#send(pair[side], 'post', `sessions/${id}/cancellation`)
        if (answer.status < 400) pair.log.push({ at: now, what: 'cancelled', side })
        pair.proposesOn = now + (1 + Math.floor(this.#random() * 12)) * DAY_MS
      }
    }
    if (state === 'planned' && starts + HOUR_MS < now && this.#random() < 0.8) {
      const by = this.#random() < 0.6 ? 'mentor' : 'mentee'
      const answer = await this.#send(pair[by], 'post', `sessions/${id}/log`, { held: true, minutes: 60 })
      if (answer.status < 400) {
        pair.log.push({ at: now, what: 'held', side: by })
        pair.proposesOn = now + (14 + Math.floor(this.#random() * 14)) * DAY_MS
      }
    }
    if (state === 'held' && session.confirmed_at === null && this.#random() < 0.8) {
      const other = session.logged_by === 'mentor' ? pair.mentee : pair.mentor
      await this.#send(other, 'post', `sessions/${id}/confirmation`, { agrees: true })
    }
  }

  /** People open the links of the mails that ask how it was, and answer less as months go by. */
  async #answerMails(): Promise<void> {
    const months = (WEEKS * 7 * DAY_MS - (this.#lastDay - this.#house.now)) / (30 * DAY_MS)
    const chance = ANSWERS - ANSWERS_LESS_A_MONTH * months
    const unread = this.#house.mails
      .slice(this.#read)
      .sort((a, b) => compare(`${a.to} ${a.words.subject}`, `${b.to} ${b.words.subject}`))
    for (const { to, text } of unread) {
      const link = /\/(fr|en)\/feedback\/([\w.~-]+)\//.exec(text)
      if (!link || this.#asked.has(link[2]!)) continue
      this.#asked.add(link[2]!)
      if (this.#random() > chance) continue
      const pair = this.#pairs.find(
        ({ mentor, mentee }) => addressOf(mentor) === to || addressOf(mentee) === to,
      )
      if (!pair) continue
      this.requests += 1
      const page = await this.#house.stranger.get(link[0])
      const kind = page.text.includes(`/feedback/${link[2]}/survey`) ? 'survey' : 'pulse'
      const level = () => Math.max(0, Math.min(4, Math.round(4 * pair.fit + 2 * this.#random() - 0.7)))
      const fields: Record<string, string> = { language: link[1]! }
      for (const key of ['PU1', 'PU2', 'PU3', 'PU4', 'PUF']) {
        if (page.text.includes(`name="${key}"`)) fields[key] = String(level())
      }
      for (const [, key] of page.text.matchAll(/name="((?:RQ|SE|LD|CK|EM|CO|IV)\d\w?)"/g)) {
        fields[key!] = String(Math.max(1, Math.min(5, level() + 1)))
      }
      const answer = await this.#house.stranger.form(`/api/v1/feedback/${link[2]}/${kind}`, fields)
      if (answer.status >= 400) this.refused.push(`feedback ${kind} ${answer.status}`)
    }
    this.#read = this.#house.mails.length
  }
  #read = 0
  readonly #asked = new Set<string>()

  /** The organiser’s morning: each line has one action, and is done. */
  async #organise(): Promise<void> {
    const { json } = await this.#organiser.get('tasks')
    for (const task of json.items as Record<string, any>[]) await this.#handle(task)
    for (const { id } of await this.#organiser.all('help-requests')) {
      await this.#organiser.post(`help-requests/${id}/closure`, { outcome: 'Nous en avons parlé.' })
    }
  }

  async #handle(task: Record<string, any>): Promise<void> {
    const { kind, action } = task
    if (kind === 'preparation') {
      const all = await this.#organiser.all('preparations?state=open')
      for (const { id } of all) {
        await this.#organiser.post(`preparations/${id}/closure`, {
          state: 'held',
          outcome: 'Une heure ensemble.',
        })
      }
      return
    }
    if (!action) return
    const method = String(action.method).toLowerCase() as 'post' | 'put'
    const body = action.asks_outcome ? { ...action.body, outcome: 'Nous en avons parlé.' } : action.body
    const answer = await this.#organiser[method](String(action.path).replace(/^\//, ''), body ?? undefined)
    if (answer.status >= 400 && answer.status !== 409)
      this.refused.push(`task ${kind} ${answer.status} ${answer.text.slice(0, 120)}`)
  }

  async #part(pair: LivedPair): Promise<void> {
    const by = this.#random() < 0.5 ? 'mentor' : 'mentee'
    const answer = await this.#send(pair[by], 'post', `pairs/${pair.id}/separation`, {
      reason: 'Nous ne nous trouvons pas.',
    })
    if (answer.status >= 400) return
    pair.over = true
    pair.log.push({ at: this.#house.now, what: 'separated', side: by })
  }

  /** HR moves somebody: mostly elsewhere, now and then out of the company, rarely under the other. */
  async #move(pair: LivedPair): Promise<void> {
    const chance = this.#random()
    const { root } = this.#house
    if (chance < 0.3) {
      await root.patch(`employees/${pair.mentor}`, { status: 'inactive' })
      pair.over = true
      pair.log.push({ at: this.#house.now, what: 'left' })
    } else if (chance < 0.5) {
      await root.patch(`employees/${pair.mentor}`, { manager: pair.mentee })
      pair.over = true
      pair.log.push({ at: this.#house.now, what: 'moved under' })
    } else await root.patch(`employees/${pair.mentor}`, { site: 'Rennes' })
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function isWorkingDay(at: number): boolean {
  const day = new Date(at).getUTCDay()
  return day !== 0 && day !== 6
}
