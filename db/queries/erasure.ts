import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { nameOf } from '#domain/person.ts'
import type { PersonRow } from './person.ts'
import { deleteScimUser } from './scim-user.ts'

/**
 * Forgets what somebody gave: answers, wishes, whom they would rather not meet, talks, what they said and felt in their
 * pairs, drafts and ways in. What HR says
 * of an employee stays HR’s; somebody from outside loses their name and address. That there were proposals and pairs
 * stays, without answers, for it concerns the other person as well.
 */
export function erasePerson(
  person: Pick<PersonRow, 'id' | 'email_key' | 'relation' | 'given_name' | 'family_name'>,
  isOrganiser: boolean,
  now: number,
): SQLWrapper[] {
  const { id, email_key: key, relation } = person
  const mine = sql`(SELECT id FROM participants WHERE person_id = ${id})`
  return [
    sql`DELETE FROM mentor_wishes WHERE participant_id IN ${mine}`,
    sql`DELETE FROM exclusions WHERE person_id = ${id}`,
    sql`DELETE FROM conversations WHERE participant_id IN ${mine}`,
    ...eraseLifeOfPairs(id, mine),
    sql`DELETE FROM invitations WHERE participant_id IN ${mine}`,
    sql`DELETE FROM sign_up_codes WHERE person_id = ${id}`,
    sql`DELETE FROM sign_ups WHERE person_id = ${id} OR email_key = ${key}`,
    sql`DELETE FROM drafts WHERE email_key = ${key}`,
    sql`UPDATE mail_suppressions SET person_id = NULL WHERE person_id = ${id}`,
    sql`DELETE FROM mails WHERE to_address IS NOT NULL AND (person_id = ${id} OR lower(to_address) = ${key})`,
    sql`UPDATE participants SET answers = '{}', proposed_by = NULL, reminders = 0, updated_at = ${now} WHERE person_id = ${id}`,
    ...(relation === 'external' ? [...deleteScimUser(id, now), ...forgetNameInMails(person)] : []),
    relation === 'external'
      ? sql`UPDATE people SET given_name = '—', family_name = '', email = NULL, email_key = NULL, job_family = NULL,
          subsidiary = NULL, site = NULL, hired_in = NULL, language = NULL, active = 0, recheck = 1,
          version = version + 1, updated_at = ${now} WHERE id = ${id}`
      : sql`UPDATE people SET version = version + 1 WHERE id = ${id}`,
    sql`DELETE FROM sign_in_sessions WHERE userId IN (SELECT id FROM sign_in_users WHERE email = ${key})`,
    ...(isOrganiser
      ? []
      : [
          sql`DELETE FROM sign_in_accounts WHERE userId IN (SELECT id FROM sign_in_users WHERE email = ${key})`,
          sql`DELETE FROM sign_in_users WHERE email = ${key}`,
        ]),
  ]
}

/** What one of two people gave to a pair; that sessions took place, and how long they were, concerns the other as well. */
function eraseLifeOfPairs(personId: string, mine: SQL): SQLWrapper[] {
  const theirPairs = (side: 'mentor' | 'mentee') =>
    sql`pair_id IN (SELECT id FROM pairs WHERE ${sql.raw(`${side}_id`)} IN ${mine}) AND asked_by = ${side}`
  return [
    ...[
      'pulses',
      'survey_answers',
      'feedback_requests',
      'help_requests',
      'module_completions',
      'talent_choices',
    ].map((table) => sql`DELETE FROM ${sql.raw(table)} WHERE participant_id IN ${mine}`),
    ...['takeaways', 'thank_you_notes'].map(
      (table) => sql`DELETE FROM ${sql.raw(table)} WHERE author_id IN ${mine}`,
    ),
    sql`UPDATE preparations SET outcome = NULL WHERE participant_id IN ${mine}`,
    sql`UPDATE pair_agreements SET aims = '', rhythm = '', ways = '' WHERE written_by IN ${mine}`,
    sql`UPDATE pair_sessions SET place = NULL WHERE proposed_by IN ${mine}`,
    sql`UPDATE separations SET reason = NULL WHERE (${theirPairs('mentor')}) OR (${theirPairs('mentee')})`,
    sql`DELETE FROM preferences WHERE person_id = ${personId}`,
    sql`DELETE FROM calendar_feeds WHERE person_id = ${personId}`,
  ]
}

/** Mails to others name whoever they meet: those that could not leave go, and those that will leave name nobody. */
function forgetNameInMails(person: Parameters<typeof nameOf>[0]): SQLWrapper[] {
  const name = JSON.stringify(nameOf(person)).slice(1, -1)
  return [
    sql`DELETE FROM mails WHERE state IN ('failed', 'uncertain') AND instr(facts, ${name}) > 0`,
    sql`UPDATE mails SET facts = replace(facts, ${name}, '—') WHERE instr(facts, ${name}) > 0`,
  ]
}
