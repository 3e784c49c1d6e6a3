import { and, desc, eq, isNull, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { invitations } from '#db/schema/invitation.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'

export type InvitationRow = typeof invitations.$inferSelect

/** An invitation with whom it is for, by the hash of its link. */
export async function findInvitationByToken(db: Database, tokenHash: string) {
  return db
    .select({ invitation: invitations, participant: participants, person: people })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participant_id))
    .innerJoin(people, eq(people.id, participants.person_id))
    .where(eq(invitations.token_hash, tokenHash))
    .get()
}

export type InvitationFound = NonNullable<Awaited<ReturnType<typeof findInvitationByToken>>>

/** The invitations of a person that were answered, newest first: their own answers, which only they are shown. */
export async function listAnsweredInvitations(db: Database, personId: string): Promise<InvitationRow[]> {
  const rows = await db
    .select({ invitation: invitations })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participant_id))
    .where(and(eq(participants.person_id, personId), sql`${invitations.answered_at} IS NOT NULL`))
    .orderBy(desc(invitations.answered_at))
  return rows.map(({ invitation }) => invitation)
}

export function insertInvitations(rows: readonly InvitationRow[]): SQLWrapper[] {
  return inChunks(rows).map(
    (chunk) => sql`INSERT INTO invitations (id, participant_id, token_hash, created_at, expires_at)
      SELECT value ->> 'id', value ->> 'participant_id', value ->> 'token_hash', value ->> 'created_at',
        value ->> 'expires_at' FROM json_each(${chunk})`,
  )
}

/** Marks the invitations of a participant as answered; which way stands in the participant alone. */
export function answerInvitations(db: Database, participantId: string, now: number): SQLWrapper {
  return db
    .update(invitations)
    .set({ answered_at: now })
    .where(and(eq(invitations.participant_id, participantId), isNull(invitations.answered_at)))
}

/** Participants who are still pending although every invitation of theirs has run out. */
export async function listLapsedInvitations(db: Database, now: number, limit: number) {
  return db.all<{ id: string; version: number; slug: string; role: string; reference: string }>(sql`
    SELECT participants.id, participants.version, programmes.slug, participants.role,
      coalesce(people.external_id, people.id) AS reference
    FROM participants JOIN programmes ON programmes.id = participants.programme_id
    JOIN people ON people.id = participants.person_id
    WHERE participants.state = 'pending' AND NOT EXISTS (
      SELECT 1 FROM invitations WHERE participant_id = participants.id AND expires_at > ${now})
    ORDER BY participants.id LIMIT ${limit}`)
}
