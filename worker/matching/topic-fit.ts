import type { ScoredTopic, ScoredTopics } from '#domain/criterion.ts'
import type { Offer, Want } from '#questionnaire/answers.ts'
import { TOPICS } from '#questionnaire/topics.ts'

/** An offer or a want with its topic looked up once; `number` stands for the topic’s id and `group` for its group. */
export interface Known {
  number: number
  /** -1 where the topic is not in the catalogue, and so in no group. */
  group: number
  /** A topic that the catalogue does not know counts as one of a field. */
  isTransversal: boolean
}
export type KnownOffer = Offer & Known & { skill: number }
export type KnownWant = Want & Known

/** What one person can pass on to another about one wish. `rank` 0 is the first wish. */
export interface Link {
  offer: KnownOffer
  want: KnownWant
  rank: number
  near: number
  value: number
}

export interface TopicFit {
  /** 0…1: min(1, best + .25 · second best). */
  value: number
  /** The best link of each wish that can be met, best first. */
  links: Link[]
}

const PRIORITIES = [1, 0.7, 0.5]

/** skill = .6·SKL/4 + .4·SKR/4, from level and last time (questionnaires.md §3). */
export function skillOf(offer: Pick<Offer, 'level' | 'last'>): number {
  return (0.6 * offer.level) / 4 + (0.4 * offer.last) / 4
}

/** A topic as the organisation has it, or else as the product does; undefined where neither knows it. */
export function scoredTopic(id: string, changed: ScoredTopics | undefined): ScoredTopic | undefined {
  if (changed && Object.hasOwn(changed, id)) return changed[id]
  return Object.hasOwn(TOPICS, id) ? TOPICS[id] : undefined
}

/** Looks topics up; the same `numbers` and the same `changed` topics must serve all people of a run. */
export function knowTopic<T extends { topic: string }>(
  entry: T,
  numbers: Numbers,
  changed: ScoredTopics | undefined,
): T & Known {
  const topic = scoredTopic(entry.topic, changed)
  return {
    ...entry,
    number: numbers.of(entry.topic),
    group: topic ? numbers.of(`group ${topic.group}`) : -1,
    isTransversal: topic?.transversal ?? false,
  }
}

/** Small numbers that stand for words, so that comparing is quick. */
export class Numbers {
  readonly words: string[] = []
  readonly #known = new Map<string, number>()

  of(word: string): number {
    let number = this.#known.get(word)
    if (number === undefined) {
      number = this.words.push(word) - 1
      this.#known.set(word, number)
    }
    return number
  }

  /** The number of a word, if it has one. */
  find(word: string): number | undefined {
    return this.#known.get(word)
  }
}

/** 1 same topic and facet · .6 same topic, other facet · .35 same group, to be confirmed · 0 otherwise (§3). */
export function nearness(offer: KnownOffer, want: KnownWant): number {
  if (offer.number === want.number) return offer.facet === want.facet ? 1 : 0.6
  return offer.group >= 0 && offer.group === want.group ? 0.35 : 0
}

/**
 * Whether somebody knows enough to pass the topic on: SKL ≥ 3, or SKL ≥ the level wished and above the learner’s own
 * (P24, P30; questionnaires.md §3, whose third case, both at 4, is part of the first).
 */
export function isAdmissible(offer: Pick<Offer, 'level'>, want: Pick<Want, 'level' | 'target'>): boolean {
  return offer.level >= 3 || (offer.level >= want.target && offer.level > want.level)
}

/** lift = min(1, max(.3, (4·skill − SKL of the learner)/2)) when admissible, else 0 (§3). */
export function liftOf(offer: KnownOffer, want: KnownWant): number {
  if (!isAdmissible(offer, want)) return 0
  return Math.min(1, Math.max(0.3, (4 * offer.skill - want.level) / 2))
}

/** The hard minimum: one wish with near ≥ .35 and lift > 0 (§3, P30). */
export function canTeach(offers: readonly KnownOffer[], wants: readonly KnownWant[]): boolean {
  for (const want of wants) {
    for (const offer of offers) {
      if (nearness(offer, want) > 0 && isAdmissible(offer, want)) return true
    }
  }
  return false
}

/**
 * topic = near · lift · field · priority for each wish, with the best offer; the fit is best + .25 · second best
 * (§3). field = 1 for a transversal wish, else 1 − .6 · distance of the two job families.
 */
export function fitTopics(
  offers: readonly KnownOffer[],
  wants: readonly KnownWant[],
  distance: number,
): TopicFit {
  const links: Link[] = []
  for (let rank = 0; rank < wants.length; rank++) {
    const link = bestLink(offers, wants[rank]!, rank, distance)
    if (link) links.push(link)
  }
  if (links.length > 1) links.sort((a, b) => b.value - a.value || a.rank - b.rank)
  return { value: Math.min(1, (links[0]?.value ?? 0) + 0.25 * (links[1]?.value ?? 0)), links }
}

/** How far a wish counts between families so distant: whole where it serves in any field, else 1 − .6 · distance (§3). */
export function fieldFactor({ isTransversal }: Pick<Known, 'isTransversal'>, distance: number): number {
  return isTransversal ? 1 : 1 - 0.6 * distance
}

/** 1, .7 and .5 for the first, second and third wish (§3). */
export function priorityOf(rank: number): number {
  return PRIORITIES[rank] ?? 0.5
}

function bestLink(
  offers: readonly KnownOffer[],
  want: KnownWant,
  rank: number,
  distance: number,
): Link | null {
  const [field, priority] = [fieldFactor(want, distance), priorityOf(rank)]
  let best: Link | null = null
  for (const offer of offers) {
    const near = nearness(offer, want)
    const value = near === 0 ? 0 : near * liftOf(offer, want) * field * priority
    if (value > (best?.value ?? 0)) best = { offer, want, rank, near, value }
  }
  return best
}
