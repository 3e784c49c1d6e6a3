import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { escoSkills } from '#db/schema/topic.ts'

export type EscoSkillRow = typeof escoSkills.$inferSelect
export type EscoSkill = Omit<EscoSkillRow, 'folded'>

export async function countEscoSkills(db: Database): Promise<number> {
  return db.$count(escoSkills)
}

/** How many rows of a chunk are new, changed and as they were. */
export async function compareEscoSkills(
  db: Database,
  chunk: string,
): Promise<{ created: number; updated: number; unchanged: number }> {
  const [row] = await db.all<{ created: number; same: number; total: number }>(sql`
    SELECT count(*) FILTER (WHERE old.id IS NULL) AS created, count(*) AS total,
      count(*) FILTER (WHERE old.fr = value ->> 'fr' AND old.en = value ->> 'en'
        AND old."group" IS value ->> 'group' AND old.folded = value ->> 'folded') AS same
    FROM json_each(${chunk}) LEFT JOIN esco_skills AS old ON old.id = value ->> 'id'`)
  const { created, same, total } = row ?? { created: 0, same: 0, total: 0 }
  return { created, updated: total - created - same, unchanged: same }
}

/** Writes a chunk of rows over those that bear the same identifiers. */
export function upsertEscoSkills(chunk: string): SQLWrapper {
  return sql`INSERT INTO esco_skills (id, fr, en, "group", folded)
    SELECT value ->> 'id', value ->> 'fr', value ->> 'en', value ->> 'group', value ->> 'folded'
    FROM json_each(${chunk}) WHERE true
    ON CONFLICT (id) DO UPDATE SET fr = excluded.fr, en = excluded.en, "group" = excluded."group",
      folded = excluded.folded`
}

/** One word to look for: any of these ways, each of which is made of pieces that must all be there. */
export type WordWays = string[][]

/** Skills with all of some words, or any of them, the shortest names first. */
export async function listEscoSkillsWith(
  db: Database,
  words: readonly WordWays[],
  asked: { join: 'all' | 'any'; limit: number | null },
): Promise<EscoSkillRow[]> {
  const each = words.map((ways) =>
    joined(
      ways.map((pieces) => joined(pieces.map(hasPiece), 'all')),
      'any',
    ),
  )
  return db
    .select()
    .from(escoSkills)
    .where(joined(each, asked.join))
    .orderBy(sql`length(${escoSkills.folded})`, escoSkills.id)
    .limit(asked.limit ?? -1)
}

// Not LIKE: what people type may hold its signs, and D1 bounds its patterns.
function hasPiece(piece: string): SQL {
  return sql`instr(${escoSkills.folded}, ${piece}) > 0`
}

function joined(conditions: SQL[], how: 'all' | 'any'): SQL {
  return sql`(${sql.join(conditions, how === 'all' ? sql` AND ` : sql` OR `)})`
}
