import type { ScoredTopics } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import { scoredTopic } from './topic-fit.ts'
import { quote, topicName } from './words.ts'

/** Who offers and who wants what, by person reference, and whether a run gave them a pair. Topics may repeat. */
export interface Supply {
  mentors: readonly { person: string; offers: readonly string[]; hasPair: boolean }[]
  mentees: readonly { person: string; wants: readonly string[]; hasPair: boolean }[]
}

/** How many people offer and want a topic, and how many of these have no pair. */
export interface TopicBalance {
  topic: string
  offered: number
  offeredIdle: number
  wanted: number
  wantedWaiting: number
  /** How many offer another topic of the same group. */
  offeredNear: number
}

export interface SupplyReport {
  /** Every topic that is offered or wanted, the most wanted first. */
  topics: TopicBalance[]
  /** Offered, but by nobody who has a pair: knowledge that the run leaves unused (P20). */
  idleTopics: TopicBalance[]
  /** Wanted, and offered by nobody. */
  unmetTopics: TopicBalance[]
  /** Mentors without a pair, with what they offer and how many mentees want any of it. */
  idleMentors: { person: string; topics: string[]; wantedBy: number }[]
}

/**
 * What supply and demand look like after a run, so that no skill and nobody is neglected (domain.md, P20).
 * `changed` are the topics that the run knew otherwise than the product does.
 */
export function reportSupply({ mentors, mentees }: Supply, changed?: ScoredTopics): SupplyReport {
  const balances = new Map<string, TopicBalance>()
  const at = (topic: string): TopicBalance => {
    let balance = balances.get(topic)
    if (!balance) {
      balance = { topic, offered: 0, offeredIdle: 0, wanted: 0, wantedWaiting: 0, offeredNear: 0 }
      balances.set(topic, balance)
    }
    return balance
  }
  for (const { offers, hasPair } of mentors) {
    for (const topic of new Set(offers)) {
      at(topic).offered += 1
      if (!hasPair) at(topic).offeredIdle += 1
    }
  }
  for (const { wants, hasPair } of mentees) {
    for (const topic of new Set(wants)) {
      at(topic).wanted += 1
      if (!hasPair) at(topic).wantedWaiting += 1
    }
  }
  const topics = [...balances.values()].sort(
    (one, other) =>
      other.wanted - one.wanted || other.offered - one.offered || compareWords(one.topic, other.topic),
  )
  for (const balance of topics) balance.offeredNear = countNear(balance.topic, mentors, changed)
  return {
    topics,
    idleTopics: topics.filter(({ offered, offeredIdle }) => offered > 0 && offered === offeredIdle),
    unmetTopics: topics.filter(({ offered, wanted }) => offered === 0 && wanted > 0),
    idleMentors: mentors
      .filter(({ hasPair }) => !hasPair)
      .map(({ person, offers }) => ({
        person,
        topics: [...new Set(offers)],
        wantedBy: mentees.filter(({ wants }) => wants.some((topic) => offers.includes(topic))).length,
      }))
      .sort((one, other) => other.wantedBy - one.wantedBy || compareWords(one.person, other.person)),
  }
}

/** How many offer no such topic but one of its group. */
function countNear(topic: string, mentors: Supply['mentors'], changed: ScoredTopics | undefined): number {
  const groupOf = (id: string) => scoredTopic(id, changed)?.group
  const group = groupOf(topic)
  if (group === undefined) return 0
  return mentors.filter(
    ({ offers }) => !offers.includes(topic) && offers.some((offered) => groupOf(offered) === group),
  ).length
}

/** The same order everywhere, whatever the language of the machine. */
function compareWords(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** A topic that is offered or wanted in vain, in words for organisers. */
export function sayBalance(
  { topic, offered, offeredIdle, wanted, offeredNear }: TopicBalance,
  changed?: ScoredTopics,
): Both {
  const name = quote(topicName(topic, changed))
  if (offered === 0) {
    const near =
      offeredNear === 0
        ? { fr: '', en: '' }
        : {
            fr: ` Un sujet voisin l’est par ${mentorsWords(offeredNear).fr}.`,
            en: ` A neighbouring topic is, by ${mentorsWords(offeredNear).en}.`,
          }
    return {
      fr: `${name.fr}\u00a0: souhaité par ${peopleWords(wanted).fr}, personne ne le propose.${near.fr}`,
      en: `${name.en}: wanted by ${peopleWords(wanted).en}, offered by nobody.${near.en}`,
    }
  }
  const without =
    offeredIdle === offered
      ? {
          fr: offered > 1 ? 'tous sans binôme' : 'sans binôme',
          en: offered > 1 ? 'none with a pair' : 'without a pair',
        }
      : { fr: `dont ${offeredIdle} sans binôme`, en: `of whom ${offeredIdle} without a pair` }
  return {
    fr: `${name.fr}\u00a0: proposé par ${mentorsWords(offered).fr}, ${without.fr}\u00a0; souhaité par ${peopleWords(wanted).fr}.`,
    en: `${name.en}: offered by ${mentorsWords(offered).en}, ${without.en}; wanted by ${peopleWords(wanted).en}.`,
  }
}

/** What a mentor without a pair could pass on, for organisers; it names the topics, not the person. */
export function sayIdleMentor(
  { topics, wantedBy }: SupplyReport['idleMentors'][number],
  changed?: ScoredTopics,
): Both {
  if (topics.length === 0) {
    return { fr: 'Aucun sujet n’est encore proposé.', en: 'No topic is offered yet.' }
  }
  const names = topics.map((topic) => quote(topicName(topic, changed)))
  const who =
    wantedBy === 0
      ? { fr: 'personne ne les souhaite pour l’instant', en: 'nobody wants any of these for now' }
      : {
          fr: `${peopleWords(wantedBy).fr} en souhaite${wantedBy > 1 ? 'nt' : ''} au moins un`,
          en: `${peopleWords(wantedBy).en} want${wantedBy > 1 ? '' : 's'} at least one of these`,
        }
  return {
    fr: `Propose ${names.map(({ fr }) => fr).join(', ')}\u00a0; ${who.fr}.`,
    en: `Offers ${names.map(({ en }) => en).join(', ')}; ${who.en}.`,
  }
}

function peopleWords(n: number): Both {
  return n === 1
    ? { fr: '1\u00a0personne', en: '1 person' }
    : { fr: n === 0 ? 'personne' : `${n}\u00a0personnes`, en: n === 0 ? 'nobody' : `${n} people` }
}

function mentorsWords(n: number): Both {
  return { fr: `${n}\u00a0mentor${n > 1 ? 's' : ''}`, en: `${n} mentor${n > 1 ? 's' : ''}` }
}
