import type { Both } from './language.ts'

/** What must stand wherever skills of ESCO are shown. */
export const ESCO_CREDIT: Both = {
  fr: 'Ce service utilise la classification ESCO de la Commission européenne.',
  en: 'This service uses the ESCO classification of the European Commission.',
}

/** The last part of an ESCO identifier, whole or not, in lower case; null where it is none. */
export function escoIdOf(text: string): string | null {
  const last = text.trim().split('/').at(-1)?.toLowerCase() ?? ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.\d{1,4})?$/.test(last) ? last : null
}
