import type { JobFamily } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'

/** Both kinds can be offered and wanted by everybody (D25). */
export type Nature = 'hard' | 'soft'

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
  /** hard: knowing how to do something · soft: a way of being and working with others (D25). */
  nature: Nature
  esco?: string
  digcomp?: string
}

type Details = Partial<Pick<Topic, 'esco' | 'digcomp' | 'nature'>>
type Ungrouped = Omit<Topic, 'group' | 'nature'> & { nature?: Nature }

/** A topic useful in any field. */
export function anywhere(fr: string, en: string, details: Details = {}): Ungrouped {
  return { transversal: true, family: null, name: { fr, en }, ...details }
}

/** A topic useful in and near one job family. */
export function within(family: JobFamily, fr: string, en: string, details: Details = {}): Ungrouped {
  return { transversal: false, family, name: { fr, en }, ...details }
}

/** The topics of one group, in the order in which people read them; `nature` is that of those that name none. */
export function grouped(
  group: string,
  topics: Record<string, Ungrouped>,
  nature: Nature = 'hard',
): Record<string, Topic> {
  return Object.fromEntries(Object.entries(topics).map(([id, topic]) => [id, { group, nature, ...topic }]))
}
