import { insertMails } from '#db/queries/mail.ts'
import { listActivePairs, listPairsOfPerson, type PairWithPeople, updatePair } from '#db/queries/pair.ts'
import { listWithdrawn } from '#db/queries/participant.ts'
import { clearRecheck, listPeopleToRecheck, type PersonRow } from '#db/queries/person.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import {
  listBarred,
  listProposalsInState,
  type ProposalWithPeople,
  updateProposal,
} from '#db/queries/proposal.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import type { PairEnding } from '#domain/pair.ts'
import { referenceOf } from '#domain/person.ts'
import { inOneLine } from '#domain/reporting-line.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { loadAppraisalLevels } from './named-group.ts'

/** Two people of a programme who may or may not go together any more. */
interface Together {
  programmeId: string
  /** The participants of the two. */
  participants: readonly [string, string]
  mentor: PersonRow
  mentee: PersonRow
}

const PAGE = 500

/**
 * Why two people cannot become a pair now, by proposal id: a leaver, a reporting line between them (P11), or `barred`
 * by an organiser’s ban or a confidential exclusion, which nobody can tell apart.
 */
export async function whyImpossible(
  ctx: Context,
  proposals: readonly ProposalWithPeople[],
): Promise<Map<string, PairEnding | 'barred'>> {
  const [reasons, barred] = await Promise.all([
    reasonsOf(ctx, proposals.map(togetherIn)),
    listBarred(ctx.db, proposals),
  ])
  return new Map(
    proposals.flatMap(({ proposal: { id } }, index) => {
      const reason = reasons[index] ?? (barred.has(id) ? 'barred' : null)
      return reason ? [[id, reason]] : []
    }),
  )
}

function togetherIn({ proposal, mentor, mentee }: ProposalWithPeople): Together {
  const { programme_id, mentor_id, mentee_id } = proposal
  return { programmeId: programme_id, participants: [mentor_id, mentee_id], mentor, mentee }
}

function togetherInPair({ pair, mentor, mentee }: PairWithPeople): Together {
  const { programme_id, mentor_id, mentee_id } = pair
  return { programmeId: programme_id, participants: [mentor_id, mentee_id], mentor, mentee }
}

async function reasonsOf(ctx: Context, together: readonly Together[]): Promise<(PairEnding | null)[]> {
  const [hierarchy, levels, withdrawn] = await Promise.all([
    hierarchyAbove(
      ctx.db,
      together.flatMap(({ mentor, mentee }) => [referenceOf(mentor), referenceOf(mentee)]),
    ),
    loadAppraisalLevels(
      ctx,
      together.map(({ programmeId }) => programmeId),
    ),
    listWithdrawn(
      ctx.db,
      together.flatMap(({ participants }) => participants),
    ),
  ])
  return together.map(({ programmeId, participants, mentor, mentee }) => {
    // Whoever has left the programme has left, as much as whoever has left the company (P31).
    if (!mentor.active || !mentee.active || participants.some((id) => withdrawn.has(id))) return 'leaver'
    const isOneLine = inOneLine(hierarchy, referenceOf(mentor), referenceOf(mentee), levels.get(programmeId))
    return isOneLine ? 'reorganisation' : null
  })
}

/**
 * Looks again at the pairs of one person as soon as HR has changed them, so that a departure ends them at once; proposals
 * are left to the job, which is woken.
 */
export async function recheckPerson(ctx: Context, personId: string): Promise<void> {
  const live = (await listPairsOfPerson(ctx.db, personId)).filter(({ pair }) => pair.state !== 'ended')
  const reasons = await reasonsOf(ctx, live.map(togetherInPair))
  for (const [index, found] of live.entries()) {
    const reason = reasons[index]
    if (reason) await endPair(ctx, found, reason)
  }
  ctx.wake({ job: 'recheck' })
}

/**
 * Looks again at every open proposal and live pair after HR changed somebody, or somebody left the programme: a leaver or
 * a new reporting line ends the pair now, and quietly bars the proposal, which lapses at its deadline like any other.
 * Safe to run twice; people are crossed off only once everything about them has been looked at.
 * @returns how many pairs ended and proposals were barred.
 */
export async function recheckAfterChanges(ctx: Context): Promise<{ pairs: number; proposals: number }> {
  const changed = await listPeopleToRecheck(ctx.db, 50_000)
  const counts = { pairs: 0, proposals: 0 }
  if (changed.length === 0) return counts
  for (let after: string | null = null; ; ) {
    const page = await listActivePairs(ctx.db, after, PAGE)
    const reasons = await reasonsOf(ctx, page.map(togetherInPair))
    for (const [index, found] of page.entries()) {
      const reason = reasons[index]
      if (reason) {
        await endPair(ctx, found, reason)
        counts.pairs += 1
      }
    }
    if (page.length < PAGE) break
    after = page.at(-1)?.pair.id ?? null
  }
  for (let after: string | null = null; ; ) {
    const page = await listProposalsInState(ctx.db, ['open'], after, PAGE)
    const impossible = await whyImpossible(ctx, page)
    for (const found of page) {
      if (!impossible.has(found.proposal.id) || found.proposal.impossible_at !== null) continue
      await barProposal(ctx, found)
      counts.proposals += 1
    }
    if (page.length < PAGE) break
    after = page.at(-1)?.proposal.id ?? null
  }
  for (const statement of clearRecheck(changed)) await ctx.db.run(statement)
  return counts
}

async function endPair(
  ctx: Context,
  { pair, mentor, mentee }: PairWithPeople,
  ending: PairEnding,
): Promise<void> {
  const programme = await getProgrammeById(ctx.db, pair.programme_id)
  const version = pair.version + 1
  await commit(ctx, {
    event: {
      type: 'pair.ended',
      subject: pair.id,
      version,
      data: {
        pair: pair.id,
        programme: programme.slug,
        mentor: referenceOf(mentor),
        mentee: referenceOf(mentee),
      },
    },
    writes: [
      updatePair(ctx.db, pair.id, { state: 'ended', ending, ended_at: ctx.now, version }),
      ...insertMails(
        [mentor, mentee].flatMap((person) => mailTo(ctx, programme, 'pair-ended', person, pair.id)),
        ctx.now,
      ),
    ],
  })
  ctx.wake({ job: 'mails' })
}

/** Keeps the proposal as it looks: that it has become impossible is told to nobody before the deadline. */
async function barProposal(ctx: Context, { proposal }: ProposalWithPeople): Promise<void> {
  const version = proposal.version + 1
  await commit(ctx, {
    event: { type: 'proposal.checked', subject: proposal.id, version, data: { proposal: proposal.id } },
    writes: [updateProposal(ctx.db, proposal.id, { impossible_at: ctx.now, version })],
  })
}
