import { eq, sql } from 'drizzle-orm'
import { commit, type Database, openDatabase, stage, uniqueClash } from '#db/commit.ts'
import { insertContactMessage, listContactMessages } from '#db/queries/contact-message.ts'
import { findEvent, listEventsOutside } from '#db/queries/event.ts'
import { findMark, keepAnswer, markOnce } from '#db/queries/idempotency-key.ts'
import { claimJob, holdsJob, keepJob } from '#db/queries/job-lease.ts'
import { listOrganisers, otherOrganiser } from '#db/queries/organiser.ts'
import { findPersonByEmail, getPersonRecord, listPeopleUpdated } from '#db/queries/person.ts'
import { listSecurityEvents } from '#db/queries/security-event.ts'
import { events } from '#db/schema/event.ts'
import { organisers } from '#db/schema/organiser.ts'
import { people } from '#db/schema/person.ts'
import { webhookEndpoints } from '#db/schema/webhook.ts'
import { countAgainst } from '#http/limit.ts'
import type { Product } from './parity-play.ts'

type Values = readonly unknown[]
const word = (values: Values, at: number) => String(values[at])
const count = (values: Values, at: number) => Number(values[at])

/** Statements of the product itself, through drizzle and through `commit`, by name. */
export const PRODUCTS: Record<string, Product> = {
  claimJob: on((db, values) => claimJob(db, word(values, 0), count(values, 1), count(values, 2))),
  countAgainst: on((db, values) => countAgainst(db, word(values, 0), 3, 1_000, count(values, 1))),
  commit: on(commitEvent),
  stage: on((db, values) =>
    stage(db, {
      writes: [personOf(db, word(values, 0), word(values, 1))],
      guards: [otherOrganiser(word(values, 2))],
    }),
  ),
  addOrganiser: on((db, values) =>
    db
      .insert(organisers)
      .values({ id: word(values, 0), email: word(values, 1), email_key: word(values, 1), created_at: 1 })
      .onConflictDoUpdate({ target: organisers.id, set: { role: 'coach', version: sql`version + 1` } })
      .returning(),
  ),
  addPerson: on(async (db, values) => {
    try {
      return await db.run(personOf(db, word(values, 0), word(values, 1)).getSQL())
    } catch (error) {
      throw new Error(`clash with ${uniqueClash(error) ?? uniqueClash({ cause: error })}`)
    }
  }),
  renamePerson: on((db, values) =>
    db
      .update(people)
      .set({ given_name: word(values, 1), grade_rank: count(values, 2), active: values[2] === 1 })
      .where(eq(people.id, word(values, 0)))
      .returning({ id: people.id, active: people.active, grade_rank: people.grade_rank }),
  ),
  addEndpoint: on((db, values) =>
    db.insert(webhookEndpoints).values({
      id: word(values, 0),
      url: 'https://example.org/',
      description: '',
      types: values[1] === null ? [] : [word(values, 1)],
      secret: 'whsec_',
      state: 'active',
      version: 1,
      created_at: 1,
    }),
  ),
  markOnce: on((db, values) =>
    db.run(markOnce({ actor: 'key', key: word(values, 0), requestHash: word(values, 1) }, 'x', 5).getSQL()),
  ),
  keepAnswer: on((db, values) =>
    db.run(
      keepAnswer(
        { actor: 'key', key: word(values, 0), requestHash: word(values, 1) },
        { status: 201, headers: { etag: '"1"' }, body: word(values, 1) },
      ).getSQL(),
    ),
  ),
  findMark: on((db, values) => findMark(db, 'key', word(values, 0))),
  addMessage: on((db, values) =>
    db.run(
      insertContactMessage(db, {
        id: word(values, 0),
        about: 'other',
        name: word(values, 1),
        email: 'a@example.org',
        phone: null,
        text: word(values, 1),
        language: 'fr',
        state: 'open',
        version: 1,
        created_at: count(values, 2),
        answered_at: null,
      }).getSQL(),
    ),
  ),
  listMessages: on((db, values) => listContactMessages(db, null, { at: count(values, 0), id: 'msg_3' }, 5)),
  listOrganisers: on((db) => listOrganisers(db, null, 10)),
  listEvents: on((db, values) => listEventsOutside(db, count(values, 0), 5)),
  findEvent: on((db, values) => findEvent(db, word(values, 0))),
  listSecurity: on((db, values) => listSecurityEvents(db, values[0] === null ? null : count(values, 0), 5)),
  findByEmail: on((db, values) => findPersonByEmail(db, word(values, 0))),
  personRecord: on((db, values) => getPersonRecord(db, word(values, 0))),
  peopleUpdated: on((db, values) => listPeopleUpdated(db, values[0] as number | null, null, 3)),
  deliveries: on((db) =>
    db.all(sql`SELECT endpoint_id, line, state, attempts, event_seq - (SELECT min(seq) FROM events) AS place
      FROM webhook_deliveries ORDER BY event_seq, endpoint_id`),
  ),
  countEvents: on((db) =>
    db.select({ n: sql<number>`count(*)`, last: sql`max(${events.version})` }).from(events),
  ),
}

/** The tables that the statements above write to, emptied before each sequence. */
export const PRODUCT_TABLES = [
  'webhook_deliveries',
  'webhook_endpoints',
  'events',
  'job_leases',
  'sign_in_limits',
  'organisers',
  'people',
  'idempotency_keys',
  'contact_messages',
]

function on(work: (db: Database, values: Values) => Promise<unknown>): Product {
  return async (database, values) => {
    const told = await work(openDatabase(database), values)
    // What D1 measures differs from run to run.
    return told && typeof told === 'object' && 'meta' in told
      ? { changes: (told as D1Result).meta.changes, rows: (told as D1Result).results }
      : (told ?? null)
  }
}

async function commitEvent(db: Database, values: Values): Promise<void> {
  const [id, subject, version, fence, pair] = values
  await commit(
    db,
    {
      event: {
        type: 'pair.created' as never,
        subject: String(subject),
        version: Number(version),
        data: (pair ? { pair: String(pair) } : {}) as never,
      },
      writes: [
        keepJob({ job: 'matching', fence: Number(fence) }, 90),
        personOf(db, String(subject), `${subject}-${version}`),
      ].slice(0, pair ? 1 : 2),
      guards: fence === null ? [] : [holdsJob({ job: 'matching', fence: Number(fence) })],
    },
    { eventId: String(id), actor: 'job:parity', now: 1_795_000_000_000 },
  )
}

function personOf(db: Database, id: string, email: string) {
  return db.insert(people).values({
    id,
    external_id: id,
    given_name: 'Ada',
    family_name: 'Lovelace',
    email,
    email_key: email,
    relation: 'employee',
    active: true,
    version: 1,
    created_at: 1,
    updated_at: id.length,
  })
}
