import type { Both } from './language.ts'

/** What a resource is (W21, D38); it always opens where it lives, never inside our pages. */
export const RESOURCE_KINDS = {
  video: { fr: 'Vidéo', en: 'Video' },
  pdf: { fr: 'PDF', en: 'PDF' },
  image: { fr: 'Image', en: 'Picture' },
  link: { fr: 'Page', en: 'Page' },
} as const satisfies Record<string, Both>
export type ResourceKind = keyof typeof RESOURCE_KINDS
