/** What only one machine keeps, in the same store as the rest: the moved clock, and the mails that nobody sent. */
const TABLES = [
  'CREATE TABLE IF NOT EXISTS local_state (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
  `CREATE TABLE IF NOT EXISTS local_mails (id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL,
     subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, language TEXT NOT NULL, sent_at INTEGER NOT NULL)`,
]

const prepared = new WeakSet<D1Database>()

async function open(db: D1Database): Promise<D1Database> {
  if (!prepared.has(db)) {
    await db.batch(TABLES.map((text) => db.prepare(text)))
    prepared.add(db)
  }
  return db
}

export async function readState(db: D1Database, key: string): Promise<string | null> {
  const row = await (await open(db))
    .prepare('SELECT value FROM local_state WHERE key = ?')
    .bind(key)
    .first<{ value: string }>()
  return row?.value ?? null
}

export async function writeState(db: D1Database, key: string, value: string): Promise<void> {
  await (await open(db))
    .prepare(
      'INSERT INTO local_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    .bind(key, value)
    .run()
}

export interface LocalMail {
  id: number
  recipient: string
  subject: string
  text: string
  html: string
  language: string
  sent_at: number
}

export async function keepMail(db: D1Database, mail: Omit<LocalMail, 'id'>): Promise<void> {
  await (await open(db))
    .prepare(
      'INSERT INTO local_mails (recipient, subject, text, html, language, sent_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .bind(mail.recipient, mail.subject, mail.text, mail.html, mail.language, mail.sent_at)
    .run()
}

/** The newest mails, at most 200; those to one address where it is given. */
export async function listMails(db: D1Database, recipient: string | null): Promise<LocalMail[]> {
  const { results } = await (await open(db))
    .prepare('SELECT * FROM local_mails WHERE ?1 IS NULL OR recipient = ?1 ORDER BY id DESC LIMIT 200')
    .bind(recipient)
    .all<LocalMail>()
  return results
}
