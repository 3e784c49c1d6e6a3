import type { DatabaseSync } from 'node:sqlite'
import type { Context } from '#actions/context.ts'
import { storeFailure } from '#db/failure.ts'
import { findMark } from '#db/queries/idempotency-key.ts'
import { below, pickWeighted, type Random, randomFor } from '#db/worlds/random.ts'
import type { Actor } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import { WAKE_UPS } from '../../worker/jobs/queue.ts'
import { TIMETABLE } from '../../worker/jobs/timetable.ts'
import type { JobMessage } from '../../worker/settings.ts'
import type { Errand } from './errand.ts'
import { ERRANDS } from './errands.ts'
import { brokenCall, Outside } from './outside.ts'
import { ownPlatform } from './platform.ts'
import { type Chooser, chanceFaults, Scheduler, type Task } from './scheduler.ts'
import { StaleWriters } from './stale-writers.ts'
import { countedIds, foundTown, openWorker, START } from './town.ts'

/** What became of something that somebody asked for: `unknown` where no answer came. */
export type Outcome = 'done' | 'refused' | 'away' | 'unknown'

export interface StoryOptions {
  seed: number
  /** How many errands the story has. */
  operations: number
  /** Of a thousand calls, how many meet a fault. */
  faultsPerMille: number
  /** Which errands of the story happen; absent for all. A shrunk story has few. */
  steps?: readonly number[]
  /** Statements that weaken the schema: a planted bug. */
  schema?: string | undefined
  /** The most tasks that run side by side. */
  sideBySide?: number
}

/** What people and systems were told, to be held against what is there in the end. */
export class Ledger {
  /** Participations that a key was told of, as `person:role`. */
  readonly signedUp = new Map<string, { at: number }>()
  /** Who was told that their sign-up waits for a confirmation. */
  readonly toConfirm = new Set<string>()
  /** Addresses whose confirmation was acknowledged. */
  readonly confirmed: { to: string; at: number }[] = []
  /** Visitors who asked to be erased: they do not come back. */
  readonly leaving = new Set<string>()
  readonly refused: { proposal: string; person: string }[] = []
  /** People who were told that all is erased. */
  readonly erased = new Map<string, { email: string; mails: number }>()
  /** What was asked for under a key, and may be asked for again with it. */
  readonly repeats: { actor: Actor; key: string; at: number; work: (ctx: Context) => Promise<unknown> }[] = []
  /** Keys under which match runs were asked for. */
  readonly runKeys = new Set<string>()
  /** Match runs that were acknowledged, by the key of the request. */
  readonly runsAsked = new Map<string, string>()
  readonly unexpected: string[] = []
}

const SIDE_BY_SIDE = 8
const SKEW_MS = 20_000

/** One story: a town, its errands in their order, and the faults that strike, all of it from a seed. */
export class Simulation {
  readonly store: DatabaseSync
  readonly scheduler: Scheduler
  readonly outside: Outside
  readonly ledger = new Ledger()
  readonly stale: StaleWriters
  readonly queue: JobMessage[] = []
  operations = 0
  /** What was asked for and what failed, in order: kept for short stories. */
  readonly diary: string[] = []
  readonly options: StoryOptions
  /** Far from those of the town’s first morning. */
  readonly newId = countedIds(1_000_000)
  #restore: () => void
  isCalm = false

  private constructor(options: StoryOptions, store: DatabaseSync, choose?: Chooser) {
    this.options = options
    this.store = store
    const chance = choose ?? chanceFaults(randomFor(options.seed, 'faults'), options.faultsPerMille)
    this.scheduler = new Scheduler(randomFor(options.seed, 'order'), START, (task) => {
      const fate = this.isCalm ? 'passes' : chance(task)
      if (fate !== 'passes') this.note(`${task.name}: ${fate} at call ${task.calls}`)
      return fate
    })
    this.outside = new Outside(this.scheduler, store, options.seed % 2 === 0)
    this.stale = new StaleWriters(store)
    this.skews = randomFor(options.seed, 'skews')
    this.#restore = ownPlatform(randomFor(options.seed, 'bytes'), (go, ms) => this.scheduler.pause(go, ms))
  }

  static async begin(options: StoryOptions, choose?: Chooser): Promise<Simulation> {
    const store = await foundTown()
    if (options.schema) store.exec(options.schema)
    return new Simulation(options, store, choose)
  }

  end(): void {
    this.#restore()
    this.store.close()
  }

  /** Lets the errands happen, many side by side. */
  async live(watch: (simulation: Simulation) => Promise<boolean>): Promise<void> {
    const { seed, operations, steps, sideBySide = SIDE_BY_SIDE } = this.options
    const pace = randomFor(seed, 'pace')
    const chosen = steps ? new Set(steps) : null
    for (let at = 0; at < operations; at++) {
      while (this.scheduler.underWay >= sideBySide || (this.scheduler.underWay > 0 && pace() < 0.7)) {
        if (!(await this.scheduler.step())) break
      }
      if (chosen && !chosen.has(at)) continue
      this.operations += 1
      this.begin(pickErrand(randomFor(seed, 'errand', at)), randomFor(seed, 'how', at))
      if (at % 25 === 24 && (await watch(this))) return
    }
  }

  begin(errand: Errand, random: Random): void {
    errand.run(this, random)
  }

  /** Somebody asks for something; what became of it is told to `then`. */
  ask(
    name: string,
    actor: Actor,
    work: (ctx: Context) => Promise<unknown>,
    told: (outcome: Outcome, result: unknown) => void = () => undefined,
  ): void {
    const skew = below(this.skews, 2 * SKEW_MS) - SKEW_MS
    this.note(name)
    this.scheduler.spawn(name, skew, async (task) => {
      try {
        const result = await work(this.contextOf(task, actor))
        told('done', result)
      } catch (error) {
        if (error instanceof Problem) return told('refused', error)
        if (storeFailure(error)) return told('away', error)
        this.ledger.unexpected.push(`${name}: ${(error as Error).stack ?? String(error)}`)
        told('refused', error)
      }
    })
  }

  readonly skews: Random

  contextOf(task: Task, actor: Actor): Context {
    return openWorker(
      {
        store: this.store,
        passage: (call) => this.scheduler.pass(task, () => this.stale.watch(task, call), brokenCall),
        now: this.scheduler.now + task.skewMs,
        newId: (prefix) => this.newId(prefix),
        wake: (message) => this.queue.push(message),
      },
      actor,
    )
  }

  /** The same with an Idempotency-Key, as the door does it: what was done under the key is not done again. */
  askOnce(name: string, actor: Actor, key: string, work: (ctx: Context) => Promise<unknown>): void {
    const at = this.scheduler.now
    const once = async (ctx: Context) => {
      const owner = actor.kind === 'key' || actor.kind === 'organiser' ? actor.id : 'nobody'
      if (await findMark(ctx.db, owner, key)) return 'before'
      ctx.asked.once = { actor: owner, key, requestHash: key }
      return work(ctx)
    }
    this.ask(name, actor, once, (outcome) => {
      if (outcome === 'away' || outcome === 'unknown') this.ledger.repeats.push({ actor, key, at, work })
    })
    // Whoever gets no answer at all asks again as well.
    if (below(this.skews, 4) === 0) this.ledger.repeats.push({ actor, key, at, work })
  }

  /** One tick of a cron: its jobs one after the other, as the Worker runs them. */
  tick(cron: string): void {
    this.note(`cron ${cron}`)
    const entry = TIMETABLE.find((one) => one.cron === cron)!
    this.scheduler.spawn(`cron ${cron}`, below(this.skews, 2 * SKEW_MS) - SKEW_MS, async (task) => {
      for (const { job } of entry.jobs) await this.#runJob(task, job.name, job)
    })
  }

  /** A message of the queue reaches a worker. */
  deliver(message: JobMessage): void {
    this.note(`message ${message.job}`)
    this.scheduler.spawn(`message ${message.job}`, below(this.skews, 2 * SKEW_MS) - SKEW_MS, async (task) => {
      await this.#runJob(task, message.job, WAKE_UPS[message.job](message.id ?? ''))
    })
  }

  async #runJob(
    task: Task,
    name: string,
    job: (typeof TIMETABLE)[number]['jobs'][number]['job'],
  ): Promise<void> {
    this.stale.forget(task)
    const ctx = this.contextOf(task, { kind: 'job', id: name })
    const clock = () => this.scheduler.now + task.skewMs
    try {
      await job(ctx, { clock, mailer: this.outside.mailer(task), courier: this.outside.courier(task) })
    } catch (error) {
      if (error instanceof Problem || storeFailure(error)) return
      this.ledger.unexpected.push(`job ${name}: ${(error as Error).stack ?? String(error)}`)
    }
  }

  /** All faults end, receivers recover, what hung goes on, time passes until nothing is left to do. */
  async calmDown(): Promise<void> {
    this.isCalm = true
    await this.scheduler.drain()
    this.outside.moods.fill('well')
    this.outside.postmanIsAway = false
    ERRANDS.enable.run(this)
    await this.scheduler.drain()
    for (const hours of [0.01, 0.2, 0.2, 1, 3, 6, 12, 24, 24, 24, 24, 0.1, 0.1]) {
      this.scheduler.passTime(hours * 3_600_000)
      for (const { cron } of TIMETABLE) {
        if (cron === '17 3 * * *' && hours < 24) continue
        this.tick(cron)
        await this.scheduler.drain()
      }
      this.tick('* * * * *')
      await this.scheduler.drain()
    }
  }

  note(line: string): void {
    if (this.diary.length < 5_000) {
      this.diary.push(`${new Date(this.scheduler.now).toISOString().slice(5, 19)} ${line}`)
    }
  }

  rows<T = Record<string, any>>(text: string, ...values: (string | number | null)[]): T[] {
    return this.store.prepare(text).all(...values) as T[]
  }
}

function pickErrand(random: Random): Errand {
  const all = Object.values(ERRANDS).filter(({ weight }) => weight > 0)
  return pickWeighted(
    random,
    all,
    all.map(({ weight }) => weight),
  )
}
