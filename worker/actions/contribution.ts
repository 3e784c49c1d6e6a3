import { listContributions } from '#db/queries/contribution.ts'
import type { ParticipantRow } from '#db/queries/participant.ts'
import type { Both } from '#domain/language.ts'
import { type Catalogue, topicOf } from '#questionnaire/catalogue.ts'
import { topicsPassedOn } from '#questionnaire/passed-on.ts'
import { loadCatalogue } from './catalogue.ts'
import type { Context } from './context.ts'

/** What somebody did in a programme, in facts: sessions that took place, their length, topics that changed hands. */
export interface Contribution {
  sessions: number
  minutes: number
  passedOn: Both[]
  learned: Both[]
}

/** The same for many, by participant; `pairId` keeps to one pair. Somebody without a pair has nothing yet. */
export async function loadContributions(
  ctx: Pick<Context, 'db'>,
  participants: readonly Pick<ParticipantRow, 'id' | 'answers'>[],
  pairId: string | null = null,
): Promise<Map<string, Contribution>> {
  const [rows, catalogue] = await Promise.all([
    listContributions(
      ctx.db,
      participants.map(({ id }) => id),
    ),
    loadCatalogue(ctx),
  ])
  const byParticipant = Map.groupBy(
    rows.filter(({ pair_id }) => pairId === null || pair_id === pairId),
    ({ participant_id }) => participant_id,
  )
  return new Map(
    participants.map(({ id, answers }) => {
      const pairs = byParticipant.get(id) ?? []
      return [
        id,
        {
          sessions: pairs.reduce((sum, { held }) => sum + held, 0),
          minutes: pairs.reduce((sum, { held_minutes }) => sum + held_minutes, 0),
          passedOn: namesOf(
            catalogue,
            pairs.flatMap(({ partner_wants }) => topicsPassedOn(answers.OFFERS ?? null, partner_wants)),
          ),
          learned: namesOf(
            catalogue,
            pairs.flatMap(({ partner_offers }) => topicsPassedOn(partner_offers, answers.WANTS ?? null)),
          ),
        },
      ]
    }),
  )
}

function namesOf(catalogue: Catalogue, topics: readonly string[]): Both[] {
  return [...new Set(topics)].flatMap((id) => topicOf(catalogue, id)?.name ?? [])
}
