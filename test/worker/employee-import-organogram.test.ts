import { describe, expect, it } from 'vitest'
import type { ImportShown } from '#contract/employee-import.ts'
import { House } from '#test/house.ts'

/** Files outside this project, which are there on some machines only. */
const CHARTS = import.meta.glob('../../../shared/data/organograms/*.csv', {
  query: '?raw',
  import: 'default',
})

/** The charts as they are: posts without names, which the mapping gives. */
const MAPPING = {
  id: ['external_id', 'family_name'],
  '=Poste': 'given_name',
  parentId: 'manager',
  unit: 'subsidiary',
  professionalOccupationalGroup: 'job_family',
}
const QUERY = `?source=organogram&mapping=${encodeURIComponent(JSON.stringify(MAPPING))}`

describe('the charts of real departments', () => {
  const charts = Object.entries(CHARTS)
  if (charts.length === 0) {
    it.skip('12 charts are skipped: ../shared/data/organograms is not on this machine', () => {})
    return
  }

  it('there are twelve of them', () => {
    expect(charts).toHaveLength(12)
  })

  it.each(charts.map(([path, load]) => [path.split('/').at(-1) as string, load] as const))(
    '%s is taken whole through a mapping, and the second time nothing changes',
    async (_name, load) => {
      const text = (await load()) as string
      const house = new House()
      const told = countByHand(text)
      const first = await importChart(house, text, QUERY)
      expect(first).toMatchObject({
        state: 'completed',
        lines: told.posts,
        created: told.posts,
        updated: 0,
        rejected: 0,
        ignored_columns: ['date', 'level', 'jobTitle'],
        refused_columns: [],
        findings_total: told.unknown + told.secondHeads + told.alone,
      })
      expect(await stored(house)).toEqual({ people: told.posts, lines: told.lines })
      const second = await importChart(house, text, '?source=organogram')
      expect(second).toMatchObject({ created: 0, updated: 0, unchanged: told.posts, rejected: 0 })
      expect(second.findings).toEqual(first.findings)
      expect(await stored(house)).toEqual({ people: told.posts, lines: told.lines })
    },
  )
})

async function importChart(house: House, csv: string, query: string): Promise<ImportShown> {
  const received = await house.root.post(`employee-imports${query}`, csv)
  expect(received.status, received.text).toBe(202)
  await house.tick()
  return (await house.root.get<ImportShown>(`employee-imports/${received.json.id}`)).json
}

async function stored(house: House) {
  const row = await house.db.$client
    .prepare(
      'SELECT (SELECT count(*) FROM people) AS people, (SELECT count(*) FROM reporting_lines) AS lines',
    )
    .first<{ people: number; lines: number }>()
  return { people: row?.people, lines: row?.lines }
}

/** Counts a chart in another way than the import does: split by hand, and by what hangs on what. */
function countByHand(text: string) {
  const rows = cellsOf(text).slice(1)
  const ids = new Set(rows.map((row) => row[1] as string))
  const parents = rows.map((row) => row[2] as string)
  const heads = rows.filter((row) => row[2] === '').map((row) => row[1] as string)
  const leading = heads.filter((head) => parents.includes(head))
  return {
    posts: ids.size,
    lines: parents.filter((parent) => parent !== '').length,
    unknown: parents.filter((parent) => parent !== '' && !ids.has(parent)).length,
    secondHeads: leading.length > 1 ? leading.length : 0,
    alone: heads.length > 1 ? heads.length - leading.length : 0,
  }
}

/** Rows of cells, letter by letter. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (const letter of `${text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd()}`) {
    const row = rows.at(-1) as string[]
    if (letter === '"') isQuoted = !isQuoted
    else if (letter === ',' && !isQuoted) row.push('')
    else if (letter === '\n' && !isQuoted) rows.push([''])
    else row[row.length - 1] += letter
  }
  return rows.map((row) => row.map((cell) => cell.trim()))
}
