import { listKnownPairs } from '#db/queries/explanation.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { type MatchInput, type Member, pairKey } from '#matching/member.ts'
import type { Context } from './context.ts'
import type { FrozenRun } from './frozen-run.ts'
import { loadMatchInput } from './match-input.ts'

/**
 * Loads the people of a run with today’s answers, reporting lines and bans, and with the rules, weights and places
 * that the run had: what a run does not keep is asked again. Who joined since is left out, and so is who left. Of what
 * was before, only pairs that organisers know of keep people apart here: whatever is counted from it stays the same
 * when somebody refuses a pair or asks in confidence not to be part of one.
 */
export async function askAgain(ctx: Context, frozen: FrozenRun): Promise<MatchInput> {
  const { run, problem } = frozen
  const programme = await getProgrammeById(ctx.db, run.programme_id)
  const [{ input }, known] = await Promise.all([loadMatchInput(ctx, programme, run), listKnownPairs(ctx.db)])
  return {
    ...input,
    mentors: withPlaces(input.mentors, frozen.mentors, problem.capacity),
    mentees: withPlaces(input.mentees, frozen.mentees, problem.demand),
    past: new Set(known.map(({ mentor, mentee }) => pairKey(mentor, mentee))),
    rules: rulesOf(frozen, input),
    scoring: run.settings?.scoring ?? input.scoring,
  }
}

function withPlaces(
  members: readonly Member[],
  frozen: readonly { id: string }[],
  places: Int32Array,
): Member[] {
  const at = new Map(frozen.map(({ id }, k) => [id, k]))
  return members.flatMap((member) => {
    const k = at.get(member.id)
    return k === undefined ? [] : [{ ...member, capacity: places[k]!, placesTaken: 0 }]
  })
}

/** The rules of the run; whom the appraisal-chain exception names is not kept with it, and is as of today. */
function rulesOf({ run }: FrozenRun, { rules }: MatchInput): MatchInput['rules'] {
  if (!run.settings) return rules
  const { senior, seniority_gap, experience_gap_years, unknown_seniority_allowed, own } = run.settings.rules
  return {
    senior,
    seniorityGap: seniority_gap,
    experienceGapYears: experience_gap_years,
    unknownSeniorityAllowed: unknown_seniority_allowed,
    own,
    appraisalLevels: rules.appraisalLevels,
  }
}
