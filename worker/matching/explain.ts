import { CRITERIA, type Criterion } from '#domain/criterion.ts'
import { familyName } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import { FACET_NAMES, LAST_WORDS, LEVEL_WORDS } from '#questionnaire/level.ts'
import { SCORE_MAX } from './assignment-problem.ts'
import type { PairFacts, TopicFacts } from './pair-facts.ts'
import { familiesWords, hopeWords, quote, topicWords } from './words.ts'

export { factsBetween, factsOf, type PairFacts } from './pair-facts.ts'
export { commonPoints, tipsFor } from './reveal.ts'
export { explainPassed, type PassedRule, RULE_WORDS } from './rule-words.ts'
export type { WaitingReason } from './waiting.ts'
export { explainWaiting } from './waiting-words.ts'

/** Why a criterion counts as it does; `weight` and `value` are 0…1, `points` are micro-units. */
export interface Reason extends Both {
  criterion: Criterion
  weight: number
  value: number
  points: number
}

/** The whole score of a pair in words, for organisers only: it tells levels. The points add up to the score. */
export function explainPair(facts: PairFacts): Reason[] {
  return CRITERIA.map((criterion) => {
    const [value, share, points] = facts.criteria[criterion]
    return { criterion, weight: share / SCORE_MAX, value, points, ...say(criterion, facts) }
  })
}

function say(criterion: Criterion, facts: PairFacts): Both {
  const words = SAY[criterion](facts)
  if (!(facts.different as Criterion[] | undefined)?.includes(criterion)) return words
  return {
    fr: `${words.fr} Le programme recherche ici des personnes différentes.`,
    en: `${words.en} Here the programme looks for people who differ.`,
  }
}

const MENTOR: Both = { fr: 'le mentor', en: 'the mentor' }
const MENTEE: Both = { fr: 'la personne mentorée', en: 'the mentee' }

const SAY: Record<Criterion, (facts: PairFacts) => Both> = {
  need: ({ topics }) =>
    topics[0]
      ? sayTopic(topics[0], MENTOR, MENTEE)
      : { fr: 'Aucun sujet à transmettre.', en: 'No topic to pass on.' },
  reverse: ({ reverse }) =>
    reverse[0]
      ? sayTopic(reverse[0], MENTEE, MENTOR)
      : {
          fr: 'Aucun sujet ne passe encore dans l’autre sens.',
          en: 'No topic goes the other way yet.',
        },
  field: sayField,
  availability: sayAvailability,
  intentions: ({ hopes }) => {
    if (!hopes) return unsaid({ fr: 'Les attentes ne sont pas toutes dites', en: 'Not all hopes are stated' })
    const [senior, junior] = [hopeWords(hopes.senior), hopeWords(hopes.junior)]
    return {
      fr: `Les attentes qui se répondent le mieux : ${senior.fr} et ${junior.fr}.`,
      en: `The hopes that answer each other best: ${senior.en} and ${junior.en}.`,
    }
  },
  site: saySite,
  learning: ({ learning }) => {
    if (!learning) {
      return unsaid({ fr: 'La façon d’apprendre n’est pas connue', en: 'The way of learning is not known' })
    }
    if (learning.fit >= 0.75) {
      return { fr: 'Leurs façons d’apprendre sont proches.', en: 'They learn in similar ways.' }
    }
    return learning.fit >= 0.5
      ? { fr: 'Leurs façons d’apprendre diffèrent un peu.', en: 'They learn in somewhat different ways.' }
      : {
          fr: 'Leurs façons d’apprendre sont opposées : un conseil est donné au mentor.',
          en: 'They learn in opposite ways: the mentor gets a tip.',
        }
  },
}

function sayTopic(facts: TopicFacts, teacher: Both, learner: Both): Both {
  const wish = topicWords(facts)
  const offer = sayOffer(facts)
  const level = (facet: TopicFacts['facet'], step: number) =>
    quote(LEVEL_WORDS[facet][step] ?? { fr: '?', en: '?' })
  const taught = level(facts.offered?.facet ?? facts.facet, facts.level)
  const [today, wished] = [level(facts.facet, facts.today), level(facts.facet, facts.wish)]
  const last = LAST_WORDS[facts.last] ?? { fr: '?', en: '?' }
  return {
    fr:
      `${capital(learner.fr)} souhaite ${wish.fr} ; ${teacher.fr} propose ${offer.fr}. ` +
      `Niveau proposé : ${taught.fr}, pratiqué : ${last.fr}. Niveau actuel : ${today.fr}, souhaité : ${wished.fr}.`,
    en:
      `${capital(learner.en)} wants ${wish.en}; ${teacher.en} offers ${offer.en}. ` +
      `Level offered: ${taught.en}, last practised: ${last.en}. Level today: ${today.en}, wished: ${wished.en}.`,
  }
}

function sayOffer({ offered, near }: TopicFacts): Both {
  if (!offered) return { fr: 'ce sujet', en: 'this topic' }
  if (near === 0.6) {
    const { fr, en } = FACET_NAMES[offered.facet]
    return { fr: `le même sujet (${fr})`, en: `the same topic (${en})` }
  }
  const { fr, en } = topicWords(offered)
  return { fr: `un sujet voisin, ${fr}, à confirmer`, en: `a neighbouring topic, ${en}, to be confirmed` }
}

function sayField({ families: { mentor, mentee, distance }, isTransversal }: PairFacts): Both {
  const half = isTransversal
    ? {
        fr: ' Le sujet sert dans tous les métiers : ce critère compte moitié moins.',
        en: ' The topic serves in any field: this criterion counts half.',
      }
    : { fr: '', en: '' }
  if (mentor === null || mentee === null) {
    return { fr: `Un métier n’est pas connu.${half.fr}`, en: `A field of work is not known.${half.en}` }
  }
  if (mentor === mentee) {
    const same = quote(familyName(mentor))
    return { fr: `Même métier : ${same.fr}.${half.fr}`, en: `Same field: ${same.en}.${half.en}` }
  }
  const both = familiesWords(mentor, mentee)
  const how = sayDistance(distance)
  return { fr: `Métiers ${how.fr} : ${both.fr}.${half.fr}`, en: `${how.en} fields: ${both.en}.${half.en}` }
}

function sayDistance(distance: number): Both {
  if (distance < 0.5) return { fr: 'voisins', en: 'Neighbouring' }
  return distance < 1 ? { fr: 'du même domaine', en: 'Related' } : { fr: 'éloignés', en: 'Distant' }
}

function sayAvailability({ slots, meet }: PairFacts): Both {
  const how =
    meet.length === 2
      ? { fr: 'sur place ou à distance', en: 'on site or remotely' }
      : meet[0] === 'remote'
        ? { fr: 'à distance', en: 'remotely' }
        : { fr: 'sur place', en: 'on site' }
  if (slots === null) {
    return unsaid({
      fr: `Échanges ${how.fr}. Les moments ne sont pas connus`,
      en: `They can meet ${how.en}. When is not known`,
    })
  }
  const fr = slots > 1 ? `${slots} moments communs` : slots === 1 ? 'Un moment commun' : 'Aucun moment commun'
  const en =
    slots > 1 ? `${slots} moments in common` : slots === 1 ? 'One moment in common' : 'No moment in common'
  return { fr: `${fr}, ${how.fr}.`, en: `${en}, ${how.en}.` }
}

function saySite({ site, criteria }: PairFacts): Both {
  const [, share] = criteria.site
  if (site === 'same') return { fr: 'Même lieu de travail.', en: 'Same workplace.' }
  if (share === 0) {
    return {
      fr: 'Le lieu ne compte pas pour ce binôme.',
      en: 'The workplace does not count for this pair.',
    }
  }
  return site === 'other'
    ? { fr: 'Lieux de travail différents.', en: 'Different workplaces.' }
    : unsaid({ fr: 'Un lieu de travail n’est pas connu', en: 'A workplace is not known' })
}

function unsaid(what: Both): Both {
  return {
    fr: `${what.fr} : ce critère compte comme une moyenne.`,
    en: `${what.en}: this criterion counts as average.`,
  }
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}
