import type { Both } from '#domain/language.ts'
import type { ChangeCause, ChangedPair } from './changes.ts'

/** Why a pair is there no longer, in a sentence for organisers; people are named as the pair names them. */
export function sayLost({ mentor, mentee, cause }: ChangedPair): Both {
  switch (cause.kind) {
    case 'mentor-left':
      return { fr: `${mentor} ne participe plus.`, en: `${mentor} no longer takes part.` }
    case 'mentee-left':
      return { fr: `${mentee} ne participe plus.`, en: `${mentee} no longer takes part.` }
    case 'forbidden':
      return {
        fr: 'Une règle ou un choix interdit désormais ce binôme.',
        en: 'A rule or a choice now forbids this pair.',
      }
    case 'score':
      return sayScore(cause)
    case 'moved': {
      const root = sayRoot(cause.root)
      return {
        fr: `La place est allée à ${cause.mentee}${root.fr}.`,
        en: `The place went to ${cause.mentee}${root.en}.`,
      }
    }
    default:
      return REARRANGED
  }
}

/** Why a pair is there that was not before, in a sentence for organisers. */
export function sayWon({ mentor, mentee, cause }: ChangedPair): Both {
  switch (cause.kind) {
    case 'mentor-joined':
      return { fr: `${mentor} participe depuis.`, en: `${mentor} has joined since.` }
    case 'mentee-joined':
      return { fr: `${mentee} participe depuis.`, en: `${mentee} has joined since.` }
    case 'allowed':
      return {
        fr: 'Plus aucune règle n’interdit ce binôme.',
        en: 'No rule forbids this pair any more.',
      }
    case 'score':
      return sayScore(cause)
    case 'moved': {
      const root = sayRoot(cause.root)
      return {
        fr: `${cause.mentee} a laissé une place libre${root.fr}.`,
        en: `${cause.mentee} left a place free${root.en}.`,
      }
    }
    default:
      return REARRANGED
  }
}

const REARRANGED: Both = {
  fr: 'L’ensemble des binômes est meilleur ainsi.',
  en: 'All pairs together are better this way.',
}

function sayScore({ before, after, changed }: Extract<ChangeCause, { kind: 'score' }>): Both {
  const why =
    changed === 'weights'
      ? { fr: 'les critères pèsent autrement', en: 'the criteria weigh differently' }
      : { fr: 'des réponses ont changé', en: 'answers have changed' }
  const more = after > before
  return {
    fr: `Ce binôme compte ${more ? 'plus' : 'moins'} qu’avant (${percent(before)}\u00a0% → ${percent(after)}\u00a0%)\u00a0: ${why.fr}.`,
    en: `This pair counts ${more ? 'more' : 'less'} than before (${percent(before)}% → ${percent(after)}%): ${why.en}.`,
  }
}

/** What set a chain of moves off, as it is read after the move. */
function sayRoot(root: ChangeCause): Both {
  switch (root.kind) {
    case 'mentor-left':
    case 'mentee-left':
      return { fr: ', à la suite d’un départ', en: ', after somebody left' }
    case 'mentor-joined':
    case 'mentee-joined':
      return { fr: ', à la suite d’une arrivée', en: ', after somebody joined' }
    case 'forbidden':
      return {
        fr: ', car une règle interdit désormais un autre binôme',
        en: ', because a rule now forbids another pair',
      }
    case 'allowed':
      return { fr: ', dont le binôme n’est plus interdit', en: ', whose pair is no longer forbidden' }
    case 'score':
      return { fr: ', car les scores ont changé', en: ', because scores have changed' }
    default:
      return { fr: '', en: '' }
  }
}

function percent(score: number): number {
  return Math.round(score / 10_000)
}
