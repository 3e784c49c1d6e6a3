import type { Both } from '#domain/language.ts'

/** From how far out of the middle a preference is worth a word. */
const LEANING = 0.25

/**
 * How somebody says they like to learn, read back in words (questionnaires.md §2): `preference` is LP in
 * [−1 experience, +1 principle].
 */
export function preferenceInWords(preference: number): Both {
  if (preference < -LEANING) return { fr: 'plutôt par l’expérience', en: 'rather by experience' }
  if (preference > LEANING) return { fr: 'plutôt par le principe', en: 'rather by the principle' }
  return { fr: 'équilibré', en: 'balanced' }
}

/** What every place that shows a preference says with it (domain.md §2.4). */
export const PREFERENCE_NOTE: Both = {
  fr: 'Préférence d’apprentissage\u00a0: ce n’est ni un test ni une étiquette. Les études montrent peu d’effet\u00a0; nous mesurons s’il en a un ici.',
  en: 'Learning preference: neither a test nor a label. Studies find little effect; we measure whether it matters here.',
}
