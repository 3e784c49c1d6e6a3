import { and, asc, desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { helpRequests } from '#db/schema/help.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'
import { programmes } from '#db/schema/programme.ts'

export type HelpRow = typeof helpRequests.$inferSelect

/** That somebody waits for help, and until when: all that whoever is not the reader may know. */
export interface OpenHelp {
  id: string
  programme_id: string
  programme: string
  /** For what is decided about the pair inside; shown to nobody. */
  pair_id: string | null
  due_at: number
  created_at: number
  /** Null where the whole team was named. */
  reader_id: string | null
  /** Whether the reader who was named has left the team: the next referent takes over. */
  is_orphan: boolean
}

const HAS_READER =
  sql.raw(`EXISTS (SELECT 1 FROM organisers AS reader WHERE reader.id = help_requests.reader_id
  AND reader.role IN ('organiser', 'coach'))`)

/** Calls for help that wait, of one programme or of all (null), the most urgent first, without a word of them. */
export async function listOpenHelp(db: Database, programmeId: string | null): Promise<OpenHelp[]> {
  const rows = await db.all<Omit<OpenHelp, 'is_orphan'> & { is_orphan: number }>(sql`
    SELECT help_requests.id, help_requests.programme_id, programmes.slug AS programme, help_requests.pair_id,
      help_requests.due_at, help_requests.created_at, help_requests.reader_id,
      help_requests.reader_id IS NOT NULL AND NOT ${HAS_READER} AS is_orphan
    FROM help_requests JOIN programmes ON programmes.id = help_requests.programme_id
    WHERE help_requests.state = 'open' AND (${programmeId} IS NULL OR help_requests.programme_id = ${programmeId})
    ORDER BY help_requests.due_at, help_requests.id LIMIT 1000`)
  return rows.map((row) => ({ ...row, is_orphan: row.is_orphan === 1 }))
}

/** True while nobody waits for an answer to the very same call; after a pulse, to any call of theirs. */
export function isFirstCall({
  participant_id,
  pair_id,
  source,
  text,
}: Pick<HelpRow, 'participant_id' | 'pair_id' | 'source' | 'text'>): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM help_requests WHERE participant_id = ${participant_id}
    AND pair_id IS ${pair_id} AND state = 'open' AND (${source} = 'pulse' OR text IS ${text}))`
}

function selectWithAuthor(db: Database) {
  return db
    .select({ help: helpRequests, role: participants.role, programme: programmes, person: people })
    .from(helpRequests)
    .innerJoin(programmes, eq(programmes.id, helpRequests.programme_id))
    .innerJoin(participants, eq(participants.id, helpRequests.participant_id))
    .innerJoin(people, eq(people.id, participants.person_id))
}

export type HelpWithAuthor = Awaited<ReturnType<typeof listHelpFor>>[number]

/** Who reads: somebody of the team by id, whether they organise, and the person they are where they also take part. */
export interface HelpReader {
  id: string
  isOrganiser: boolean
  person: string | null
}

/** True for calls that this reader was named for, and never for those of a pair they are in. */
function readableBy({ id, isOrganiser, person }: HelpReader) {
  return sql`(help_requests.reader_id = ${id} OR (${isOrganiser ? 1 : 0} AND help_requests.reader_id IS NULL))
    AND ${isOfAnother(person)}`
}

/** True unless somebody is the author, or one of the two of the pair that it is about: nobody reads about themselves. */
function isOfAnother(personId: string | null) {
  return sql`NOT EXISTS (SELECT 1 FROM participants AS one
    WHERE one.person_id = ${personId} AND (one.id = help_requests.participant_id
      OR one.id IN (SELECT mentor_id FROM pairs WHERE pairs.id = help_requests.pair_id
        UNION SELECT mentee_id FROM pairs WHERE pairs.id = help_requests.pair_id)))`
}

/** The calls that somebody was named to read, page by page. */
export async function listHelpFor(
  db: Database,
  reader: HelpReader,
  state: HelpRow['state'] | null,
  afterId: string | null,
  limit: number,
) {
  return selectWithAuthor(db)
    .where(
      and(
        readableBy(reader),
        state ? eq(helpRequests.state, state) : undefined,
        afterId ? sql`${helpRequests.id} > ${afterId}` : undefined,
      ),
    )
    .orderBy(asc(helpRequests.id))
    .limit(limit)
}

export async function findHelpFor(
  db: Database,
  reader: HelpReader,
  id: string,
): Promise<HelpWithAuthor | undefined> {
  return selectWithAuthor(db)
    .where(and(readableBy(reader), eq(helpRequests.id, id)))
    .get()
}

/** What a participant asked of one pair, or outside any (null), the newest first. */
export async function listHelpOfParticipant(
  db: Database,
  participantId: string,
  pairId: string | null,
): Promise<HelpRow[]> {
  return db
    .select()
    .from(helpRequests)
    .where(and(eq(helpRequests.participant_id, participantId), sql`${helpRequests.pair_id} IS ${pairId}`))
    .orderBy(desc(helpRequests.created_at), desc(helpRequests.id))
    .limit(20)
}

/**
 * Open calls of a programme whose reader has left the team, with their authors; those of a pair in which the new reader
 * (a person id, or null) is one of the two are left out.
 */
export async function listOrphanedHelp(
  db: Database,
  programmeId: string,
  personId: string | null,
): Promise<HelpWithAuthor[]> {
  return selectWithAuthor(db)
    .where(
      and(
        eq(helpRequests.programme_id, programmeId),
        eq(helpRequests.state, 'open'),
        sql`help_requests.reader_id IS NOT NULL AND NOT ${HAS_READER}`,
        isOfAnother(personId),
      ),
    )
    .orderBy(asc(helpRequests.id))
    .limit(500)
}

export function insertHelp(db: Database, row: HelpRow): SQLWrapper {
  return db.insert(helpRequests).values(row)
}

export function updateHelp(db: Database, id: string, set: Partial<HelpRow>): SQLWrapper {
  return db.update(helpRequests).set(set).where(eq(helpRequests.id, id))
}
