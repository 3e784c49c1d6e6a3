import type { JournalSealShown } from '#contract/seal.ts'
import { pageLanguage } from '../api.ts'
import { exchangesApi } from '../api-exchanges.ts'
import { exchangesWordsIn } from '../words/console-exchanges.ts'
import { drawCopies } from './console-copy.ts'
import { writeNumber } from './console-figures.ts'
import { fill } from './console-load.ts'
import { type Child, h } from './console-markup.ts'

/** How far the journal is sealed, to be kept somewhere else: in the form that `npm run audit` takes. */
export function drawSeal(): HTMLElement {
  const section = h('section', { class: 'console-section' })
  void fill(section, exchangesApi.seal, draw)
  return section
}

function draw({ seq, hash, events, unsealed }: JournalSealShown): Child[] {
  const language = pageLanguage()
  const words = exchangesWordsIn(language).seal
  const heading = h('h2', {}, words.title)
  if (seq === 0) return [heading, h('p', { class: 'muted' }, words.none)]
  const count = writeNumber(events, language)
  const state = unsealed === 0 ? words.whole(count) : words.part(count, writeNumber(unsealed, language))
  return [
    heading,
    h('p', { class: 'access-lead' }, words.lead),
    drawCopies([[words.anchor, `${seq}:${hash}`]]),
    h('p', { class: 'hint' }, state),
  ]
}
