import type { Both } from '#domain/language.ts'
import type { Prospect } from './alternatives.ts'
import type { Regret } from './regret.ts'
import { sayPoints } from './rule-cost.ts'

/** What the whole programme would lose with another pair, in a sentence for organisers. */
export function sayRegret({ pairs, first, worst, points }: Regret): Both {
  if (pairs === 0 && first === 0 && worst === 0 && points === 0) {
    return {
      fr: 'L’ensemble serait tout aussi bon.',
      en: 'The whole would be just as good.',
    }
  }
  const parts: Both[] = []
  if (pairs > 0) {
    parts.push({
      fr: `${pairs}\u00a0binôme${pairs > 1 ? 's' : ''} de moins`,
      en: `${pairs} pair${pairs > 1 ? 's' : ''} fewer`,
    })
  }
  if (first > 0) {
    parts.push({
      fr: 'une personne à servir d’abord resterait sans mentor',
      en: 'somebody who is to be served first would stay without a mentor',
    })
  }
  if (worst > 0) {
    parts.push({
      fr: `le moins bon des binômes perdrait ${tenths(worst, 'fr')}\u00a0point${worst >= 20_000 ? 's' : ''}`,
      en: `the least good pair would lose ${tenths(worst, 'en')} point${tenths(worst, 'en') === '1' ? '' : 's'}`,
    })
  }
  if (points !== 0) parts.push(sayPoints(-points))
  return {
    fr: `Pour l’ensemble\u00a0: ${parts.map(({ fr }) => fr).join(', ')}.`,
    en: `For the whole: ${parts.map(({ en }) => en).join(', ')}.`,
  }
}

/** What would have to change for somebody who waits, for organisers; `nameOf` names a mentor by place in the problem. */
export function sayProspect({ suitors, gain, places }: Prospect, nameOf: (mentor: number) => string): Both {
  if (suitors.length === 0) {
    return {
      fr: 'Aucun mentor ne convient\u00a0: c’est une règle ou une réponse qui devrait changer.',
      en: 'No mentor suits: a rule or an answer would have to change.',
    }
  }
  const ways: Both[] = []
  if (places.length > 0) {
    const names = places.map(nameOf)
    ways.push({
      fr: `une place de plus chez ${listed(names, 'ou')}`,
      en: `one more place with ${listed(names, 'or')}`,
    })
  }
  if (gain) {
    ways.push({
      fr: `${tenths(gain.points, 'fr')}\u00a0point${gain.points >= 20_000 ? 's' : ''} de plus à son score avec ${nameOf(gain.mentor)}`,
      en: `${tenths(gain.points, 'en')} more point${tenths(gain.points, 'en') === '1' ? '' : 's'} to the score with ${nameOf(gain.mentor)}`,
    })
  }
  return ways.length === 0
    ? {
        fr: 'Ni une seule place de plus ni un meilleur score n’y suffirait.',
        en: 'Neither one more place nor a better score would be enough.',
      }
    : {
        fr: `Il suffirait de ceci\u00a0: ${ways.map(({ fr }) => fr).join(', ou ')}.`,
        en: `This would be enough: ${ways.map(({ en }) => en).join(', or ')}.`,
      }
}

/** Points of which a perfect pair has 100, rounded up, so that what is said is enough. */
function tenths(microUnits: number, language: 'fr' | 'en'): string {
  return (Math.ceil(microUnits / 1_000) / 10).toLocaleString(language, { maximumFractionDigits: 1 })
}

function listed(names: readonly string[], or: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`
}
