import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Task } from './scheduler.ts'

interface Lease {
  job: string
  fence: number
  isOver: number
}

/**
 * Watches who writes under a lease: a worker whose lease somebody else has taken must not commit an event or a proposal.
 * Told by what is there before and after each call, without asking the program.
 */
export class StaleWriters {
  readonly found: string[] = []
  readonly #changes: StatementSync
  readonly #leases: StatementSync
  readonly #proposals: StatementSync
  readonly #events: StatementSync
  readonly #held = new Map<Task, Map<string, Lease>>()
  #last = new Map<string, Lease>()
  #count = 0
  #seq = 0

  constructor(store: DatabaseSync) {
    this.#changes = store.prepare('SELECT total_changes() AS n')
    this.#leases = store.prepare(`SELECT job, fence, until = 0 AS isOver FROM job_leases
      UNION ALL SELECT 'run ' || id, fence, lease_until IS NULL FROM match_runs`)
    this.#proposals = store.prepare('SELECT count(*) AS n FROM proposals')
    this.#events = store.prepare(`SELECT seq,
        CASE WHEN subject LIKE 'whe%' AND type <> 'webhook-endpoint.disabled' THEN '' ELSE subject END AS subject
      FROM events WHERE seq > ? ORDER BY seq`)
    this.#count = this.#number(this.#proposals)
    this.#writtenSince()
  }

  /** Makes a call of a task, and looks at what it changed. */
  watch<T>(task: Task, call: () => T): T {
    const before = this.#number(this.#changes)
    const result = call()
    if (this.#number(this.#changes) === before) return result
    const held = this.#held.get(task) ?? new Map<string, Lease>()
    const now = new Map((this.#leases.all() as unknown as Lease[]).map((lease) => [lease.job, lease]))
    for (const subject of this.#writtenSince()) {
      // Whatever else is told of a receiver is guarded by its version, and needs no lease.
      if (subject === '') continue
      const lease = held.get(`deliverEvents:${subject}`) ?? [...held.values()].findLast(isOfTheWhole)
      if (lease && now.get(lease.job)?.fence !== lease.fence) {
        const taken = now.get(lease.job)?.fence
        this.found.push(`${task.name} wrote as holder ${lease.fence} of ${lease.job}, which ${taken} holds`)
      }
    }
    for (const lease of now.values()) {
      if (this.#last.get(lease.job)?.fence !== lease.fence && !lease.isOver) held.set(lease.job, lease)
      if (held.get(lease.job)?.fence === lease.fence && lease.isOver) held.delete(lease.job)
    }
    this.#held.set(task, held)
    this.#last = now
    return result
  }

  /** A task goes on to something else: what it held before is over, even where it could not say so. */
  forget(task: Task): void {
    this.#held.delete(task)
  }

  /** What new events are about, and `proposals` where there are new ones. */
  #writtenSince(): string[] {
    const events = this.#events.all(this.#seq) as { seq: number; subject: string }[]
    this.#seq = events.at(-1)?.seq ?? this.#seq
    const count = this.#number(this.#proposals)
    const hasProposals = count !== this.#count
    this.#count = count
    return [...events.map(({ subject }) => subject), ...(hasProposals ? ['proposals'] : [])]
  }

  #number(statement: StatementSync): number {
    return Number((statement.get() as { n: number }).n)
  }
}

/** Leases of one receiver say nothing of what is written about anything else. */
function isOfTheWhole({ job }: Lease): boolean {
  return !job.startsWith('deliverEvents:')
}
