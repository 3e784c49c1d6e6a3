import { CRITERION_NAMES } from '#domain/criterion.ts'
import { familyName } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import type {
  MatchReport,
  ReportedPair,
  ReportedPerson,
  ReportedWaiting,
  SheetIssue,
  SheetMapping,
  SheetSettings,
  SheetTable,
} from '#domain/match-sheet.ts'
import { gradesIn, unplacedGrades } from '#questionnaire/sheet/mapping.ts'
import { readPeople, type SheetPerson } from '#questionnaire/sheet/people.ts'
import { isTopic } from '#questionnaire/topics.ts'
import { explainPair, explainWaiting, type PairFacts, tipsFor } from './explain.ts'
import { type MatchResult, runMatch } from './match.ts'
import { ANY_TOPIC, prepareSheets, type SheetCohort, silentCriteria } from './sheet-cohort.ts'
import { NO_PLACE, NOT_NAMED, reportedRules, sayAnyTopic, sayLink, unplaced } from './sheet-words.ts'
import { topicName } from './words.ts'

/**
 * Matches the people of two tables and tells the whole result in words. Pure: the same tables, mapping, settings and
 * month give the same report, whatever the order of their lines.
 * @param thisMonth the current month as `monthNumber` counts.
 * @throws Error where the proof of optimality does not hold (see `runMatch`).
 */
export function matchSheets(
  tables: { mentors: SheetTable; mentees: SheetTable },
  mapping: SheetMapping,
  settings: SheetSettings,
  thisMonth: number,
): MatchReport {
  const mentors = readPeople(tables.mentors, 'mentor', mapping.mentors, mapping.grades, thisMonth)
  const mentees = readPeople(tables.mentees, 'mentee', mapping.mentees, mapping.grades, thisMonth)
  const cohort = prepareSheets(mentors.people, mentees.people, settings)
  const result = runMatch(cohort.input)
  const pairs = pairsOf(result, cohort)
  return {
    pairs,
    unmatched: waitingOf(result, cohort),
    issues: [...mentors.issues, ...mentees.issues, ...gradeIssues(tables, mapping)],
    rules: reportedRules(cohort, settings),
    silent: silentCriteria(mentors.people, mentees.people),
    ownTopics: ownTopicsOf([...mentors.people, ...mentees.people]),
    counts: {
      mentors: mentors.people.length,
      mentees: mentees.people.length,
      possible: result.arcs,
      pairs: pairs.length,
      unmatched: result.waiting.length,
    },
    total: result.total,
    worst: pairs.reduce((worst, { score }) => Math.min(worst, score), pairs[0]?.score ?? 0),
    objective: settings.objective,
  }
}

function pairsOf({ pairs }: MatchResult, { people, checkable }: SheetCohort): ReportedPair[] {
  return pairs
    .map(({ mentor, mentee, score, facts }) => ({
      mentor: reported(people.get(mentor)!),
      mentee: reported(people.get(mentee)!),
      score,
      topic: checkable.topic && facts.topics[0] ? topicName(facts.topics[0].topic) : NOT_NAMED,
      reasons: explainPair(facts).map(({ criterion, weight, value, points, fr, en }) => ({
        name: CRITERION_NAMES[criterion],
        weight,
        value,
        points,
        words: sayOfSheets(criterion, facts) ?? { fr, en },
      })),
      tips: [...tipsFor(facts, 'mentor'), ...tipsFor(facts, 'mentee')].filter(
        (tip, at, all) => all.findIndex(({ fr }) => fr === tip.fr) === at,
      ),
    }))
    .sort((a, b) => b.score - a.score || a.mentee.line - b.mentee.line)
}

/** A spreadsheet tells who offers and wants what, never how well: those two criteria are told without levels. */
function sayOfSheets(criterion: string, facts: PairFacts): Both | null {
  if (criterion === 'need') {
    const [link] = facts.topics
    return !link || link.topic === ANY_TOPIC ? sayAnyTopic() : sayLink(link, 'mentor')
  }
  if (criterion === 'reverse' && facts.reverse[0]) return sayLink(facts.reverse[0], 'mentee')
  return null
}

function waitingOf({ waiting }: MatchResult, { people }: SheetCohort): ReportedWaiting[] {
  return waiting
    .map(({ participant, reason, facts }) => {
      const person = people.get(participant)!
      const why = person.capacity === 0 ? NO_PLACE : explainWaiting(reason, facts)
      return { role: person.role, person: reported(person), why }
    })
    .sort((a, b) => a.role.localeCompare(b.role) || a.person.line - b.person.line)
}

function reported(person: SheetPerson): ReportedPerson {
  const { name, line, reference, email, jobFamily, subsidiary, site, grade } = person
  const job_family = jobFamily === null ? null : familyName(jobFamily)
  return { name, line, reference, email, job_family, subsidiary, site, grade }
}

function gradeIssues(
  tables: { mentors: SheetTable; mentees: SheetTable },
  mapping: SheetMapping,
): SheetIssue[] {
  return (['mentors', 'mentees'] as const).flatMap((side) => {
    const { rows, lines } = tables[side]
    const column = mapping[side].indexOf('grade')
    if (column < 0 || mapping[side].includes('grade_rank')) return []
    return unplacedGrades(gradesIn(tables[side], mapping[side]), mapping.grades).map((grade) => {
      const at = rows.findIndex((row) => row[column]?.trim() === grade)
      const role = side === 'mentors' ? 'mentor' : 'mentee'
      return { role, line: lines[at] ?? at + 2, isLeftOut: false, words: unplaced(grade) } as const
    })
  })
}

function ownTopicsOf(people: readonly SheetPerson[]): string[] {
  const topics = people.flatMap(({ answers }) =>
    [...(answers.OFFERS ?? []), ...(answers.WANTS ?? [])].map(({ topic }) => topic),
  )
  return [...new Set(topics)].filter((topic) => !isTopic(topic)).sort()
}
