import type { Both } from '#domain/language.ts'
import type { PairFacts } from './pair-facts.ts'
import { hopeWords, quotedTopic } from './words.ts'

type Shared = Pick<PairFacts, 'topics' | 'reverse' | 'hopes'>

/** How many questions help a first conversation without making it an interview. */
const QUESTIONS = 3

const FIRST_DAYS: Both = {
  fr: 'Qu’est-ce qui vous a le plus surpris en arrivant dans l’entreprise, et qui vous surprend encore\u00a0?',
  en: 'What surprised you most when you joined the company, and still does?',
}
const LATELY: Both = {
  fr: 'Qu’avez-vous appris de quelqu’un ces derniers mois, et comment cela s’est-il passé\u00a0?',
  en: 'What have you learnt from somebody lately, and how did it come about?',
}
const WORTHWHILE: Both = {
  fr: 'À la fin de notre binôme, qu’est-ce qui vous ferait dire que cela en valait la peine\u00a0?',
  en: 'When our pair ends, what would make you say that it was worth it?',
}

/**
 * Three questions for two people who meet for the first time, both may ask and answer: from the topics and the hopes they
 * share, then from what anybody can tell (C22). Never a level, a score, or anything that did not fit.
 */
export function iceBreakers({ topics, reverse, hopes }: Shared): Both[] {
  const questions: Both[] = []
  const [topic, back] = [topics[0], reverse[0]]
  if (topic) {
    const { fr, en } = quotedTopic(topic)
    questions.push({
      fr: `${fr}\u00a0: quand ce sujet vous a-t-il été utile pour la dernière fois, ou vous a-t-il manqué\u00a0?`,
      en: `${en}: when did this topic last help you, or when did you miss it?`,
    })
  }
  if (hopes) {
    const [senior, junior] = [hopeWords(hopes.senior), hopeWords(hopes.junior)]
    questions.push({
      fr: `Vous espérez ${senior.fr} et ${junior.fr}\u00a0: à quel moment de votre travail y avez-vous pensé\u00a0?`,
      en: `You hope for ${senior.en} and ${junior.en}: at what moment of your work did you think of it?`,
    })
  }
  if (back) {
    const { fr, en } = quotedTopic(back)
    questions.push({
      fr: `En retour, ${fr}\u00a0: quelle histoire vécue raconteriez-vous en premier\u00a0?`,
      en: `In return, ${en}: which story of your own would you tell first?`,
    })
  }
  return [...questions, FIRST_DAYS, LATELY, WORTHWHILE].slice(0, QUESTIONS)
}

/** Sentences from which two people may start their agreement (D13), of the topics they share; minutes as the programme plans. */
export function agreementStarts(
  { topics, reverse }: Shared,
  sessionMinutes: number,
): Record<'aims' | 'rhythm' | 'ways', Both> {
  const [topic, back] = [topics[0], reverse[0]].map((one) => one && quotedTopic(one))
  return {
    aims: {
      fr: [
        topic
          ? `D’ici à la fin du programme, savoir se servir de ${topic.fr} dans une situation de tous les jours.`
          : 'D’ici à la fin du programme, avoir essayé une chose nouvelle dans une situation de tous les jours.',
        back ? `En retour, parler de ${back.fr}.` : '',
      ]
        .join(' ')
        .trim(),
      en: [
        topic
          ? `By the end of the programme, be able to use ${topic.en} in an everyday situation.`
          : 'By the end of the programme, have tried one new thing in an everyday situation.',
        back ? `In return, talk about ${back.en}.` : '',
      ]
        .join(' ')
        .trim(),
    },
    rhythm: {
      fr: `Une séance de ${sessionMinutes} minutes par mois. Celle ou celui qui doit déplacer propose aussitôt une autre date.`,
      en: `One session of ${sessionMinutes} minutes a month. Whoever has to move it offers another date at once.`,
    },
    ways: {
      fr: 'Chaque séance part d’un cas réel. On dit «\u00a0je ne sais pas\u00a0» sans gêne, on écoute jusqu’au bout, et ce qui se dit reste entre nous.',
      en: 'Each session starts from a real case. We say “I don’t know” freely, we hear each other out, and what is said stays between us.',
    },
  }
}
