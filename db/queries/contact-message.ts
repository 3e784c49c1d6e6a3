import { and, desc, eq, lt, or, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { contactMessages } from '#db/schema/contact-message.ts'

export type ContactMessageRow = typeof contactMessages.$inferSelect

export async function findContactMessage(db: Database, id: string): Promise<ContactMessageRow | undefined> {
  return db.select().from(contactMessages).where(eq(contactMessages.id, id)).get()
}

/** Messages of one state or of all, the newest first. */
export async function listContactMessages(
  db: Database,
  state: ContactMessageRow['state'] | null,
  before: { at: number; id: string } | null,
  limit: number,
): Promise<ContactMessageRow[]> {
  return db
    .select()
    .from(contactMessages)
    .where(
      and(
        state === null ? undefined : eq(contactMessages.state, state),
        before === null
          ? undefined
          : or(
              lt(contactMessages.created_at, before.at),
              and(eq(contactMessages.created_at, before.at), lt(contactMessages.id, before.id)),
            ),
      ),
    )
    .orderBy(desc(contactMessages.created_at), desc(contactMessages.id))
    .limit(limit)
}

export function insertContactMessage(db: Database, row: ContactMessageRow): SQLWrapper {
  return db.insert(contactMessages).values(row)
}

export function updateContactMessage(db: Database, row: ContactMessageRow): SQLWrapper {
  const { state, version, answered_at } = row
  return db.update(contactMessages).set({ state, version, answered_at }).where(eq(contactMessages.id, row.id))
}
