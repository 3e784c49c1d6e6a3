import type { Both } from './language.ts'

/** The sixteen job families that ship with the product, each in one broad domain and with near neighbours. */
export const JOB_FAMILIES = {
  communication: {
    domain: 'market',
    near: ['marketing'],
    name: { fr: 'Communication', en: 'Communication' },
  },
  marketing: {
    domain: 'market',
    near: ['communication', 'sales'],
    name: { fr: 'Marketing', en: 'Marketing' },
  },
  sales: {
    domain: 'market',
    near: ['marketing', 'customer-service'],
    name: { fr: 'Vente et relations commerciales', en: 'Sales' },
  },
  'customer-service': {
    domain: 'market',
    near: ['sales'],
    name: { fr: 'Service client', en: 'Customer service' },
  },
  finance: {
    domain: 'support',
    near: ['accounting'],
    name: { fr: 'Finance et contrôle de gestion', en: 'Finance' },
  },
  accounting: { domain: 'support', near: ['finance'], name: { fr: 'Comptabilité', en: 'Accounting' } },
  legal: {
    domain: 'support',
    near: ['purchasing'],
    name: { fr: 'Juridique et conformité', en: 'Legal and compliance' },
  },
  purchasing: { domain: 'support', near: ['legal'], name: { fr: 'Achats', en: 'Purchasing' } },
  'human-resources': {
    domain: 'support',
    near: [],
    name: { fr: 'Ressources humaines', en: 'Human resources' },
  },
  'information-systems': {
    domain: 'technology',
    near: ['data', 'engineering'],
    name: { fr: 'Systèmes d’information', en: 'Information systems' },
  },
  data: { domain: 'technology', near: ['information-systems'], name: { fr: 'Données', en: 'Data' } },
  engineering: {
    domain: 'technology',
    near: ['research', 'information-systems'],
    name: { fr: 'Ingénierie', en: 'Engineering' },
  },
  research: {
    domain: 'technology',
    near: ['engineering'],
    name: { fr: 'Recherche et innovation', en: 'Research' },
  },
  production: {
    domain: 'operations',
    near: ['maintenance', 'logistics'],
    name: { fr: 'Production', en: 'Production' },
  },
  maintenance: { domain: 'operations', near: ['production'], name: { fr: 'Maintenance', en: 'Maintenance' } },
  logistics: { domain: 'operations', near: ['production'], name: { fr: 'Logistique', en: 'Logistics' } },
} as const satisfies Record<string, { domain: string; near: readonly string[]; name: Both }>

export type JobFamily = keyof typeof JOB_FAMILIES

/**
 * How far two job families are: 0 same, 1/3 neighbours, 2/3 same domain, 1 far (domain.md §6.1).
 * Families that an HR system names in its own words are near only to themselves; an unknown one is far.
 */
export function familyDistance(a: string | null, b: string | null): number {
  if (a === null || b === null) return 1
  if (a === b) return 0
  const [one, other] = [JOB_FAMILIES[a as JobFamily], JOB_FAMILIES[b as JobFamily]]
  if (!one || !other) return 1
  if ((one.near as readonly string[]).includes(b) || (other.near as readonly string[]).includes(a))
    return 1 / 3
  return one.domain === other.domain ? 2 / 3 : 1
}

/** The name of a family as a person reads it; an HR system's own word is shown as it came. */
export function familyName(family: string): Both {
  return JOB_FAMILIES[family as JobFamily]?.name ?? { fr: family, en: family }
}
