import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import { CRITERIA } from '#domain/criterion.ts'
import { levelsBetween } from '#domain/reporting-line.ts'
import { prepareCohort } from '#matching/cohort.ts'
import type { MatchResult, PackedMatch } from '#matching/match.ts'
import type { Member } from '#matching/member.ts'
import { factsOf } from '#matching/pair-facts.ts'
import type { Context } from './context.ts'
import { loadMembers, type MatchTask } from './match-input.ts'

const PAIRS_A_PAGE = 500

interface ChosenPair {
  mentor: number
  mentee: number
  score: number
}

/**
 * The chosen pairs with the facts that explain them, page by page, from answers read once more.
 * @throws Error where somebody changed their answers since they were matched: the run must be computed again
 */
export async function* explainPairs(
  ctx: Pick<Context, 'db'>,
  { settings }: MatchTask,
  match: PackedMatch,
): AsyncGenerator<MatchResult['pairs']> {
  const pairs = chosenPairs(match)
  const { mentors, mentees } = match.pack
  for (let from = 0; from < pairs.length; from += PAIRS_A_PAGE) {
    const page = pairs.slice(from, from + PAIRS_A_PAGE).map(({ mentor, mentee, score }) => ({
      mentor: mentors.ids[mentor]!,
      mentee: mentees.ids[mentee]!,
      score,
    }))
    yield await explainPage(ctx, settings, page)
  }
}

/** By mentor, so that each is read about once. */
function chosenPairs({ best: { rows, choice } }: PackedMatch): ChosenPair[] {
  let mentee = 0
  return Array.from(choice.arc, (a) => {
    while (a >= rows.start[mentee + 1]!) mentee++
    return { mentor: rows.mentor[a]!, mentee, score: rows.score[a]! }
  }).sort((one, other) => one.mentor - other.mentor || one.mentee - other.mentee)
}

async function explainPage(
  ctx: Pick<Context, 'db'>,
  settings: MatchTask['settings'],
  page: Omit<MatchResult['pairs'][number], 'facts'>[],
): Promise<MatchResult['pairs']> {
  const members = await loadMembers(
    ctx,
    page.flatMap(({ mentor, mentee }) => [mentor, mentee]),
  )
  const known = page.flatMap((pair) => {
    const [mentor, mentee] = [members.get(pair.mentor), members.get(pair.mentee)]
    return mentor && mentee ? [{ pair, mentor, mentee }] : []
  })
  // The past plays no part in facts, and the chart only where an exception narrows it.
  const cohort = prepareCohort({
    ...settings,
    past: new Set(),
    banned: new Set(),
    hierarchy: await hierarchyAbove(ctx.db, concernedByException(settings, known)),
    mentors: [...new Set(known.map(({ mentor }) => mentor))],
    mentees: [...new Set(known.map(({ mentee }) => mentee))],
  })
  const profiles = new Map([...cohort.mentors, ...cohort.mentees].map((one) => [one.member.id, one]))
  const explained = known.map(({ pair }) => ({
    ...pair,
    facts: factsOf(cohort, profiles.get(pair.mentor)!, profiles.get(pair.mentee)!),
  }))
  const isUnchanged = explained.every(
    ({ score, facts }) =>
      CRITERIA.reduce((sum, criterion) => sum + facts.criteria[criterion][2], 0) === score,
  )
  if (!isUnchanged || explained.length < page.length) {
    throw new Error('Somebody changed their answers while the run was computed')
  }
  return explained
}

function concernedByException(
  { rules }: MatchTask['settings'],
  pairs: readonly { mentor: Member; mentee: Member }[],
): string[] {
  return pairs
    .filter(
      ({ mentor, mentee }) => levelsBetween(rules.appraisalLevels, mentor.person, mentee.person) !== null,
    )
    .flatMap(({ mentor, mentee }) => [mentor.person, mentee.person])
}
