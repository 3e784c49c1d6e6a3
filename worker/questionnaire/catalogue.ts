import type { ScoredTopics } from '#domain/criterion.ts'
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

/** A topic as the organisation wants it, its own or one of the product’s; `version` counts its changes from 1. */
export interface ChangedTopic extends Pick<Topic, 'group' | 'name' | 'transversal' | 'family' | 'nature'> {
  id: string
  /** The last part of an ESCO identifier. */
  esco: string | null
  offered: boolean
  version: number
}

/** The catalogue as it ships, with what the organisation changed. The same changes in any order give the same version. */
export function mergeTopics(changes: readonly ChangedTopic[]): Catalogue {
  if (changes.length === 0) return STARTING_CATALOGUE
  const count = changes.reduce((sum, { version }) => sum + version, 0)
  return {
    ...STARTING_CATALOGUE,
    version: `${CATALOGUE_VERSION}.${count}`,
    topics: { ...TOPICS, ...Object.fromEntries(changes.map((change) => [change.id, topicAfter(change)])) },
    retired: new Set(changes.filter(({ offered }) => !offered).map(({ id }) => id)),
  }
}

/** A changed topic; an identifier that the product knows as one of DigComp stays so. */
function topicAfter({ id, group, name, transversal, family, nature, esco }: ChangedTopic): Topic {
  const isDigcomp = esco !== null && topicOf(STARTING_CATALOGUE, id)?.digcomp === esco
  return {
    group,
    transversal,
    family,
    name,
    nature,
    ...(esco === null ? {} : isDigcomp ? { digcomp: esco } : { esco }),
  }
}

/** A topic of a catalogue by its id; inherited names such as `constructor` are none. */
export function topicOf(catalogue: Catalogue, id: unknown): Topic | undefined {
  return typeof id === 'string' && Object.hasOwn(catalogue.topics, id) ? catalogue.topics[id] : undefined
}

/** Whether people may choose a topic today. */
export function isOffered(catalogue: Catalogue, id: unknown): id is string {
  return topicOf(catalogue, id) !== undefined && !catalogue.retired.has(id as string)
}

/** The topics of a catalogue in the order in which people read them: group by group, retired ones included. */
export function topicsInOrder({ groups, topics }: Catalogue): [id: string, topic: Topic][] {
  const byGroup = Map.groupBy(Object.entries(topics), ([, { group }]) => group)
  return Object.keys(groups).flatMap((group) => byGroup.get(group) ?? [])
}

/**
 * What matching has to know beyond the catalogue as it ships: topics that are new, or have another name, another group
 * or another reach. Undefined where there are none; a topic that was only retired is as it was for who chose it.
 */
export function topicsToScore(catalogue: Catalogue): ScoredTopics | undefined {
  const changed = Object.entries(catalogue.topics).filter(([id, topic]) => {
    const before = topicOf(STARTING_CATALOGUE, id)
    if (before === topic) return false
    return (
      before?.group !== topic.group ||
      before.transversal !== topic.transversal ||
      before.name.fr !== topic.name.fr ||
      before.name.en !== topic.name.en
    )
  })
  if (changed.length === 0) return undefined
  return Object.fromEntries(
    changed
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, { group, transversal, name }]) => [id, { group, transversal, name }]),
  )
}
