import type { AlternativeShown, ExplanationShown } from '#contract/explanation.ts'
import { findProposal, type ProposalWithPeople } from '#db/queries/proposal.ts'
import type { Both } from '#domain/language.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { type Alternative, alternativesOf } from '#matching/alternatives.ts'
import { arcBetween, menteeOf, rowsByMentor } from '#matching/arcs.ts'
import { explainPair, explainPassed, tipsFor } from '#matching/explain.ts'
import { pairKey } from '#matching/member.ts'
import { compareRegrets, type Regret, regretsOf } from '#matching/regret.ts'
import { WishFailure } from '#matching/wishes.ts'
import type { Context } from './context.ts'
import {
  type ExplainedRun,
  getComputedRun,
  isSmall,
  loadExplainedRun,
  loadNames,
  showPerson,
} from './explained-run.ts'
import { type Loss, sayFacts, sayLoss } from './explanation-words.ts'
import { chooseAgain } from './frozen-run.ts'
import { weighableOf } from './weighable.ts'

/** How many other partners are told for each of the two. */
const ALTERNATIVES = 3

const TOO_MANY: Both = {
  fr: 'Ce tour compte trop de binômes possibles pour peser ici les autres choix un par un.',
  en: 'This run has too many possible pairs to weigh the other choices one by one here.',
}
const LOCKED: Both = {
  fr: 'Ce binôme a été fixé par l’équipe d’organisation\u00a0: les autres choix n’ont pas été pesés.',
  en: 'The organisers fixed this pair: the other choices were not weighed.',
}

/**
 * Why a run proposes these two, as organisers read it: from what is frozen with the proposal and the run alone, so
 * that nothing anybody answered, refused or asked in confidence since can be read between the lines.
 * @throws Problem `not-found`, or `conflict` where the run was never computed
 */
export async function explainProposal(ctx: Context, runId: string, id: string): Promise<ExplanationShown> {
  const run = await getComputedRun(ctx, runId)
  const found = await findProposal(ctx.db, id)
  if (!found || found.proposal.run_id !== run.id) throw notFound({ fr: 'Proposition', en: 'Proposal' })
  const { facts } = found.proposal
  const names = { mentor: nameOf(found.mentor), mentee: nameOf(found.mentee) }
  return {
    proposal: showProposal(found),
    facts: sayFacts(facts, names),
    passed: explainPassed(facts).map(({ rule, name, fr, en }) => ({ rule, name, finding: { fr, en } })),
    tips: { mentor: tipsFor(facts, 'mentor'), mentee: tipsFor(facts, 'mentee') },
    ...(isSmall(run)
      ? await weighAlternatives(ctx, await loadExplainedRun(ctx, run), found)
      : { alternatives: { mentee: [], mentor: [] }, left_out: TOO_MANY }),
  }
}

function showProposal({ proposal, mentor, mentee }: ProposalWithPeople): ExplanationShown['proposal'] {
  const { facts } = proposal
  return {
    id: proposal.id,
    mentor: referenceOf(mentor),
    mentee: referenceOf(mentee),
    score: proposal.score,
    state: proposal.state,
    reasons: explainPair(facts),
    tips: tipsFor(facts, 'mentor'),
    exception: facts.exception ?? null,
    people: {
      mentor: showPerson({ ...mentor, person: referenceOf(mentor) }),
      mentee: showPerson({ ...mentee, person: referenceOf(mentee) }),
    },
  }
}

/**
 * The best other partners of the two by the exact regret of the choice, each told as the difference to the best run
 * in which that pair is locked: all that would have to move is counted (matching.md §4).
 */
async function weighAlternatives(
  ctx: Context,
  explained: ExplainedRun,
  { proposal }: ProposalWithPeople,
): Promise<Pick<ExplanationShown, 'alternatives' | 'left_out'>> {
  const { choice, mentors, mentees, wishes } = explained
  const i = mentors.findIndex(({ id }) => id === proposal.mentor_id)
  const j = mentees.findIndex(({ id }) => id === proposal.mentee_id)
  if (wishes.locked.has(pairKey(mentors[i]?.person ?? '', mentees[j]?.person ?? ''))) {
    return { alternatives: { mentee: [], mentor: [] }, left_out: LOCKED }
  }
  const { problem, proved } = weighableOf(choice)
  const others = alternativesOf(problem, proved, regretsOf(problem, proved))
  const ofMentee = weigh(explained, others.ofMentee(j, ALTERNATIVES), rowOfMentee(explained, j))
  const ofMentor = weigh(explained, others.ofMentor(i, ALTERNATIVES), rowOfMentor(explained, i))
  const nameOf = await loadNames(ctx, [
    ...ofMentee.map(({ mentor }) => mentors[mentor]!),
    ...ofMentor.map(({ mentee }) => mentees[mentee]!),
  ])
  const show =
    (partner: (one: Couple) => { id: string; person: string }) =>
    (one: Weighed): AlternativeShown => ({
      partner: nameOf(partner(one)),
      score: one.score,
      regret: { pairs: one.loss.pairs, points: one.loss.points, ...sayLoss(one.loss, choice.total) },
    })
  return {
    alternatives: {
      mentee: ofMentee.map(show(({ mentor }) => mentors[mentor]!)),
      mentor: ofMentor.map(show(({ mentee }) => mentees[mentee]!)),
    },
    left_out: null,
  }
}

type Weighed = Couple & { score: number; loss: Loss }

/** Two people by their places in the run. */
interface Couple {
  mentor: number
  mentee: number
}

/**
 * The alternatives found, and where there are too few the best-scored of the other pairs. One whose lock would leave
 * somebody unserved who is served first is no alternative.
 */
function weigh(
  explained: ExplainedRun,
  found: readonly Alternative[],
  row: readonly (Couple & { arc: number })[],
): Weighed[] {
  const { problem, choice } = explained
  const chosen = new Set(choice.arc)
  const regrets = new Map(
    found.map(({ mentor, mentee, regret }) => [arcBetween(problem, mentor, mentee), regret]),
  )
  const others = row.filter(({ arc }) => !regrets.has(arc))
  others.sort((one, other) => problem.score[other.arc]! - problem.score[one.arc]! || one.arc - other.arc)
  return [...row.filter(({ arc }) => regrets.has(arc)), ...others]
    .filter(({ arc }) => !chosen.has(arc))
    .slice(0, ALTERNATIVES)
    .flatMap(({ arc, ...couple }): Weighed[] => {
      const regret = regrets.get(arc)
      const loss = regret && isWhole(explained, regret) ? regret : lossOf(explained, couple)
      return loss === null ? [] : [{ ...couple, score: problem.score[arc]!, loss }]
    })
    .sort((one, other) => compareRegrets({ first: 0, ...one.loss }, { first: 0, ...other.loss }))
}

/** Whether a regret is by itself the difference in pairs and in true scores, with no bonus in it and nobody unserved. */
function isWhole({ objective, choice, wishes }: ExplainedRun, { pairs, first }: Regret): boolean {
  if (choice.problem.scoreMax !== undefined || wishes.changesMax !== null || first !== 0) return false
  return objective === 'coverage' || (objective === 'fair' && pairs === 0)
}

function rowOfMentee({ problem: { start, mentor } }: ExplainedRun, mentee: number) {
  return Array.from({ length: start[mentee + 1]! - start[mentee]! }, (_, n) => {
    const arc = start[mentee]! + n
    return { arc, mentor: mentor[arc]!, mentee }
  })
}

function rowOfMentor({ problem }: ExplainedRun, mentor: number) {
  const { start, arc: arcs } = rowsByMentor(problem)
  return Array.from(arcs.subarray(start[mentor]!, start[mentor + 1]!), (arc) => ({
    arc,
    mentor,
    mentee: menteeOf(problem, arc),
  }))
}

/** What is lost with a pair locked, by choosing again; null where that cannot be. */
function lossOf(explained: ExplainedRun, { mentor, mentee }: Couple): Loss | null {
  const { choice, wishes, objective, mentors, mentees } = explained
  const key = pairKey(mentors[mentor]!.person, mentees[mentee]!.person)
  try {
    const forced = chooseAgain({
      ...explained,
      wishes: { ...wishes, locked: new Set([...wishes.locked, key]) },
    })
    return {
      pairs: choice.matched - forced.matched,
      worst: objective === 'fair' ? choice.worst - forced.worst : 0,
      points: choice.total - forced.total,
    }
  } catch (error) {
    if (error instanceof WishFailure) return null
    throw error
  }
}
