import { and, asc, eq, isNotNull, lte, ne } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { pairs } from '#db/schema/pair.ts'
import { programmes } from '#db/schema/programme.ts'

/**
 * Live pairs of programmes whose last day is `day` (`YYYY-MM-DD`) or earlier, those that wait longest first. Where the
 * day is not over yet on the clock of the programme is for the caller to see.
 */
export async function listPairsPastEnd(db: Database, day: string, limit: number) {
  return db
    .select({
      id: pairs.id,
      started_at: pairs.started_at,
      kind: programmes.kind,
      ends_on: programmes.ends_on,
      time_zone: programmes.time_zone,
    })
    .from(pairs)
    .innerJoin(programmes, eq(programmes.id, pairs.programme_id))
    .where(and(ne(pairs.state, 'ended'), isNotNull(programmes.ends_on), lte(programmes.ends_on, day)))
    .orderBy(asc(programmes.ends_on), asc(pairs.id))
    .limit(limit)
}
