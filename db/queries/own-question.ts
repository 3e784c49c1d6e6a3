import { and, eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { ownQuestionSets } from '#db/schema/own-question.ts'
import { NO_OWN_QUESTIONS, type OwnQuestions } from '#questionnaire/own-question.ts'

/** The questions that a programme added, in the version named; none in a version that never was. */
export async function findOwnQuestions(
  db: Database,
  programmeId: string,
  version: number,
): Promise<OwnQuestions> {
  if (version === 0) return NO_OWN_QUESTIONS
  const row = await db
    .select()
    .from(ownQuestionSets)
    .where(and(eq(ownQuestionSets.programme_id, programmeId), eq(ownQuestionSets.version, version)))
    .get()
  return row ?? NO_OWN_QUESTIONS
}

export function insertOwnQuestions(db: Database, row: typeof ownQuestionSets.$inferInsert): SQLWrapper {
  return db.insert(ownQuestionSets).values(row)
}
