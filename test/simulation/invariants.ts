import { createHash } from 'node:crypto'
import { openDatabase } from '#db/commit.ts'
import type { PersonActor } from '#domain/permission.ts'
import { type Seal, type StoredEvent, verifyChain } from '#domain/seal.ts'
import { loadMe } from '../../worker/routes/participant/me.ts'
import { canaryOf } from './errand.ts'
import { MemoryD1 } from './memory-d1.ts'
import type { Simulation } from './simulation.ts'
import { RECEIVERS, SETTINGS, VISITORS } from './town.ts'

/** A promise that was broken, and how it shows. */
export interface Violation {
  promise: string
  detail: string
}

type Promised = (simulation: Simulation) => string[] | Promise<string[]>

/** What holds at every moment, whatever has failed. */
export const ALWAYS: Record<string, Promised> = {
  'nobody takes part twice in one role': (s) =>
    told(
      s.rows(
        'SELECT programme_id, person_id, role, count(*) AS n FROM participants GROUP BY 1, 2, 3 HAVING n > 1',
      ),
    ),

  // Whoever offers fewer places than they have pairs keeps those; no new one starts. What came first is told by the journal:
  // a request that hung writes the time at which it was made.
  'nobody is given more pairs than places': (s) =>
    told(
      s.rows(`SELECT participants.id, capacity, count(*) AS n, max(started.seq) AS started,
          (SELECT max(seq) FROM events WHERE subject = participants.id) AS changed
        FROM participants
        JOIN pairs ON pairs.state <> 'ended' AND participants.id IN (pairs.mentor_id, pairs.mentee_id)
        JOIN events AS started ON started.type = 'pair.started' AND started.subject = pairs.proposal_id
        GROUP BY participants.id HAVING n > capacity AND started > changed`),
    ),

  'two people are one pair at most': (s) =>
    told(
      s.rows(
        "SELECT mentor_id, mentee_id, count(*) AS n FROM pairs WHERE state <> 'ended' GROUP BY 1, 2 HAVING n > 1",
      ),
    ),

  'a pair has two acceptances': (s) =>
    told(
      s.rows(`SELECT pairs.id FROM pairs LEFT JOIN proposals ON proposals.id = pairs.proposal_id
        WHERE proposals.mentor_accepted_at IS NULL OR proposals.mentee_accepted_at IS NULL OR proposals.state <> 'paired'`),
    ),

  'a round has one run': (s) =>
    told(
      s.rows(`SELECT programme_id, round, count(*) AS n FROM match_runs WHERE state NOT IN ('superseded', 'failed')
        GROUP BY 1, 2 HAVING n > 1`),
    ),

  'who refused somebody is never shown them again': (s) =>
    told(
      s.rows(`SELECT proposals.id, refusals.proposal_id AS refused FROM refusals
        JOIN participants AS one ON one.person_id = refusals.mentor_person_id
        JOIN participants AS other ON other.person_id = refusals.mentee_person_id
        JOIN proposals ON proposals.mentor_id = one.id AND proposals.mentee_id = other.id
        JOIN match_runs ON match_runs.id = proposals.run_id
        WHERE match_runs.created_at > refusals.created_at + 3600000 AND proposals.state <> 'draft'
          AND proposals.id <> refusals.proposal_id`),
    ),

  'nobody writes whose lease is over': (s) => s.stale.found,

  'no mail leaves twice': (s) => {
    const keys = s.outside.posted.map(({ key }) => key)
    return keys.filter((key, at) => keys.indexOf(key) !== at)
  },

  'what is asked under one key is done once': (s) => {
    const [{ n }] = s.rows<{ n: number }>(
      "SELECT count(*) AS n FROM events WHERE type = 'match-run.queued' AND actor LIKE 'org%'",
    ) as [{ n: number }]
    return n > s.ledger.runKeys.size ? [`${n} runs were queued for ${s.ledger.runKeys.size} requests`] : []
  },

  'a proposal lapses at its deadline, never before': (s) =>
    told(
      s.rows(
        "SELECT id, deadline_at FROM proposals WHERE state = 'lapsed' AND deadline_at > ?",
        s.scheduler.now + 60_000,
      ),
    ),

  'what happened to a subject is numbered without a gap': (s) =>
    told(
      s.rows(`SELECT subject, count(*) AS n, count(DISTINCT version) AS versions, max(version) - min(version) + 1 AS span FROM events
        GROUP BY subject HAVING n <> versions OR (n <> span AND substr(subject, 1, 3) IN ('prg', 'par', 'run', 'org', 'whe'))`),
    ),

  'events and webhooks carry no words of people': (s) => [
    ...told(s.rows("SELECT id, data FROM events WHERE data LIKE '%canari-%' OR data LIKE '%refus%'")),
    ...s.outside.received.filter(({ body }) => /canari-|refus|Prénom/.test(body)).map(({ body }) => body),
  ],

  'a batch leaves no guard behind': (s) => told(s.rows('SELECT * FROM guards')),

  'a receiver hears first of what was first': (s) => disorder(s),

  'the other cannot tell a refusal': async (s) => revealed(s),

  'nothing fails in a way nobody foresaw': (s) => s.ledger.unexpected,
}

/** What holds once faults have ended and time has passed. */
export const IN_THE_END: Record<string, Promised> = {
  'no sign-up that was acknowledged is lost': (s) =>
    [...s.ledger.signedUp.keys()].filter((who) => {
      const [person, role] = who.split(':') as [string, string]
      if (VISITORS.includes(person) && s.ledger.leaving.has(person)) return false
      return (
        s.rows(
          `SELECT 1 FROM participants JOIN people ON people.id = person_id WHERE role = ? AND state IN ('active', 'withdrawn')
            AND (people.external_id = ? OR people.email_key = ?)`,
          role,
          person,
          `${canaryOf(person)}@dehors.example`,
        ).length === 0
      )
    }),

  'no confirmation that was acknowledged is lost': (s) =>
    s.ledger.confirmed
      .filter(({ to }) => ![...s.ledger.leaving].some((person) => to.startsWith(canaryOf(person))))
      .filter(
        ({ to }) =>
          s.rows(
            'SELECT 1 FROM participants JOIN people ON people.id = person_id WHERE people.email_key = ?',
            to,
          ).length === 0,
      )
      .map(({ to }) => to),

  'a run that was acknowledged is there, once': (s) =>
    [...s.ledger.runsAsked].flatMap(([key, id]) => {
      const found = s.rows('SELECT 1 FROM match_runs WHERE id = ?', id).length
      return found === 1 ? [] : [`${key}: ${id} found ${found} times`]
    }),

  'no pair stands in a reporting line, or with somebody who left': (s) => impossiblePairs(s),

  'every event reached every receiver': (s) => undelivered(s),

  'nothing waits any more': (s) => [
    ...told(
      s.rows(
        "SELECT id, template, state, attempts, last_outcome FROM mails WHERE state IN ('waiting', 'sending') AND next_attempt_at < ?",
        s.scheduler.now - 900_000,
      ),
    ),
    ...told(
      s.rows("SELECT endpoint_id, event_seq, attempts FROM webhook_deliveries WHERE state = 'waiting'"),
    ),
    ...told(s.rows("SELECT id, state FROM match_runs WHERE state IN ('queued', 'running')")),
    ...told(
      s.rows("SELECT id FROM proposals WHERE state = 'open' AND deadline_at < ?", s.scheduler.now - 900_000),
    ),
    ...told(s.rows('SELECT id FROM people WHERE recheck = 1')),
  ],

  'a mail that counts as sent was sent': (s) => {
    const posted = new Set(s.outside.posted.map(({ id }) => id))
    return s
      .rows<{ id: string }>("SELECT id FROM mails WHERE state = 'sent'")
      .filter(({ id }) => !posted.has(id))
      .map(({ id }) => id)
  },

  'the journal is sealed whole': (s) => {
    const digest = (text: string) => createHash('sha256').update(text).digest('hex')
    const report = verifyChain(
      s.rows<StoredEvent>(
        'SELECT seq, id, type, subject, version, data, actor, outside, occurred_at FROM events ORDER BY seq',
      ),
      s.rows<Seal>('SELECT event_seq, hash FROM event_seals ORDER BY event_seq'),
      digest,
    )
    return report.ok && report.unsealed === 0 ? [] : [JSON.stringify(report)]
  },

  'who was erased is nowhere': (s) =>
    [...s.ledger.erased.values()].flatMap(({ email, mails }) =>
      traces(s, email.split('@')[0] as string, mails),
    ),
}

/** Everything that is broken now; `isOver` adds what must hold in the end. */
export async function violations(simulation: Simulation, isOver: boolean): Promise<Violation[]> {
  const found: Violation[] = []
  for (const [promise, check] of Object.entries({ ...ALWAYS, ...(isOver ? IN_THE_END : {}) })) {
    for (const detail of await check(simulation)) found.push({ promise, detail })
  }
  return found
}

function told(rows: Record<string, unknown>[]): string[] {
  return rows.map((row) => JSON.stringify(row))
}

/** First deliveries that came out of order, told by what each receiver heard. */
function disorder(simulation: Simulation): string[] {
  const { received } = simulation.outside
  const orders = new Map<string, { seq: number; line: string }>()
  for (const { id, seq, subject, data } of simulation.rows<{
    id: string
    seq: number
    subject: string
    data: string
  }>('SELECT id, seq, subject, data FROM events WHERE outside = 1')) {
    orders.set(id, { seq, line: (JSON.parse(data) as { pair?: string }).pair ?? subject })
  }
  const heard = new Set<string>()
  const last = new Map<string, number>()
  const found: string[] = []
  for (const { receiver, id } of received) {
    const order = orders.get(id)
    if (!order) continue
    if (heard.has(`${receiver}:${id}`)) continue
    heard.add(`${receiver}:${id}`)
    const line = `${receiver}:${order.line}`
    if ((last.get(line) ?? 0) > order.seq)
      found.push(`receiver ${receiver} heard ${id} after a later event of ${order.line}`)
    last.set(line, Math.max(last.get(line) ?? 0, order.seq))
  }
  return found
}

/**
 * What the other sees of an open proposal that was refused, against what they would see had it not been: the same view is
 * drawn with the refusal and without it.
 */
async function revealed(simulation: Simulation): Promise<string[]> {
  const refused = simulation.rows<{ id: string; side: string; other: string }>(
    `SELECT proposals.id, refusals.participant_id AS side, participants.person_id AS other FROM refusals
      JOIN proposals ON proposals.id = refusals.proposal_id AND proposals.state = 'open'
      JOIN participants ON participants.id IN (proposals.mentor_id, proposals.mentee_id) AND participants.id <> refusals.participant_id
      ORDER BY proposals.id LIMIT 2`,
  )
  const found: string[] = []
  for (const { id, side, other } of refused) {
    const see = async () => {
      const actor: PersonActor = { kind: 'participant', person: other, email: '' }
      const db = openDatabase(new MemoryD1(undefined, simulation.store) as unknown as D1Database)
      const ctx = { db, actor, now: simulation.scheduler.now, settings: SETTINGS } as never
      return JSON.stringify(await loadMe(ctx, actor, 'fr'))
    }
    const before = await see()
    simulation.store.exec('SAVEPOINT without')
    simulation.store
      .prepare('DELETE FROM refusals WHERE proposal_id = ? AND participant_id = ?')
      .run(id, side)
    const without = await see()
    simulation.store.exec('ROLLBACK TO without; RELEASE without')
    if (before !== without)
      found.push(`${other} sees that proposal ${id} was refused: ${before} instead of ${without}`)
  }
  return found
}

/** Live pairs that must not be, by a walk over the chart of its own. */
function impossiblePairs(simulation: Simulation): string[] {
  const above = new Map<string, string[]>()
  for (const { person, manager } of simulation.rows<{ person: string; manager: string }>(
    'SELECT person, manager FROM reporting_lines',
  )) {
    above.set(person, [...(above.get(person) ?? []), manager])
  }
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set([from])
    for (const one of seen) for (const next of above.get(one) ?? []) seen.add(next)
    return seen.has(to)
  }
  return simulation
    .rows(`SELECT pairs.id, pairs.state, mentor.external_id AS mentor, mentee.external_id AS mentee, mentor.active AND mentee.active AS here,
        one.state = 'withdrawn' OR other.state = 'withdrawn' AS gone
      FROM pairs JOIN participants AS one ON one.id = pairs.mentor_id JOIN participants AS other ON other.id = pairs.mentee_id
      JOIN people AS mentor ON mentor.id = one.person_id JOIN people AS mentee ON mentee.id = other.person_id
      WHERE pairs.state <> 'ended'`)
    .filter(({ state, mentor, mentee, here, gone }) => {
      if (!here || gone) return true
      return state === 'active' && mentor && mentee && (reaches(mentor, mentee) || reaches(mentee, mentor))
    })
    .map((row) => JSON.stringify(row))
}

/** Deliveries that were promised and not made, by what the receivers heard. */
function undelivered(simulation: Simulation): string[] {
  const { received } = simulation.outside
  const heard = new Set(received.map(({ receiver, id }) => `${receiver}:${id}`))
  const endpoints = simulation.rows<{ id: string; url: string; created_at: number }>(
    'SELECT id, url, created_at FROM webhook_endpoints ORDER BY url',
  )
  const found: string[] = []
  for (let receiver = 0; receiver < RECEIVERS; receiver++) {
    const endpoint = endpoints[receiver]
    if (!endpoint) continue
    // While it was switched off, nothing was promised to it.
    const wasOff =
      simulation.rows(
        "SELECT 1 FROM events WHERE subject = ? AND type = 'webhook-endpoint.disabled'",
        endpoint.id,
      ).length > 0
    const promised = wasOff
      ? simulation.rows<{ id: string }>(
          'SELECT events.id FROM webhook_deliveries JOIN events ON events.seq = event_seq WHERE endpoint_id = ?',
          endpoint.id,
        )
      : simulation.rows<{ id: string }>(
          'SELECT id FROM events WHERE outside = 1 AND seq > (SELECT seq FROM events WHERE subject = ? LIMIT 1)',
          endpoint.id,
        )
    for (const { id } of promised)
      if (!heard.has(`${receiver}:${id}`)) found.push(`receiver ${receiver} never heard of ${id}`)
  }
  return found
}

/**
 * Where in the whole store a word stands. A mail to somebody else may name whom it is about where it was composed before that
 * person was forgotten and written after, or calls off a meeting in a calendar: it says so until it has left.
 */
function traces(simulation: Simulation, word: string, mailsBefore: number): string[] {
  const found: string[] = []
  const tables = simulation.rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  )
  for (const { name } of tables) {
    for (const row of simulation.rows(`SELECT rowid AS row, * FROM "${name}"`)) {
      const isToOther = name === 'mails' && !String(row.to_address).includes(word)
      if (isToOther && (row.row > mailsBefore || String(row.facts).includes('VCALENDAR'))) continue
      if (Object.values(row).some((value) => typeof value === 'string' && value.includes(word)))
        found.push(`${name}: ${word}`)
    }
  }
  return found
}
