import { and, asc, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { learningModules, moduleCompletions } from '#db/schema/learning-module.ts'

export type LearningModuleRow = typeof learningModules.$inferSelect
export type ModuleCompletionRow = typeof moduleCompletions.$inferSelect

/** How many modules a path may have. */
export const MODULES_MAX = 20

/** The path of a programme, in its order. */
export async function listLearningModules(db: Database, programmeId: string): Promise<LearningModuleRow[]> {
  return db
    .select()
    .from(learningModules)
    .where(eq(learningModules.programme_id, programmeId))
    .orderBy(asc(learningModules.position), asc(learningModules.id))
    .limit(MODULES_MAX)
}

export async function findLearningModule(db: Database, id: string): Promise<LearningModuleRow | undefined> {
  return db.select().from(learningModules).where(eq(learningModules.id, id)).get()
}

export function writeLearningModule(db: Database, row: LearningModuleRow): SQLWrapper {
  const { id: _id, programme_id: _programme, created_at: _created, ...set } = row
  return db.insert(learningModules).values(row).onConflictDoUpdate({ target: learningModules.id, set })
}

/** A module goes with what people ticked of it. */
export function deleteLearningModule(id: string): SQLWrapper[] {
  return [
    sql`DELETE FROM module_completions WHERE module_id = ${id}`,
    sql`DELETE FROM learning_modules WHERE id = ${id}`,
  ]
}

/** True inside a batch while the programme has no module of its own. */
export function hasNoModule(programmeId: string) {
  return sql`NOT EXISTS (SELECT 1 FROM learning_modules WHERE programme_id = ${programmeId})`
}

/** What these participants (a handful) have ticked. */
export async function listCompletions(
  db: Database,
  participantIds: readonly string[],
): Promise<ModuleCompletionRow[]> {
  if (participantIds.length === 0) return []
  return db
    .select()
    .from(moduleCompletions)
    .where(inArray(moduleCompletions.participant_id, [...participantIds]))
}

export async function countCompletions(db: Database, programmeId: string): Promise<Map<string, number>> {
  const rows = await db.all<{ id: string; completed: number }>(sql`
    SELECT learning_modules.id, count(*) AS completed FROM learning_modules
    JOIN module_completions ON module_completions.module_id = learning_modules.id
    JOIN participants ON participants.id = module_completions.participant_id AND participants.state = 'active'
    WHERE learning_modules.programme_id = ${programmeId} GROUP BY learning_modules.id`)
  return new Map(rows.map(({ id, completed }) => [id, completed]))
}

export function insertCompletion(db: Database, row: ModuleCompletionRow): SQLWrapper {
  return db.insert(moduleCompletions).values(row).onConflictDoNothing()
}

export function deleteCompletion(db: Database, moduleId: string, participantId: string): SQLWrapper {
  return db
    .delete(moduleCompletions)
    .where(
      and(eq(moduleCompletions.module_id, moduleId), eq(moduleCompletions.participant_id, participantId)),
    )
}

/** The newest version among the events of a subject; 0 where nothing happened to it yet. */
export async function newestVersion(db: Database, subject: string): Promise<number> {
  const row = await db.get<{ version: number | null }>(
    sql`SELECT max(version) AS version FROM events WHERE subject = ${subject}`,
  )
  return row?.version ?? 0
}
