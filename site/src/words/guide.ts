import type { Both } from '#domain/language.ts'
import { ENTRA_GUIDE } from './guide-entra.ts'
import { EXCHANGE_GUIDE } from './guide-exchange.ts'
import { HR_SYSTEM_GUIDE } from './guide-hr-system.ts'
import { OKTA_GUIDE } from './guide-okta.ts'
import type { Figures } from './prose.ts'

/** Something to type in a terminal, and what to look for in what it prints; `…` stands for anything. */
export interface GuideCommand {
  run: string
  shows: string
}

export interface GuideStep {
  heading: Both
  paragraphs: Both<string[]>
  /** The same in both languages: a test types every one of them, in their order. */
  commands?: GuideCommand[]
  figures?: Both<Figures>
  after?: Both<string[]>
}

/** How to connect one kind of system, step by step. */
export interface Guide {
  title: Both
  lead: Both
  steps: GuideStep[]
}

/** The guides by the last part of their address. */
export const GUIDES = {
  'hr-system': HR_SYSTEM_GUIDE,
  okta: OKTA_GUIDE,
  entra: ENTRA_GUIDE,
  exchange: EXCHANGE_GUIDE,
} satisfies Record<string, Guide>

export const GUIDE_PAGE = {
  fr: {
    title: 'Relier vos outils',
    lead: 'Quatre guides courts pour relier Binôme à un outil RH ou à un annuaire. Chaque commande peut être copiée et essayée sur votre ordinateur.',
    terminal: 'À taper',
    answer: 'Ce qui doit s’afficher',
    reference: 'La référence de l’API, champ par champ',
    problems: 'Ce que veulent dire les refus',
    all: 'Tous les guides',
  },
  en: {
    title: 'Connect your tools',
    lead: 'Four short guides to connect Binôme to an HR tool or an identity provider. Each command can be copied and tried on your computer.',
    terminal: 'Type',
    answer: 'What you should see',
    reference: 'The API reference, field by field',
    problems: 'What the refusals mean',
    all: 'All guides',
  },
}
