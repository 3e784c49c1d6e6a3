import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'

/** A designated person who has not answered, with the newest of their invitations. */
export interface Silent {
  participant_id: string
  person_id: string
  email: string
  language: 'fr' | 'en'
  proposed_by: string
  expires_at: number
}

/**
 * Who was invited to a programme before an instant (epoch ms), has an address and has answered nothing. Whoever said no is
 * not among them, which nobody but the mailer learns (C6, P31).
 */
export async function listSilent(
  db: Database,
  programmeId: string,
  { before, now, limit }: { before: number; now: number; limit: number },
): Promise<Silent[]> {
  return db.all<Silent>(sql`
    SELECT participants.id AS participant_id, people.id AS person_id, people.email, coalesce(people.language, 'fr') AS language,
      participants.proposed_by, max(invitations.expires_at) AS expires_at
    FROM participants JOIN people ON people.id = participants.person_id AND people.active = 1 AND people.email IS NOT NULL
    JOIN invitations ON invitations.participant_id = participants.id
    WHERE participants.programme_id = ${programmeId} AND participants.state = 'pending'
      AND participants.proposed_by IS NOT NULL AND participants.created_at <= ${before}
    GROUP BY participants.id
    HAVING max(invitations.expires_at) > ${now} AND max(invitations.answered_at IS NOT NULL) = 0
    ORDER BY participants.id LIMIT ${limit}`)
}

/** When people of a programme were last written to again: the version and the instant of it; null for never. */
export async function findLastEvent(
  db: Database,
  subject: string,
): Promise<{ version: number; occurred_at: number } | undefined> {
  return db.get<{ version: number; occurred_at: number } | undefined>(sql`
    SELECT version, occurred_at FROM events WHERE subject = ${subject} ORDER BY version DESC LIMIT 1`)
}
