import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { type Answered, Machine, newStore, refused } from './memory-d1-store.ts'

export { newStore }

/** What happens around every call that leaves the program; a simulation decides here what fails, and when. */
export type Passage = <T>(call: () => T) => Promise<T>

/**
 * Cloudflare D1 in memory, with its limits: 100 parameters, numbers bound as REAL, five terms in a compound SELECT, no
 * transaction but a batch. Errors carry D1’s words. Far quicker than workerd, and every call can be held up or broken:
 * each passes through `passage` once, and nothing else does. `npm run bench -- parity` holds it against the real one.
 */
export class MemoryD1 {
  readonly store: DatabaseSync
  readonly #machine: Machine
  readonly #passage: Passage

  constructor(passage: Passage = async (call) => call(), store = newStore()) {
    this.store = store
    this.#machine = Machine.of(store)
    this.#passage = passage
  }

  prepare(text: string): MemoryStatement {
    return new MemoryStatement(this, text, [])
  }

  async batch(statements: MemoryStatement[]): Promise<D1Result[]> {
    const answers = await this.#passage(() => this.#machine.performAll(statements))
    return answers.map(resultOf)
  }

  async exec(): Promise<never> {
    throw refused('exec is not part of what the Worker uses', 'D1_EXEC_ERROR')
  }

  /** One statement by itself. */
  perform({ text, values }: MemoryStatement): Promise<Answered> {
    return this.#passage(() => this.#machine.perform(text, values))
  }
}

/** A statement with its values, as `D1PreparedStatement`. */
export class MemoryStatement {
  readonly text: string
  readonly values: readonly SQLInputValue[]
  readonly #database: MemoryD1

  constructor(database: MemoryD1, text: string, values: readonly SQLInputValue[]) {
    this.#database = database
    this.text = text
    this.values = values
  }

  bind(...values: unknown[]): MemoryStatement {
    return new MemoryStatement(this.#database, this.text, values.map(incoming))
  }

  async all(): Promise<D1Result> {
    return resultOf(await this.#database.perform(this))
  }

  async run(): Promise<D1Result> {
    return this.all()
  }

  async first(column?: string): Promise<unknown> {
    const answered = await this.#database.perform(this)
    const [row] = answered.rows
    if (row === undefined) return null
    const named = objectOf(answered.columns, row)
    if (column === undefined) return named
    if (named[column] === undefined) {
      throw Object.assign(new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`), {
        cause: new Error('Column not found'),
      })
    }
    return named[column]
  }

  async raw(options?: { columnNames?: boolean }): Promise<unknown[][]> {
    const { columns, rows } = await this.#database.perform(this)
    return options?.columnNames ? [[...columns], ...rows] : rows
  }
}

function resultOf({ columns, rows, changes, lastRow }: Answered): D1Result {
  return {
    success: true,
    results: rows.map((row) => objectOf(columns, row)),
    meta: {
      served_by: 'memory',
      changes,
      last_row_id: lastRow,
      changed_db: changes > 0,
      duration: 0,
      size_after: 0,
      rows_read: 0,
      rows_written: 0,
    },
  }
}

function objectOf(columns: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const named: Record<string, unknown> = {}
  for (let at = 0; at < columns.length; at++) named[columns[at]!] = row[at]
  return named
}

/** As D1 takes values: through JSON, numbers as REAL. @throws Error where D1 refuses the kind of value */
function incoming(value: unknown): SQLInputValue {
  if (value === null) return null
  if (typeof value === 'string') return value.isWellFormed() ? value : withoutHalves(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof ArrayBuffer) return new Uint8Array(value.slice(0))
  if (ArrayBuffer.isView(value)) return Uint8Array.from(Array.from(value as unknown as ArrayLike<number>))
  if (Array.isArray(value) && value.every((byte) => typeof byte === 'number' && byte >= 0 && byte < 256)) {
    return Uint8Array.from(value)
  }
  throw refused(`Type '${typeof value}' not supported for value '${String(value)}'`, 'D1_TYPE_ERROR')
}

/** Half a surrogate pair comes back from D1 as three replacement characters, one for each of its bytes. */
function withoutHalves(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD\uFFFD\uFFFD',
  )
}
