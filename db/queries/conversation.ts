import { and, asc, eq, gt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { conversations } from '#db/schema/conversation.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'

export type ConversationRow = typeof conversations.$inferSelect

function selectWithPerson(db: Database) {
  return db
    .select({
      conversation: conversations,
      role: participants.role,
      person: {
        id: people.id,
        external_id: people.external_id,
        given_name: people.given_name,
        family_name: people.family_name,
        email: people.email,
      },
    })
    .from(conversations)
    .innerJoin(participants, eq(participants.id, conversations.participant_id))
    .innerJoin(people, eq(people.id, participants.person_id))
}

/** A talk to offer, with the name of the person and never an answer of theirs. */
export type ConversationWithPerson = Awaited<ReturnType<typeof listConversations>>[number]

export async function listConversations(
  db: Database,
  programmeId: string,
  state: ConversationRow['state'] | null,
  afterId: string | null,
  limit: number,
) {
  return selectWithPerson(db)
    .where(
      and(
        eq(conversations.programme_id, programmeId),
        // Who has left the programme is called by nobody.
        sql`${participants.state} <> 'withdrawn'`,
        state ? eq(conversations.state, state) : undefined,
        afterId ? gt(conversations.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(conversations.id))
    .limit(limit)
}

export async function findConversation(
  db: Database,
  programmeId: string,
  id: string,
): Promise<ConversationWithPerson | undefined> {
  return selectWithPerson(db)
    .where(and(eq(conversations.programme_id, programmeId), eq(conversations.id, id)))
    .get()
}

export async function findConversationOf(
  db: Database,
  participantId: string,
): Promise<ConversationRow | undefined> {
  return db.select().from(conversations).where(eq(conversations.participant_id, participantId)).get()
}

export function writeConversation(db: Database, row: ConversationRow): SQLWrapper {
  const { id: _id, created_at: _created, ...set } = row
  return db.insert(conversations).values(row).onConflictDoUpdate({ target: conversations.id, set })
}
