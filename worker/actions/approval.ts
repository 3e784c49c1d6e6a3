import { sql } from 'drizzle-orm'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { findMatchRun, type MatchRunRow, updateMatchRun } from '#db/queries/match-run.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { listProposalsOfRun, type ProposalWithPeople, revealProposals } from '#db/queries/proposal.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import { DAY_MS, endOfDay, toDay } from '#domain/local-time.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { actorName, type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { whyImpossible } from './recheck.ts'

/**
 * Approves a run: at this moment both people of each proposal see each other, until the same deadline.
 * The hard rules are checked once more; a proposal that a leaver or a move made impossible is never shown.
 * Approving twice changes nothing more.
 */
export async function approveRun(ctx: Context, id: string): Promise<MatchRunRow> {
  authorise(ctx.actor, 'match-runs:write')
  const run = await findMatchRun(ctx.db, id)
  if (!run) throw notFound({ fr: 'Tour d’appariement', en: 'Match run' })
  if (run.approved_at !== null) return run
  if (run.state !== 'completed') {
    throw new Problem('conflict', {
      fr: 'Seul un tour terminé peut être approuvé. Attendez la fin du calcul, ou ouvrez le tour le plus récent.',
      en: 'Only a completed run can be approved. Wait until it is computed, or open the newest run.',
    })
  }
  const programme = await getProgrammeById(ctx.db, run.programme_id)
  const proposals = await listEverything(ctx, run.id)
  const impossible = await whyImpossible(ctx, proposals)
  const shown = proposals.filter(({ proposal }) => !impossible.has(proposal.id))
  const deadline = answersUntil(programme, ctx.now)
  const version = run.version + 1
  await commit(ctx, {
    event: {
      type: 'match-run.approved',
      subject: run.id,
      version,
      data: { match_run: run.id, programme: programme.slug, round: run.round, proposals: shown.length },
    },
    guards: [sql`(SELECT approved_at IS NULL AND state = 'completed' FROM match_runs WHERE id = ${run.id})`],
    writes: [
      updateMatchRun(ctx.db, run.id, { approved_at: ctx.now, approved_by: actorName(ctx.actor), version }),
      ...revealProposals(run.id, [...impossible.keys()], ctx.now, deadline),
      ...insertMails(revealMails(ctx, programme, shown, deadline), ctx.now),
    ],
  })
  ctx.wake({ job: 'mails' })
  return (await findMatchRun(ctx.db, id)) as MatchRunRow
}

/** The end of the last day on which people may answer, in the programme's own time zone. */
function answersUntil(programme: ProgrammeRow, now: number): number {
  const day = toDay(now + programme.acceptance_days * DAY_MS, programme.time_zone)
  return endOfDay(day, programme.time_zone)
}

async function listEverything(ctx: Context, runId: string): Promise<ProposalWithPeople[]> {
  const all: ProposalWithPeople[] = []
  for (let after: string | null = null; ; after = all.at(-1)?.proposal.id ?? null) {
    const page = await listProposalsOfRun(ctx.db, runId, after, 500)
    all.push(...page)
    if (page.length < 500) return all
  }
}

function revealMails(
  ctx: Context,
  programme: ProgrammeRow,
  proposals: readonly ProposalWithPeople[],
  deadline: number,
): MailToSend[] {
  return proposals.flatMap(({ proposal, mentor, mentee }) =>
    [mentor, mentee].flatMap((person) =>
      mailTo(ctx, programme, 'proposal-revealed', person, proposal.id, {
        deadline: dayInWords(deadline - 1, programme.time_zone, person.language ?? 'fr'),
      }),
    ),
  )
}
