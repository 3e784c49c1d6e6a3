import { join } from 'node:path'
import { is, type SQL, Table } from 'drizzle-orm'
import { getTableConfig, SQLiteSyncDialect, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { DICTIONARY } from '#db/dictionary.ts'
import { RULES } from '#db/queries/retention.ts'
import { personalColumns, personalTables } from '#domain/kept-data.ts'
import { LANGUAGES } from '#domain/language.ts'
import { DAY_MS } from '#domain/local-time.ts'
import { filesBelow, ROOT, read } from './source.ts'

/** Every column of every table, as the store has them. */
const columns = new Map<string, string[]>()

beforeAll(async () => {
  for (const file of filesBelow('db/schema')) {
    const exported = (await import(join(ROOT, file))) as Record<string, unknown>
    for (const value of Object.values(exported)) {
      if (!is(value, Table)) continue
      const table = getTableConfig(value as SQLiteTable)
      columns.set(
        table.name,
        table.columns.map(({ name }) => name),
      )
    }
  }
})

const said = Object.entries(DICTIONARY).flatMap(([table, kept]) => [
  ...[kept.name, kept.holds, kept.kept.words, kept.seen].map((words) => [table, words.fr, words.en] as const),
  ...Object.entries(kept.columns).map(([column, [fr, en]]) => [`${table}.${column}`, fr, en] as const),
])

describe('what is kept about people is written down, column by column', () => {
  it('names every table of the store, and none that is not there', () => {
    expect(columns.size).toBeGreaterThan(40)
    expect(Object.keys(DICTIONARY).sort()).toEqual([...columns.keys()].sort())
  })

  it('names every column of every table, and none that is not there', () => {
    const written = Object.entries(DICTIONARY).map(([table, kept]) => [
      table,
      Object.keys(kept.columns).sort(),
    ])
    const real = [...columns].map(([table, names]) => [table, [...names].sort()])
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(real))
  })

  it('says each of them in both languages, set as French is', () => {
    expect(said.length).toBeGreaterThan(500)
    for (const [where, fr, en] of said) {
      for (const text of [fr, en]) expect(text.trim().length, where).toBeGreaterThan(1)
      const outside = fr.replaceAll(/«\u00a0[^»]+\u00a0»/g, '')
      expect(outside, where).not.toMatch(/[ \p{L}][:;?!](\s|$)|[«»']|!/u)
      expect(en, where).not.toMatch(/[ \u00a0][:;?!]|'/u)
    }
  })

  it('says nothing of people in a table that holds nothing about anybody', () => {
    for (const [table, kept] of Object.entries(DICTIONARY)) {
      const count = personalColumns(kept).length
      if (kept.about.length === 0)
        expect(['technical', 'settings', 'message'], table).toContain(kept.category)
      else expect(count, table).toBeGreaterThan(0)
    }
    expect(personalTables(DICTIONARY).length).toBeGreaterThan(20)
  })

  it('counts as personal every column that holds a name, an address, an answer or a person', () => {
    const telling =
      /^(given_name|family_name|email|email_key|phone|address|to_address|answers|person_id|author|identifier|fields)$/
    for (const [table, names] of columns) {
      for (const column of names.filter((name) => telling.test(name))) {
        const kept = DICTIONARY[table]!
        expect(personalColumns(kept), `${table}.${column}`).toContain(kept.columns[column])
      }
    }
  })
})

describe('what is said of retention is what the clean-up does', () => {
  const dialect = new SQLiteSyncDialect()
  const NOW = Date.parse('2027-01-01T00:00:00Z')

  /** How long a row lives before the moment from which the clean-up counts: what the store is written with. */
  const lives: Record<string, number> = {
    sign_ups: constant('worker/actions/sign-up.ts', 'CONFIRMATION_DAYS'),
    drafts: constant('worker/actions/draft.ts', 'DRAFT_DAYS'),
    invitations: constant('worker/actions/sign-up-code.ts', 'CODE_DAYS'),
    sign_up_codes: constant('worker/actions/sign-up-code.ts', 'CODE_DAYS'),
    sign_in_sessions: Number(/expiresIn: (\d+) \* 86_400/.exec(read('worker/http/sign-in.ts'))?.[1]),
  }

  const rules = Object.entries(RULES).map(([rule, write]) => ({ rule, ...readRule(write(NOW)) }))

  it.each(rules)('$rule: rows of $table go when the dictionary says', ({ rule, table, days }) => {
    const { kept } = DICTIONARY[table]!
    if (kept.by !== 'rule') throw new Error(`${table} is said to be kept by ${kept.by}`)
    expect(kept.rule).toBe(rule)
    expect(kept.days).toBe(days + (lives[rule] ?? 0))
    for (const language of LANGUAGES) expect(kept.words[language]).toMatch(new RegExp(`^${kept.days}\\D`))
  })

  it('promises no clean-up that nobody does', () => {
    const promised = Object.values(DICTIONARY).flatMap(({ kept }) => (kept.by === 'rule' ? [kept.rule] : []))
    expect(promised.sort()).toEqual(Object.keys(RULES).sort())
  })

  function readRule(statement: SQL): { table: string; days: number } {
    const { sql, params } = dialect.sqlToQuery(statement)
    const table = /^DELETE FROM (\w+)/.exec(sql)?.[1] ?? ''
    // A limit is an instant some days ago, or a number of days taken from the wall clock.
    const limit = params.map(Number).find((value) => value > 0)
    if (limit === undefined) return { table, days: 0 }
    return { table, days: (limit > NOW / 2 ? NOW - limit : limit) / DAY_MS }
  }
})

function constant(file: string, name: string): number {
  return Number(new RegExp(`const ${name} = (\\d+)`).exec(read(file))?.[1])
}
