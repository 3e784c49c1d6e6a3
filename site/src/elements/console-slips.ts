import type { SignUpCodeShown } from '#contract/sign-up-code.ts'
import { LANGUAGES } from '#domain/language.ts'
import { SIGN_UP_WORDS } from '#questionnaire/sign-up-words.ts'
import { pageLanguage } from '../api.ts'
import { peopleWordsIn, SLIP_WORDS } from '../words/console-people.ts'
import { writeInstantDay } from './console-figures.ts'
import { h } from './console-markup.ts'

/** Where the slips lead, and who proposes their readers, if anybody does. */
export interface SlipOrigin {
  slug: string
  role: 'mentor' | 'mentee' | null
  time_zone: string
  proposed_by: string | null
}

/** Slips to cut out, one a person, in both languages; shown once, for the codes are kept nowhere. */
export function drawSlips(codes: readonly SignUpCodeShown[], origin: SlipOrigin): HTMLElement {
  const words = peopleWordsIn(pageLanguage()).codes
  return h(
    'section',
    { class: 'slips console-section', 'aria-label': words.sheet, tabindex: -1 },
    h('h2', {}, words.sheet),
    h(
      'p',
      { class: 'slips-tools cluster' },
      h('strong', {}, words.once),
      h('button', { class: 'button', type: 'button', onclick: () => window.print() }, words.print),
    ),
    h('ul', { class: 'slips-list', role: 'list' }, ...codes.map((code) => drawSlip(code, origin))),
  )
}

function drawSlip(
  { given_name, family_name, code, expires_at }: SignUpCodeShown,
  { slug, role, time_zone, proposed_by }: SlipOrigin,
): HTMLElement {
  const texts = LANGUAGES.map((language) => {
    const words = SLIP_WORDS[language]
    const address = `${location.origin}/${language}/programmes/${slug}/${role === null ? '' : `${role}/`}`
    return h(
      'div',
      { lang: language },
      proposed_by !== null && h('p', {}, words.proposed(proposed_by)),
      h('p', {}, words.how(address, SIGN_UP_WORDS.codeFold[language])),
      h('p', {}, words.until(writeInstantDay(expires_at, language, time_zone))),
    )
  })
  return h(
    'li',
    { class: 'slip' },
    h('p', {}, h('strong', {}, `${given_name} ${family_name}`)),
    h(
      'p',
      { class: 'slip-code' },
      h('span', { class: 'slip-label' }, `${SLIP_WORDS.fr.code} · ${SLIP_WORDS.en.code}`),
      h('code', {}, code),
    ),
    ...texts,
  )
}
