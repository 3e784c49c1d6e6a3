import type { WaitingExplanationShown } from '#contract/explanation.ts'
import { findWaiting } from '#db/queries/explanation.ts'
import type { ScoredTopics } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import { referenceOf } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { alternativesOf } from '#matching/alternatives.ts'
import { menteeOf, rowsByMentor } from '#matching/arcs.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { obstaclesOf, RULES, type Rule } from '#matching/eligible.ts'
import { RULE_WORDS, type WaitingReason } from '#matching/explain.ts'
import { obstacleFor } from '#matching/obstacle-words.ts'
import { regretsOf } from '#matching/regret.ts'
import { sayProspect } from '#matching/regret-words.ts'
import { listed, quote, topicName } from '#matching/words.ts'
import { askAgain } from './asked-again.ts'
import type { Context } from './context.ts'
import {
  type ExplainedRun,
  getComputedRun,
  isSmall,
  loadExplainedRun,
  loadNames,
  showPerson,
} from './explained-run.ts'
import { sayWaiting } from './waiting-words.ts'
import { weighableOf } from './weighable.ts'

/** How many of those who suit are named, and with how many one more place is suggested. */
const SUITORS = 10
const PLACES = 3

const TOO_MANY: Both = {
  fr: 'Ce tour compte trop de binômes possibles pour revoir ici chaque règle et chaque place.',
  en: 'This run has too many possible pairs to go through every rule and every place here.',
}

type RuleCounts = WaitingExplanationShown['rules']
type Suitor = { partner: number; score: number; holders: number[] }

/**
 * Why a run left somebody without a pair. The reason, who suits and who holds the places are those of the run; the
 * rules are asked again with today’s answers (see `askAgain`). What somebody asked in
 * confidence counts nowhere.
 * @throws Problem `not-found` for somebody who does not wait in this run, `conflict` where it was never computed
 */
export async function explainWaitingOf(
  ctx: Context,
  runId: string,
  role: Role,
  reference: string,
): Promise<WaitingExplanationShown> {
  const run = await getComputedRun(ctx, runId)
  const found = await findWaiting(ctx.db, run, role, reference)
  if (!found) throw notFound({ fr: 'Personne en attente dans ce tour', en: 'Person waiting in this run' })
  const { waiting, person } = found
  const reason = waiting.reason as WaitingReason
  const shown = {
    person: showPerson({ ...person, person: referenceOf(person) }),
    role,
    reason,
    words: sayWaiting(reason, waiting.facts),
  }
  if (!isSmall(run)) return { ...shown, rules: [], suitors: [], changes: [], left_out: TOO_MANY }
  const explained = await loadExplainedRun(ctx, run)
  const side = role === 'mentor' ? explained.mentors : explained.mentees
  const at = side.findIndex(({ id }) => id === waiting.participant_id)
  const { rules, offers } = await countRules(ctx, explained, role, waiting.participant_id)
  const suitors = at < 0 ? [] : role === 'mentor' ? menteesFor(explained, at) : mentorsFor(explained, at)
  const names = await namesOf(ctx, explained, role, suitors)
  return {
    ...shown,
    rules,
    suitors: suitors.slice(0, SUITORS).map(({ partner, score, holders }) => ({
      partner: names.partner(partner),
      score,
      held_by: holders.map(names.holder),
    })),
    changes: sayChanges(
      explained,
      { role, at, reason, isSuited: (waiting.facts.suited ?? 0) > 0, rules, offers, suitors },
      (i) => names.mentor(i),
    ),
    left_out: null,
  }
}

/** How many on the other side each rule removes, alone and together with others, and what the person offers. */
async function countRules(
  ctx: Context,
  explained: ExplainedRun,
  role: Role,
  id: string,
): Promise<{ rules: RuleCounts; offers: string[] }> {
  const input = await askAgain(ctx, explained)
  const cohort = prepareCohort({
    ...input,
    ...(role === 'mentor'
      ? { mentors: input.mentors.filter((member) => member.id === id) }
      : { mentees: input.mentees.filter((member) => member.id === id) }),
  })
  const counts = new Map<Rule, { alone: number; together: number }>()
  for (const mentor of cohort.mentors) {
    for (const mentee of cohort.mentees) {
      const rules = obstaclesOf(cohort, mentor, mentee)
      if (rules.includes('same-person')) continue
      for (const rule of rules) {
        const count = counts.get(rule) ?? { alone: 0, together: 0 }
        if (rules.length === 1) count.alone += 1
        else count.together += 1
        counts.set(rule, count)
      }
    }
  }
  const self = (role === 'mentor' ? cohort.mentors : cohort.mentees)[0]
  return {
    rules: RULES.flatMap((rule) => {
      const count = counts.get(rule)
      return count ? [{ rule, name: RULE_WORDS[rule].name, ...count }] : []
    }).sort((one, other) => other.alone - one.alone || other.together - one.together),
    offers: [...new Set((self?.member.answers.OFFERS ?? []).map(({ topic }) => topic))],
  }
}

/** Mentors who suit a mentee, the best first, and the mentees who hold their places. */
function mentorsFor({ problem, choice }: ExplainedRun, j: number): Suitor[] {
  const seats = rowsByMentor(problem, choice.arc)
  const suitors: Suitor[] = []
  for (let a = problem.start[j]!; a < problem.start[j + 1]!; a++) {
    const i = problem.mentor[a]!
    const held = seats.arc.subarray(seats.start[i]!, seats.start[i + 1]!)
    suitors.push({
      partner: i,
      score: problem.score[a]!,
      holders: Array.from(held, (arc) => menteeOf(problem, arc)),
    })
  }
  return suitors.sort((one, other) => other.score - one.score || one.partner - other.partner)
}

/** Mentees who suit a mentor, the best first, and the mentors they have. */
function menteesFor({ problem, choice }: ExplainedRun, i: number): Suitor[] {
  const rows = rowsByMentor(problem)
  const mentorsOf = Map.groupBy(choice.arc, (arc) => menteeOf(problem, arc))
  return Array.from(rows.arc.subarray(rows.start[i]!, rows.start[i + 1]!), (arc): Suitor => {
    const partner = menteeOf(problem, arc)
    const holders = (mentorsOf.get(partner) ?? []).map((held) => problem.mentor[held]!)
    return { partner, score: problem.score[arc]!, holders }
  }).sort((one, other) => other.score - one.score || one.partner - other.partner)
}

async function namesOf(
  ctx: Context,
  { mentors, mentees }: ExplainedRun,
  role: Role,
  suitors: readonly Suitor[],
) {
  const [partners, holders] = role === 'mentor' ? [mentees, mentors] : [mentors, mentees]
  const shown = suitors.slice(0, SUITORS)
  const nameOf = await loadNames(ctx, [
    ...suitors.slice(0, 100).map(({ partner }) => partners[partner]!),
    ...shown.flatMap(({ holders: held }) => held.map((at) => holders[at]!)),
  ])
  return {
    partner: (at: number) => nameOf(partners[at]!),
    holder: (at: number) => nameOf(holders[at]!),
    mentor: (at: number) => nameOf(mentors[at]!).name,
  }
}

interface Case {
  role: Role
  at: number
  reason: WaitingReason
  /** Some on the other side would suit, were there a place. */
  isSuited: boolean
  rules: RuleCounts
  offers: readonly string[]
  suitors: readonly Suitor[]
}

/** What would bring somebody in, in plain words, the nearest first. */
function sayChanges(explained: ExplainedRun, waiting: Case, nameOf: (mentor: number) => string): Both[] {
  const { role, at, reason, isSuited, rules, offers, suitors } = waiting
  if (reason === 'consent') return [obstacleFor('organiser', 'consent').help]
  if (reason === 'full') return [isSuited ? ONE_PLACE : MORE_HOURS]
  if (suitors.length === 0) return sayHelp(rules)
  if (role === 'mentor') return [sayNewcomer(offers, explained.run.settings?.scoring.topics)]
  const { problem, proved } = weighableOf(explained.choice)
  const { ofWaiting } = alternativesOf(problem, proved, regretsOf(problem, proved))
  const known = new Set(suitors.slice(0, 100).map(({ partner }) => partner))
  const prospect = ofWaiting(at)
  if (prospect.suitors.length === 0) return []
  const places = prospect.places.filter((i) => known.has(i)).slice(0, PLACES)
  const gain = prospect.gain && known.has(prospect.gain.mentor) ? prospect.gain : null
  return [sayProspect({ ...prospect, places, gain }, nameOf)]
}

/** Rules that alone stand between the person and somebody; else those that do so with others. */
function sayHelp(rules: RuleCounts): Both[] {
  const alone = rules.filter((rule) => rule.alone > 0)
  const helps = (alone.length > 0 ? alone : rules).flatMap(({ rule }) =>
    rule === 'same-person' || rule === 'past' || rule === 'ban'
      ? []
      : [obstacleFor('organiser', rule as Exclude<Rule, 'same-person'>).help],
  )
  const said = [...new Map(helps.map((help) => [help.en, help])).values()]
  return said.length > 0 ? said : [obstacleFor('organiser', 'past').help]
}

function sayNewcomer(offers: readonly string[], changed: ScoredTopics | undefined): Both {
  const names = offers.map((topic) => quote(topicName(topic, changed)))
  if (names.length === 0) return obstacleFor('organiser', 'past').help
  return {
    fr: `L’inscription d’une personne de plus qui souhaite ${listed(
      names.map(({ fr }) => fr),
      'ou',
    )} suffirait.`,
    en: `One more sign-up of somebody who wants ${listed(
      names.map(({ en }) => en),
      'or',
    )} would be enough.`,
  }
}

const ONE_PLACE: Both = {
  fr: 'Une place de plus chez une personne qui convient suffirait.',
  en: 'One more place with somebody who suits would be enough.',
}
const MORE_HOURS: Both = {
  fr: 'Une ou deux heures de plus par mois suffiraient pour une séance.',
  en: 'One or two more hours a month would be enough for a session.',
}
