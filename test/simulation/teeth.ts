export interface Edit {
  file: string
  from: string
  to: string
}

/** A bug that is planted in a copy of the program, to see that a simulation finds it. Never in the product. */
export interface Tooth {
  bug: string
  /** Words of a file that others stand in the place of; several where the product guards one thing twice. */
  edits: readonly Edit[]
  /** Or statements that weaken the schema. */
  schema?: string
}

function inFile(bug: string, file: string, from: string, to: string): Tooth {
  return { bug, edits: [{ file, from, to }] }
}

function inSchema(bug: string, schema: string): Tooth {
  return { bug, edits: [], schema }
}

export const TEETH: readonly Tooth[] = [
  inFile(
    'one event in nine is not queued for receivers',
    'db/commit.ts',
    '  if (outside) {',
    '  if (outside && stamp.eventId.charCodeAt(stamp.eventId.length - 1) !== 57) {',
  ),
  inFile(
    'a lost answer counts as a success',
    'db/commit.ts',
    'if (isUnsure && (await hasLanded?.())) return',
    'if (isUnsure) return',
  ),
  inFile(
    'a change is written statement by statement',
    'db/commit.ts',
    'await db.$client.batch(statements.map((statement) => prepare(db.$client, statement)))',
    'for (const statement of statements) await prepare(db.$client, statement).run()',
  ),
  inFile(
    'guards are not asked',
    'db/commit.ts',
    '    ...guarding(guards),\n    ...writes,\n    sql`INSERT INTO events',
    '    ...writes,\n    sql`INSERT INTO events',
  ),
  inFile(
    'the mark of a request is not kept',
    'worker/actions/context.ts',
    '...(once ? [markOnce(once, change.event.subject, ctx.now)] : []),',
    '',
  ),
  inFile(
    'a job commits without its fence',
    'worker/actions/context.ts',
    '...(held ? [holdsJob(held)] : [])',
    '...[]',
  ),
  inFile(
    'one acceptance makes a pair',
    'worker/domain/proposal.ts',
    "return other !== null && !proposal.impossible ? 'paired' : 'recorded'",
    "return 'paired'",
  ),
  inFile(
    'a refusal ends the proposal at once',
    'worker/actions/proposal.ts',
    "{ [column]: given === 'acceptance' ? ctx.now : null, version }",
    "{ [column]: given === 'acceptance' ? ctx.now : null, version, ...(given === 'refusal' ? { state: 'lapsed' as const } : {}) }",
  ),
  inFile(
    'an acceptance asks no place',
    'db/queries/pair.ts',
    '< (SELECT capacity FROM participants WHERE id = ${participantId})',
    '< 1000000',
  ),
  inFile(
    'a reorganisation is not noticed',
    'worker/actions/recheck.ts',
    "return isOneLine ? 'reorganisation' : null",
    'return isOneLine ? null : null',
  ),
  inFile(
    'only pairs on hold are looked at again',
    'worker/actions/recheck.ts',
    "isQuiet ? ['suspended'] : ['active', 'suspended']",
    "isQuiet ? ['suspended'] : ['suspended']",
  ),
  inFile(
    'the past is forgotten',
    'worker/actions/match-input.ts',
    '    ...past.map(({ mentor, mentee }) => pairKey(mentor, mentee)),\n',
    '',
  ),
  inFile(
    'the other sees the answer',
    'worker/routes/participant/me.ts',
    "const mine = role === 'mentor' ? proposal.mentor_id : proposal.mentee_id",
    "const mine = role === 'mentor' ? proposal.mentee_id : proposal.mentor_id",
  ),
  inFile(
    'an event tells what was answered',
    'worker/actions/proposal.ts',
    'data: { proposal: id } },\n    writes: [\n      updateProposal(ctx.db, id, { [column]',
    'data: { proposal: id, given } },\n    writes: [\n      updateProposal(ctx.db, id, { [column]',
  ),
  inFile(
    'proposals whose mentor accepted never lapse',
    'worker/actions/proposal.ts',
    'if (!found || !isLapsing(found.proposal, ctx.now)) continue',
    'if (!found || found.proposal.mentor_accepted_at !== null || !isLapsing(found.proposal, ctx.now)) continue',
  ),
  inFile(
    'erasure leaves the sign-up',
    'db/queries/erasure.ts',
    '    sql`DELETE FROM sign_ups WHERE person_id = ${id} OR email_key = ${key}`,\n',
    '',
  ),
  inFile('erasure leaves the answers', 'db/queries/erasure.ts', "answers = '{}', proposed_by", 'proposed_by'),
  inFile(
    'a link is marked as used before its sign-up is kept',
    'worker/actions/sign-up.ts',
    '  const { volunteer_at, charter_at, reminders } = signUp\n',
    '  await ctx.db.run(markConfirmed(signUp.id, ctx.now)[2] as never)\n  const { volunteer_at, charter_at, reminders } = signUp\n',
  ),
  inSchema('two versions may have one number', 'DROP INDEX events_subject_version'),
  inSchema('somebody may take part twice', 'DROP INDEX participants_once'),
  inSchema('a round may have two runs', 'DROP INDEX match_runs_round'),
  inSchema('a mail may be written twice', 'DROP INDEX mails_key'),
  inFile(
    'a timeout counts as accepted',
    'worker/actions/webhook-delivery.ts',
    "const isAccepted = answer.outcome === 'accepted'",
    "const isAccepted = answer.outcome === 'accepted' || answer.outcome === 'timeout'",
  ),
  inFile(
    'a redirect counts as accepted',
    'worker/actions/webhook-delivery.ts',
    "const isAccepted = answer.outcome === 'accepted'",
    "const isAccepted = answer.outcome === 'accepted' || answer.outcome === 'redirect'",
  ),
  {
    bug: 'a later event overtakes an undelivered one',
    edits: [
      {
        file: 'db/queries/webhook-delivery.ts',
        from: 'AND earlier.event_seq < mine.event_seq AND earlier.delivered_at IS NULL))`',
        to: 'AND earlier.event_seq < mine.event_seq - 1000000 AND earlier.delivered_at IS NULL))`',
      },
      {
        file: 'db/queries/webhook-delivery.ts',
        from: 'AND earlier.event_seq < mine.event_seq AND earlier.delivered_at IS NULL\n',
        to: 'AND earlier.event_seq < mine.event_seq - 1000000 AND earlier.delivered_at IS NULL\n',
      },
    ],
  },
  inFile(
    'a delivery that fails is forgotten',
    'worker/actions/webhook-delivery.ts',
    'const nextAttemptAt = isAccepted ? null : ',
    'const nextAttemptAt = isAccepted || delivery.attempts > 2 ? null : ',
  ),
  inFile(
    'a mail is not claimed before it leaves',
    'worker/actions/mail-sending.ts',
    'const claimed = whole.filter((mail) => ours.has(mail.id))',
    'const claimed = whole.filter((mail) => ours.size >= 0 && mail.id)',
  ),
  inFile(
    'a mail that may have left is sent again',
    'worker/domain/mail-sending.ts',
    '  if (sent_at === null) return true\n',
    '  return true\n',
  ),
  inFile(
    'a mail counts as sent though nobody answered',
    'worker/domain/mail-sending.ts',
    "if (outcome === 'accepted') return",
    "if (outcome === 'accepted' || outcome === 'unreachable') return",
  ),
  inFile(
    'a seal forgets the one before it',
    'worker/actions/seal.ts',
    '    let hash = from.hash\n',
    '    let hash = GENESIS.hash\n',
  ),
  inFile(
    'a run is completed without its fence',
    'worker/actions/match-run.ts',
    'data: { match_run: run.id, programme: programme.slug, round: run.round, matched: choice.matched },\n    },\n    guards: [holdsRun(run)],',
    'data: { match_run: run.id, programme: programme.slug, round: run.round, matched: choice.matched },\n    },\n    guards: [],',
  ),
]
