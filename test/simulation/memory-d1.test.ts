import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, uniqueClash } from '#db/commit.ts'
import { claimJob } from '#db/queries/job-lease.ts'
import { MemoryD1 } from './memory-d1.ts'

// What was measured on the D1 of workerd; `npm run bench -- parity` asks both at random.

let d1: D1Database
let passages = 0

beforeEach(async () => {
  passages = 0
  d1 = new MemoryD1(async (call) => {
    passages += 1
    return call()
  }) as unknown as D1Database
  await d1.batch(
    [
      'CREATE TABLE people (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT UNIQUE, rank INTEGER, loose)',
      'CREATE TABLE pairs (id TEXT PRIMARY KEY, mentor INTEGER REFERENCES people (id) ON DELETE CASCADE, state TEXT)',
      "CREATE UNIQUE INDEX pairs_active ON pairs (mentor) WHERE state = 'active'",
      'CREATE TABLE guards (ok INTEGER NOT NULL, CONSTRAINT guards_hold CHECK (ok = 1))',
      'CREATE TABLE job_leases (job TEXT PRIMARY KEY, fence INTEGER NOT NULL, until INTEGER NOT NULL) STRICT',
    ].map((text) => d1.prepare(text)),
  )
})

const ask = async (text: string, ...values: unknown[]) =>
  (
    await d1
      .prepare(text)
      .bind(...values)
      .all()
  ).results
const add = (email: unknown) => d1.prepare('INSERT INTO people (email) VALUES (?)').bind(email)

describe('A batch is all or nothing', () => {
  it('undoes every write when one statement fails', async () => {
    await expect(d1.batch([add('ada'), add('bea'), add('ada')])).rejects.toThrow('people.email')
    expect(await ask('SELECT * FROM people')).toEqual([])
  })

  it('lets a statement see what the one before it did', async () => {
    const results = await d1.batch<Record<string, unknown>>([
      add('ada'),
      d1.prepare('SELECT changes() AS changed, last_insert_rowid() AS id'),
      d1.prepare("UPDATE people SET rank = 3 WHERE email = 'ada' RETURNING id, rank"),
    ])
    expect(results.map((result) => result.results)).toEqual([
      [],
      [{ changed: 1, id: 1 }],
      [{ id: 1, rank: 3 }],
    ])
    expect(results.map((result) => result.meta.changes)).toEqual([1, 0, 1])
  })

  it.each(['0', 'NULL'])('is given up when a guard says %s', async (condition) => {
    const guarded = [
      d1.prepare(`INSERT INTO guards (ok) SELECT (${condition})`),
      d1.prepare('DELETE FROM guards'),
      add('ada'),
    ]
    await expect(d1.batch(guarded)).rejects.toThrow(/guards_hold|guards\.ok/)
    expect(await ask('SELECT * FROM people')).toEqual([])
  })

  it('passes the gate once, as a statement does, and asks for something to do', async () => {
    passages = 0
    await d1.batch([add('ada'), add('bea')])
    await ask('SELECT 1')
    expect(passages).toBe(2)
    await expect(d1.batch([])).rejects.toThrow('No SQL statements detected.')
  })
})

describe('Constraints speak as D1 does', () => {
  it('names the column of a clash, where commit looks for it', async () => {
    await add('ada').run()
    const clash = await add('ada')
      .run()
      .catch((error) => error)
    expect(clash.message).toBe(
      'D1_ERROR: UNIQUE constraint failed: people.email: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)',
    )
    expect(uniqueClash(clash)).toBe('people.email')
  })

  it('keeps foreign keys, cascades and partial indexes', async () => {
    const pair = (id: string, mentor: number) =>
      d1.prepare("INSERT INTO pairs VALUES (?, ?, 'active')").bind(id, mentor).run()
    await expect(pair('p1', 9)).rejects.toThrow('FOREIGN KEY constraint failed')
    await add('ada').run()
    await pair('p1', 1)
    await expect(pair('p2', 1)).rejects.toThrow('pairs.mentor')
    const { meta } = await d1.prepare('DELETE FROM people').run()
    expect(meta.changes).toBe(2)
    expect(await ask('SELECT * FROM pairs')).toEqual([])
  })

  it('undoes the half of a statement that fails, whatever the statement says', async () => {
    await add('ada').run()
    const half = "INSERT OR FAIL INTO people (email) VALUES ('bea'), ('ada')"
    await expect(d1.prepare(half).run()).rejects.toThrow('UNIQUE')
    expect(await ask('SELECT email FROM people')).toEqual([{ email: 'ada' }])
  })

  it.each([
    'BEGIN',
    'SAVEPOINT here',
    "ATTACH ':memory:' AS other",
    'PRAGMA user_version',
    'SELECT sqlite_version()',
  ])('refuses %s', async (text) => {
    await expect(ask(text)).rejects.toThrow(/To execute a transaction|not authorized/)
  })
})

describe('Limits', () => {
  const many = (what: string, between: string, count: number) =>
    Array.from({ length: count }, () => what).join(between)

  it.each([
    [
      'parameters',
      100,
      (count: number) =>
        ask(
          `SELECT ${many('?', ', ', Math.min(count, 100))}${count > 100 ? ' WHERE ?' : ''}`,
          ...Array(count).fill(1),
        ),
      'too many SQL variables',
    ],
    [
      'terms of a compound SELECT',
      5,
      (count: number) => ask(many('SELECT 1', ' UNION ALL ', count)),
      'too many terms',
    ],
    [
      'levels of an expression',
      100,
      (count: number) => ask(`SELECT ${many('1', '+', count)}`),
      'Expression tree is too large',
    ],
    ['result columns', 100, (count: number) => ask(`SELECT ${many('1', ', ', count)}`), 'too many columns'],
    [
      'bytes of a LIKE pattern',
      50,
      (count: number) => ask("SELECT 'a' LIKE ?", 'a'.repeat(count)),
      'pattern too complex',
    ],
    [
      'bytes of a statement',
      100_000,
      (count: number) => ask(`SELECT '${'a'.repeat(count - 9)}'`),
      'statement too long',
    ],
  ] as const)('are at the %s: %i', async (_what, most, call, words) => {
    await expect(call(most)).resolves.toHaveLength(most === 5 ? 5 : 1)
    await expect(call(most + 1)).rejects.toThrow(words)
  })

  it('do not hold for rows of VALUES, nor for what comes as one JSON value', async () => {
    expect(await ask(`VALUES ${many('(1)', ', ', 600)}`)).toHaveLength(600)
    const rows = Array.from({ length: 15_000 }, (_, at) => ({ email: `person-${at}@example.org` }))
    const { meta } = await d1
      .prepare("INSERT INTO people (email) SELECT value ->> 'email' FROM json_each(?)")
      .bind(JSON.stringify(rows))
      .run()
    expect(meta.changes).toBe(15_000)
  })

  it('ask for exactly as many values as there are places', async () => {
    await expect(d1.prepare('SELECT ?').all()).rejects.toThrow('Wrong number of parameter bindings')
    await expect(ask("SELECT ?, '?' -- ?", 1, 2)).rejects.toThrow('Wrong number of parameter bindings')
  })
})

describe('Values', () => {
  it('binds numbers as REAL', async () => {
    expect(
      await ask("SELECT ?/2 AS half, 'x' || ? AS joined, CAST(? AS INTEGER) / 2 AS whole", 5, 5, 5),
    ).toEqual([{ half: 2.5, joined: 'x5.0', whole: 2 }])
    const [row] = await ask(
      'INSERT INTO people (email, rank) VALUES (?, ?) RETURNING email, typeof(rank) AS kind',
      5,
      5,
    )
    expect(row).toEqual({ email: '5.0', kind: 'integer' })
  })

  it.each([undefined, new Date(0), 12n, { a: 1 }, ['a'], () => 1])('refuses %s', (value) => {
    expect(() => d1.prepare('SELECT ?').bind(value)).toThrow(/^D1_TYPE_ERROR: Type '.*' not supported/)
  })

  it('go through JSON: what is not finite is null, bytes are a list, large whole numbers lose digits', async () => {
    expect(
      await ask(
        'SELECT ? AS a, ? AS b, ? AS c, 9007199254740993 AS d, 1e999 AS e',
        Number.NaN,
        true,
        new Uint8Array([7, 8]),
      ),
    ).toEqual([{ a: null, b: 1, c: [7, 8], d: 9_007_199_254_740_992, e: null }])
  })

  it('counts a text to its first NUL, and knows only ASCII letters', async () => {
    expect(await ask("SELECT length(?) AS n, ? AS a, lower('É') AS l", 'a\0b', 'a\0b')).toEqual([
      { n: 1, a: 'a\0b', l: 'É' },
    ])
    expect(await ask('SELECT ? AS a', 'a\ud800b')).toEqual([{ a: 'a\ufffd\ufffd\ufffdb' }])
  })

  it('come back by row, by first row and by column', async () => {
    const two = d1.prepare('SELECT 1 AS a, 2 AS a, 3 AS b')
    expect(await two.raw({ columnNames: true })).toEqual([
      ['a', 'a', 'b'],
      [1, 2, 3],
    ])
    expect(await two.first()).toEqual({ a: 2, b: 3 })
    expect(await two.first('b')).toBe(3)
    await expect(two.first('c')).rejects.toThrow('D1_COLUMN_NOTFOUND')
    expect(await d1.prepare('SELECT 1 AS a WHERE 0').first('a')).toBeNull()
  })
})

it('gives a lease to one of two hundred who ask at once', async () => {
  const claims = await Promise.all(
    Array.from({ length: 200 }, () => claimJob(openDatabase(d1), 'matching', 10, 20)),
  )
  expect(claims.filter(Boolean)).toEqual([{ job: 'matching', fence: 1 }])
})
