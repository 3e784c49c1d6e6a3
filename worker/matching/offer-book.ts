import type { ScoredTopics } from '#domain/criterion.ts'
import type { Offer, Want } from '#questionnaire/answers.ts'
import { type Known, type KnownOffer, type KnownWant, knowTopic, Numbers, skillOf } from './topic-fit.ts'

/**
 * Every distinct offer (topic, facet, level, last time) and every distinct want (topic, facet, level, level wished)
 * of a cohort, by number. A few thousand at most, however many people there are.
 */
export class OfferBook {
  readonly offers: KnownOffer[] = []
  readonly wants: KnownWant[] = []
  readonly #topics = new Numbers()
  readonly #offerNumbers = new Map<string, number>()
  readonly #wantNumbers = new Map<string, number>()
  readonly #changed: ScoredTopics | undefined

  constructor(changed: ScoredTopics | undefined) {
    this.#changed = changed
  }

  numberOfOffer({ topic, facet, level, last }: Offer): number {
    const key = `${facet} ${level} ${last} ${topic}`
    const known = this.#offerNumbers.get(key)
    if (known !== undefined) return known
    const offer = { topic, facet, level, last }
    this.#offerNumbers.set(key, this.offers.length)
    return this.offers.push({ ...knowTopic(offer, this.#topics, this.#changed), skill: skillOf(offer) }) - 1
  }

  numberOfWant({ topic, facet, level, target }: Want): number {
    const key = `${facet} ${level} ${target} ${topic}`
    const known = this.#wantNumbers.get(key)
    if (known !== undefined) return known
    this.#wantNumbers.set(key, this.wants.length)
    return this.wants.push(knowTopic({ topic, facet, level, target }, this.#topics, this.#changed)) - 1
  }

  /** Where to look for what is near a topic: its group, or the topic itself where the catalogue does not know it. */
  bucketOf({ group, number }: Pick<Known, 'group' | 'number'>): number {
    return group >= 0 ? 2 * group : 2 * number + 1
  }

  get buckets(): number {
    return 2 * this.#topics.words.length
  }
}
