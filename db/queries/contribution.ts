import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import type { Answers } from '#questionnaire/answers.ts'

/** One participation in one pair, with what the pair did and what the partner had written about topics. */
export interface ContributionRow {
  participant_id: string
  pair_id: string
  held: number
  held_minutes: number
  partner_offers: Answers['OFFERS'] | null
  partner_wants: Answers['WANTS'] | null
}

/** What these participants did in each of their pairs: sessions that both know to have taken place, and how long. */
export async function listContributions(
  db: Database,
  participantIds: readonly string[],
): Promise<ContributionRow[]> {
  const found: ContributionRow[] = []
  for (const chunk of inChunks(participantIds)) {
    const rows = await db.all<
      Omit<ContributionRow, 'partner_offers' | 'partner_wants'> & {
        offers: string | null
        wants: string | null
      }
    >(sql`
      SELECT wanted.value AS participant_id, pair.id AS pair_id,
        (SELECT count(*) FROM pair_sessions AS met WHERE met.pair_id = pair.id AND met.state = 'held') AS held,
        (SELECT coalesce(sum(coalesce(met.held_minutes, met.minutes)), 0) FROM pair_sessions AS met
          WHERE met.pair_id = pair.id AND met.state = 'held') AS held_minutes,
        json_extract(partner.answers, '$.OFFERS') AS offers, json_extract(partner.answers, '$.WANTS') AS wants
      FROM json_each(${chunk}) AS wanted
      JOIN pairs AS pair ON pair.mentor_id = wanted.value OR pair.mentee_id = wanted.value
      JOIN participants AS partner
        ON partner.id = CASE WHEN pair.mentor_id = wanted.value THEN pair.mentee_id ELSE pair.mentor_id END
      ORDER BY wanted.value, pair.started_at, pair.id`)
    for (const { offers, wants, ...row } of rows) {
      found.push({
        ...row,
        partner_offers: offers === null ? null : JSON.parse(offers),
        partner_wants: wants === null ? null : JSON.parse(wants),
      })
    }
  }
  return found
}
