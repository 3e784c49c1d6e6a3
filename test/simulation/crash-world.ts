import type { DatabaseSync } from 'node:sqlite'
import { actorName, type Context } from '#actions/context.ts'
import { storeFailure } from '#db/failure.ts'
import { findMark } from '#db/queries/idempotency-key.ts'
import { randomFor } from '#db/worlds/random.ts'
import type { Actor } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import type { Courier } from '#gateways/webhook.ts'
import type { Job } from '../../worker/jobs/job.ts'
import { WAKE_UPS } from '../../worker/jobs/queue.ts'
import { TIMETABLE } from '../../worker/jobs/timetable.ts'
import type { JobMessage } from '../../worker/settings.ts'
import { newStore } from './memory-d1.ts'
import { brokenCall, Outside, type Posted } from './outside.ts'
import { ownPlatform } from './platform.ts'
import { type Fate, Scheduler, type Task } from './scheduler.ts'
import { StaleWriters } from './stale-writers.ts'
import { foundTown, openWorker, RECEIVERS, receiverUrl, START } from './town.ts'

/** A town at some moment, kept so that many cases can begin there. */
export interface Snapshot {
  bytes: Uint8Array
  now: number
  /** How many ids were given so far. */
  ids: number
  /** What the postman has brought: people open links of it. */
  posted: readonly Posted[]
}

export type Answer = 'done' | 'refused' | 'none'

/** One thing that is done, and done again in the same way where nobody said what became of it. */
export type Asked =
  | { kind: 'request'; actor: Actor; key?: string; work: (ctx: Context) => Promise<unknown> }
  | { kind: 'job'; name: string }
  | { kind: 'message'; message: JobMessage }

/** Which crons fire when, in minutes, until nothing is left to do: what the second leads to is done by the third. */
const REST = [
  [1, '* * * * *'],
  [2, '*/5 * * * *'],
  [3, '* * * * *'],
  [35, '* * * * *'],
] as const

/** A town in which one thing happens at a time, and one call of one thing may fail. */
export class CrashWorld {
  readonly store: DatabaseSync
  readonly scheduler: Scheduler
  readonly outside: Outside
  readonly unexpected: string[] = []
  readonly postedBefore: readonly Posted[]
  /** What was refused, in order: told with a case that goes wrong. */
  readonly refusals: string[] = []
  /** The last event there was, and those that waited for a receiver. */
  readonly begunWith: { seq: number; waiting: number[] }
  readonly #stale: StaleWriters
  readonly #restore: () => void
  #ids: number
  #watched: { task: Task; at: number; fate: Fate } | null = null

  private constructor(
    store: DatabaseSync,
    { now, ids, posted }: Omit<Snapshot, 'bytes'>,
    isPostmanSharp = false,
  ) {
    this.store = store
    this.#ids = ids
    this.postedBefore = posted
    this.scheduler = new Scheduler(randomFor(1, 'order'), now, (task) => {
      const fault = this.#watched
      return fault?.task === task && task.calls === fault.at ? fault.fate : 'passes'
    })
    this.outside = new Outside(this.scheduler, store, isPostmanSharp)
    this.begunWith = {
      seq: this.rows<{ seq: number | null }>('SELECT max(seq) AS seq FROM events')[0]!.seq ?? 0,
      waiting: this.rows<{ event_seq: number }>(
        "SELECT event_seq FROM webhook_deliveries WHERE state = 'waiting'",
      ).map(({ event_seq }) => event_seq),
    }
    this.#stale = new StaleWriters(store)
    this.#restore = ownPlatform(randomFor(1, 'bytes'), (go, ms) => this.scheduler.pause(go, ms))
  }

  static async found(): Promise<CrashWorld> {
    return new CrashWorld(await foundTown(), { now: START, ids: 1_000, posted: [] })
  }

  /** @param isPostmanSharp whether the postman knows a mail again that he was handed before */
  static open({ bytes, ...rest }: Snapshot, isPostmanSharp = false): CrashWorld {
    const store = newStore()
    store.deserialize(bytes)
    store.exec('PRAGMA foreign_keys = ON')
    return new CrashWorld(store, rest, isPostmanSharp)
  }

  end(): void {
    this.#restore()
    this.store.close()
  }

  snapshot(): Snapshot {
    const posted = [...this.postedBefore, ...this.outside.posted]
    return { bytes: this.store.serialize(), now: this.scheduler.now, ids: this.#ids, posted }
  }

  get staleWrites(): readonly string[] {
    return this.#stale.found
  }

  rows<T = Record<string, any>>(text: string, ...values: (string | number | null)[]): T[] {
    return this.store.prepare(text).all(...values) as T[]
  }

  /** Time passes, up to an instant. */
  until(instant: number): void {
    this.scheduler.passTime(Math.max(0, instant - this.scheduler.now))
  }

  /** Does one thing; its call number `at`, counted from 1, meets a fate. @returns what was answered, and how many calls it made */
  async attempt(asked: Asked, at = 0, fate: Fate = 'passes'): Promise<{ answer: Answer; calls: number }> {
    let answer: Answer = 'none'
    const task = this.scheduler.spawn('the act', 0, async (self) => {
      this.#watched = { task: self, at, fate }
      answer = await this.#perform(self, asked)
    })
    await this.scheduler.drain()
    return { answer, calls: task.calls }
  }

  async #perform(task: Task, asked: Asked): Promise<Answer> {
    try {
      if (asked.kind === 'request') await this.#request(task, asked)
      else if (asked.kind === 'job') await this.#runJob(task, asked.name, jobOf(asked.name))
      else {
        const { job, id } = asked.message
        await this.#runJob(task, job, WAKE_UPS[job](id ?? ''))
      }
      return 'done'
    } catch (error) {
      if (error instanceof Problem) {
        this.refusals.push(`${error.kind}: ${error.detail.en}`)
        return 'refused'
      }
      if (!storeFailure(error)) this.unexpected.push((error as Error).stack ?? String(error))
      return 'none'
    }
  }

  /** With an Idempotency-Key, what was done is not done again, as the door sees to it. */
  async #request(task: Task, { actor, key, work }: Extract<Asked, { kind: 'request' }>): Promise<void> {
    const ctx = this.contextOf(task, actor)
    if (key !== undefined) {
      const owner = actorName(actor)
      if (await findMark(ctx.db, owner, key)) return
      ctx.asked.once = { actor: owner, key, requestHash: key }
    }
    await work(ctx)
  }

  async #runJob(task: Task, name: string, job: Job): Promise<void> {
    const ctx = this.contextOf(task, { kind: 'job', id: name })
    const clock = () => this.scheduler.now
    await job(ctx, { clock, mailer: this.outside.mailer(task), courier: this.#courier(task) })
  }

  /** Receivers that send a challenge back, and recover once they have failed. */
  #courier(task: Task): Courier {
    const courier = this.outside.courier(task)
    return {
      post: async (letter) => {
        const answer = await courier.post(letter)
        const receiver = Array.from({ length: RECEIVERS }, (_, n) => receiverUrl(n)).indexOf(letter.url)
        if (receiver >= 0) this.outside.moods[receiver] = 'well'
        const { data } = JSON.parse(letter.body) as { data?: { challenge?: string } }
        return data?.challenge === undefined ? answer : { ...answer, answer: data.challenge }
      },
    }
  }

  contextOf(task: Task, actor: Actor): Context {
    return openWorker(
      {
        store: this.store,
        passage: (call) => this.scheduler.pass(task, () => this.#stale.watch(task, call), brokenCall),
        now: this.scheduler.now,
        newId: (prefix) => {
          this.#ids += 1
          return `${prefix}_${String(this.#ids).padStart(20, '0')}`
        },
        // Every message is lost: what must be done is found by the timetable.
        wake: () => undefined,
      },
      actor,
    )
  }

  /** The crons fire until nothing is left to do. */
  async rest(): Promise<void> {
    const from = this.scheduler.now
    for (const [minutes, cron] of REST) {
      this.until(from + minutes * 60_000)
      await this.#tick(cron)
    }
    this.until(from + 60 * 60_000)
  }

  async #tick(cron: string): Promise<void> {
    for (const { job } of TIMETABLE.find((one) => one.cron === cron)!.jobs) {
      await this.attempt({ kind: 'job', name: job.name })
    }
  }
}

function jobOf(name: string): Job {
  const found = TIMETABLE.flatMap(({ jobs }) => jobs).find(({ job }) => job.name === name)
  if (!found) throw new Error(`no job is called ${name}`)
  return found.job
}
