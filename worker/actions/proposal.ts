import { insertMails } from '#db/queries/mail.ts'
import { bothHavePlace, findBothHavePlace, insertPair } from '#db/queries/pair.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import {
  findProposal,
  insertRefusal,
  listLapsing,
  listRefusals,
  type ProposalWithPeople,
  updateProposal,
} from '#db/queries/proposal.ts'
import { ROLES, type Role } from '#domain/participant.ts'
import { personOf } from '#domain/permission.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Answer, answerProposal, isLapsing, type Proposal } from '#domain/proposal.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { preparationsFor } from './preparation.ts'
import { whyImpossible } from './recheck.ts'

/**
 * One person accepts or declines. Nobody else sees which until the deadline; the second of two acceptances
 * makes a pair, if the hard rules and the places still allow it.
 * @throws Problem `not-found` for somebody else's proposal, `closed` after the deadline.
 */
export async function answer(ctx: Context, id: string, given: Answer): Promise<void> {
  try {
    await answerOnce(ctx, id, given)
  } catch (error) {
    // Two people often answer in the same moment: the second looks again at what the first has changed.
    if (!(error instanceof Problem && error.cause)) throw error
    await answerOnce(ctx, id, given)
  }
}

async function answerOnce(ctx: Context, id: string, given: Answer): Promise<void> {
  const personId = personOf(ctx.actor)
  const found = await findProposal(ctx.db, id)
  const role = found && roleOf(found, personId)
  if (!found || !role || found.proposal.revealed_at === null)
    throw notFound({ fr: 'Proposition', en: 'Proposal' })
  const proposal = await stateOf(ctx, found)
  const outcome = answerProposal(proposal, role, given, ctx.now)
  if (outcome === 'unchanged') return
  // Where somebody offers fewer places by now, nobody is told: it lapses at its deadline, as if one had not answered.
  if (outcome === 'paired' && (await findBothHavePlace(ctx.db, found.proposal))) {
    return startPair(ctx, found, role)
  }
  const version = proposal.version + 1
  const column = role === 'mentor' ? 'mentor_accepted_at' : 'mentee_accepted_at'
  await commit(ctx, {
    event: { type: 'proposal.answered', subject: id, version, data: { proposal: id } },
    writes: [
      updateProposal(ctx.db, id, { [column]: given === 'acceptance' ? ctx.now : null, version }),
      ...(given === 'refusal'
        ? [
            insertRefusal(ctx.db, {
              proposal_id: id,
              participant_id: role === 'mentor' ? found.proposal.mentor_id : found.proposal.mentee_id,
              mentor_person_id: found.mentor.id,
              mentee_person_id: found.mentee.id,
              created_at: ctx.now,
            }),
          ]
        : []),
    ],
  })
}

/** The role a person has in a proposal, null where it is not theirs. */
export function roleOf({ mentor, mentee }: ProposalWithPeople, personId: string): Role | null {
  if (mentor.id === personId) return 'mentor'
  return mentee.id === personId ? 'mentee' : null
}

async function stateOf(ctx: Context, found: ProposalWithPeople): Promise<Proposal> {
  const refusals = await listRefusals(ctx.db, [found.proposal.id])
  const impossible = await whyImpossible(ctx, [found])
  const { mentor_id, mentee_id } = found.proposal
  return {
    ...found.proposal,
    mentor_refused: refusals.some((refusal) => refusal.participant_id === mentor_id),
    mentee_refused: refusals.some((refusal) => refusal.participant_id === mentee_id),
    impossible: found.proposal.impossible_at !== null || impossible.size > 0,
  }
}

async function startPair(ctx: Context, found: ProposalWithPeople, role: Role): Promise<void> {
  const { proposal, mentor, mentee, mentorParticipant, menteeParticipant } = found
  const programme = await getProgrammeById(ctx.db, proposal.programme_id)
  const id = ctx.newId('pai')
  const preparations = await preparationsFor(ctx, {
    programme,
    pairId: id,
    isException: Boolean(proposal.facts.exception),
    mentor: { participant: mentorParticipant, person: mentor },
    mentee: { participant: menteeParticipant, person: mentee },
  })
  const version = proposal.version + 1
  const column = role === 'mentor' ? 'mentor_accepted_at' : 'mentee_accepted_at'
  await commit(ctx, {
    event: {
      type: 'pair.started',
      subject: proposal.id,
      version,
      data: {
        pair: id,
        proposal: proposal.id,
        programme: programme.slug,
        mentor: referenceOf(mentor),
        mentee: referenceOf(mentee),
      },
    },
    guards: [bothHavePlace(proposal)],
    writes: [
      updateProposal(ctx.db, proposal.id, { [column]: ctx.now, state: 'paired', version }),
      insertPair(ctx.db, {
        id,
        programme_id: programme.id,
        proposal_id: proposal.id,
        mentor_id: proposal.mentor_id,
        mentee_id: proposal.mentee_id,
        state: 'active',
        started_at: ctx.now,
        exposed: preparations.exposed,
        version: 1,
      }),
      ...preparations.rows,
      ...insertMails(
        [
          ...mailTo(ctx, programme, 'pair-started', mentor, id, { partner: nameOf(mentee) }),
          ...mailTo(ctx, programme, 'pair-started', mentee, id, { partner: nameOf(mentor) }),
          ...preparations.mails,
        ],
        ctx.now,
      ),
    ],
  })
  ctx.wake({ job: 'mails' })
}

/**
 * Ends the proposals whose deadline has passed without two acceptances. Whatever the reason, both people read
 * the same words at the same moment; whoever has left the programme is not written to.
 * @returns how many lapsed.
 */
export async function lapseProposals(ctx: Context): Promise<number> {
  const lapsing = await listLapsing(ctx.db, ctx.now, 500)
  for (const { id } of lapsing) {
    const found = await findProposal(ctx.db, id)
    if (!found || !isLapsing(found.proposal, ctx.now)) continue
    const programme = await getProgrammeById(ctx.db, found.proposal.programme_id)
    const version = found.proposal.version + 1
    await commit(ctx, {
      event: {
        type: 'proposal.lapsed',
        subject: id,
        version,
        data: {
          proposal: id,
          programme: programme.slug,
          mentor: referenceOf(found.mentor),
          mentee: referenceOf(found.mentee),
        },
      },
      writes: [
        updateProposal(ctx.db, id, { state: 'lapsed', version }),
        ...insertMails(
          ROLES.filter((role) => found[`${role}Participant`].state !== 'withdrawn').flatMap((role) =>
            mailTo(ctx, programme, 'proposal-lapsed', found[role], id),
          ),
          ctx.now,
        ),
      ],
    })
  }
  if (lapsing.length) ctx.wake({ job: 'mails' })
  return lapsing.length
}
