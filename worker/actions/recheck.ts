import { listPairsInState, listPairsOfPerson, type PairWithPeople } from '#db/queries/pair.ts'
import { listWithdrawn } from '#db/queries/participant.ts'
import { clearRecheck, listPeopleToRecheck, type PersonRow } from '#db/queries/person.ts'
import {
  listBarred,
  listProposalsInState,
  type ProposalWithPeople,
  updateProposal,
} from '#db/queries/proposal.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import { type PairObstacle, type PairState, pairAfter } from '#domain/pair.ts'
import { referenceOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { inOneLine } from '#domain/reporting-line.ts'
import { type Context, commit } from './context.ts'
import { loadAppraisalLevels } from './named-group.ts'
import { changePair } from './pair.ts'

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
): Promise<Map<string, PairObstacle | 'barred'>> {
  const [obstacles, barred] = await Promise.all([
    obstaclesOf(ctx, proposals.map(togetherIn)),
    listBarred(ctx.db, proposals),
  ])
  return new Map(
    proposals.flatMap(({ proposal: { id } }, index) => {
      const reason = obstacles[index] ?? (barred.has(id) ? 'barred' : null)
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

async function obstaclesOf(ctx: Context, together: readonly Together[]): Promise<(PairObstacle | null)[]> {
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
  try {
    await lookAtPairs(ctx, await listPairsOfPerson(ctx.db, personId))
  } catch (error) {
    // Somebody else changed one of the pairs in the same moment: the job looks at all of them in a moment.
    if (!(error instanceof Problem && error.cause)) throw error
  }
  ctx.wake({ job: 'recheck' })
}

/** @returns how many of these pairs ended, were suspended or resumed. */
async function lookAtPairs(ctx: Context, found: readonly PairWithPeople[]): Promise<number> {
  const live = found.filter(({ pair }) => pair.state !== 'ended')
  const obstacles = await obstaclesOf(ctx, live.map(togetherInPair))
  let changed = 0
  for (const [index, one] of live.entries()) {
    const obstacle = obstacles[index] ?? null
    const change = pairAfter(one.pair.state, obstacle)
    if (change === null) continue
    await changePair(ctx, one, change, obstacle)
    changed += 1
  }
  return changed
}

/**
 * Looks again at every live pair and open proposal after HR changed somebody, or somebody left the programme: a leaver
 * ends the pair now, a new reporting line suspends it, and either quietly bars the proposal, which lapses at its deadline
 * like any other. Suspended pairs are looked at even when nobody changed, for a decision of organisers may free them too.
 * Safe to run twice; people are crossed off only once everything about them has been looked at.
 * @returns how many pairs changed and proposals were barred.
 */
export async function recheckAfterChanges(ctx: Context): Promise<{ pairs: number; proposals: number }> {
  const changed = await listPeopleToRecheck(ctx.db, 50_000)
  const isQuiet = changed.length === 0
  const counts = { pairs: 0, proposals: 0 }
  for (let after: string | null = null; ; ) {
    const states: PairState[] = isQuiet ? ['suspended'] : ['active', 'suspended']
    const page = await listPairsInState(ctx.db, states, after, PAGE)
    counts.pairs += await lookAtPairs(ctx, page)
    if (page.length < PAGE) break
    after = page.at(-1)?.pair.id ?? null
  }
  if (isQuiet) return counts
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

/** Keeps the proposal as it looks: that it has become impossible is told to nobody before the deadline. */
async function barProposal(ctx: Context, { proposal }: ProposalWithPeople): Promise<void> {
  const version = proposal.version + 1
  await commit(ctx, {
    event: { type: 'proposal.checked', subject: proposal.id, version, data: { proposal: proposal.id } },
    writes: [updateProposal(ctx.db, proposal.id, { impossible_at: ctx.now, version })],
  })
}
