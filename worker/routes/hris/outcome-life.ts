import type { OutcomeLifeShown, OutcomeRoleShown } from '#contract/outcome-life.ts'
import { OUTCOME_ENDINGS } from '#contract/outcome-life.ts'
import type { EndedPair, LifeCounts } from '#db/queries/outcome-life.ts'
import type { SurveyRow } from '#db/queries/survey.ts'
import { type MeanInterval, meanInterval } from '#domain/mean.ts'
import type { Role } from '#domain/participant.ts'
import { OBJECTIVES, type Objective } from '#domain/programme.ts'
import { FEWEST_PEOPLE, hideSmallCells, wilsonInterval } from '#domain/proportion.ts'
import { type PairOutcome, successOf } from '#domain/success.ts'
import { type Catalogue, topicOf } from '#questionnaire/catalogue.ts'
import {
  type Compared,
  type Comparison,
  compare,
  levelIn,
  meanAtEnd,
  monthsSaved,
  OBJECTIVE_MEASURES,
  recommendationAtEnd,
  type SurveyedPerson,
  scaleOf,
  targetsReached,
} from '#questionnaire/survey-totals.ts'

/** What the pairs of a programme lived through and what it changed, never of fewer than five people. */
export function showLife(
  objectives: readonly Objective[],
  counts: LifeCounts,
  surveys: readonly SurveyRow[],
  catalogue: Catalogue,
): OutcomeLifeShown {
  const surveysOf = Map.groupBy(surveys, ({ participant_id }) => participant_id)
  const people = new Map(
    counts.participants.map(({ id, role, wants }) => [
      id,
      { id, role, wants, ...gather(surveysOf.get(id) ?? []) },
    ]),
  )
  const ofRole = (role: Role) => [...people.values()].filter((person) => person.role === role)
  const cell = (count: number) => (count < FEWEST_PEOPLE ? null : count)
  return {
    sessions: { planned: cell(counts.sessions.planned), held: cell(counts.sessions.held) },
    endings: hideSmallCells(
      countBy(
        OUTCOME_ENDINGS,
        counts.ended.map(({ ending }) => ending),
      ),
      true,
    ),
    ideas: hideSmallCells(ideasOf(counts), false),
    success: showSuccess(counts.ended, people, surveys),
    objectives: objectives.map((objective) => ({
      objective,
      name: OBJECTIVES[objective],
      measures: [...OBJECTIVE_MEASURES[objective]],
    })),
    mentor: showRole(ofRole('mentor'), surveys, catalogue),
    mentee: showRole(ofRole('mentee'), surveys, catalogue),
  }
}

type Surveyed = SurveyedPerson & { id: string }

/** All that one person answered, by moment; each question from the first pair that asked it. */
function gather(rows: readonly SurveyRow[]): Pick<SurveyedPerson, 'answers'> {
  const answers: SurveyedPerson['answers'] = {}
  for (const { moment, answers: given } of rows) answers[moment] = { ...given, ...answers[moment] }
  return { answers }
}

function showRole(
  people: readonly Surveyed[],
  surveys: readonly SurveyRow[],
  catalogue: Catalogue,
): OutcomeRoleShown {
  const compared = (what: Compared) => showComparison(compare(people, what))
  const ids = new Set(people.map(({ id }) => id))
  const recommendation = recommendationAtEnd(people)
  return {
    SE: compared('SE'),
    LD: compared('LD'),
    CK: compared('CK'),
    EM: compared('EM'),
    CO: compared('CO'),
    IV: compared('IV'),
    PC1: compared('PC1'),
    LEVELS: compared('LEVELS'),
    RQ: showInterval(relationOf(surveys.filter(({ participant_id }) => ids.has(participant_id)))),
    PR1: showInterval(meanAtEnd(people, 'PR1')),
    AU1: showInterval(meanAtEnd(people, 'AU1')),
    recommendation: recommendation && {
      score: round(recommendation.score),
      low: round(recommendation.low),
      high: round(recommendation.high),
      people: recommendation.count,
    },
    targets: targetsReached(people).flatMap(({ topic, share, low, high, ...reached }) => {
      const name = topicOf(catalogue, topic)?.name
      return name ? { topic, name, ...reached, share: round(share), low: round(low), high: round(high) } : []
    }),
    months_saved: monthsSaved(people),
  }
}

/** How people found their pair at the end, one number a person: the mean of their pairs. */
function relationOf(surveys: readonly SurveyRow[]): MeanInterval | null {
  const ends = surveys.filter(({ moment }) => moment === 'end')
  const means = [...Map.groupBy(ends, ({ participant_id }) => participant_id).values()].flatMap((rows) => {
    const values = rows.map(({ answers }) => scaleOf(answers, 'RQ')).filter((value) => value !== null)
    return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : []
  })
  return means.length < FEWEST_PEOPLE ? null : meanInterval(means)
}

function showSuccess(
  ended: readonly EndedPair[],
  people: ReadonlyMap<string, Surveyed>,
  surveys: readonly SurveyRow[],
): OutcomeLifeShown['success'] {
  const atEnd = new Map(
    surveys
      .filter(({ moment }) => moment === 'end')
      .map(({ pair_id, participant_id, answers }) => [`${pair_id} ${participant_id}`, answers]),
  )
  const told = ended
    .filter(({ ending }) => ending === 'completed' || ending === 'separation')
    .map(({ id, mentor_id, mentee_id, ending, planned, held, a, b }) =>
      successOf({
        isSeparated: ending === 'separation',
        sessionsPlanned: planned,
        sessionsHeld: held,
        mentorRq: scaleOf(atEnd.get(`${id} ${mentor_id}`), 'RQ'),
        menteeRq: scaleOf(atEnd.get(`${id} ${mentee_id}`), 'RQ'),
        levelsGained: levelsGained(people.get(mentee_id)),
        a,
        b,
      }),
    )
  const count = (outcome: PairOutcome | null) => told.filter((one) => one.outcome === outcome).length
  const [separated, weak, good, strong, untold] = [count(0), count(1), count(2), count(3), count(null)]
  const successful = good + strong
  // Whatever the others give away must be nobody, or enough people as well.
  const isSafe = (number: number) => number === 0 || number >= FEWEST_PEOPLE
  const isTold = successful > 0 && [separated, weak, successful, untold].every(isSafe)
  const isSplit = isTold && isSafe(good) && isSafe(strong)
  const interval = isTold ? wilsonInterval(successful, told.length - untold) : null
  const cell = (number: number, isShown: boolean) => (isShown && number >= FEWEST_PEOPLE ? number : null)
  return {
    pairs: interval && {
      successful,
      of: told.length - untold,
      share: round(interval.share),
      low: round(interval.low),
      high: round(interval.high),
    },
    weak: cell(weak, isTold),
    good: cell(good, isSplit),
    strong: cell(strong, isSplit),
    untold: cell(untold, isTold),
  }
}

/** By how many levels somebody went up where it was most; from the level of the sign-up where the start was not answered. */
function levelsGained(person: Surveyed | undefined): number | null {
  const gains = (person?.wants ?? []).flatMap((want) => {
    const after = levelIn(person?.answers.end, want)
    return after === null ? [] : after - (levelIn(person?.answers.start, want) ?? want.level)
  })
  return gains.length ? Math.max(...gains) : null
}

function ideasOf({ ideas }: LifeCounts): Record<'new' | 'tried' | 'adopted', number> {
  const count = (state: string) => ideas.find((row) => row.state === state)?.count ?? 0
  return { new: count('new'), tried: count('tried'), adopted: count('adopted') }
}

function countBy<N extends string>(names: readonly N[], values: readonly string[]): Record<N, number> {
  return Object.fromEntries(
    names.map((name) => [name, values.filter((value) => value === name).length]),
  ) as Record<N, number>
}

function showComparison({ before, after, hindsight, change, change_hindsight }: Comparison) {
  const mean = (one: Comparison['before']) => one && { mean: round(one.mean), people: one.count }
  return {
    before: mean(before),
    after: mean(after),
    hindsight: mean(hindsight),
    change: showInterval(change),
    change_hindsight: showInterval(change_hindsight),
  }
}

function showInterval(interval: MeanInterval | null) {
  return (
    interval && {
      mean: round(interval.mean),
      low: round(interval.low),
      high: round(interval.high),
      people: interval.count,
    }
  )
}

const round = (number: number) => Math.round(number * 10_000) / 10_000
