import { readdirSync, readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Context, IdPrefix } from '#actions/context.ts'
import { putOrganiser } from '#actions/organiser.ts'
import { putEmployee } from '#actions/person.ts'
import { createProgramme, setPublication } from '#actions/programme.ts'
import { nameReferent } from '#actions/referent.ts'
import { addWebhookEndpoint } from '#actions/webhook.ts'
import { employeeInput } from '#contract/employee.ts'
import { programmeInput } from '#contract/programme.ts'
import { openDatabase } from '#db/commit.ts'
import { randomFor } from '#db/worlds/random.ts'
import type { Actor } from '#domain/permission.ts'
import { makeProgramme } from '#test/makers.ts'
import type { JobMessage, Settings } from '../../worker/settings.ts'
import { MemoryD1, newStore, type Passage } from './memory-d1.ts'
import { ownPlatform } from './platform.ts'

export const PROGRAMME = 'regards-croises'
export const START = Date.parse('2026-03-02T09:00:00Z')
export const ORGANISER_EMAIL = 'organiser@armorique.example'

/** Everybody of the town: juniors who report to one side, executives who report to the head, and two from outside. */
export const MENTORS = Array.from({ length: 9 }, (_, n) => `M${n + 1}`)
export const MENTEES = Array.from({ length: 7 }, (_, n) => `X${n + 1}`)
export const VISITORS = ['V1', 'V2', 'V3']

export const SETTINGS = {
  baseUrl: 'https://binome.example.org',
  organisation: 'Armorique',
  mailFrom: 'binome@example.org',
  secret: 'a secret of the simulation, long enough to be one',
  rootTokenHash: null,
  webhookLoopback: true,
  secure: true,
  turnstile: null,
  rateLimitPerMinute: 12_000,
} as unknown as Settings

export const KEY: Actor = { kind: 'key', id: 'key_hr', scopes: ['*'] }

/** What a task is handed: the context of the Worker, over a store whose every call passes the scheduler. */
export interface Worker {
  store: DatabaseSync
  passage: Passage
  now: number
  newId: (prefix: IdPrefix) => string
  wake: (message: JobMessage) => void
}

export function openWorker({ store, passage, now, newId, wake }: Worker, actor: Actor): Context {
  return {
    db: openDatabase(new MemoryD1(passage, store) as unknown as D1Database),
    actor,
    now,
    settings: SETTINGS,
    newId,
    asked: { version: null, once: null },
    wake,
  }
}

/** Ids that count up: the same story has the same ids. */
export function countedIds(from = 0): (prefix: IdPrefix) => string {
  let count = from
  return (prefix) => {
    count += 1
    return `${prefix}_${String(count).padStart(20, '0')}`
  }
}

let snapshot: Uint8Array | null = null

/** The town on its first morning: people known to HR, a published programme, a team, three receivers. Built once. */
export async function foundTown(): Promise<DatabaseSync> {
  snapshot ??= await build()
  const store = newStore()
  store.deserialize(snapshot)
  store.exec('PRAGMA foreign_keys = ON')
  return store
}

/** Built under the simulated platform, so that its secrets are the same every time. */
async function build(): Promise<Uint8Array> {
  const restore = ownPlatform(randomFor(0, 'town'), (go) => go())
  try {
    return await buildUnderPlatform()
  } finally {
    restore()
  }
}

async function buildUnderPlatform(): Promise<Uint8Array> {
  const store = newStore()
  const folder = new URL('../../db/migrations/', import.meta.url).pathname
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    store.exec(readFileSync(`${folder}${file}`, 'utf8'))
  }
  let organiserId = 'org_none'
  const newId = countedIds()
  const worker: Worker = {
    store,
    passage: async (call) => call(),
    now: START,
    newId: (prefix) => newId(prefix),
    wake: () => undefined,
  }
  const as = (actor: Actor) => openWorker(worker, actor)
  const { organiser } = await putOrganiser(as(KEY), ORGANISER_EMAIL, 'organiser')
  organiserId = organiser.id
  const put = (id: string, fields: Record<string, unknown>) =>
    putEmployee(
      as(KEY),
      id,
      v.parse(employeeInput, { family_name: `Nom${id}`, given_name: `Prénom${id}`, ...fields }),
    )
  await put('HEAD', { grade_rank: 9, email: addressOf('HEAD') })
  await put('SIDE', { grade_rank: 5, manager: 'HEAD' })
  for (const id of MENTORS) await put(id, { grade_rank: 1, manager: 'SIDE', email: addressOf(id) })
  for (const id of MENTEES) await put(id, { grade_rank: 7, manager: 'HEAD', email: addressOf(id) })
  await createProgramme(
    as(KEY),
    v.parse(
      programmeInput,
      makeProgramme({
        slug: PROGRAMME,
        matching_at: new Date(START).toISOString(),
        rematch_days: 7,
        acceptance_days: 2,
        exposure_gap: 100,
        externals_allowed: true,
      }),
    ),
  )
  await setPublication(as(KEY), PROGRAMME, true)
  await nameReferent(as(organiserOf(organiserId)), PROGRAMME, ORGANISER_EMAIL)
  for (let n = 0; n < RECEIVERS; n++) {
    await addWebhookEndpoint(as(KEY), { url: receiverUrl(n), description: '', types: [] })
  }
  return store.serialize()
}

export const RECEIVERS = 3

export function receiverUrl(n: number): string {
  return `http://127.0.0.1:${9000 + n}/hook`
}

export function organiserOf(id: string): Actor {
  return { kind: 'organiser', id, email: ORGANISER_EMAIL, person: null, subsidiary: null }
}

export function addressOf(person: string): string {
  return `${person.toLowerCase()}@armorique.example`
}
