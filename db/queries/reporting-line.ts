import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { type Hierarchy, hierarchyOf } from '#domain/reporting-line.ts'

/** Everything above some people: the only part of the chart that a check about them needs. */
export async function hierarchyAbove(db: Database, references: readonly string[]): Promise<Hierarchy> {
  return hierarchyOf(await listLinesAbove(db, references))
}

/**
 * The lines of the chart above some people, each once.
 * Climbs by primary key, one step a level, so it costs the depth of the chart and not its size; CROSS JOIN keeps the
 * planner from starting with the larger table.
 */
export async function listLinesAbove(
  db: Database,
  references: readonly string[],
): Promise<{ person: string; manager: string }[]> {
  const lines: { person: string; manager: string }[] = []
  for (const chunk of inChunks([...new Set(references)])) {
    lines.push(
      ...(await db.all<{ person: string; manager: string }>(sql`
        WITH RECURSIVE climb(person) AS (
          SELECT value FROM json_each(${chunk})
          UNION SELECT line.manager FROM climb CROSS JOIN reporting_lines AS line ON line.person = climb.person)
        SELECT line.person, line.manager FROM climb CROSS JOIN reporting_lines AS line ON line.person = climb.person`)),
    )
  }
  return lines
}
