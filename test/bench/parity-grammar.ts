import { mulberry32 } from './mulberry32.ts'
import { Dice } from './parity-dice.ts'
import { limitText } from './parity-limits.ts'
import type { Call, Sent } from './parity-play.ts'
import { PRODUCT_TABLES } from './parity-product.ts'
import { productCall } from './parity-product-calls.ts'
import { readOf } from './parity-reads.ts'
import { SCRATCH_TABLES } from './parity-schema.ts'
import { writeOf } from './parity-writes.ts'

export interface Statement {
  text: string
  values?: Sent[]
}

const RESET: Call = {
  way: 'batch',
  statements: [
    ...[...SCRATCH_TABLES, ...PRODUCT_TABLES].map((table) => `DELETE FROM ${table}`),
    "INSERT INTO visitors (id, email, rank) SELECT value, value || '@example.org', value FROM json_each('[1,2,3,4,5]')",
    "INSERT INTO couples (id, mentor, mentee, state) VALUES ('c0', 1, 2, 'active'), ('c1', 3, 4, 'open')",
    "INSERT INTO job_leases (job, fence, until) VALUES ('matching', 1, 50)",
    `INSERT INTO webhook_endpoints (id, url, description, types, secret, state, version, created_at) VALUES
      ('whe_1', 'https://example.org/', '', '[]', '', 'active', 1, 1),
      ('whe_2', 'https://example.org/', '', '["pair.ended"]', '', 'active', 1, 1)`,
  ].map((text) => ({ text })),
}

/** One sequence of calls: the tables are emptied, a few rows are put in, and then anything may be asked. */
export function sequenceOf(seed: number, length: number): Call[] {
  const dice = new Dice(mulberry32(seed))
  return [RESET, ...Array.from({ length }, () => callOf(dice))]
}

function callOf(dice: Dice): Call {
  return dice.pick<() => Call>([
    [30, () => single(dice, writeOf(dice))],
    [22, () => single(dice, readOf(dice))],
    [18, () => batch(dice)],
    [18, () => productCall(dice)],
    [7, () => single(dice, wrongOf(dice))],
    [5, () => single(dice, limitText(dice))],
  ])()
}

function single(dice: Dice, statement: Statement): Call {
  const way = dice.pick<'all' | 'run' | 'raw' | 'rawNamed' | 'first' | 'firstOf'>([
    [8, 'all'],
    [4, 'run'],
    [5, 'raw'],
    [2, 'rawNamed'],
    [3, 'first'],
    [2, 'firstOf'],
  ])
  if (way !== 'firstOf') return { way, ...statement }
  return { way, ...statement, column: dice.one(['id', 'half', 'email', 'missing', 'n', 'a']) }
}

/** A few statements at once; now and then an empty one, or none at all, or the guard of a commit in front. */
function batch(dice: Dice): Call {
  const statements = Array.from({ length: dice.under(5) + (dice.chance(0.05) ? 0 : 1) }, () =>
    dice.pick<() => Statement>([
      [14, () => writeOf(dice)],
      [5, () => readOf(dice)],
      [1, () => wrongOf(dice)],
      [1, () => ({ text: dice.one(['', '   ', '\n  -- nothing to do\n']) })],
    ])(),
  )
  // Only after a write of the same batch: between two calls D1 counts what it notes for itself.
  if (dice.chance(0.3)) {
    statements.push(writeOf(dice), { text: 'SELECT changes() AS changed, last_insert_rowid() AS last' })
  }
  if (dice.chance(0.25)) statements.unshift(...guardOf(dice))
  return { way: 'batch', statements: dice.chance(0.02) ? [] : statements }
}

/** The guard idiom of `commit`: false and NULL abort the whole batch. */
function guardOf(dice: Dice): Statement[] {
  const condition = dice.one([
    'EXISTS (SELECT 1 FROM visitors WHERE id = ?)',
    '(SELECT rank >= ? FROM visitors ORDER BY id LIMIT 1)',
    '(SELECT count(*) < ? FROM visitors)',
    '? IS NOT NULL',
  ])
  return [
    { text: `INSERT INTO guards (ok) SELECT (${condition})`, values: [dice.whole()] },
    { text: 'DELETE FROM guards' },
  ]
}

/** What D1 refuses: words it does not know, transactions, too few or too many values. */
function wrongOf(dice: Dice): Statement {
  return dice.pick<Statement>([
    [2, { text: 'SELECT * FROM visitors WHERE id = ?', values: [] }],
    [1, { text: 'SELECT * FROM visitors WHERE id = ?' }],
    [2, { text: 'SELECT ? AS a', values: [1, 2] }],
    [2, { text: 'SELECT \'?\' AS a, "id" -- ?\n FROM visitors /* ? */ WHERE id = ?', values: [1, 2] }],
    [2, { text: 'SELECT ?2 AS a, ?1 AS b', values: ['first', 'second'] }],
    [1, { text: 'SELECT ?3 AS a', values: [1, 2] }],
    [1, { text: dice.one(['', '  ', ';', '-- nothing', '/* nothing */']) }],
    [2, { text: dice.one(['BEGIN', 'begin immediate', 'COMMIT', 'END', 'ROLLBACK', '/* so */ BEGIN']) }],
    [2, { text: dice.one(['SAVEPOINT here', 'RELEASE here', 'ROLLBACK TO here', 'VACUUM']) }],
    [2, { text: dice.one(["ATTACH ':memory:' AS other", 'DETACH other', 'CREATE TEMP TABLE brief (a)']) }],
    [
      2,
      {
        text: `PRAGMA ${dice.one(['user_version', 'journal_mode = WAL', 'writable_schema = ON', 'cache_size'])}`,
      },
    ],
    [
      1,
      {
        text: `PRAGMA ${dice.one(['foreign_keys', 'table_info(couples)', 'index_list(couples)', 'foreign_key_check'])}`,
      },
    ],
    [
      2,
      {
        text: `SELECT ${dice.one(['sqlite_version()', "load_file('a')", "unistr('a')", 'json_pretty(1)', 'length()'])} AS a`,
      },
    ],
    [
      3,
      { text: dice.one(['SELECT * FROM nowhere', 'INSERT INTO nowhere VALUES (1)', 'DROP TABLE nowhere']) },
    ],
    [
      3,
      {
        text: dice.one([
          'SELECT missing FROM visitors',
          'UPDATE visitors SET missing = 1',
          'SELECT v.id FROM visitors',
        ]),
      },
    ],
    [
      3,
      {
        text: dice.one([
          'SELEC 1',
          'SELECT FROM',
          "SELECT 'open",
          'SELECT 1 +',
          'INSERT visitors',
          'SELECT (1',
          '?',
          'SELECT #',
        ]),
      },
    ],
    [
      1,
      {
        text: dice.one([
          'SELECT id FROM visitors, couples',
          'SELECT sum(count(*)) FROM visitors',
          'SELECT 1 UNION SELECT 1, 2',
        ]),
      },
    ],
    [
      1,
      {
        text: dice.one([
          'INSERT INTO visitors (email) VALUES (1, 2)',
          'INSERT INTO couples VALUES (1)',
          'CREATE TABLE visitors (a)',
        ]),
      },
    ],
    [
      1,
      {
        text: dice.one([
          'SELECT (SELECT 1, 2)',
          'INSERT INTO sqlite_master VALUES (1, 2, 3, 4, 5)',
          'SELECT count(*) FROM _cf_KV',
        ]),
      },
    ],
  ])
}
