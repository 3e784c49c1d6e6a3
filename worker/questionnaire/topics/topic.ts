import type { JobFamily } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'

/**
 * Something that one person can pass on to another. `transversal`: useful in any field; otherwise useful in and
 * near one job `family`. `esco` and `digcomp` are the last part of an identifier
 * `http://data.europa.eu/esco/skill/…`; `digcomp` ones also belong to the DigComp collection of ESCO.
 * The names are the product’s own.
 */
export interface Topic {
  group: string
  transversal: boolean
  family: JobFamily | null
  name: Both
  /** Knowing how to do something, or a way of being with others (D25); left out: hard. */
  nature?: 'hard' | 'soft'
  esco?: string
  digcomp?: string
}

type Identifiers = Pick<Topic, 'esco' | 'digcomp'>
type Ungrouped = Omit<Topic, 'group'>

/** A topic useful in any field. */
export function anywhere(fr: string, en: string, identifiers: Identifiers = {}): Ungrouped {
  return { transversal: true, family: null, name: { fr, en }, ...identifiers }
}

/** A topic useful in and near one job family. */
export function within(family: JobFamily, fr: string, en: string, identifiers: Identifiers = {}): Ungrouped {
  return { transversal: false, family, name: { fr, en }, ...identifiers }
}

/** The topics of one group, in the order in which people read them. */
export function grouped(group: string, topics: Record<string, Ungrouped>): Record<string, Topic> {
  return Object.fromEntries(Object.entries(topics).map(([id, topic]) => [id, { group, ...topic }]))
}
