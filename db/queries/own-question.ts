import { and, desc, eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { ownQuestionSets } from '#db/schema/own-question.ts'
import { participants } from '#db/schema/participant.ts'
import type { OwnQuestions } from '#questionnaire/own-question.ts'

/** The questions that a programme added, in the version named; none in a version that never was. */
export async function findOwnQuestions(
  db: Database,
  programmeId: string,
  version: number,
): Promise<OwnQuestions> {
  if (version === 0) return { version: 0, questions: [] }
  const row = await db
    .select()
    .from(ownQuestionSets)
    .where(and(eq(ownQuestionSets.programme_id, programmeId), eq(ownQuestionSets.version, version)))
    .get()
  return row ?? { version: 0, questions: [] }
}

export function insertOwnQuestions(db: Database, row: typeof ownQuestionSets.$inferInsert): SQLWrapper {
  return db.insert(ownQuestionSets).values(row)
}

/** Every version of the questions that a programme added. */
export async function listOwnQuestions(db: Database, programmeId: string): Promise<OwnQuestions[]> {
  return db
    .select({ version: ownQuestionSets.version, questions: ownQuestionSets.questions })
    .from(ownQuestionSets)
    .where(eq(ownQuestionSets.programme_id, programmeId))
    .orderBy(desc(ownQuestionSets.version))
}

/** The versions of the own questions that participants of a programme answered, newest first; 0 where there were none. */
export async function listAnsweredVersions(db: Database, programmeId: string): Promise<number[]> {
  const rows = await db
    .selectDistinct({ version: participants.own_questions_version })
    .from(participants)
    .where(eq(participants.programme_id, programmeId))
    .orderBy(desc(participants.own_questions_version))
  return rows.map(({ version }) => version)
}
