/** A value to bind, as it travels in JSON: what JSON cannot carry stands under its name. */
export type Sent = null | string | number | boolean | { named: keyof typeof NAMED } | { bytes: number[] }

/** One call of D1, as it travels in JSON. Without `values` nothing is bound. */
export type Call =
  | { way: 'all' | 'run' | 'raw' | 'rawNamed' | 'first'; text: string; values?: Sent[] }
  | { way: 'firstOf'; text: string; values?: Sent[]; column: string }
  | { way: 'batch'; statements: { text: string; values?: Sent[] }[] }
  | { way: 'product'; name: string; values: Sent[] }

/** What came of it: rows and what changed, or the words of the error. */
export interface Outcome {
  rows?: unknown
  changes?: number[]
  lastRow?: number[]
  error?: string
  /** The words of the error behind it, which is where uniqueClash looks. */
  cause?: string
}

/** Values that JSON has no words for; those that D1 refuses among them. */
export const NAMED = {
  undefined,
  notANumber: Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  minusInfinity: Number.NEGATIVE_INFINITY,
  minusZero: -0,
  day: new Date('2026-11-20T08:00:00Z'),
  bigint: 12n,
  object: { a: 1 },
  words: ['a', 'b'],
  wideArray: [1, 300],
  fractions: new Float64Array([1.5, 300, -1]),
  buffer: new Uint8Array([1, 2, 3]).buffer,
  view: new DataView(new Uint8Array([7, 8, 9]).buffer),
  part: new Uint8Array([9, 8, 7, 6]).subarray(1, 3),
  byteArray: [0, 255, 16],
  emptyArray: [] as number[],
  symbolless: () => 1,
} as const

/** A statement of the product itself, run with values. */
export type Product = (database: D1Database, values: readonly unknown[]) => Promise<unknown>

/** Makes one call and tells what came of it. Never throws. */
export async function play(
  database: D1Database,
  call: Call,
  products: Record<string, Product> = {},
): Promise<Outcome> {
  try {
    return told(await make(database, call, products))
  } catch (error) {
    const { message, cause } = error as Error
    return { error: message, ...(cause instanceof Error ? { cause: cause.message } : {}) }
  }
}

type Made = Omit<Outcome, 'error' | 'cause'>

async function make(database: D1Database, call: Call, products: Record<string, Product>): Promise<Made> {
  if (call.way === 'batch') {
    const results = await database.batch(call.statements.map((statement) => prepare(database, statement)))
    return { rows: results.map((result) => result.results), ...meta(results) }
  }
  if (call.way === 'product') {
    const product = products[call.name]
    if (!product) throw new Error(`There is no product statement ${call.name}`)
    return { rows: await product(database, call.values.map(received)) }
  }
  const statement = prepare(database, call)
  switch (call.way) {
    case 'all':
    case 'run': {
      const result = await statement[call.way]()
      return { rows: result.results, ...meta([result]) }
    }
    case 'raw':
      return { rows: await statement.raw() }
    case 'rawNamed':
      return { rows: await statement.raw({ columnNames: true }) }
    case 'first':
      return { rows: await statement.first() }
    case 'firstOf':
      return { rows: await statement.first(call.column) }
  }
}

function prepare(database: D1Database, { text, values }: { text: string; values?: Sent[] }) {
  const statement = database.prepare(text)
  return values ? statement.bind(...values.map(received)) : statement
}

function meta(results: readonly D1Result[]): Made {
  return {
    changes: results.map((result) => result.meta.changes),
    lastRow: results.map((result) => result.meta.last_row_id),
  }
}

function received(sent: Sent): unknown {
  if (sent === null || typeof sent !== 'object') return sent
  return 'bytes' in sent ? new Uint8Array(sent.bytes) : NAMED[sent.named]
}

/** As JSON would carry it back, without losing what is undefined or infinite. */
function told(outcome: Made): Made {
  return JSON.parse(
    JSON.stringify(outcome, (_, value) => {
      if (value === undefined) return '(undefined)'
      if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
        return `(${Object.is(value, -0) ? '-0' : value})`
      if (typeof value === 'bigint') return `(${value}n)`
      return value
    }),
  )
}
