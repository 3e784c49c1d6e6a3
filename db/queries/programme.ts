import { and, asc, eq, gt, gte, isNotNull, lte, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { programmes } from '#db/schema/programme.ts'
import type { Programme } from '#domain/programme.ts'

export type ProgrammeRow = typeof programmes.$inferSelect

export async function findProgramme(db: Database, slug: string): Promise<ProgrammeRow | undefined> {
  return db.select().from(programmes).where(eq(programmes.slug, slug)).get()
}

export async function getProgrammeById(db: Database, id: string): Promise<ProgrammeRow> {
  const row = await db.select().from(programmes).where(eq(programmes.id, id)).get()
  if (!row) throw new Error(`programme ${id} is gone`)
  return row
}

export async function listProgrammes(
  db: Database,
  publishedOnly: boolean,
  after: { created_at: number; id: string } | null,
  limit: number,
): Promise<ProgrammeRow[]> {
  return db
    .select()
    .from(programmes)
    .where(
      and(
        publishedOnly ? isNotNull(programmes.published_at) : undefined,
        after
          ? or(
              gt(programmes.created_at, after.created_at),
              and(eq(programmes.created_at, after.created_at), gt(programmes.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(programmes.created_at), asc(programmes.id))
    .limit(limit)
}

/** Programmes that changed at or after an instant (epoch ms), oldest change first. */
export async function listProgrammesUpdated(
  db: Database,
  publishedOnly: boolean,
  since: number,
  after: { at: number; id: string } | null,
  limit: number,
): Promise<ProgrammeRow[]> {
  return db
    .select()
    .from(programmes)
    .where(
      and(
        publishedOnly ? isNotNull(programmes.published_at) : undefined,
        after
          ? sql`(${programmes.updated_at}, ${programmes.id}) > (${after.at}, ${after.id})`
          : gte(programmes.updated_at, since),
      ),
    )
    .orderBy(asc(programmes.updated_at), asc(programmes.id))
    .limit(limit)
}

export interface ProgrammeDue extends Programme {
  last_round: number
  last_run_at: number | null
  unapproved: boolean
}

/** Published programmes whose first round lies in the past, with what their newest run was. */
export async function listProgrammesWithRounds(db: Database, now: number): Promise<ProgrammeDue[]> {
  const rows = await db
    .select({
      programme: programmes,
      last_round: sql<number>`coalesce((SELECT max(round) FROM match_runs WHERE programme_id = programmes.id
        AND state <> 'superseded'), 0)`,
      last_run_at: sql<
        number | null
      >`(SELECT max(created_at) FROM match_runs WHERE programme_id = programmes.id
        AND state <> 'superseded')`,
      unapproved: sql<number>`EXISTS (SELECT 1 FROM match_runs WHERE programme_id = programmes.id
        AND state <> 'superseded' AND approved_at IS NULL)`,
    })
    .from(programmes)
    .where(and(isNotNull(programmes.published_at), lte(programmes.matching_at, now)))
    .orderBy(asc(programmes.matching_at), asc(programmes.id))
  return rows.map(({ programme, ...rounds }) => ({
    ...programme,
    ...rounds,
    unapproved: Boolean(rounds.unapproved),
  }))
}

export function insertProgramme(db: Database, row: typeof programmes.$inferInsert): SQLWrapper {
  return db.insert(programmes).values(row)
}

export function updateProgramme(
  db: Database,
  id: string,
  set: Partial<typeof programmes.$inferInsert>,
): SQLWrapper {
  return db.update(programmes).set(set).where(eq(programmes.id, id))
}
