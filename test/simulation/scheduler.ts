import { below, pickWeighted, type Random } from '#db/worlds/random.ts'

/** What can happen to a call that leaves the program: nothing, an error before or after it took effect, death, or a long wait. */
export const FATES = [
  'lost-before',
  'lost-after',
  'overloaded',
  'crash-before',
  'crash-after',
  'hang',
] as const
/** `held`: the call waits until the scheduler is told to let go of it. */
export type Fate = 'passes' | 'held' | (typeof FATES)[number]

const WEIGHTS: Record<(typeof FATES)[number], number> = {
  'lost-before': 3,
  'lost-after': 3,
  overloaded: 2,
  'crash-before': 2,
  'crash-after': 2,
  hang: 2,
}

export const LOST = 'D1_ERROR: Network connection lost.'
export const OVERLOADED = 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.'

/** One request, one tick of a job, one message: it runs beside others, and may die at any call. */
export interface Task {
  id: number
  name: string
  state: 'under-way' | 'done' | 'dead'
  /** How far its worker’s clock is off, in ms. */
  skewMs: number
  /** Calls that it has made so far. */
  calls: number
}

interface Waiting {
  task: Task
  /** Lets the call happen, with its fate. */
  meet: (fate: Fate) => void
  /** Not before this step of the scheduler. */
  notBefore: number
}

/** Decides the fate of a call; the crash points of a flow are tried by one that counts them. */
export type Chooser = (task: Task) => Fate

/**
 * Lets many tasks run side by side on one thread, one call at a time, in an order and with faults that follow from a seed
 * alone. Between two calls a task runs undisturbed, as it does in a Worker.
 */
export class Scheduler {
  now: number
  steps = 0
  calls = 0
  faults = 0
  readonly faultsByFate: Record<string, number> = {}
  readonly #random: Random
  readonly #choose: Chooser
  readonly #waiting: Waiting[] = []
  readonly #tasks: Task[] = []
  #pauses: { go: () => void; at: number }[] = []
  #current: Task | null = null

  constructor(random: Random, now: number, choose: Chooser) {
    this.#random = random
    this.now = now
    this.#choose = choose
  }

  /** How many tasks have neither ended nor died. */
  get underWay(): number {
    return this.#tasks.length
  }

  /** Starts a task. It makes its first call when the scheduler lets it. */
  spawn(name: string, skewMs: number, work: (task: Task) => Promise<void>): Task {
    const task: Task = { id: this.calls, name, state: 'under-way', skewMs, calls: 0 }
    this.#tasks.push(task)
    void work(task).finally(() => {
      if (task.state === 'under-way') task.state = 'done'
      this.#forget(task)
    })
    return task
  }

  /** A call that leaves the program, as `task` makes it. */
  pass<T>(
    task: Task,
    call: () => T | Promise<T>,
    broken: (fate: 'lost' | 'overloaded') => Error,
  ): Promise<T> {
    if (task.state === 'dead') return new Promise(() => undefined)
    return new Promise((resolve, reject) => {
      const meet = (fate: Fate) => {
        if (fate === 'crash-before') return this.#kill(task)
        if (fate === 'lost-before') return reject(broken('lost'))
        if (fate === 'overloaded') return reject(broken('overloaded'))
        let outcome: T | Promise<T>
        try {
          outcome = call()
        } catch (error) {
          if (fate === 'crash-after') return this.#kill(task)
          return reject(fate === 'lost-after' ? broken('lost') : error)
        }
        if (fate === 'crash-after') return this.#kill(task)
        if (fate === 'lost-after') return reject(broken('lost'))
        resolve(outcome)
      }
      this.#waiting.push({ task, meet, notBefore: 0 })
    })
  }

  /** A pause that the program makes by itself. */
  pause(go: () => void, ms: number): void {
    this.#pauses.push({ go, at: this.now + ms })
  }

  /** Lets one call happen. @returns false where nothing waits. */
  async step(): Promise<boolean> {
    await settled()
    this.steps += 1
    const ready = this.#waiting.filter(({ notBefore }) => notBefore <= this.steps)
    if (ready.length === 0) return this.#skip()
    const one = ready[below(this.#random, ready.length)]!
    this.calls += 1
    one.task.calls += 1
    const fate = this.#choose(one.task)
    this.#advance(below(this.#random, 40))
    if (fate !== 'passes') {
      this.faults += 1
      this.faultsByFate[fate] = (this.faultsByFate[fate] ?? 0) + 1
    }
    if (fate === 'held') {
      one.notBefore = Number.POSITIVE_INFINITY
      return true
    }
    if (fate === 'hang') {
      one.notBefore = this.steps + 5 + below(this.#random, 400)
      // Some hang for longer than a lease.
      if (this.#random() < 0.3) this.#advance(below(this.#random, 240_000))
      return true
    }
    this.#waiting.splice(this.#waiting.indexOf(one), 1)
    this.#current = one.task
    one.meet(fate)
    await settled()
    return true
  }

  /** Lets everything that is under way come to its end. */
  async drain(): Promise<void> {
    while (await this.step())
      if (this.steps > 50_000_000) throw new Error('the simulation does not come to rest')
  }

  /** What was held goes on. */
  release(): void {
    for (const one of this.#waiting) if (one.notBefore === Number.POSITIVE_INFINITY) one.notBefore = 0
  }

  passTime(ms: number): void {
    this.#advance(ms)
  }

  get current(): Task | null {
    return this.#current
  }

  /** Nothing is ready: time goes on to the next pause, or to those that hang. */
  #skip(): boolean {
    if (this.#pauses.length > 0) {
      this.#advance(Math.max(0, Math.min(...this.#pauses.map(({ at }) => at)) - this.now))
      return true
    }
    const next = Math.min(...this.#waiting.map(({ notBefore }) => notBefore))
    if (!Number.isFinite(next)) return false
    this.steps = next
    return true
  }

  #advance(ms: number): void {
    this.now += Math.round(ms)
    const due = this.#pauses.filter(({ at }) => at <= this.now)
    if (due.length === 0) return
    this.#pauses = this.#pauses.filter(({ at }) => at > this.now)
    for (const { go } of due) go()
  }

  #kill(task: Task): void {
    task.state = 'dead'
    for (let at = this.#waiting.length - 1; at >= 0; at--) {
      if (this.#waiting[at]!.task === task) this.#waiting.splice(at, 1)
    }
    this.#forget(task)
  }

  #forget(task: Task): void {
    const at = this.#tasks.indexOf(task)
    if (at >= 0) this.#tasks.splice(at, 1)
  }
}

/** Faults that strike by chance: so many of a thousand calls. */
export function chanceFaults(
  random: Random,
  perMille: number,
  fates: readonly (typeof FATES)[number][] = FATES,
): Chooser {
  const weights = fates.map((fate) => WEIGHTS[fate])
  return () => (random() * 1000 < perMille ? pickWeighted(random, fates, weights) : 'passes')
}

/** Until every task has gone as far as it can: to a call, or to its end. */
function settled(): Promise<void> {
  return new Promise((go) => setImmediate(go))
}
