import { and, desc, eq, isNotNull, lt, or, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { resources } from '#db/schema/resource.ts'

export type ResourceRow = typeof resources.$inferSelect

export async function findResource(db: Database, id: string): Promise<ResourceRow | undefined> {
  return db.select().from(resources).where(eq(resources.id, id)).get()
}

/** Resources, the newest first; only those that are published where nobody else may see more. */
export async function listResources(
  db: Database,
  publishedOnly: boolean,
  before: { at: number; id: string } | null,
  limit: number,
): Promise<ResourceRow[]> {
  return db
    .select()
    .from(resources)
    .where(
      and(
        publishedOnly ? isNotNull(resources.published_at) : undefined,
        before === null
          ? undefined
          : or(
              lt(resources.created_at, before.at),
              and(eq(resources.created_at, before.at), lt(resources.id, before.id)),
            ),
      ),
    )
    .orderBy(desc(resources.created_at), desc(resources.id))
    .limit(limit)
}

export function writeResource(db: Database, row: ResourceRow): SQLWrapper {
  const { id: _id, created_at: _created, ...set } = row
  return db.insert(resources).values(row).onConflictDoUpdate({ target: resources.id, set })
}

export function deleteResource(db: Database, id: string): SQLWrapper {
  return db.delete(resources).where(eq(resources.id, id))
}
