import { CRITERIA, type Criterion, type ScoredTopics, type SwitchableCriterion } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { Facet } from '#questionnaire/answers.ts'
import { type Cohort, type Profile, prepareCohort } from './cohort.ts'
import { exceptionOf, type SeniorityGround, seniorityGround } from './eligible.ts'
import { bestHopes } from './hopes-fit.ts'
import { fitLearning } from './learning-fit.ts'
import { canMeetOnSite, canMeetRemotely } from './meeting-fit.ts'
import type { MatchInput, Member } from './member.ts'
import { measurePair } from './score.ts'
import type { Link } from './topic-fit.ts'
import type { NamedTopic } from './words.ts'

/** One topic that passes from one person to the other. */
export interface TopicFacts {
  /** What is wished; its name where it is not the product’s, so that it is told later as it was then. */
  topic: string
  name?: Both
  facet: Facet
  /** What is offered for it, where it is not the very same. */
  offered: { topic: string; name?: Both; facet: Facet } | null
  near: number
  /** Level and last time of who passes it on. */
  level: number
  last: number
  /** Level today and level wished of who learns. */
  today: number
  wish: number
}

/** opposite-learning: C11 · far-trades: C21 · to-confirm: the topics are only neighbours. */
export type Warning = 'opposite-learning' | 'far-trades' | 'to-confirm'

/** Everything that the words about a pair are made from, kept with its proposal: no names and no ids of people. */
export interface PairFacts {
  /** By criterion: value 0…1, what it could bring at most and what it brings, in micro-units. */
  criteria: Record<Criterion, [value: number, share: number, points: number]>
  /** What the mentor passes on, best first; there is always one. */
  topics: TopicFacts[]
  /** The main topic is useful in any field. */
  isTransversal: boolean
  /** What the mentee passes on, best first. */
  reverse: TopicFacts[]
  families: { mentor: string | null; mentee: string | null; distance: number }
  /** Shared slots; null where one of them named none. */
  slots: number | null
  meet: ('on-site' | 'remote')[]
  site: 'same' | 'other' | 'unknown'
  languages: string[]
  /** The two hopes that answer each other best, and how well. */
  hopes: { senior: string; junior: string; fit: number } | null
  /** −1 by experience … +1 by principle: how the mentee learns, how the mentor explains. */
  learning: { preference: number; manner: number; fit: number } | null
  warnings: Warning[]
  /** Criteria that count the other way round: the programme looks for people who differ. */
  different?: SwitchableCriterion[]
  /** By what seniority runs the right way, and the names of the organiser’s rules that were asked. */
  passed?: { seniority: SeniorityGround; own: string[] }
  /** Where one is above the other: how far the appraisal chain reaches, by whose exception the pair exists. */
  exception?: { levels: number } | null
}

/** Below this fit, one of the two learns rather by experience and the other explains rather by principle. */
const OPPOSITE = 0.5

/** The facts of a pair that the rules allow; its criteria add up to the very score of `measurePair`. */
export function factsOf(cohort: Cohort, mentor: Profile, mentee: Profile): PairFacts {
  const { need, reverse, slots, values, share, points } = measurePair(cohort, mentor, mentee)
  const facts = {
    criteria: Object.fromEntries(
      CRITERIA.map((k) => [k, [Math.round(values[k] * 10_000) / 10_000, share[k], points[k]]]),
    ) as PairFacts['criteria'],
    topics: need.links.map((link) => topicFacts(link, cohort.scoring.topics)),
    isTransversal: need.links[0]?.want.isTransversal ?? false,
    reverse: reverse.links.map((link) => topicFacts(link, cohort.scoring.topics)),
    families: {
      mentor: mentor.member.jobFamily,
      mentee: mentee.member.jobFamily,
      distance: cohort.distanceOf(mentor, mentee),
    },
    slots,
    meet: [
      ...(canMeetOnSite(mentor, mentee) ? (['on-site'] as const) : []),
      ...(canMeetRemotely(mentor, mentee) ? (['remote'] as const) : []),
    ],
    site: siteOf(mentor.site, mentee.site),
    languages: (mentee.member.answers.G2 ?? []).filter((language) =>
      mentor.member.answers.G2?.includes(language),
    ),
    hopes: hopesOf(cohort, mentor, mentee),
    learning: learningOf(mentor.manner, mentee.preference),
  }
  return {
    ...facts,
    warnings: warningsOf(facts),
    different: [...cohort.scoring.different],
    passed: {
      seniority: seniorityGround(mentor, mentee, cohort.rules) ?? 'not-asked',
      own: cohort.rules.own.map(({ name }) => name),
    },
    exception: exceptionOf(cohort, mentor, mentee),
  }
}

/** The facts of a pair from the two members alone, read again long after the run that made the pair. */
export function factsBetween(
  settings: Omit<MatchInput, 'mentors' | 'mentees' | 'wishes' | 'objective'>,
  mentor: Member,
  mentee: Member,
): PairFacts {
  const cohort = prepareCohort({ ...settings, mentors: [mentor], mentees: [mentee] })
  return factsOf(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
}

function topicFacts({ offer, want, near }: Link, changed: ScoredTopics | undefined): TopicFacts {
  return {
    ...namedTopic(want.topic, changed),
    facet: want.facet,
    offered: near === 1 ? null : { ...namedTopic(offer.topic, changed), facet: offer.facet },
    near,
    level: offer.level,
    last: offer.last,
    today: want.level,
    wish: want.target,
  }
}

function namedTopic(topic: string, changed: ScoredTopics | undefined): NamedTopic {
  return changed && Object.hasOwn(changed, topic) ? { topic, name: changed[topic]!.name } : { topic }
}

function siteOf(one: string | null, other: string | null): PairFacts['site'] {
  if (one === null || other === null) return 'unknown'
  return one === other ? 'same' : 'other'
}

function hopesOf({ rules, scoring }: Cohort, mentor: Profile, mentee: Profile): PairFacts['hopes'] {
  const [above, below] = rules.senior === 'mentor' ? [mentor, mentee] : [mentee, mentor]
  const best = bestHopes(scoring.hopes, above.hopes, below.hopes)
  if (!best) return null
  const [senior, junior] = best
  return { senior, junior, fit: scoring.hopes[senior]?.[junior] ?? 0 }
}

function learningOf(manner: number | null, preference: number | null): PairFacts['learning'] {
  const fit = fitLearning(preference, manner)
  return manner === null || preference === null || fit === null ? null : { preference, manner, fit }
}

type FactsToWarnOf = Pick<PairFacts, 'learning' | 'topics' | 'isTransversal' | 'families'>

function warningsOf({ learning, topics, isTransversal, families }: FactsToWarnOf): Warning[] {
  const warnings: Warning[] = []
  const areKnown = families.mentor !== null && families.mentee !== null
  if (learning && learning.fit < OPPOSITE) warnings.push('opposite-learning')
  if (!isTransversal && areKnown && families.distance === 1) warnings.push('far-trades')
  if (topics[0]?.near === 0.35) warnings.push('to-confirm')
  return warnings
}
