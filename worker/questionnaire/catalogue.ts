import type { Both } from '#domain/language.ts'
import type { Topic } from './topics/topic.ts'
import { CATALOGUE_VERSION, TOPIC_GROUPS, TOPICS } from './topics.ts'

/**
 * The topics that people choose from: the product’s own, with what the organisation added, renamed or no longer offers.
 * A topic that is no longer offered stays known, for people have chosen it (W1).
 */
export interface Catalogue {
  /** Two numbers, such as `1.4`: the product’s catalogue, and how often the organisation changed it. */
  version: string
  groups: Readonly<Record<string, Both>>
  topics: Readonly<Record<string, Topic>>
  /** Topics that are known but no longer offered. */
  retired: ReadonlySet<string>
}

/** The catalogue as it ships. */
export const STARTING_CATALOGUE: Catalogue = {
  version: `${CATALOGUE_VERSION}.0`,
  groups: TOPIC_GROUPS,
  topics: TOPICS,
  retired: new Set(),
}

/** A topic of a catalogue by its id; inherited names such as `constructor` are none. */
export function topicOf(catalogue: Catalogue, id: unknown): Topic | undefined {
  return typeof id === 'string' && Object.hasOwn(catalogue.topics, id) ? catalogue.topics[id] : undefined
}
