import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { Problem } from '#domain/problem.ts'

/**
 * Counts one more of something by a key, and refuses beyond a number in a window. Kept in the store, since a
 * count kept in a Worker is forgotten with it; one statement, so that parallel requests cannot slip through.
 * @throws Problem `too-many`.
 */
export async function countAgainst(
  db: Database,
  key: string,
  most: number,
  windowMs: number,
  now: number,
): Promise<void> {
  const row = await db.get<{ count: number }>(sql`
    INSERT INTO sign_in_limits (key, count, since) VALUES (${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN since <= ${now - windowMs} THEN 1 ELSE count + 1 END,
      since = CASE WHEN since <= ${now - windowMs} THEN ${now} ELSE since END
    RETURNING count`)
  if ((row?.count ?? 0) <= most) return
  throw new Problem('too-many', {
    fr: 'Trop de demandes pour le moment. Attendez quelques minutes, puis réessayez.',
    en: 'Too many requests for now. Wait a few minutes, then try again.',
  })
}
