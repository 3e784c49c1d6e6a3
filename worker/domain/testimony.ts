/** waiting: read by nobody but organisers · published: on the page · refused: never shown, then erased (D36). */
export const TESTIMONY_STATES = ['waiting', 'published', 'refused'] as const
export type TestimonyState = (typeof TESTIMONY_STATES)[number]

/** As long as a page can hold several of them. */
export const TESTIMONY_MAX = 1500
