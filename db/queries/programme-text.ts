import { and, desc, eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { programmeTexts } from '#db/schema/programme-text.ts'

export type ProgrammeTextRow = typeof programmeTexts.$inferSelect

/** A version of a charter or of a notice, as it was shown; undefined where there never was one. */
export async function findProgrammeText(
  db: Database,
  programmeId: string,
  kind: ProgrammeTextRow['kind'],
  version: number,
): Promise<ProgrammeTextRow | undefined> {
  return db
    .select()
    .from(programmeTexts)
    .where(
      and(
        eq(programmeTexts.programme_id, programmeId),
        eq(programmeTexts.kind, kind),
        eq(programmeTexts.version, version),
      ),
    )
    .get()
}

/** Every version, the newest first. */
export async function listProgrammeTexts(db: Database, programmeId: string): Promise<ProgrammeTextRow[]> {
  return db
    .select()
    .from(programmeTexts)
    .where(eq(programmeTexts.programme_id, programmeId))
    .orderBy(programmeTexts.kind, desc(programmeTexts.version))
}

/** Keeps a version; one that is kept already stays as it is, for people have accepted it. */
export function keepProgrammeText(db: Database, row: ProgrammeTextRow): SQLWrapper {
  return db.insert(programmeTexts).values(row).onConflictDoNothing()
}
