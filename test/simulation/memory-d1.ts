import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** What happens around every call that leaves the program; a simulation decides here what fails, and when. */
export type Passage = <T>(call: () => T) => Promise<T>

/** What D1 sets lower than SQLite does (developers.cloudflare.com/d1/platform/limits, and measured). */
const LIMITS = {
  variableNumber: 100,
  sqlLength: 100_000,
  compoundSelect: 5,
  column: 100,
  exprDepth: 100,
  likePatternLength: 50,
}

/**
 * Cloudflare D1 in memory, with its limits: 100 parameters, numbers bound as REAL, five terms in a compound SELECT, no
 * transaction but a batch. Errors carry D1’s words. Far quicker than workerd, and every call can be held up or broken.
 */
export class MemoryD1 {
  readonly store: DatabaseSync
  readonly #passage: Passage
  readonly #prepared = new Map<string, StatementSync>()

  constructor(passage: Passage = async (call) => call(), store = newStore()) {
    this.store = store
    this.#passage = passage
    store.exec('PRAGMA foreign_keys = ON')
  }

  prepare(text: string): MemoryStatement {
    return new MemoryStatement(this, text, [])
  }

  async batch(statements: MemoryStatement[]): Promise<D1Result[]> {
    return this.#passage(() => this.#runBatch(statements))
  }

  async exec(): Promise<never> {
    throw new Error('D1_EXEC_ERROR: exec is not part of what the Worker uses')
  }

  /** One statement by itself. */
  async perform(
    statement: MemoryStatement,
  ): Promise<{ result: D1Result; columns: string[]; raw: unknown[][] }> {
    return this.#passage(() => this.#perform(statement))
  }

  #runBatch(statements: readonly MemoryStatement[]): D1Result[] {
    this.store.exec('BEGIN')
    try {
      const results = statements.map((statement) => this.#perform(statement).result)
      this.store.exec('COMMIT')
      return results
    } catch (error) {
      this.store.exec('ROLLBACK')
      throw error
    }
  }

  #perform({ text, values }: MemoryStatement): { result: D1Result; columns: string[]; raw: unknown[][] } {
    try {
      const statement = this.#compile(text)
      const columns = statement.columns().map(({ name }) => name)
      const before = this.#changes()
      const rows = statement.all(...values) as unknown as unknown[][]
      const raw = rows.map((row) => row.map(outgoing))
      const changes = this.#changes() - before
      const results = raw.map((row) => Object.fromEntries(columns.map((name, k) => [name, row[k]])))
      const meta = {
        changes,
        duration: 0,
        rows_read: 0,
        rows_written: 0,
        changed_db: changes > 0,
        last_row_id: 0,
        size_after: 0,
      }
      return { result: { success: true, results, meta } as unknown as D1Result, columns, raw }
    } catch (error) {
      throw told(error)
    }
  }

  #changes(): number {
    return Number((this.#compile('SELECT total_changes()').get() as unknown as unknown[])[0])
  }

  #compile(text: string): StatementSync {
    let statement = this.#prepared.get(text)
    if (!statement) {
      if (/^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|ATTACH|DETACH|VACUUM)\b/i.test(text))
        throw new Error('not authorized')
      statement = this.store.prepare(text)
      statement.setReturnArrays(true)
      this.#prepared.set(text, statement)
    }
    return statement
  }
}

/** A statement with its values, as `D1PreparedStatement`. */
export class MemoryStatement {
  readonly text: string
  readonly values: SQLInputValue[]
  readonly #store: MemoryD1

  constructor(store: MemoryD1, text: string, values: SQLInputValue[]) {
    this.#store = store
    this.text = text
    this.values = values
  }

  bind(...values: unknown[]): MemoryStatement {
    return new MemoryStatement(this.#store, this.text, values.map(incoming))
  }

  async all(): Promise<D1Result> {
    return (await this.#store.perform(this)).result
  }

  async run(): Promise<D1Result> {
    return this.all()
  }

  async first(column?: string): Promise<unknown> {
    const { result } = await this.#store.perform(this)
    const row = result.results[0] as Record<string, unknown> | undefined
    if (row === undefined) return null
    return column === undefined ? row : row[column]
  }

  async raw(): Promise<unknown[][]> {
    return (await this.#store.perform(this)).raw
  }
}

function incoming(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string') return value
  // Bound as REAL, as in D1.
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  if (ArrayBuffer.isView(value)) return value as Uint8Array
  throw new Error(`D1_TYPE_ERROR: Type '${typeof value}' not supported for value '${String(value)}'`)
}

function outgoing(value: unknown): unknown {
  return value instanceof Uint8Array ? [...value] : value
}

function told(error: unknown): Error {
  return new Error(`D1_ERROR: ${(error as Error).message}: SQLITE_ERROR`, { cause: error })
}

/** Empty, with the limits of D1. */
export function newStore(): DatabaseSync {
  return new DatabaseSync(':memory:', { limits: LIMITS } as object)
}
