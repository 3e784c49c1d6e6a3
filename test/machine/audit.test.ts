import { execFile, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'binome-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command as somebody types it, and gives back what it said and how it ended. */
async function audit(...args: string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['worker/local/audit.ts', ...args], {
      cwd: ROOT,
    })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string }
    return { code, said: stdout + stderr }
  }
}

const report = async (...args: string[]) => {
  const { code, said } = await audit(...args, '--json')
  return { code, ...JSON.parse(said.trim().split('\n').at(-1) as string) }
}

const SUBJECT = "L’élève; 'Zoé'"

/** A database as the migrations make it, with events of which all but the last two are sealed by a hash written out here. */
function makeStore(
  name: string,
  count = 40,
): { file: string; db: DatabaseSync; hashes: Map<number, string> } {
  const file = join(folder, name)
  const db = new DatabaseSync(file)
  db.exec('PRAGMA synchronous = OFF; BEGIN')
  for (const migration of readdirSync(join(ROOT, 'db/migrations'))
    .filter((one) => one.endsWith('.sql'))
    .sort()) {
    db.exec(readFileSync(join(ROOT, 'db/migrations', migration), 'utf8'))
  }
  const add = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const hashes = new Map<number, string>()
  let last = '0'.repeat(64)
  for (let n = 1; n <= count; n++) {
    const seq = n + Math.floor(n / 10)
    const row = [
      seq,
      `evt_${n}`,
      'pair.started',
      `${SUBJECT} ${n}`,
      1,
      `{"n":${n}}`,
      'job',
      1,
      1_772_442_000_000 + n,
    ]
    add.run(...(row as [number]))
    if (n > count - 2) continue
    last = hash('sha256', last + JSON.stringify(row), 'hex')
    hashes.set(seq, last)
    db.prepare('INSERT INTO event_seals VALUES (?, ?)').run(seq, last)
  }
  db.exec('COMMIT')
  return { file, db, hashes }
}

/** The same as SQL, in the manner of `wrangler d1 export`. */
function dump(db: DatabaseSync): string {
  const tables = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .all() as { name: string; sql: string }[]
  const lines = tables.flatMap(({ name, sql }) => {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all(name) as { name: string }[]
    const names = columns.map((column) => `"${column.name}"`)
    const values = names.map((column) => `quote(${column})`).join(` || ',' || `)
    const rows = db.prepare(`SELECT ${values} AS row FROM "${name}"`).all() as { row: string }[]
    return [`${sql};`, ...rows.map(({ row }) => `INSERT INTO "${name}" (${names}) VALUES(${row});`)]
  })
  return ['PRAGMA defer_foreign_keys=TRUE;', ...lines, 'CREATE INDEX `an_index` ON `events` (`actor`);'].join(
    '\n',
  )
}

describe('npm run audit', () => {
  it('says that a journal is whole, and what to anchor', async () => {
    const { file, db, hashes } = makeStore('whole.sqlite')
    db.close()
    const [seq, value] = [...hashes].at(-1)!
    const { code, said } = await audit('--db', file)
    expect(code).toBe(0)
    expect(said).toContain('38 events are sealed, 2 wait for their seal.')
    expect(said).toContain(`\n${seq}:${value}\n`)
    expect(await report('--db', file, '--anchor', `${seq}:${value}`)).toEqual({
      code: 0,
      ok: true,
      sealed: 38,
      unsealed: 2,
      head: { seq, hash: value },
      first_bad: null,
    })
  })

  it.each([
    ['a changed word', 'UPDATE events SET data = \'{"n": 12}\' WHERE seq = 13', 13, 'altered'],
    [
      'a number beyond 2^53',
      'UPDATE events SET occurred_at = 9007199254740993 WHERE seq = 13',
      13,
      'altered',
    ],
    ['bytes for text', 'UPDATE events SET actor = CAST(actor AS BLOB) WHERE seq = 13', 13, 'altered'],
    ['a zero behind a name', 'UPDATE events SET actor = actor || char(0) WHERE seq = 13', 13, 'altered'],
    ['an event that is gone', 'DELETE FROM events WHERE seq = 13', 13, 'missing'],
    ['an event put in', 'UPDATE events SET seq = 21 WHERE seq = 30', 21, 'inserted'],
    ['a seal that is gone', 'DELETE FROM event_seals WHERE event_seq = 13', 13, 'seal-missing'],
  ])('names the row with %s, in a database and in its dump', async (_, change, seq, what) => {
    const { file, db } = makeStore(`changed-${seq}-${Math.random()}.sqlite`)
    db.exec(change)
    const text = join(folder, 'changed.sql')
    writeFileSync(text, dump(db))
    db.close()
    expect(await report('--db', file)).toMatchObject({ code: 1, ok: false, first_bad: { seq, what } })
    // SQL text ends at such a character: only the database itself can carry it.
    if (!change.includes('char(0)'))
      expect(await report('--db', text)).toMatchObject({ code: 1, ok: false, first_bad: { seq, what } })
    const { code, said } = await audit('--db', file)
    expect(code).toBe(1)
    expect(said).toContain(`Broken at row ${seq}: `)
  })

  it('finds a cut end by an anchor, and says that without one nobody could', async () => {
    const { file, db, hashes } = makeStore('cut.sqlite')
    db.exec('DELETE FROM events WHERE seq > 20; DELETE FROM event_seals WHERE event_seq > 20')
    db.close()
    const without = await audit('--db', file)
    expect(without.code).toBe(0)
    expect(without.said).toContain('nobody can tell')
    const anchored = await report('--db', file, '--anchor', `24:${hashes.get(24)}`)
    expect(anchored).toMatchObject({ code: 1, first_bad: { seq: 21, what: 'tail-cut' } })
    const forged = await report('--db', file, '--anchor', `20:${hashes.get(24)}`)
    expect(forged).toMatchObject({ code: 1, first_bad: { seq: 20, what: 'anchor-differs' } })
  })

  it('reads the dump of a whole journal, whatever else is in it', async () => {
    const { db, hashes } = makeStore('source.sqlite')
    db.exec(
      "INSERT INTO guards (ok) SELECT 1; INSERT INTO job_leases VALUES ('INSERT INTO \"events\" (seq); -- it''s /*', 1, 2)",
    )
    const text = join(folder, 'whole.sql')
    writeFileSync(text, `-- it's a copy; of events\n/* 'of' ; */\n${dump(db)}\n-- the end`)
    db.close()
    expect(await report('--db', text)).toMatchObject({
      code: 0,
      sealed: 38,
      unsealed: 2,
      head: { hash: [...hashes.values()].at(-1) },
    })
    writeFileSync(text, readFileSync(text, 'utf8').slice(0, -400))
    const torn = await audit('--db', text)
    expect(torn.code).toBe(2)
  })

  it('reads what was written last, where a killed service left its log beside the database', async () => {
    const { file, db } = makeStore('killed.sqlite')
    db.exec('PRAGMA journal_mode = WAL; DELETE FROM events WHERE seq = 13')
    const copy = join(folder, 'killed-copy.sqlite')
    for (const end of ['', '-wal']) copyFileSync(file + end, copy + end)
    db.close()
    expect(await report('--db', copy)).toMatchObject({ code: 1, first_bad: { seq: 13, what: 'missing' } })
  })

  it('leaves a database as it was, and no other file beside it', async () => {
    const place = join(folder, 'sealed-place')
    mkdirSync(place)
    const { file, db } = makeStore('sealed-place/store.sqlite')
    db.exec('PRAGMA journal_mode = WAL')
    db.close()
    const before = hash('sha256', readFileSync(file))
    chmodSync(file, 0o400)
    chmodSync(place, 0o500)
    const { code } = await audit('--db', file)
    chmodSync(place, 0o700)
    expect(code).toBe(0)
    expect(hash('sha256', readFileSync(file))).toBe(before)
    expect(readdirSync(place)).toEqual(['store.sqlite'])
  })

  it('finds the database of a local service that rests, and refuses one that runs', async () => {
    const data = join(folder, 'service')
    const state = join(data, 'state/v3/d1/store')
    mkdirSync(state, { recursive: true })
    const { file, db } = makeStore('to-copy.sqlite')
    db.close()
    const store = join(state, 'e7352547963de7050bd7d94658afc4fe78b61811b7815da12d90be8e863abf4d.sqlite')
    copyFileSync(file, store)
    new DatabaseSync(join(state, 'metadata.sqlite')).exec('CREATE TABLE alarms (at)')
    expect(await report('--data', data)).toMatchObject({ code: 0, sealed: 38 })
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const other = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' })
    try {
      writeFileSync(
        join(data, 'running.json'),
        JSON.stringify({ supervisor: other.pid, port, runtime: null }),
      )
      for (const args of [
        ['--data', data],
        ['--db', store],
      ]) {
        const { code, said } = await audit(...args)
        expect([code, said]).toEqual([2, expect.stringContaining(`http://localhost:${port}`)])
      }
    } finally {
      other.kill()
      server.close()
    }
    await new Promise((resolve) =>
      (other.exitCode ?? other.signalCode) === null ? other.once('exit', resolve) : resolve(0),
    )
    expect(await report('--data', data)).toMatchObject({ code: 0, sealed: 38 })
  })

  it('reads a hundred thousand events in little memory', async () => {
    const { file, db } = makeStore('large.sqlite', 100_000)
    db.close()
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--max-old-space-size=24', 'worker/local/audit.ts', '--db', file, '--json'],
      { cwd: ROOT },
    )
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, sealed: 99_998 })
  })

  it('says in one sentence what cannot be checked, and ends with 2', async () => {
    const other = join(folder, 'other.sqlite')
    const db = new DatabaseSync(other)
    db.exec('CREATE TABLE events (seq)')
    db.close()
    const noise = join(folder, 'noise.sqlite')
    writeFileSync(noise, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5_000, 7)]))
    for (const [args, said] of [
      [['--db', join(folder, 'absent.sqlite')], 'is not there'],
      [['--db', folder], 'is a folder'],
      [['--db', other], 'holds no journal'],
      [['--db', noise], 'cannot be read as a database'],
      [['--db', other, '--anchor', '12'], '--anchor is a rank'],
      [['--db', other, '--data', folder], 'not both'],
      [['--data', join(folder, 'nowhere')], 'holds no database'],
      [['--data', join(folder, 'service', 'state')], 'holds no database'],
      [['--surprise'], 'Usage: npm run audit'],
    ] as const) {
      const answer = await audit(...args)
      expect([answer.code, answer.said]).toEqual([2, expect.stringContaining(said)])
      expect(answer.said).not.toMatch(/\n\s+at /)
    }
  })
})
