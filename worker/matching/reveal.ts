import { familyName } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { PairFacts, TopicFacts } from './pair-facts.ts'
import { familiesWords, hopeWords, languagesWords, quotedTopic, topicWords } from './words.ts'

/**
 * What two people have in common, for both to read when they are revealed to each other (C22, D18): topics and
 * common points in short sentences. Never a level, a score, a grade, or anything that did not fit.
 */
export function commonPoints(facts: PairFacts): Both[] {
  const { families, slots, languages, hopes, learning, site, meet } = facts
  const points: Both[] = [
    ...facts.topics.map((topic) => sayShared(topic, { fr: 'Un sujet à partager', en: 'A topic to share' })),
    ...facts.reverse.map((topic) => sayShared(topic, { fr: 'En retour', en: 'In return' })),
  ]
  if (families.mentor !== null && families.mentee !== null && families.distance < 0.5) {
    points.push(sayFamilies(families.mentor, families.mentee))
  }
  if (languages.length > 0) {
    const { fr, en } = languagesWords(languages)
    points.push({ fr: `Vous pouvez échanger ${fr}.`, en: `You can talk ${en}.` })
  }
  if (slots !== null && slots > 0) points.push(saySlots(slots))
  if (site === 'same' && meet.includes('on-site')) {
    points.push({ fr: 'Vous travaillez au même endroit.', en: 'You work in the same place.' })
  } else if (!meet.includes('on-site')) {
    points.push({ fr: 'Vous pouvez échanger à distance.', en: 'You can meet remotely.' })
  }
  if (hopes && hopes.fit >= 0.7) {
    const [senior, junior] = [hopeWords(hopes.senior), hopeWords(hopes.junior)]
    points.push({
      fr: `Vos attentes se répondent : ${senior.fr} et ${junior.fr}.`,
      en: `Your hopes answer each other: ${senior.en} and ${junior.en}.`,
    })
  }
  if (learning && learning.fit >= 0.75) {
    points.push({ fr: 'Vos façons d’apprendre sont proches.', en: 'You learn in similar ways.' })
  }
  return points
}

function sayShared(topic: TopicFacts, lead: Both): Both {
  if (topic.near < 0.6 && topic.offered) {
    const [wish, offer] = [quotedTopic(topic), quotedTopic(topic.offered)]
    return {
      fr: `${lead.fr}, à préciser ensemble : ${wish.fr} ou, tout proche, ${offer.fr}.`,
      en: `${lead.en}, to be settled together: ${wish.en} or, close by, ${offer.en}.`,
    }
  }
  const { fr, en } = topicWords(topic)
  return { fr: `${lead.fr} : ${fr}.`, en: `${lead.en}: ${en}.` }
}

function sayFamilies(mentor: string, mentee: string): Both {
  if (mentor === mentee) {
    const { fr, en } = familyName(mentor)
    return { fr: `Vous exercez le même métier : ${fr}.`, en: `You work in the same field: ${en}.` }
  }
  const { fr, en } = familiesWords(mentor, mentee)
  return { fr: `Vos métiers sont voisins : ${fr}.`, en: `Your fields are close: ${en}.` }
}

function saySlots(slots: number): Both {
  return slots === 1
    ? { fr: 'Vous avez un moment commun dans la semaine.', en: 'You have one moment of the week in common.' }
    : {
        fr: `Vous avez ${slots} moments communs dans la semaine.`,
        en: `You have ${slots} moments of the week in common.`,
      }
}

const TO_CONFIRM: Both = {
  fr: 'Le sujet souhaité et le sujet proposé sont voisins. Convenez dès la première séance de ce qui sera le plus utile.',
  en: 'The topic that is wanted and the one that is offered are neighbours. Agree at the first session on what will help most.',
}
const NO_SLOT: Both = {
  fr: 'Vos moments de la semaine ne se croisent pas encore. Proposez deux dates chacun : une suffit pour commencer.',
  en: 'Your moments of the week do not meet yet. Offer two dates each: one is enough to begin.',
}
const BY_PRINCIPLE: Both = {
  fr: 'La personne que vous accompagnez aime comprendre le principe avant d’essayer. Commencez par une vue d’ensemble, puis passez à l’exercice.',
  en: 'Your mentee likes to grasp the principle before trying. Start with an overview, then move on to an exercise.',
}
const BY_EXPERIENCE: Both = {
  fr: 'La personne que vous accompagnez apprend d’abord en essayant. Commencez par un exercice, et gardez les principes pour la suite.',
  en: 'Your mentee learns by trying first. Start with an exercise, and keep the principles for later.',
}
const FAR_TRADES: Record<Role, Both> = {
  mentor: {
    fr: 'Vos métiers sont éloignés. Partez d’un cas réel de la personne que vous accompagnez pour que vos conseils s’appliquent.',
    en: 'Your fields are far apart. Start from a real case of your mentee’s, so that your advice can be put to use.',
  },
  mentee: {
    fr: 'Vos métiers sont éloignés. Apportez un cas réel de votre travail : les conseils s’y appliqueront mieux.',
    en: 'Your fields are far apart. Bring a real case from your work: advice will apply to it more easily.',
  },
}

/** Advice to prepare the first session, for one of the two: what to do about what does not fit by itself (C11, C21). */
export function tipsFor({ warnings, learning, slots }: PairFacts, role: Role): Both[] {
  const tips: Both[] = []
  if (role === 'mentor' && learning && warnings.includes('opposite-learning')) {
    tips.push(learning.preference > learning.manner ? BY_PRINCIPLE : BY_EXPERIENCE)
  }
  if (warnings.includes('far-trades')) tips.push(FAR_TRADES[role])
  if (warnings.includes('to-confirm')) tips.push(TO_CONFIRM)
  if (slots === 0) tips.push(NO_SLOT)
  return tips
}
