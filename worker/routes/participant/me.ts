import { loadCharterToSign } from '#actions/charter.ts'
import type { Context } from '#actions/context.ts'
import { loadNextSteps } from '#actions/next-step.ts'
import { listDeclined } from '#actions/own-answers.ts'
import { roleOf } from '#actions/proposal.ts'
import { listExclusionsOfPerson } from '#db/queries/exclusion.ts'
import { findNewestRun } from '#db/queries/match-run.ts'
import { listWishesOfPerson } from '#db/queries/mentor-wish.ts'
import { listGroupsOfProgrammes, type NamedGroup } from '#db/queries/named-group.ts'
import { listPairsOfPerson, type PairWithPeople } from '#db/queries/pair.ts'
import { listParticipantsOfPerson } from '#db/queries/participant.ts'
import { findPerson, type PersonRow } from '#db/queries/person.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import {
  findFactsOfPair,
  listProposalsOfPerson,
  listRefusals,
  type ProposalWithPeople,
} from '#db/queries/proposal.ts'
import { familyName } from '#domain/job-family.ts'
import type { Language } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import { isStaff, type PersonActor } from '#domain/permission.ts'
import { nameOf } from '#domain/person.ts'
import { nextRoundAt } from '#domain/programme.ts'
import { commonPoints, tipsFor } from '#matching/explain.ts'
import { charterNotice } from '#pages/charter.ts'
import type { MeView } from '#pages/me-view.ts'

/**
 * What somebody sees in their own space, in their language. Their own answer, never the other's;
 * the other's name, field and entity, never a grade.
 */
export async function loadMe(ctx: Context, actor: PersonActor, language: Language): Promise<MeView> {
  const isOrganiser = isStaff(actor)
  const person = actor.person === null ? undefined : await findPerson(ctx.db, actor.person)
  if (!person) {
    return {
      given_name: null,
      email: actor.email,
      organiser: isOrganiser,
      steps: [],
      notices: [],
      participations: [],
      proposals: [],
      pairs: [],
      exclusions: [],
    }
  }
  const [everywhere, declined, proposals, pairs, exclusions, wishes] = await Promise.all([
    listParticipantsOfPerson(ctx.db, person.id),
    listDeclined(ctx, person.id),
    listProposalsOfPerson(ctx.db, person.id),
    listPairsOfPerson(ctx.db, person.id),
    listExclusionsOfPerson(ctx.db, person.id),
    listWishesOfPerson(ctx.db, person.id),
  ])
  // An invitation that was declined asks for nothing any more.
  const participations = everywhere.filter(({ id, state }) => state !== 'pending' || !declined.has(id))
  const wishOf = new Map(wishes.map(({ participant_id, address }) => [participant_id, address]))
  const groups = await listGroupsOfProgrammes(
    ctx.db,
    proposals.flatMap(({ proposal }) => (proposal.facts.exception ? [proposal.programme_id] : [])),
  )
  const programmes = await loadProgrammes(ctx, [
    ...participations,
    ...proposals.map((one) => one.proposal),
    ...pairs.map((one) => one.pair),
  ])
  const refusals = await listRefusals(
    ctx.db,
    proposals.map(({ proposal }) => proposal.id),
  )
  const refused = new Set(refusals.map((refusal) => `${refusal.proposal_id}:${refusal.participant_id}`))
  const [steps, charters] = await Promise.all([
    loadNextSteps(ctx, person, participations, pairs, programmes),
    loadCharterToSign(
      ctx,
      participations.filter(({ state }) => state === 'active').map(({ id }) => id),
    ),
  ])
  return {
    given_name: person.given_name,
    email: actor.email,
    organiser: isOrganiser,
    steps,
    notices: charters.map((charter) => charterNotice(charter, language)),
    participations: await Promise.all(
      participations.map(async (participation) => {
        const programme = programmes.get(participation.programme_id) as ProgrammeRow
        const newest = await findNewestRun(ctx.db, programme.id)
        return {
          id: participation.id,
          programme: nameOfProgramme(programme, language),
          role: participation.role,
          state: participation.state,
          next_round_at: nextRoundAt(programme, newest?.created_at ?? null, ctx.now),
          time_zone: programme.time_zone,
          wish:
            participation.role === 'mentee' && participation.state !== 'withdrawn'
              ? { email: wishOf.get(participation.id) ?? null }
              : null,
        }
      }),
    ),
    exclusions: exclusions.map(({ id, address }) => ({ id, email: address })),
    proposals: proposals.map((found) => {
      const role = roleOf(found, person.id) as Role
      const programme = programmes.get(found.proposal.programme_id) as ProgrammeRow
      const partner = role === 'mentor' ? found.mentee : found.mentor
      return {
        id: found.proposal.id,
        programme: nameOfProgramme(programme, language),
        role,
        state: found.proposal.state as 'open' | 'paired' | 'lapsed',
        my_answer: answerOf(found, role, refused),
        deadline_at: found.proposal.deadline_at,
        time_zone: programme.time_zone,
        partner: partnerOf(partner, language),
        why: commonPoints(found.proposal.facts).map((words) => words[language]),
        tips: tipsFor(found.proposal.facts, role).map((words) => words[language]),
        exception: exceptionOf(found, groups),
      }
    }),
    pairs: await Promise.all(
      pairs.map(async (found) =>
        showPair(
          found,
          person,
          programmes.get(found.pair.programme_id) as ProgrammeRow,
          language,
          await loadCommonPoints(ctx, found, language),
        ),
      ),
    ),
  }
}

/** What the two of a pair share, in words (C22). */
export async function loadCommonPoints(
  ctx: Context,
  { pair }: PairWithPeople,
  language: Language,
): Promise<string[]> {
  const facts = await findFactsOfPair(ctx.db, pair.proposal_id)
  return facts ? commonPoints(facts).map((words) => words[language]) : []
}

/** The exception that a pair exists by, with the reason written for each group that names one of the two. */
function exceptionOf(
  { proposal, mentor, mentee }: ProposalWithPeople,
  groups: readonly NamedGroup[],
): MeView['proposals'][number]['exception'] {
  const { exception } = proposal.facts
  if (!exception) return null
  const reasons = groups
    .filter(({ programme_id }) => programme_id === proposal.programme_id)
    .filter(({ people }) => people.some(({ id }) => id === mentor.id || id === mentee.id))
    .flatMap(({ appraisal_reason }) => appraisal_reason ?? [])
  return { levels: exception.levels, reasons }
}

async function loadProgrammes(
  ctx: Context,
  rows: readonly { programme_id: string }[],
): Promise<Map<string, ProgrammeRow>> {
  const ids = [...new Set(rows.map((row) => row.programme_id))]
  return new Map(await Promise.all(ids.map(async (id) => [id, await getProgrammeById(ctx.db, id)] as const)))
}

function nameOfProgramme(programme: ProgrammeRow, language: Language) {
  return { slug: programme.slug, kind: programme.kind, name: programme.words[language].name }
}

function answerOf({ proposal }: ProposalWithPeople, role: Role, refused: ReadonlySet<string>) {
  const mine = role === 'mentor' ? proposal.mentor_id : proposal.mentee_id
  if (refused.has(`${proposal.id}:${mine}`)) return 'refusal'
  const accepted = role === 'mentor' ? proposal.mentor_accepted_at : proposal.mentee_accepted_at
  return accepted === null ? null : 'acceptance'
}

function partnerOf(partner: PersonRow, language: Language) {
  return {
    name: nameOf(partner),
    field: partner.job_family === null ? null : familyName(partner.job_family)[language],
    entity: partner.subsidiary,
  }
}

/** A pair as the person sees it: the partner by name, field and entity, never a grade. */
export function showPair(
  { pair, mentor, mentee }: PairWithPeople,
  person: Pick<PersonRow, 'id'>,
  programme: ProgrammeRow,
  language: Language,
  common: string[],
): MeView['pairs'][number] {
  const role: Role = mentor.id === person.id ? 'mentor' : 'mentee'
  const partner = role === 'mentor' ? mentee : mentor
  return {
    id: pair.id,
    programme: nameOfProgramme(programme, language),
    role,
    state: pair.state,
    started_at: pair.started_at,
    ended_at: pair.ended_at,
    time_zone: programme.time_zone,
    partner: { ...partnerOf(partner, language), email: pair.state === 'ended' ? null : partner.email },
    common,
  }
}
