import type { Member } from '#matching/member.ts'
import { TOPICS } from '#questionnaire/topics.ts'
import type { Programme } from './charted-programme.ts'

/** The rules in the order in which they are asked, written again. */
export const ASKED = [
  'same-person',
  'leaver',
  'consent',
  'past',
  'ban',
  'reporting-line',
  'language',
  'meeting',
  'seniority',
  'topic',
  'own',
  'capacity',
] as const
export type Asked = (typeof ASKED)[number]

/**
 * Every rule that a pair breaks, in the order in which they are asked, written from the rules in words (design.md and
 * questionnaires.md §3 and §5) and from nothing else.
 */
export function brokenRules(programme: Programme, mentor: Member, mentee: Member): Asked[] {
  const both = [mentor, mentee]
  const [taught, learned] = [mentor.answers.OFFERS ?? [], mentee.answers.WANTS ?? []]
  const isBroken: Record<Asked, boolean> = {
    'same-person': mentor.person === mentee.person,
    leaver: both.some(({ active }) => !active),
    consent: both.some(({ consents }) => !consents),
    past: isListed(programme.past, mentor, mentee),
    ban: isListed(programme.banned, mentor, mentee),
    'reporting-line': isAbove(programme, mentor, mentee) || isAbove(programme, mentee, mentor),
    language: !(mentor.answers.G2 ?? []).some((one) => (mentee.answers.G2 ?? []).includes(one)),
    meeting: !canMeet(mentor, mentee),
    seniority: !isOlderHand(programme, mentor, mentee),
    topic: !learned.some((want) =>
      taught.some((offer) => {
        const isNear = offer.topic === want.topic || TOPICS[offer.topic]?.group === TOPICS[want.topic]?.group
        const knowsEnough = offer.level >= want.target && offer.level > want.level
        return isNear && (offer.level >= 3 || knowsEnough || (offer.level === 4 && want.target === 4))
      }),
    ),
    own: programme.own.some(({ forbids }) => forbids(mentor, mentee)),
    capacity: both.some(({ capacity, placesTaken }) => capacity - placesTaken < 1),
  }
  return ASKED.filter((rule) => isBroken[rule])
}

function isListed(pairs: readonly [string, string][], mentor: Member, mentee: Member): boolean {
  return (
    indexOf(pairs, ([one, other]) => [other, one])
      .get(mentee.person)
      ?.includes(mentor.person) ?? false
  )
}

/** Walks up from the lower one, a level at a time, no higher than the exception of either lets it. */
function isAbove({ lines, reach }: Programme, boss: Member, { person }: Member): boolean {
  const managersOf = indexOf(lines, (line) => [line.person, line.manager])
  const reaches = [boss.person, person].flatMap((one) => reach[one] ?? [])
  const most = reaches.length === 0 ? lines.length : Math.max(1, ...reaches)
  let level = [person]
  const met = new Set<string>()
  for (let up = 1; up <= most && level.length > 0; up++) {
    const managers = level.flatMap((one) => managersOf.get(one) ?? [])
    if (managers.includes(boss.person)) return true
    level = managers.filter((manager) => !met.has(manager))
    for (const manager of level) met.add(manager)
  }
  return false
}

const indexes = new WeakMap<object, Map<string, string[]>>()

/** A list looked up by one of its two people, the others for each; made once for each list. */
function indexOf<T>(list: readonly T[], keyAndOther: (entry: T) => [string, string]): Map<string, string[]> {
  const known = indexes.get(list)
  if (known) return known
  const index = new Map<string, string[]>()
  for (const [key, other] of list.map(keyAndOther)) index.set(key, [...(index.get(key) ?? []), other])
  indexes.set(list, index)
  return index
}

function canMeet(one: Member, other: Member): boolean {
  const wheres = [one, other].map(({ answers }) => answers.G6?.where ?? 'either')
  const sites = new Set([one.site, other.site].filter((site) => site !== null))
  return !wheres.includes('on-site') || (!wheres.includes('remote') && sites.size < 2)
}

/** By grade or by experience, one is enough; where neither can be told of both, the programme lets it pass. */
function isOlderHand({ rules }: Programme, mentor: Member, mentee: Member): boolean {
  if (rules.senior === null) return true
  const grounds: boolean[] = []
  if (mentor.gradeRank !== null && mentee.gradeRank !== null) {
    const gap = mentee.managesSomebody ? rules.seniorityGap : 0
    grounds.push(mentee.gradeRank >= mentor.gradeRank + gap)
  }
  if (mentor.hiredIn !== null && mentee.hiredIn !== null) {
    grounds.push(mentor.hiredIn >= mentee.hiredIn + 12 * rules.experienceGapYears)
  }
  return grounds.length === 0 ? rules.unknownSeniorityAllowed : grounds.includes(true)
}
