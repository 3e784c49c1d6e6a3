import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { MemoryD1 } from '../simulation/memory-d1.ts'
import { sequenceOf } from './parity-grammar.ts'
import { type Call, type Outcome, play } from './parity-play.ts'
import { PRODUCTS } from './parity-product.ts'
import { SCRATCH } from './parity-schema.ts'
import { bundleWorker, migrations } from './worker-bundle.ts'

/** How many sequences go into workerd with one request. */
const AT_ONCE = 50
/** How many differences are shown; all are counted. */
const SHOWN_MAX = 10

interface Difference {
  seed: number
  place: number
  call: Call
  d1: Outcome
  memory: Outcome
}

export interface Parity {
  sequences: number
  operations: number
  seed: number
  differences: number
  /** What the calls came to, so that a generator which reaches nothing is seen. */
  outcomes: Record<string, number>
  seconds: number
  first: Difference[]
}

/**
 * Random sequences of calls on the database in memory and on the D1 of workerd: the same rows, the same counts, and the
 * same errors, word for word but for the place in the text, which SQLite tells workerd and not Node.
 */
export async function measureParity(asked: {
  sequences: number
  operations: number
  seed: number
}): Promise<Parity> {
  const started = performance.now()
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await bundleWorker('parity-worker.ts'),
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: ['DB'],
    }),
  )
  const memory = new MemoryD1() as unknown as D1Database
  const found: Parity = { ...asked, operations: 0, differences: 0, outcomes: {}, seconds: 0, first: [] }
  try {
    const founding = foundingCalls()
    await compare([{ seed: 0, calls: founding }])
    for (let done = 0; done < asked.sequences; done += AT_ONCE) {
      await compare(
        Array.from({ length: Math.min(AT_ONCE, asked.sequences - done) }, (_, at) => {
          const seed = asked.seed * 1_000_003 + done + at
          return { seed, calls: sequenceOf(seed, asked.operations) }
        }),
      )
    }
    found.operations = asked.sequences * asked.operations
  } finally {
    await runtime.dispose()
  }
  found.seconds = Math.round((performance.now() - started) / 100) / 10
  if (found.differences > 0) {
    console.error(`${found.differences} calls came to something else than on D1.`)
    process.exitCode = 1
  }
  return found

  async function compare(sequences: { seed: number; calls: Call[] }[]): Promise<void> {
    const answer = await runtime.dispatchFetch('http://localhost/', {
      method: 'POST',
      body: JSON.stringify(sequences.map(({ calls }) => calls)),
    })
    if (!answer.ok) throw new Error(`workerd answered ${answer.status}: ${await answer.text()}`)
    const real = (await answer.json()) as Outcome[][]
    for (const [at, { seed, calls }] of sequences.entries()) {
      for (const [place, call] of calls.entries()) {
        const d1 = real[at]![place]!
        const mine = await play(memory, call, PRODUCTS)
        const kind = kindOf(d1)
        if (seed !== 0 && place > 0) found.outcomes[kind] = (found.outcomes[kind] ?? 0) + 1
        if (seed === 0 || JSON.stringify(alike(d1)) === JSON.stringify(alike(mine))) continue
        found.differences += 1
        if (found.first.length < SHOWN_MAX) found.first.push({ seed, place, call, d1, memory: mine })
      }
    }
  }
}

/** The tables, and a row in one with AUTOINCREMENT, so that both stores count on from the same place. */
function foundingCalls(): Call[] {
  const row = "INSERT INTO visitors (email) VALUES ('ada@example.org')"
  return [...migrations(), SCRATCH, [row]].map((texts) => ({
    way: 'batch',
    statements: texts.map((text) => ({ text })),
  }))
}

/** An outcome without what Node cannot know: where in the text SQLite stumbled. */
function alike(outcome: Outcome): Outcome {
  const { error, cause } = outcome
  if (error === undefined) return outcome
  return { ...outcome, error: plain(error), ...(cause === undefined ? {} : { cause: plain(cause) }) }
}

function plain(words: string): string {
  return (
    words
      .replace(/ at offset \d+/g, '')
      // A function that D1 lacks and one that it hides come to the same.
      .replace(/no such function: /g, 'not authorized to use function: ')
  )
}

/** The class of an outcome, as the product would tell it apart. */
function kindOf({ error, cause }: Outcome): string {
  if (error === undefined) return 'done'
  const constraint = /(\w+(?: \w+)?) constraint failed(?:: (?!SQLITE)([\w.]+))?/.exec(`${cause} ${error}`)
  if (constraint) return `${constraint[1]}${constraint[2] ? ` ${constraint[2]}` : ''}`
  const kinds: [RegExp, string][] = [
    [/D1_TYPE_ERROR/, 'type refused'],
    [/D1_COLUMN_NOTFOUND/, 'no such result column'],
    [/too many|too large|too long|too complex|between \?1/, 'limit'],
    [/execute a transaction|not authorized|VACUUM/, 'not authorised'],
    [/no such (table|column|function)/, 'no such name'],
    [/syntax error|unrecognized token|incomplete input/, 'syntax'],
    [/parameter bindings/, 'number of values'],
    [/No SQL statements|did not contain/, 'nothing asked'],
    [/malformed JSON|JSON/, 'malformed JSON'],
    [/cannot store|datatype mismatch/, 'datatype'],
    [/integer overflow/, 'overflow'],
    [
      /misuse|wrong number of arg|same number|already exists|values (for|were)|expected 1|may not be|ambiguous/,
      'wrong use',
    ],
    [/has just changed this/, 'conflict'],
    [/clash with/, 'unique clash'],
    [/Too many requests/, 'counted out'],
  ]
  return kinds.find(([sign]) => sign.test(error))?.[1] ?? `other: ${error.slice(0, 60)}`
}

export function showParity({ first, outcomes, ...figures }: Parity): void {
  console.table([figures])
  console.table(outcomes)
  for (const difference of first) console.log(JSON.stringify(difference, null, 2))
}
