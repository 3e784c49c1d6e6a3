import type { AlternativeShown, ExplanationShown } from '#contract/explanation.ts'
import type { Role } from '#domain/participant.ts'
import { pageLanguage } from '../api.ts'
import { pairWordsIn } from '../words/console-pair.ts'
import { addressOf } from './console-address.ts'
import { type Decisions, drawDecision } from './console-decisions.ts'
import { toPoints, writeNumber } from './console-figures.ts'
import { type Child, h, tag } from './console-markup.ts'
import { nameOf, placeOf } from './console-person.ts'

/** Who else it could be, for each of the two, with what the whole programme would lose and a way to decide. */
export function drawAlternatives(shown: ExplanationShown, decisions: Decisions): Child[] {
  const words = pairWordsIn(pageLanguage()).others
  if (shown.left_out) return [h('p', {}, shown.left_out[pageLanguage()])]
  const next = addressOf('programme', { p: decisions.slug }, 'runs')
  return [
    h('p', {}, words.lead),
    h(
      'div',
      { class: 'alternatives-sides' },
      drawSide(shown, 'mentee', decisions),
      drawSide(shown, 'mentor', decisions),
    ),
    h('p', { class: 'hint' }, words.next, ' ', h('a', { href: next }, words.start)),
  ]
}

/** The other partners of one of the two, whose colour is that of the role they would take. */
function drawSide({ proposal, alternatives }: ExplanationShown, of: Role, decisions: Decisions): HTMLElement {
  const words = pairWordsIn(pageLanguage()).others
  const self = proposal.people[of]
  const others = alternatives[of]
  return h(
    'div',
    { 'data-role': of === 'mentor' ? 'mentee' : 'mentor' },
    h('h3', {}, words[of](nameOf(self))),
    others.length === 0
      ? h('p', { class: 'muted' }, words.none(nameOf(self)))
      : h(
          'ul',
          { class: 'alternatives', role: 'list' },
          ...others.map((other) => {
            const [mentor, mentee] = of === 'mentor' ? [self, other.partner] : [other.partner, self]
            return h('li', {}, ...drawOther(other), drawDecision(decisions, mentor, mentee))
          }),
        ),
  )
}

function drawOther({ partner, score, regret }: AlternativeShown): HTMLElement[] {
  const language = pageLanguage()
  const words = pairWordsIn(language).others
  const isFree = regret.pairs === 0 && regret.points === 0
  return [
    h('strong', { class: 'who' }, nameOf(partner)),
    h('span', { class: 'hint' }, placeOf(partner)),
    h('p', {}, isFree && tag(words.nothingLost, { tone: 'good' }), isFree && ' ', regret[language]),
    h('span', { class: 'hint' }, words.score(writeNumber(toPoints(score), language))),
  ]
}
