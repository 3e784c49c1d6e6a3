import type { Role } from '#domain/participant.ts'
import {
  type Answers,
  type Availability,
  DAYS,
  type Facet,
  type Offer,
  PLACES,
  type Want,
} from '#questionnaire/answers.ts'
import { TOPICS } from '#questionnaire/topics.ts'
import { below, between, pick, pickWeighted, type Random, randomFor, shuffled } from './random.ts'
import type { StaffMember } from './staff.ts'

export interface AnswerOptions {
  seed: number
  /** How many mentees each mentor takes, from 1; without it mentors choose for themselves. */
  capacity?: number
}

/** What people mostly want from those who came later, by group of topics; the rest are asked for now and then. */
const MENTORS_TEACH: Record<string, number> = {
  'artificial-intelligence': 5,
  'social-networks': 4,
  'digital-tools': 3,
  collaboration: 3,
  data: 2,
  culture: 2,
  'customers-and-colleagues': 2,
  sustainability: 1.5,
  security: 1,
}

/** What people mostly want from those who know the company. */
const MENTEES_TEACH: Record<string, number> = { management: 4, company: 4, 'people-skills': 3 }

const SENTENCES = [
  'Je veux comprendre ces outils avant de demander à mon équipe de les adopter.',
  'J’aime expliquer, et je découvre l’entreprise à chaque échange.',
  'Mes clients m’en parlent et je réponds mal : il est temps d’apprendre.',
  'Une collègue m’a raconté son binôme, elle en parle encore.',
  'Je voudrais un regard neuf sur notre façon de travailler.',
  'Transmettre ce que je sais m’aide à y voir plus clair.',
  'I want to ask the questions I never dare to ask in a meeting.',
  'I enjoy explaining things, and I would like to see how decisions are made.',
]

/**
 * A plausible questionnaire for one person in one role. Topics are skewed towards a few popular ones, so that those
 * who teach and those who learn meet; most people speak French; hours overlap. The same seed and external id give
 * the same answers, whoever else signs up.
 */
export function answersOf(person: StaffMember, role: Role, { seed, capacity }: AnswerOptions): Answers {
  const random = randomFor(seed, 'answers', role, person.external_id)
  const used = new Set<string>()
  const topics = (groups: Record<string, number>, count: number) =>
    pickTopics(random, person, groups, count, used)
  const isMentor = role === 'mentor'
  const [juniors, seniors] = [topics(MENTORS_TEACH, 3), topics(MENTEES_TEACH, between(random, 1, 3))]
  const [offers, wants] = isMentor ? [juniors, seniors] : [seniors, juniors]
  return {
    G2: languagesOf(random, person),
    G6: availabilityOf(random, person, isMentor, capacity),
    ...(random() < 0.4 ? { G7: pick(random, SENTENCES) } : {}),
    ...(isMentor ? { CAP: capacity ?? pickWeighted(random, [1, 2, 3], [5, 3, 1]) } : {}),
    ...learning(random, isMentor),
    OFFERS: offers.map((topic) => offerOf(random, topic)),
    WANTS: wants.map((topic) => wantOf(random, topic)),
    ...(isMentor ? { IR: hopes(random, 'IR') } : { IM: hopes(random, 'IM'), ...need(random) }),
    ...exchange(random, isMentor),
  }
}

/**
 * Topics from as many groups, the popular groups and topics more often. After the first, one in four comes from the
 * person’s own field of work where it has some.
 */
function pickTopics(
  random: Random,
  person: StaffMember,
  groups: Record<string, number>,
  count: number,
  used: Set<string>,
): string[] {
  const own = idsOf((topic) => topic.family !== null && topic.family === person.job_family)
  const left = new Map(Object.entries(groups))
  return Array.from({ length: count }, (_, place) => {
    const isOwn = place > 0 && own.some((id) => !used.has(id)) && random() < 0.25
    const group = pickWeighted(random, [...left.keys()], [...left.values()])
    if (!isOwn) left.delete(group)
    const ids = (isOwn ? own : idsOf((topic) => topic.group === group && topic.transversal)).filter(
      (id) => !used.has(id),
    )
    const topic = pickWeighted(
      random,
      ids,
      ids.map((_, rank) => 1 / (rank + 1)),
    )
    used.add(topic)
    return topic
  })
}

function idsOf(isWanted: (topic: (typeof TOPICS)[string]) => boolean): string[] {
  return Object.keys(TOPICS).filter((id) => isWanted(TOPICS[id]!))
}

function facetOf(random: Random): Facet {
  return random() < 0.65 ? 'usage' : 'stakes'
}

function offerOf(random: Random, topic: string): Offer {
  return {
    topic,
    facet: facetOf(random),
    level: pickWeighted(random, [2, 3, 4], [1, 4, 3]),
    last: between(random, 2, 4),
  }
}

function wantOf(random: Random, topic: string): Want {
  const level = pickWeighted(random, [0, 1, 2], [4, 4, 2])
  return { topic, facet: facetOf(random), level, target: Math.min(4, level + between(random, 1, 2)) }
}

function languagesOf(random: Random, person: StaffMember): string[] {
  if (person.language === 'en') return random() < 0.8 ? ['fr', 'en'] : ['en']
  return random() < 0.3 ? ['fr', 'en'] : ['fr']
}

/** Most people can meet on some mornings and at midday; shift workers answer for two weeks. */
function availabilityOf(
  random: Random,
  person: StaffMember,
  isMentor: boolean,
  capacity?: number,
): Availability {
  const hours =
    capacity !== undefined && isMentor ? 8 : isMentor ? between(random, 2, 6) : between(random, 2, 4)
  const where = pickWeighted(random, PLACES, [10, 20, 70])
  const weekdays = DAYS.slice(0, 5)
  const isOnShifts = ['production', 'maintenance'].includes(person.job_family ?? '') && random() < 0.5
  const parts = pickWeighted(
    random,
    [['midday'], ['morning', 'midday'], ['midday', 'afternoon'], ['morning', 'midday', 'afternoon']],
    [2, 3, 3, 1],
  )
  const slotsOf = (days: readonly string[], week = '') =>
    days.flatMap((day) => parts.map((part) => `${week}${day}-${part}`))
  if (!isOnShifts)
    return { weeks: 1, slots: slotsOf(inOrder(random, weekdays, between(random, 3, 5))), where, hours }
  const slots = [
    ...slotsOf(inOrder(random, weekdays, between(random, 2, 4)), 'a-'),
    ...slotsOf(inOrder(random, weekdays, between(random, 2, 4)), 'b-'),
  ]
  return { weeks: 2, slots, where, hours }
}

/** Some of the days, in the order of the week. */
function inOrder(random: Random, days: readonly string[], count: number): string[] {
  const chosen = new Set(shuffled(random, days).slice(0, count))
  return days.filter((day) => chosen.has(day))
}

/** LP and, for who explains, TS: one leaning with some scatter around it. */
function learning(random: Random, isMentor: boolean): Answers {
  const leaning = between(random, -1, 1)
  const dot = () => Math.max(-2, Math.min(2, leaning + between(random, -1, 1)))
  const answers: Answers = { LP1: dot(), LP2: dot(), LP3: dot(), LP4: dot() }
  return isMentor ? { ...answers, TS1: dot(), TS2: dot() } : answers
}

function hopes(random: Random, key: 'IM' | 'IR'): string[] {
  const options = [1, 2, 3, 4, 5].map((number) => `${key}${number}`)
  return shuffled(random, options).slice(0, 1 + below(random, 2))
}

function need(random: Random): Answers {
  return {
    NEED1: pickWeighted(random, [2, 1, 0], [5, 4, 1]),
    NEED2: pickWeighted(random, [2, 3, 4, 5], [1, 3, 4, 2]),
  }
}

function exchange(random: Random, isMentor: boolean): Answers {
  const agree = () => pickWeighted(random, [2, 3, 4, 5], [1, 3, 5, 3])
  const COACH = pickWeighted(random, ['yes', 'no', 'later'] as const, [2, 5, 3])
  return isMentor
    ? { MS1: agree(), MS2: agree(), MS3: agree(), MS4: agree(), MS5: agree(), MS6: agree(), COACH }
    : { MO1: agree(), MO2: agree(), MO3: agree(), COACH }
}
