import { type Fragment, fragment } from './fragment.ts'

/** good: it is done · mail: look in your mailbox · watch: not now · trouble: something is in the way. */
export type Tone = 'good' | 'mail' | 'watch' | 'trouble'

const SHAPES: Record<Tone, Fragment> = {
  good: fragment`<circle cx="24" cy="24" r="21"></circle><path d="M14 25l7 7 13-15"></path>`,
  mail: fragment`<rect x="4" y="10" width="40" height="28" rx="4"></rect><path d="M5 13l19 14 19-14"></path>`,
  watch: fragment`<circle cx="24" cy="24" r="21"></circle><path d="M24 12v12l8 6"></path>`,
  trouble: fragment`<path d="M24 5l21 37H3z"></path><path d="M24 19v11m0 5v1"></path>`,
}

/** The drawing above a message: a shape that goes with the words, and says nothing by itself. */
export function mark(tone: Tone): Fragment {
  const colour = tone === 'mail' ? '' : tone
  return fragment`<svg class="mark" data-tone="${colour}" width="48" height="48" viewBox="0 0 48 48" aria-hidden="true" focusable="false">${SHAPES[tone]}</svg>`
}
