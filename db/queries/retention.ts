import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { DAY_MS } from '#domain/local-time.ts'

/** The sign-in library writes its rows by the wall clock, which a clock that was moved must not outrun. */
const WALL_CLOCK = sql`(unixepoch('subsec') * 1000)`

const YEAR = 365 * DAY_MS

/** Programmes whose last day lies so long back. */
const endedBefore = (now: number, age: number) =>
  sql`SELECT id FROM programmes WHERE ends_on < date(${now - age} / 1000, 'unixepoch')`
const endedAYearAgo = (now: number) => endedBefore(now, YEAR)

/** What belongs to such a programme: straight, through its runs, or through its participants. */
const ofEnded = (table: string) => (now: number) =>
  sql`DELETE FROM ${sql.raw(table)} WHERE programme_id IN (${endedAYearAgo(now)})`
const ofEndedRuns = (table: string) => (now: number) =>
  sql`DELETE FROM ${sql.raw(table)} WHERE run_id IN (
    SELECT id FROM match_runs WHERE programme_id IN (${endedAYearAgo(now)}))`
const ofEndedParticipants = (table: string) => (now: number) =>
  sql`DELETE FROM ${sql.raw(table)} WHERE participant_id IN (
    SELECT id FROM participants WHERE programme_id IN (${endedAYearAgo(now)}))`

/** What is forgotten, and after how long; db/README.md says the same in words. */
export const RULES: Record<string, (now: number) => SQL> = {
  sign_ups: (now) => sql`DELETE FROM sign_ups WHERE expires_at < ${now}`,
  drafts: (now) => sql`DELETE FROM drafts WHERE expires_at < ${now}`,
  invitations: (
    now,
  ) => sql`DELETE FROM invitations WHERE expires_at < ${now - 30 * DAY_MS} AND participant_id IN (
    SELECT id FROM participants WHERE state <> 'pending')`,
  sign_up_codes: (now) => sql`DELETE FROM sign_up_codes WHERE expires_at < ${now - 30 * DAY_MS}`,
  exclusions: (now) => sql`DELETE FROM exclusions WHERE person_id IN (
    SELECT id FROM people WHERE active = 0 AND updated_at < ${now - 365 * DAY_MS})`,
  // What others lead to goes before it.
  match_candidates: ofEndedRuns('match_candidates'),
  match_run_parts: ofEndedRuns('match_run_parts'),
  match_run_waiting: ofEndedRuns('match_run_waiting'),
  proposals: ofEnded('proposals'),
  match_runs: ofEnded('match_runs'),
  pair_decisions: ofEnded('pair_decisions'),
  mentor_wishes: ofEndedParticipants('mentor_wishes'),
  conversations: ofEnded('conversations'),
  pair_agreements: (now) =>
    sql`DELETE FROM pair_agreements WHERE pair_id IN (
      SELECT id FROM pairs WHERE programme_id IN (${endedAYearAgo(now)}))`,
  preparations: ofEnded('preparations'),
  pair_sessions: ofEnded('pair_sessions'),
  takeaways: ofEnded('takeaways'),
  feedback_requests: ofEnded('feedback_requests'),
  pulses: ofEnded('pulses'),
  survey_answers: ofEnded('survey_answers'),
  troubles: ofEnded('troubles'),
  thank_you_notes: ofEnded('thank_you_notes'),
  talent_choices: ofEnded('talent_choices'),
  module_completions: ofEndedParticipants('module_completions'),
  help_requests: (now) =>
    sql`DELETE FROM help_requests WHERE programme_id IN (${endedBefore(now, 90 * DAY_MS)})`,
  separations: (now) => sql`DELETE FROM separations WHERE programme_id IN (${endedBefore(now, 90 * DAY_MS)})`,
  pairs: ofEnded('pairs'),
  participants: ofEnded('participants'),
  mails: (now) =>
    sql`DELETE FROM mails WHERE state NOT IN ('waiting', 'sending') AND created_at < ${now - 90 * DAY_MS}`,
  sign_in_codes: () => sql`DELETE FROM sign_in_verifications WHERE expiresAt < ${WALL_CLOCK} - ${DAY_MS}`,
  sign_in_sessions: () => sql`DELETE FROM sign_in_sessions WHERE expiresAt < ${WALL_CLOCK}`,
  sign_in_limits: (now) => sql`DELETE FROM sign_in_limits WHERE since < ${now - DAY_MS}`,
  deliveries: (now) =>
    sql`DELETE FROM webhook_deliveries WHERE state = 'delivered' AND delivered_at < ${now - 30 * DAY_MS}`,
  webhook_attempts: (now) => sql`DELETE FROM webhook_attempts WHERE attempted_at < ${now - 30 * DAY_MS}`,
  mail_suppressions: (now) => sql`DELETE FROM mail_suppressions WHERE created_at < ${now - 365 * DAY_MS}`,
  contact_messages: (now) =>
    sql`DELETE FROM contact_messages WHERE state = 'answered' AND answered_at < ${now - 365 * DAY_MS}`,
  testimonies: (now) =>
    sql`DELETE FROM testimonies WHERE state = 'refused' AND decided_at < ${now - 90 * DAY_MS}`,
  topic_suggestions: (now) =>
    sql`DELETE FROM topic_suggestions WHERE state <> 'open' AND decided_at < ${now - 365 * DAY_MS}`,
  import_rejects: (now) =>
    sql`DELETE FROM employee_import_rejects WHERE import_id IN (
      SELECT id FROM employee_imports WHERE coalesce(completed_at, created_at) < ${now - 90 * DAY_MS})`,
  keys: (now) => sql`DELETE FROM keys WHERE coalesce(revoked_at, expires_at) < ${now - 365 * DAY_MS}`,
  deleted_people: (now) => sql`DELETE FROM deleted_people WHERE deleted_at < ${now - 365 * DAY_MS}`,
  idempotency_keys: (now) => sql`DELETE FROM idempotency_keys WHERE created_at < ${now - 2 * DAY_MS}`,
  import_findings: (now) =>
    sql`DELETE FROM employee_import_findings WHERE import_id IN (
      SELECT id FROM employee_imports WHERE completed_at < ${now - 90 * DAY_MS})`,
}

/** Deletes what must not be kept any longer. @returns how many rows of each kind went. */
export async function deleteExpired(db: Database, now: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [kind, rule] of Object.entries(RULES)) {
    counts[kind] = (await db.run(rule(now))).meta.changes
  }
  return counts
}
