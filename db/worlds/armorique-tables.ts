import type { JobFamily } from '#domain/job-family.ts'

/** The twelve entities of the invented Groupe Armorique; the k-th has a size in proportion to k^−0.9 (domain.md §6.1). */
export const ENTITIES = [
  {
    name: 'Armorique Réseaux',
    sites: ['Port-Lovan', 'Saint-Trévin', 'Valdorsec', 'Brécelles', 'Montrevaux'],
  },
  { name: 'Armorique Énergies', sites: ['Port-Lovan', 'Hauterive-sur-Aulne', 'Corbelay', 'Lambrière'] },
  { name: 'Armorique Services', sites: ['Saint-Trévin', 'Port-Lovan', 'Orvanne', 'Castelvoie'] },
  { name: 'Armorique Mobilités', sites: ['Valdorsec', 'Port-Lovan', 'Quesnemont'] },
  { name: 'Armorique Ingénierie', sites: ['Brécelles', 'Montrevaux', 'Port-Lovan'] },
  { name: 'Armorique Distribution', sites: ['Montrevaux', 'Corbelay', 'Saint-Trévin'] },
  { name: 'Armorique Maritime', sites: ['Port-Lovan', 'Ancremer'] },
  { name: 'Armorique Habitat', sites: ['Orvanne', 'Castelvoie'] },
  { name: 'Armorique Numérique', sites: ['Saint-Trévin', 'Brécelles'] },
  { name: 'Armorique Environnement', sites: ['Lambrière', 'Hauterive-sur-Aulne'] },
  { name: 'Armorique Assurances', sites: ['Castelvoie', 'Saint-Trévin'] },
  { name: 'Groupe Armorique', sites: ['Port-Lovan'] },
] as const

export const ENTITY_SHARES = ENTITIES.map((_, index) => (index + 1) ** -0.9)

/** Share of each job family in the group; an entity’s own shares are scattered around these (concentration 20). */
export const FAMILY_SHARES: Record<JobFamily, number> = {
  communication: 0.02,
  marketing: 0.03,
  sales: 0.09,
  'customer-service': 0.1,
  finance: 0.05,
  accounting: 0.04,
  legal: 0.02,
  purchasing: 0.03,
  'human-resources': 0.04,
  'information-systems': 0.08,
  data: 0.03,
  engineering: 0.13,
  research: 0.03,
  production: 0.14,
  maintenance: 0.1,
  logistics: 0.07,
}

/** Families where most teams are made of cadres, and those where nearly none is (as a push on a bell curve). */
export const FAMILY_CADRE: Partial<Record<JobFamily, number>> = {
  'customer-service': -1.2,
  accounting: -0.4,
  data: 1.5,
  engineering: 1.2,
  legal: 1.4,
  logistics: -1.3,
  maintenance: -1.2,
  marketing: 0.8,
  production: -1.4,
  research: 1.6,
  'information-systems': 0.9,
}

export type Category = 'cadre' | 'maitrise' | 'execution'

/** Published shares by category (EDF SA social report 2023, domain.md §6.1). */
export const CATEGORY_SHARES: Record<Category, number> = { cadre: 0.481, maitrise: 0.438, execution: 0.081 }

/** Grades in words; the rank is the place in this list, from 1. */
export const GRADES = [
  'Exécution',
  'Maîtrise, niveau 1',
  'Maîtrise, niveau 2',
  'Maîtrise, niveau 3',
  'Cadre, niveau 1',
  'Cadre, niveau 2',
  'Cadre, niveau 3',
  'Direction',
  'Cadre dirigeant',
  'Comité exécutif',
  'Direction générale',
] as const

/** Years in the company: upper bounds of the bands and their published shares (domain.md §6.1, 2023). */
export const TENURE_BANDS = [
  { from: 0, to: 5, share: 0.162 },
  { from: 5, to: 10, share: 0.151 },
  { from: 10, to: 15, share: 0.246 },
  { from: 15, to: 20, share: 0.098 },
  { from: 20, to: 25, share: 0.136 },
  { from: 25, to: 30, share: 0.09 },
  { from: 30, to: 35, share: 0.071 },
  { from: 35, to: 41, share: 0.047 },
] as const

/**
 * Levels of the hierarchy from the top, with their share of the staff at full size: 12 in the executive committee,
 * 150 executives, 600 directors, 3,500 managers of whom 700 lead other managers (domain.md §6.1).
 * The committee has its own rule; team leads and teams share what is left.
 */
export const TIER = {
  head: 0,
  committee: 1,
  executive: 2,
  director: 3,
  seniorManager: 4,
  manager: 5,
  lead: 6,
  base: 7,
} as const
export type Tier = (typeof TIER)[keyof typeof TIER]

export const UPPER_SHARES: [Tier, number][] = [
  [TIER.executive, 150 / 40_000],
  [TIER.director, 600 / 40_000],
  [TIER.seniorManager, 700 / 40_000],
  [TIER.manager, 2_800 / 40_000],
]

/** The lowest rank of each level that commands; leads and teams take theirs from their category. */
export const TIER_RANK: Record<Tier, number> = { 0: 11, 1: 10, 2: 9, 3: 8, 4: 7, 5: 6, 6: 1, 7: 1 }
