import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { filesBelow, ROOT, read } from './source.ts'

const schema = filesBelow('db/schema').map((file) => ({ file, text: read(file) }))
const tables = schema.flatMap(({ text }) =>
  [...text.matchAll(/sqliteTable\(\s*'(\w+)'/g)].map((match) => match[1] as string),
)

describe('what is kept about people', () => {
  it('every table is in the dictionary, with its purpose, how long it is kept and who sees it', () => {
    expect(tables.length).toBeGreaterThan(20)
    const rows = new Map(
      read('db/README.md')
        .split('\n')
        .filter((line) => line.startsWith('| `'))
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .map((cells) => [cells[1]?.replaceAll('`', ''), cells.slice(2, 5)]),
    )
    for (const table of tables) {
      const cells = rows.get(table)
      expect(cells, `${table} is missing from db/README.md`).toBeDefined()
      for (const cell of cells ?? []) expect(cell.length, `${table} has an empty cell`).toBeGreaterThan(3)
    }
    expect([...rows.keys()].filter((table) => !tables.includes(table ?? ''))).toEqual([])
  })

  it('no column holds age, sex, origin or health', () => {
    const columns = schema.flatMap(({ text }) =>
      [...text.matchAll(/^\s+(\w+): (?:text|integer)\(/gm)].map((match) => match[1] as string),
    )
    expect(columns.length).toBeGreaterThan(100)
    const forbidden =
      /^(age|birth.*|naissance|sex|sexe|gender|genre|nationality|origin|ethnic.*|religion|health|disability|handicap|marital.*|photo|salary|union)$/i
    expect(columns.filter((column) => forbidden.test(column))).toEqual([])
  })

  it('migrations that were merged never change', () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
    expect(git('log', '--diff-filter=MDR', '--format=%h', '--', 'db/migrations/*.sql')).toBe('')
    expect(git('diff', '--diff-filter=MDR', '--name-only', 'HEAD', '--', 'db/migrations/*.sql')).toBe('')
  })

  it('no migration rebuilds a table by dropping it, which would take its children along', () => {
    for (const file of filesBelow('db/migrations', /\.sql$/)) {
      expect(read(file), file).not.toMatch(/__new_|DROP TABLE/i)
    }
  })
})
