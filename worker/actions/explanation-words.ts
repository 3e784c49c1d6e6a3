import type { Criterion } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import { explainPair, type PairFacts } from '#matching/explain.ts'
import { languagesWords, topicWords } from '#matching/words.ts'
import type { Facet } from '#questionnaire/answers.ts'
import { LAST_WORDS } from '#questionnaire/level.ts'

type Names = { mentor: string; mentee: string }
type TopicFacts = PairFacts['topics'][number]

/** What a level of a topic means, said of somebody else: who passes it on, and who goes from one level to another. */
const LEVELS: Record<Facet, { has: readonly Both[]; from: readonly Both[]; to: readonly Both[] }> = {
  usage: {
    has: [
      { fr: 'un usage encore à venir', en: 'no use yet' },
      { fr: 'un usage accompagné', en: 'use with some help' },
      { fr: 'un usage autonome', en: 'use without help' },
      { fr: 'un usage régulier, jusqu’à dépanner les autres', en: 'regular use, up to helping others out' },
      { fr: 'un savoir-faire déjà transmis à d’autres', en: 'a skill already taught to others' },
    ],
    from: [
      { fr: 'de zéro', en: 'from no use yet' },
      { fr: 'd’un usage accompagné', en: 'from use with some help' },
      { fr: 'd’un usage autonome', en: 'from use without help' },
      { fr: 'd’un usage régulier', en: 'from regular use' },
      { fr: 'd’un savoir-faire déjà transmis', en: 'from a skill already taught' },
    ],
    to: [
      { fr: 'à une première approche', en: 'to a first approach' },
      { fr: 'à un usage accompagné', en: 'to use with some help' },
      { fr: 'à un usage autonome', en: 'to use without help' },
      { fr: 'à un usage régulier', en: 'to regular use' },
      { fr: 'à un savoir-faire à transmettre', en: 'to a skill to be taught to others' },
    ],
  },
  stakes: {
    has: [
      { fr: 'une découverte', en: 'a first discovery' },
      { fr: 'les grandes lignes', en: 'the outline' },
      { fr: 'une vue de ses effets sur l’activité', en: 'a view of its effects on the work' },
      { fr: 'de quoi décider ou recommander', en: 'enough to decide or advise' },
      { fr: 'une vision déjà exposée à d’autres', en: 'a view already presented to others' },
    ],
    from: [
      { fr: 'de la découverte', en: 'from a first discovery' },
      { fr: 'des grandes lignes', en: 'from the outline' },
      { fr: 'd’une vue de ses effets', en: 'from a view of its effects' },
      { fr: 'd’une aide à la décision', en: 'from a basis for decisions' },
      { fr: 'd’une vision déjà exposée', en: 'from a view already presented' },
    ],
    to: [
      { fr: 'à une découverte', en: 'to a first discovery' },
      { fr: 'aux grandes lignes', en: 'to the outline' },
      { fr: 'à une vue de ses effets', en: 'to a view of its effects' },
      { fr: 'à une aide à la décision', en: 'to a basis for decisions' },
      { fr: 'à une vision à exposer', en: 'to a view to present to others' },
    ],
  },
}

/** A criterion about which the answers of the two tell something. */
const IS_TOLD: Record<Exclude<Criterion, 'need'>, (facts: PairFacts) => boolean> = {
  reverse: ({ reverse }) => reverse.length > 0,
  field: ({ families }) => families.mentor !== null && families.mentee !== null,
  availability: ({ slots }) => slots !== null,
  intentions: ({ hopes }) => hopes !== null,
  site: ({ site }) => site !== 'unknown',
  learning: ({ learning }) => learning !== null,
}

/** How many topics are told in each direction. */
const TOPICS = 2

/**
 * What brings two people together, in the third person, for organisers: first what is passed on, without which there
 * would be no pair, then what counts most in their score. What is not known or brings nothing is left to the criteria.
 */
export function sayFacts(facts: PairFacts, { mentor, mentee }: Names): Both[] {
  const others = explainPair(facts)
    .filter(({ criterion, points }) => criterion !== 'need' && points > 0 && IS_TOLD[criterion](facts))
    .sort((one, other) => other.points - one.points)
  const said = [
    ...facts.topics.slice(0, TOPICS).map((topic) => sayTopic(topic, mentor, mentee)),
    ...others.flatMap(({ criterion, fr, en }): Both[] =>
      criterion === 'reverse'
        ? facts.reverse.slice(0, TOPICS).map((topic) => sayTopic(topic, mentee, mentor))
        : [{ fr, en }],
    ),
  ]
  if (facts.languages.length === 0) return said
  const languages = languagesWords(facts.languages)
  return [...said, { fr: `Échanges possibles ${languages.fr}.`, en: `They can talk ${languages.en}.` }]
}

function sayTopic(facts: TopicFacts, teacher: string, learner: string): Both {
  const offer = facts.offered ?? facts
  const taught = topicWords(offer)
  const has = LEVELS[offer.facet].has[facts.level] ?? UNKNOWN
  const last = facts.last > 0 ? LAST_WORDS[facts.last] : undefined
  const wants = sayWish(facts, learner)
  return {
    fr: `${teacher} peut transmettre ${taught.fr}\u00a0: ${has.fr}${last ? `, dernière pratique ${last.fr}` : ''}. ${wants.fr}`,
    en: `${teacher} can pass on ${taught.en}: ${has.en}${last ? `, last practised ${last.en}` : ''}. ${wants.en}`,
  }
}

/** What is wished, named where it is not the very topic that is offered. */
function sayWish(facts: TopicFacts, learner: string): Both {
  const { from, to } = LEVELS[facts.facet]
  const [today, wished] = [from[facts.today] ?? UNKNOWN, to[facts.wish] ?? UNKNOWN]
  const step =
    facts.wish > facts.today
      ? { fr: `veut passer ${today.fr} ${wished.fr}`, en: `wants to go ${today.en} ${wished.en}` }
      : { fr: 'veut continuer à progresser', en: 'wants to keep making progress' }
  if (!facts.offered) return { fr: `${learner} ${step.fr}.`, en: `${learner} ${step.en}.` }
  const wish = topicWords(facts)
  return facts.offered.topic === facts.topic
    ? { fr: `${learner} ${step.fr}, pour ${wish.fr}.`, en: `${learner} ${step.en}, for ${wish.en}.` }
    : {
        fr: `C’est un sujet voisin de ${wish.fr}, où ${learner} ${step.fr}.`,
        en: `That is close to ${wish.en}, on which ${learner} ${step.en}.`,
      }
}

const UNKNOWN: Both = { fr: '?', en: '?' }

/** What another choice would change: pairs lost, how far the worst pair falls where that counts, and score lost. */
export interface Loss {
  pairs: number
  worst: number
  points: number
}

/** What the whole programme would lose, as its director reads it; `total` is the score of all pairs as they are. */
export function sayLoss({ pairs, worst, points }: Loss, total: number): Both {
  if (pairs === 0 && worst <= 0 && points === 0) {
    return {
      fr: 'Le programme n’y perdrait rien\u00a0: l’ensemble serait tout aussi bon.',
      en: 'The programme would lose nothing: the whole would be just as good.',
    }
  }
  const change = sayChange(pairs, points, total)
  const fall = worst > 0 ? tenthsWords(worst / 10_000) : null
  return {
    fr: `Le programme ${change.fr}${fall ? `\u00a0; le moins bon des binômes descendrait de ${fall.fr}\u00a0points sur 100` : ''}.`,
    en: `The programme ${change.en}${fall ? `; the least good pair would fall by ${fall.en} points out of 100` : ''}.`,
  }
}

function sayChange(pairs: number, points: number, total: number): Both {
  const count = pairsWords(Math.abs(pairs))
  const { fr, en } = shareWords(Math.abs(points), total)
  const share = { fr: `${fr} de son score total`, en: `${en} of its total score` }
  if (pairs === 0) {
    if (points === 0) return { fr: 'ne perdrait aucun binôme', en: 'would lose no pair' }
    return points > 0
      ? { fr: `ne perdrait aucun binôme, mais ${share.fr}`, en: `would lose no pair and ${share.en}` }
      : {
          fr: `ne perdrait aucun binôme et gagnerait ${share.fr}`,
          en: `would lose no pair and gain ${share.en}`,
        }
  }
  const [verb, other] =
    pairs > 0
      ? ([
          { fr: 'perdrait', en: 'lose' },
          { fr: 'gagnerait', en: 'gain' },
        ] as const)
      : ([
          { fr: 'gagnerait', en: 'gain' },
          { fr: 'perdrait', en: 'lose' },
        ] as const)
  const first = { fr: `${verb.fr} ${count.fr}`, en: `would ${verb.en} ${count.en}` }
  if (points === 0) return first
  return points > 0 === pairs > 0
    ? { fr: `${first.fr} et ${share.fr}`, en: `${first.en} and ${share.en}` }
    : { fr: `${first.fr}, mais ${other.fr} ${share.fr}`, en: `${first.en}, but ${other.en} ${share.en}` }
}

function pairsWords(pairs: number): Both {
  return {
    fr: `${pairs.toLocaleString('fr')}\u00a0binôme${pairs > 1 ? 's' : ''}`,
    en: `${pairs.toLocaleString('en')} pair${pairs > 1 ? 's' : ''}`,
  }
}

function shareWords(points: number, total: number): Both {
  const percent = total > 0 ? (100 * points) / total : 100
  if (percent < 0.1) return { fr: 'moins de 0,1\u00a0%', en: 'less than 0.1%' }
  const words = tenthsWords(percent)
  return { fr: `${words.fr}\u00a0%`, en: `${words.en}%` }
}

function tenthsWords(number: number): Both {
  const text = (language: 'fr' | 'en') => number.toLocaleString(language, { maximumFractionDigits: 1 })
  return { fr: text('fr'), en: text('en') }
}
