import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { emailKey } from '#domain/person.ts'
import { findFlaw, findLoss, type StoredSignUp, textsIn, UNREADABLE } from './hostile-submissions-judge.ts'
import type { Submission } from './hostile-submissions-make.ts'

export interface StoreVerdict {
  stored: number
  /** What a check should have refused, one line each. */
  wrong: string[]
  /** Good sign-ups that are not there as they were sent, one line each. */
  lost: string[]
}

/** Reads a copy of the database of a service that has stopped, and judges every row that a stranger can bring about. */
export function judgeStore(state: string, sent: readonly Submission[]): StoreVerdict {
  const copy = mkdtempSync(join(tmpdir(), 'binome-hostile-'))
  try {
    const db = openCopy(state, copy)
    const rows = db
      .prepare(
        `SELECT kind, role, given_name, family_name, email, email_key, language, answers, confirmed_at
         FROM sign_ups JOIN programmes ON programmes.id = sign_ups.programme_id`,
      )
      .all() as unknown as StoredSignUp[]
    const byEmail = new Map(sent.filter(({ email }) => email !== null).map((one) => [one.email, one]))
    const wrong = rows.flatMap((row) => {
      const flaw = findFlaw(row, byEmail.get(row.email))
      return flaw === null ? [] : [`${row.email} ${byEmail.get(row.email)?.what ?? ''}: ${flaw}`]
    })
    wrong.push(...strangersIn(db))
    const kept = new Map(rows.map((row) => [row.email, row]))
    const lost = sent
      .filter(({ fate }) => fate === 'stored')
      .flatMap((one) => {
        const loss = findLoss(kept.get(one.email!), one)
        return loss === null ? [] : [`${one.email}: ${loss}`]
      })
    db.close()
    return { stored: rows.length, wrong, lost }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The file that has our tables, among those that the local runtime keeps. */
function openCopy(state: string, copy: string): DatabaseSync {
  const folder = join(state, 'v3/d1/miniflare-D1DatabaseObject')
  if (!existsSync(folder)) throw new Error(`There is no database in ${folder}.`)
  cpSync(folder, copy, { recursive: true })
  for (const name of readdirSync(copy).filter((file) => file.endsWith('.sqlite'))) {
    const db = new DatabaseSync(join(copy, name))
    const isOurs = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sign_ups'").get() !== undefined
    if (isOurs) return db
    db.close()
  }
  throw new Error(`None of the databases in ${folder} has sign-ups.`)
}

const DRAFT_BYTES_MAX = 131_072
const PROSE_MAX = 10_000

/** Rows of other tables that no stranger may bring about, or not like this. */
function strangersIn(db: DatabaseSync): string[] {
  const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
  const wrong: string[] = []
  for (const table of ['people', 'participants', 'sign_up_codes', 'invitations', 'webhook_endpoints']) {
    const count = rows(table).length
    if (count > 0) wrong.push(`${count} rows in ${table}, which no stranger may write`)
  }
  for (const draft of rows('drafts')) {
    if (emailKey(String(draft.email_key)) !== draft.email_key) wrong.push(`draft for ${draft.email_key}`)
    if (String(draft.fields).length > DRAFT_BYTES_MAX) wrong.push('a draft that is too large')
  }
  for (const table of ['contact_messages', 'testimonies']) {
    for (const row of rows(table)) {
      const texts = textsIn(row)
      if (texts.some((text) => text.length > PROSE_MAX)) wrong.push(`a text in ${table} that is too long`)
      if (texts.some((text) => UNREADABLE.test(text))) wrong.push(`unreadable characters in ${table}`)
      if ('email' in row && emailKey(String(row.email)) === null) wrong.push(`no address in ${table}`)
      if (row.state !== 'open' && row.state !== 'waiting') wrong.push(`${row.state} in ${table}`)
    }
  }
  for (const { to_address } of rows('mails')) {
    if (to_address !== null && emailKey(String(to_address)) === null) wrong.push(`a mail to ${to_address}`)
  }
  return wrong
}
