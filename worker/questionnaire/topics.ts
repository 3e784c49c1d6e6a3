import type { Both } from '#domain/language.ts'
import { artificialIntelligence, collaboration, data, digitalTools, security } from './topics/digital.ts'
import { company, management, peopleSkills } from './topics/people.ts'
import { culture, customersAndColleagues, socialNetworks, sustainability } from './topics/society.ts'
import type { Topic } from './topics/topic.ts'
import {
  engineeringAndSystems,
  financeAndAccounting,
  humanResources,
  lawAndPurchasing,
  marketingAndCommunication,
  operations,
  sales,
} from './topics/trades.ts'

export type { Topic }

/** Goes up with every change of the catalogue; a topic is never removed or given another meaning. */
export const CATALOGUE_VERSION = 1

/** The groups in the order in which people read them. */
export const TOPIC_GROUPS: Record<string, Both> = {
  'digital-tools': { fr: 'Outils numériques', en: 'Digital tools' },
  collaboration: { fr: 'Travailler ensemble', en: 'Working together' },
  'social-networks': { fr: 'Réseaux sociaux', en: 'Social networks' },
  'artificial-intelligence': { fr: 'Intelligence artificielle', en: 'Artificial intelligence' },
  data: { fr: 'Données', en: 'Data' },
  security: { fr: 'Sécurité et confiance', en: 'Security and trust' },
  culture: { fr: 'Culture d’aujourd’hui', en: 'Culture today' },
  'customers-and-colleagues': {
    fr: 'Clients et collègues d’aujourd’hui',
    en: 'Customers and colleagues today',
  },
  sustainability: { fr: 'Écologie et responsabilité', en: 'Ecology and responsibility' },
  'people-skills': { fr: 'Savoir-être', en: 'People skills' },
  management: { fr: 'Management et projets', en: 'Management and projects' },
  company: { fr: 'Connaissance de l’entreprise', en: 'Knowing the company' },
  'marketing-and-communication': { fr: 'Marketing et communication', en: 'Marketing and communication' },
  sales: { fr: 'Vente', en: 'Sales' },
  'finance-and-accounting': { fr: 'Finance et comptabilité', en: 'Finance and accounting' },
  'law-and-purchasing': { fr: 'Droit et achats', en: 'Law and purchasing' },
  'human-resources': { fr: 'Ressources humaines', en: 'Human resources' },
  operations: { fr: 'Production, maintenance et logistique', en: 'Production, maintenance and logistics' },
  'engineering-and-systems': {
    fr: 'Ingénierie, recherche et informatique',
    en: 'Engineering, research and IT',
  },
}

/** The product’s own bilingual catalogue, by stable id. */
export const TOPICS: Record<string, Topic> = {
  ...digitalTools,
  ...collaboration,
  ...socialNetworks,
  ...artificialIntelligence,
  ...data,
  ...security,
  ...culture,
  ...customersAndColleagues,
  ...sustainability,
  ...peopleSkills,
  ...management,
  ...company,
  ...marketingAndCommunication,
  ...sales,
  ...financeAndAccounting,
  ...lawAndPurchasing,
  ...humanResources,
  ...operations,
  ...engineeringAndSystems,
}

/** Whether an id is in the catalogue; inherited names such as `constructor` are not. */
export function isTopic(id: unknown): id is string {
  return typeof id === 'string' && Object.hasOwn(TOPICS, id)
}
