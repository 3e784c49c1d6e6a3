import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { FeedbackState, SurveyMoment } from '#domain/feedback.ts'
import type { PairSessionState } from '#domain/pair-session.ts'
import type { PreparationState } from '#domain/preparation.ts'
import type { PulseAnswers } from '#domain/pulse.ts'
import type { SurveyAnswers } from '#domain/survey.ts'
import type { TakeawayKind, TakeawayState } from '#domain/takeaway.ts'

/** Participations of a person. */
const mine = (personId: string) => sql`(SELECT id FROM participants WHERE person_id = ${personId})`

/** Pairs of a person. */
const pairsOf = (personId: string) =>
  sql`(SELECT id FROM pairs WHERE mentor_id IN ${mine(personId)} OR mentee_id IN ${mine(personId)})`

/**
 * What the pairs of a person hold that is about them or that they wrote: for them alone. What the other person wrote,
 * felt or asked for is not in it, but for what the two share: sessions, the agreement, a note of thanks to them.
 */
export async function loadOwnLife(db: Database, personId: string) {
  const [
    agreements,
    sessions,
    takeaways,
    pulses,
    surveys,
    asked,
    help,
    separations,
    notes,
    modules,
    talents,
    preparations,
  ] = await Promise.all([
    db.all<{
      pair_id: string
      aims: string
      rhythm: string
      ways: string
      mentor_accepted_at: number | null
      mentee_accepted_at: number | null
    }>(sql`SELECT pair_id, aims, rhythm, ways, mentor_accepted_at, mentee_accepted_at FROM pair_agreements
        WHERE pair_id IN ${pairsOf(personId)} ORDER BY created_at, pair_id`),
    db.all<{
      id: string
      pair_id: string
      state: PairSessionState
      starts_at: number
      minutes: number
      place: string | null
      held_minutes: number | null
    }>(sql`SELECT id, pair_id, state, starts_at, minutes, place, held_minutes FROM pair_sessions
        WHERE pair_id IN ${pairsOf(personId)} ORDER BY starts_at, id`),
    db.all<{
      id: string
      pair_id: string
      kind: TakeawayKind
      text: string
      state: TakeawayState
      created_at: number
    }>(
      sql`SELECT id, pair_id, kind, text, state, created_at FROM takeaways
        WHERE author_id IN ${mine(personId)} ORDER BY created_at, id`,
    ),
    db.all<{ session_id: string; answers: string; created_at: number }>(
      sql`SELECT session_id, answers, created_at FROM pulses
        WHERE participant_id IN ${mine(personId)} ORDER BY created_at, id`,
    ),
    db.all<{ pair_id: string; moment: SurveyMoment; answers: string; created_at: number }>(
      sql`SELECT pair_id, moment, answers, created_at FROM survey_answers
        WHERE participant_id IN ${mine(personId)} ORDER BY created_at, id`,
    ),
    db.all<{
      kind: 'pulse' | 'survey'
      pair_id: string
      state: FeedbackState
      reminders: number
      created_at: number
    }>(
      sql`SELECT kind, pair_id, state, reminders, created_at FROM feedback_requests
        WHERE participant_id IN ${mine(personId)} ORDER BY created_at, id`,
    ),
    db.all<{
      id: string
      pair_id: string | null
      text: string | null
      state: 'open' | 'closed'
      created_at: number
    }>(
      sql`SELECT id, pair_id, text, state, created_at FROM help_requests
        WHERE participant_id IN ${mine(personId)} ORDER BY created_at, id`,
    ),
    db.all<{ pair_id: string; reason: string | null; created_at: number }>(
      sql`SELECT separations.pair_id, separations.reason, separations.created_at FROM separations
        JOIN pairs ON pairs.id = separations.pair_id
        WHERE (separations.asked_by = 'mentor' AND pairs.mentor_id IN ${mine(personId)})
          OR (separations.asked_by = 'mentee' AND pairs.mentee_id IN ${mine(personId)})
        ORDER BY separations.created_at, separations.pair_id`,
    ),
    db.all<{ pair_id: string; text: string; mine: number; created_at: number }>(
      sql`SELECT pair_id, text, author_id IN ${mine(personId)} AS mine, created_at FROM thank_you_notes
        WHERE pair_id IN ${pairsOf(personId)} ORDER BY created_at, id`,
    ),
    db.all<{ module_id: string; completed_at: number }>(
      sql`SELECT module_id, completed_at FROM module_completions
        WHERE participant_id IN ${mine(personId)} ORDER BY completed_at, module_id`,
    ),
    db.all<{ participant_id: string; visible: number; chosen_at: number }>(
      sql`SELECT participant_id, visible, chosen_at FROM talent_choices
        WHERE participant_id IN ${mine(personId)} ORDER BY chosen_at, participant_id`,
    ),
    db.all<{ pair_id: string; state: PreparationState; outcome: string | null; created_at: number }>(
      sql`SELECT pair_id, state, outcome, created_at FROM preparations
        WHERE participant_id IN ${mine(personId)} ORDER BY created_at, id`,
    ),
  ])
  return {
    agreements,
    sessions,
    takeaways,
    pulses: pulses.map((row) => ({ ...row, answers: JSON.parse(row.answers) as PulseAnswers })),
    surveys: surveys.map((row) => ({ ...row, answers: JSON.parse(row.answers) as SurveyAnswers })),
    asked,
    help,
    separations,
    notes: notes.map((row) => ({ ...row, mine: row.mine === 1 })),
    modules,
    talents: talents.map((row) => ({ ...row, visible: row.visible === 1 })),
    preparations,
  }
}

export type OwnLife = Awaited<ReturnType<typeof loadOwnLife>>

/** Where the agreement of each pair stands: whose acceptance is still missing, as participants' sides. */
export async function listAgreementsOfPairs(
  db: Database,
  pairIds: readonly string[],
): Promise<Map<string, { mentor: boolean; mentee: boolean }>> {
  const rows = await db.all<{ pair_id: string; mentor: number; mentee: number }>(sql`
    SELECT pair_id, mentor_accepted_at IS NOT NULL AS mentor, mentee_accepted_at IS NOT NULL AS mentee
    FROM json_each(${JSON.stringify(pairIds)}) AS wanted JOIN pair_agreements ON pair_id = wanted.value
    WHERE aims <> '' OR rhythm <> '' OR ways <> ''`)
  return new Map(
    rows.map(({ pair_id, mentor, mentee }) => [pair_id, { mentor: mentor === 1, mentee: mentee === 1 }]),
  )
}

/** Which of these pairs still wait for a preparation. */
export async function listUnprepared(db: Database, pairIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.all<{ pair_id: string }>(sql`
    SELECT DISTINCT pair_id FROM json_each(${JSON.stringify(pairIds)}) AS wanted
    JOIN preparations ON pair_id = wanted.value WHERE state = 'open'`)
  return new Set(rows.map(({ pair_id }) => pair_id))
}
