import type { Both } from './language.ts'

/** What a message to the team may be about (P39); experts who answer the call write about `expert` (F22). */
export const CONTACT_SUBJECTS = {
  programme: { fr: 'Un programme de mentorat', en: 'A mentoring programme' },
  expert: { fr: 'L’appel à experts', en: 'The call for experts' },
  data: { fr: 'Mes données personnelles', en: 'My personal data' },
  accessibility: { fr: 'L’accessibilité du site', en: 'The accessibility of the site' },
  other: { fr: 'Autre chose', en: 'Something else' },
} as const satisfies Record<string, Both>
export type ContactSubject = keyof typeof CONTACT_SUBJECTS

export type ContactMessageState = 'open' | 'answered'
