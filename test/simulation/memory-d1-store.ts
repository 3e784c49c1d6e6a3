import { constants, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { isBlank, readText, type TextShape } from './memory-d1-text.ts'

/**
 * What D1 sets lower than SQLite does (developers.cloudflare.com/d1/platform/limits, and measured on workerd).
 * The length of a text is looked at by hand, for the words of the error.
 */
const LIMITS = {
  length: 2_000_000,
  variableNumber: 100,
  compoundSelect: 5,
  column: 100,
  exprDepth: 100,
  likePatternLength: 50,
}
const TEXT_BYTES_MAX = 100_000

/** Empty, with the limits of D1. */
export function newStore(): DatabaseSync {
  return new DatabaseSync(':memory:', { limits: LIMITS } as object)
}

/** One answer of the store: rows as arrays, the names of their columns, and what was written. */
export interface Answered {
  columns: readonly string[]
  rows: unknown[][]
  changes: number
  lastRow: number
}

interface Compiled {
  statement: StatementSync
  columns: readonly string[]
  shape: TextShape
}

/** Texts that have been let in once, for all stores: the authorizer is asked once a text, not once a store. */
const LET_IN = new Map<string, TextShape>()

const MACHINES = new WeakMap<DatabaseSync, Machine>()

/** Runs texts on a store with the rules and the words of D1. One a store, so that each text is compiled once. */
export class Machine {
  readonly #store: DatabaseSync
  readonly #compiled = new Map<string, Compiled>()
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  readonly #rollback: StatementSync
  readonly #counters: StatementSync

  static of(store: DatabaseSync): Machine {
    let machine = MACHINES.get(store)
    if (!machine) MACHINES.set(store, (machine = new Machine(store)))
    return machine
  }

  private constructor(store: DatabaseSync) {
    this.#store = store
    store.exec('PRAGMA foreign_keys = ON')
    this.#begin = store.prepare('BEGIN')
    this.#commit = store.prepare('COMMIT')
    this.#rollback = store.prepare('ROLLBACK')
    this.#counters = store.prepare('SELECT total_changes(), last_insert_rowid()')
    this.#counters.setReturnArrays(true)
  }

  /** One statement by itself, all of it or nothing. @throws Error in the words of D1 */
  perform(text: string, values: readonly SQLInputValue[]): Answered {
    if (isBlank(text)) throw refused('No SQL statements detected.')
    try {
      const compiled = this.#compile(text)
      if (!compiled.shape.isPartial) return this.#run(compiled, values)
      return this.#whole(() => this.#run(compiled, values))
    } catch (error) {
      throw told(error)
    }
  }

  /** Several statements, all of them or nothing. @throws Error in the words of D1 */
  performAll(calls: readonly { text: string; values: readonly SQLInputValue[] }[]): Answered[] {
    const asked = calls.filter(({ text }) => !isBlank(text))
    if (asked.length === 0) throw refused('No SQL statements detected.')
    try {
      return this.#whole(() => asked.map(({ text, values }) => this.#run(this.#compile(text), values)))
    } catch (error) {
      throw told(error)
    }
  }

  #whole<T>(work: () => T): T {
    this.#begin.run()
    try {
      const result = work()
      this.#commit.run()
      return result
    } catch (error) {
      if (this.#store.isTransaction) this.#rollback.run()
      throw error
    }
  }

  #run({ statement, columns, shape }: Compiled, values: readonly SQLInputValue[]): Answered {
    if (values.length !== shape.parameters) {
      throw refused('Wrong number of parameter bindings for SQL query.')
    }
    if (shape.isReading) {
      const rows = shownAll(readAll(statement, values))
      return { columns, rows, changes: 0, lastRow: this.#count()[1] }
    }
    const [before] = this.#count()
    const rows = shownAll(statement.all(...values) as unknown as unknown[][])
    const [after, lastRow] = this.#count()
    if (shape.isSchema) this.#compiled.clear()
    return { columns, rows, changes: after - before, lastRow }
  }

  #count(): [number, number] {
    return this.#counters.get() as unknown as [number, number]
  }

  #compile(text: string): Compiled {
    let compiled = this.#compiled.get(text)
    if (compiled) return compiled
    const known = LET_IN.get(text)
    const shape = known ?? readText(text)
    if (text.length > TEXT_BYTES_MAX / 3 && Buffer.byteLength(text) > TEXT_BYTES_MAX) {
      throw refused('statement too long: SQLITE_TOOBIG')
    }
    if (shape.isSeveral) throw refused('MemoryD1 runs one statement of a text, and here are several.')
    const statement = known ? this.#store.prepare(text) : this.#prepareGuarded(text)
    LET_IN.set(text, shape)
    statement.setReturnArrays(true)
    // What has written cannot be asked again with whole numbers too large for JavaScript.
    if (shape.isReturning) statement.setReadBigInts(true)
    compiled = { statement, columns: statement.columns().map(({ name }) => name), shape }
    this.#compiled.set(text, compiled)
    return compiled
  }

  #prepareGuarded(text: string): StatementSync {
    let isTransaction = false
    this.#store.setAuthorizer((action, first, second) => {
      if (action === constants.SQLITE_TRANSACTION || action === constants.SQLITE_SAVEPOINT)
        isTransaction = true
      return isAllowed(action, first, second) ? constants.SQLITE_OK : constants.SQLITE_DENY
    })
    try {
      return this.#store.prepare(text)
    } catch (error) {
      throw isTransaction ? refused(NO_TRANSACTION) : error
    } finally {
      this.#store.setAuthorizer(null)
    }
  }
}

/** Every row; whole numbers too large for JavaScript lose their last digits, as they do in D1. */
function readAll(statement: StatementSync, values: readonly SQLInputValue[]): unknown[][] {
  try {
    return statement.all(...values) as unknown as unknown[][]
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_OUT_OF_RANGE') throw error
    statement.setReadBigInts(true)
    return statement.all(...values) as unknown as unknown[][]
  }
}

/** As D1 hands values out: through JSON, bytes as a list of numbers. In place, for there may be many. */
function shownAll(rows: unknown[][]): unknown[][] {
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) {
      const value = row[at]
      if (typeof value === 'string' || value === null) continue
      if (typeof value === 'number') {
        if (!Number.isFinite(value)) row[at] = null
        else if (value === 0) row[at] = 0
      } else if (typeof value === 'bigint') row[at] = Number(value)
      else row[at] = Array.from(value as Uint8Array)
    }
  }
  return rows
}

/** An error in the words of D1, which tells the same twice: by itself and as its own cause. */
export function refused(words: string, kind = 'D1_ERROR'): Error {
  return Object.assign(new Error(`${kind}: ${words}`, { cause: new Error(words) }), { isOfD1: true })
}

function told(error: unknown): Error {
  const { message, errcode, isOfD1 } = error as Error & { errcode?: number; isOfD1?: boolean }
  if (isOfD1) return error as Error
  if (errcode === undefined) {
    // Node speaks for itself where there is nothing to compile.
    return /contains no statements/.test(message)
      ? refused('SQL code did not contain a statement.')
      : (error as Error)
  }
  const name = CODES[errcode & 0xff] ?? 'SQLITE_ERROR'
  const extended = CONSTRAINTS[errcode]
  return refused(`${message}: ${name}${extended ? ` (extended: SQLITE_CONSTRAINT_${extended})` : ''}`)
}

/** Names of result codes (sqlite.org/rescode.html) that a statement of D1 can meet. */
const CODES: Record<number, string> = {
  1: 'SQLITE_ERROR',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  20: 'SQLITE_MISMATCH',
  23: 'SQLITE_AUTH',
}
const CONSTRAINTS: Record<number, string> = {
  275: 'CHECK',
  787: 'FOREIGNKEY',
  1299: 'NOTNULL',
  1555: 'PRIMARYKEY',
  1811: 'TRIGGER',
  2067: 'UNIQUE',
  2579: 'ROWID',
  3091: 'DATATYPE',
}

const NO_TRANSACTION =
  'To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs ' +
  'instead of the SQL BEGIN TRANSACTION or SAVEPOINT statements. The JavaScript API is safer because it will ' +
  "automatically roll back on exceptions, and because it interacts correctly with Durable Objects' automatic atomic " +
  'write coalescing.'

const DENIED: ReadonlySet<number> = new Set([
  constants.SQLITE_TRANSACTION,
  constants.SQLITE_SAVEPOINT,
  constants.SQLITE_ATTACH,
  constants.SQLITE_DETACH,
  constants.SQLITE_CREATE_TEMP_INDEX,
  constants.SQLITE_CREATE_TEMP_TABLE,
  constants.SQLITE_CREATE_TEMP_TRIGGER,
  constants.SQLITE_CREATE_TEMP_VIEW,
  constants.SQLITE_DROP_TEMP_INDEX,
  constants.SQLITE_DROP_TEMP_TABLE,
  constants.SQLITE_DROP_TEMP_TRIGGER,
  constants.SQLITE_DROP_TEMP_VIEW,
])

function isAllowed(action: number, first: string | null, second: string | null): boolean {
  if (action === constants.SQLITE_FUNCTION) return FUNCTIONS.has(second ?? '')
  if (action === constants.SQLITE_PRAGMA) return PRAGMAS.has(first ?? '')
  return !DENIED.has(action)
}

/** Functions that workerd lets through, asked one by one. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `-> ->> abs acos acosh asin asinh atan atan2 atanh avg bm25 ceil changes char coalesce concat concat_ws cos cosh count
  cume_dist current_date current_time current_timestamp date datetime degrees dense_rank exp first_value floor format glob
  group_concat hex highlight ifnull iif instr json json_array json_array_length json_extract json_group_array
  json_group_object json_insert json_object json_patch json_quote json_remove json_replace json_set json_type json_valid
  jsonb jsonb_array jsonb_extract jsonb_group_array jsonb_group_object jsonb_insert jsonb_object jsonb_patch jsonb_remove
  jsonb_replace jsonb_set julianday lag last_insert_rowid last_value lead length like likelihood likely ln log log2 lower
  ltrim match max min mod nth_value ntile nullif octet_length percent_rank pi pow power printf quote radians random
  randomblob rank replace round row_number rtrim sign sin sinh snippet sqrt strftime string_agg substr substring sum tan
  tanh time timediff total total_changes trim trunc typeof unhex unicode unixepoch unlikely upper zeroblob
  sqlite_rename_column sqlite_rename_table sqlite_rename_test sqlite_drop_column sqlite_rename_quotefix`.split(
    /\s+/,
  ),
)

/** Pragmas that workerd lets through; the product uses none. */
const PRAGMAS: ReadonlySet<string> = new Set(
  `case_sensitive_like defer_foreign_keys foreign_key_check foreign_key_list foreign_keys ignore_check_constraints
  index_info index_list index_xinfo optimize quick_check recursive_triggers table_info table_list table_xinfo`.split(
    /\s+/,
  ),
)
