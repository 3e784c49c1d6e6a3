import { closeSync, createReadStream, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { SEALED_COLUMNS, type Seal, type StoredEvent } from '#domain/seal.ts'
import { Refusal } from './command-line.ts'

/** A database that nothing is attached to, so that a dump can neither read nor write another file. */
const ALONE = { limits: { attach: 0 } }

/**
 * Reads the journal in a file: a SQLite database, opened to be read alone, or the SQL that `wrangler d1 export` writes,
 * loaded into a temporary database.
 * @throws Refusal
 */
export async function readJournal<T>(file: string, read: (db: DatabaseSync) => T): Promise<T> {
  let db: DatabaseSync | undefined
  try {
    db = isDatabase(file) ? openReadOnly(file) : await loadDump(file)
    if (!holdsJournal(db)) {
      throw new Refusal(
        `${file} holds no journal: the tables “events” and “event_seals” are not in it. If it is a copy, and a file that ends in -wal lies beside the original, copy that as well.`,
      )
    }
    return read(db)
  } catch (error) {
    throw refusalOf(error, file)
  } finally {
    db?.close()
  }
}

/** The database of a local service, below the folder where its runtime keeps its state. @throws Refusal */
export function findStore(state: string): string {
  const found = readdirSync(state, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(state, name))
    .filter((file) => {
      const db = openReadOnly(file)
      try {
        return holdsJournal(db)
      } finally {
        db.close()
      }
    })
  const [file, ...more] = found
  if (file === undefined) throw new Refusal(`There is no journal below ${state}. Name the file with --db.`)
  if (more.length > 0) {
    throw new Refusal(`There are several databases below ${state}. Name one with --db:\n${found.join('\n')}`)
  }
  return file
}

export function* readEvents(db: DatabaseSync): Generator<StoredEvent> {
  for (const row of rows(db, `SELECT ${SEALED_COLUMNS.join(', ')} FROM events ORDER BY seq`)) {
    yield row as unknown as StoredEvent
  }
}

export function* readSeals(db: DatabaseSync): Generator<Seal> {
  for (const row of rows(db, 'SELECT event_seq, hash FROM event_seals ORDER BY event_seq')) {
    yield row as unknown as Seal
  }
}

/** Rows as they are stored. A whole number beyond 2^53, which was never sealed, is read as text. */
function* rows(db: DatabaseSync, text: string): Generator<Record<string, unknown>> {
  const statement = db.prepare(text)
  statement.setReadBigInts(true)
  for (const row of statement.iterate()) {
    for (const [name, value] of Object.entries(row)) {
      if (typeof value === 'bigint') {
        row[name] = Number.isSafeInteger(Number(value)) ? (Number(value) as never) : String(value)
      }
    }
    yield row
  }
}

function holdsJournal(db: DatabaseSync): boolean {
  const row = db
    .prepare(
      "SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table' AND name IN ('events', 'event_seals')",
    )
    .get()
  return Number(row?.n) === 2
}

function isDatabase(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(16)
    readSync(handle, head, 0, 16, 0)
    return head.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(handle)
  }
}

/** Leaves no trace beside the file; where a log of late writes lies beside it, that is read as well. */
function openReadOnly(file: string): DatabaseSync {
  const url = pathToFileURL(file)
  if (!existsSync(`${file}-wal`)) url.searchParams.set('immutable', '1')
  return new DatabaseSync(url, { ...ALONE, readOnly: true })
}

/** The statements of a dump that say what the journal is; everything else in it is passed over. */
const CONCERNS_JOURNAL =
  /^(?:CREATE TABLE(?: IF NOT EXISTS)?|INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+["`'[]?(?:events|event_seals)["`'\]]?(?:[\s(;]|$)/i

const REMARKS = /^(?:\s|--.*|\/\*[\s\S]*?\*\/)+/

async function loadDump(file: string): Promise<DatabaseSync> {
  // An empty name: a database in a temporary file, which may be larger than memory.
  const db = new DatabaseSync('', ALONE)
  try {
    db.exec('PRAGMA synchronous = OFF; BEGIN')
    for await (const statement of statementsOf(createReadStream(file, 'utf8'))) {
      if (CONCERNS_JOURNAL.test(statement.replace(REMARKS, ''))) db.exec(statement)
    }
    db.exec('COMMIT')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const CLOSING: Record<string, string> = { "'": "'", '"': '"', '`': '`', '[': ']', '--': '\n', '/*': '*/' }

/**
 * The statements of an SQL text that comes in pieces, without what surrounds them.
 * @throws Refusal where the text ends within one
 */
async function* statementsOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let statement = ''
  let closing = ''
  let before = ''
  for await (const piece of pieces) {
    let start = 0
    for (let at = 0; at < piece.length; at++) {
      const character = piece[at]!
      const two = before + character
      before = character
      if (closing) {
        if (character === closing || two === closing) {
          closing = ''
          before = ''
        }
        continue
      }
      closing = CLOSING[two] ?? CLOSING[character] ?? ''
      if (closing) before = ''
      if (character !== ';') continue
      yield (statement + piece.slice(start, at + 1)).trim()
      statement = ''
      start = at + 1
    }
    statement += piece.slice(start)
  }
  const isOver = closing === '' || closing === '\n'
  if (!isOver || statement.replace(/--.*|\/\*[\s\S]*?\*\//g, '').trim() !== '') {
    throw new Refusal('This text ends in the middle of an SQL statement. Export the database again.')
  }
}

function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof Refusal) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new Refusal(`The file ${file} is not there. Check its name, then try again.`)
  if (code === 'EISDIR') return new Refusal(`${file} is a folder. Name the file of a database with --db.`)
  if (code === 'EACCES' || code === 'EPERM') return new Refusal(`The file ${file} cannot be read (${code}).`)
  if (code === 'ERR_SQLITE_ERROR') return new Refusal(`${file} cannot be read as a database: ${message}.`)
  return error
}
