import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import type { ChartedPerson, MoveToCome } from '#domain/hierarchy-report.ts'
import type { ReportingLine } from '#domain/reporting-line.ts'

const ROWS_A_PAGE = 10_000

/** Everybody on the staff list, read once, page by page. */
export async function listChartedPeople(db: Database): Promise<ChartedPerson[]> {
  const people: ChartedPerson[] = []
  for (let after = ''; ; ) {
    const page = await db.all<{
      id: string
      reference: string
      active: number
      relation: 'employee' | 'external'
    }>(sql`
      SELECT id, coalesce(external_id, id) AS reference, active, relation FROM people
      WHERE id > ${after} ORDER BY id LIMIT ${ROWS_A_PAGE}`)
    for (const { reference, active, relation } of page) {
      people.push({ reference, active: Boolean(active), relation })
    }
    if (page.length < ROWS_A_PAGE) return people
    after = page.at(-1)?.id as string
  }
}

/** The whole chart, read once, page by page. */
export async function listAllLines(db: Database): Promise<ReportingLine[]> {
  const lines: ReportingLine[] = []
  for (let after = { person: '', manager: '' }; ; ) {
    const page = await db.all<ReportingLine>(sql`
      SELECT person, manager, kind FROM reporting_lines WHERE (person, manager) > (${after.person}, ${after.manager})
      ORDER BY person, manager LIMIT ${ROWS_A_PAGE}`)
    for (const line of page) lines.push(line)
    if (page.length < ROWS_A_PAGE) return lines
    after = page.at(-1) as ReportingLine
  }
}

/** Moves from the day after `from` up to `to` (`YYYY-MM-DD`), earliest first: how many, and the first ones. */
export async function listMovesToCome(
  db: Database,
  from: string,
  to: string,
  limit: number,
): Promise<{ total: number; items: MoveToCome[] }> {
  const [count, rows] = await Promise.all([
    db.get<{ total: number }>(
      sql`SELECT count(*) AS total FROM reporting_moves WHERE effective_on > ${from} AND effective_on <= ${to}`,
    ),
    db.all<Omit<MoveToCome, 'dotted_managers'> & { dotted_managers: string }>(sql`
      SELECT person, effective_on, manager, dotted_managers FROM reporting_moves
      WHERE effective_on > ${from} AND effective_on <= ${to} ORDER BY effective_on, person LIMIT ${limit}`),
  ])
  return {
    total: count?.total ?? 0,
    items: rows.map((row) => ({ ...row, dotted_managers: JSON.parse(row.dotted_managers) })),
  }
}

/** Names by reference; who is not known is left out. */
export async function listNames(db: Database, references: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const chunk of inChunks([...new Set(references)])) {
    const rows = await db.all<{ reference: string; name: string }>(sql`
      SELECT wanted.value AS reference, people.given_name || ' ' || people.family_name AS name
      FROM json_each(${chunk}) AS wanted
      JOIN people ON people.external_id = wanted.value OR people.id = wanted.value`)
    for (const { reference, name } of rows) names.set(reference, name)
  }
  return names
}
