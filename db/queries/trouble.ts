import { and, asc, desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { pairs } from '#db/schema/pair.ts'
import { programmes } from '#db/schema/programme.ts'
import { troubles } from '#db/schema/trouble.ts'
import { isFromPulses, TROUBLES_FROM_PULSES } from '#domain/trouble.ts'
import { menteeParticipant, menteePerson, mentorParticipant, mentorPerson } from './two-people.ts'

export type TroubleRow = typeof troubles.$inferSelect

/** What awaits somebody, the most urgent first, at most 2,000. */
export async function listOpenTroubles(
  db: Database,
  { programmeId, pairId }: { programmeId?: string | undefined; pairId?: string | undefined } = {},
): Promise<TroubleRow[]> {
  return db
    .select()
    .from(troubles)
    .where(
      and(
        eq(troubles.state, 'open'),
        programmeId === undefined ? undefined : eq(troubles.programme_id, programmeId),
        pairId === undefined ? undefined : eq(troubles.pair_id, pairId),
      ),
    )
    .orderBy(asc(troubles.due_at), asc(troubles.id))
    .limit(2000)
}

function selectWithPair(db: Database) {
  return db
    .select({
      trouble: troubles,
      pair: pairs,
      programme: { id: programmes.id, slug: programmes.slug, referent_id: programmes.referent_id },
      mentor: { given_name: mentorPerson.given_name, family_name: mentorPerson.family_name },
      mentee: { given_name: menteePerson.given_name, family_name: menteePerson.family_name },
    })
    .from(troubles)
    .innerJoin(pairs, eq(pairs.id, troubles.pair_id))
    .innerJoin(programmes, eq(programmes.id, troubles.programme_id))
    .innerJoin(mentorParticipant, eq(mentorParticipant.id, pairs.mentor_id))
    .innerJoin(menteeParticipant, eq(menteeParticipant.id, pairs.mentee_id))
    .innerJoin(mentorPerson, eq(mentorPerson.id, mentorParticipant.person_id))
    .innerJoin(menteePerson, eq(menteePerson.id, menteeParticipant.person_id))
}

export type TroubleWithPair = Awaited<ReturnType<typeof selectWithPair>>[number]

/** Who asks to see troubles, as `reader` says it. */
export interface TroubleReader {
  /** Somebody of the team by id, or a key’s. */
  id: string
  /** A `key` sees what is a matter of dates; an `organiser` hears besides where a talk would help; a `coach` sees their own pairs. */
  as: 'key' | 'organiser' | 'coach'
  /** The person they are, where they also take part: nobody sees what troubles a pair of theirs. */
  person: string | null
}

const FROM_PULSES = sql.raw(`('${TROUBLES_FROM_PULSES.join("', '")}')`)

/** The pulses of a pair are read by its coach and by the referent of the programme; `mayReadPulses` in SQL. */
function readsPulses({ id, as }: TroubleReader): SQL {
  if (as === 'key') return sql`0`
  return sql`(coalesce(programmes.referent_id = ${id}, 0) OR coalesce(pairs.coach_id = ${id}, 0))`
}

/**
 * What a reader may know of. Of the troubles that come from pulses, whoever may not read those sees one at most of a pair,
 * so that their number tells nothing, and of past ones only those that an organiser took care of. A call for help is
 * there for whoever was named as its reader, and for no one else.
 */
function seenBy(reader: TroubleReader): SQL {
  const { id, as, person } = reader
  const reads = readsPulses(reader)
  const isOrganiser = as === 'organiser' ? sql`1` : sql`0`
  return sql`(mentor_person.id IS NOT ${person} AND mentee_person.id IS NOT ${person}) AND CASE
    WHEN troubles.kind = 'help' THEN ${as !== 'key' ? sql`1` : sql`0`} AND EXISTS (SELECT 1 FROM help_requests AS help
        WHERE help.pair_id = troubles.pair_id)
      AND NOT EXISTS (SELECT 1 FROM help_requests AS help WHERE help.pair_id = troubles.pair_id
        AND NOT CASE WHEN help.reader_id IS NULL THEN ${isOrganiser} ELSE help.reader_id = ${id} END)
    WHEN troubles.kind NOT IN ${FROM_PULSES} THEN ${as !== 'coach' ? sql`1` : reads}
    WHEN ${reads} THEN 1
    ELSE ${isOrganiser} AND (troubles.state = 'open' OR (troubles.state = 'handled' AND troubles.owner = 'organiser'))
      AND NOT EXISTS (SELECT 1 FROM troubles AS twin
        WHERE twin.pair_id = troubles.pair_id AND twin.kind IN ${FROM_PULSES} AND twin.state = troubles.state
          AND twin.closed_at IS troubles.closed_at
          AND (twin.due_at, twin.id) < (troubles.due_at, troubles.id))
    END`
}

/** Open troubles of a programme, or of all, that a reader may know of: the most urgent first, page by page. */
export async function listTroublesSeen(
  db: Database,
  reader: TroubleReader,
  programmeId: string | null,
  after: { at: number; id: string } | null,
  limit: number,
): Promise<TroubleWithPair[]> {
  return selectWithPair(db)
    .where(
      and(
        eq(troubles.state, 'open'),
        programmeId ? eq(troubles.programme_id, programmeId) : undefined,
        seenBy(reader),
        after ? sql`(troubles.due_at, troubles.id) > (${after.at}, ${after.id})` : undefined,
      ),
    )
    .orderBy(asc(troubles.due_at), asc(troubles.id))
    .limit(limit)
}

/** What troubles a pair and troubled it, as far as a reader may know: open ones first, then the newest. */
export async function listTroublesOfPairSeen(
  db: Database,
  reader: TroubleReader,
  pairId: string,
): Promise<TroubleWithPair[]> {
  return selectWithPair(db)
    .where(and(eq(troubles.pair_id, pairId), seenBy(reader)))
    .orderBy(sql`troubles.state <> 'open'`, desc(troubles.created_at), desc(troubles.id))
    .limit(100)
}

/** One trouble, where the reader may know of it. */
export async function findTroubleSeen(
  db: Database,
  reader: TroubleReader,
  id: string,
): Promise<TroubleWithPair | undefined> {
  return selectWithPair(db)
    .where(and(eq(troubles.id, id), seenBy(reader)))
    .get()
}

/** What troubles a pair and comes from pulses, while it is open. */
export async function listOpenFromPulses(db: Database, pairId: string): Promise<TroubleRow[]> {
  return (await listOpenTroubles(db, { pairId })).filter(({ kind }) => isFromPulses(kind))
}

export function insertTrouble(db: Database, row: TroubleRow): SQLWrapper {
  return db.insert(troubles).values(row)
}

export function updateTrouble(db: Database, id: string, set: Partial<TroubleRow>): SQLWrapper {
  return db.update(troubles).set(set).where(eq(troubles.id, id))
}
