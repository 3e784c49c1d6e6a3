import type { Block, Question } from '../question.ts'

const light: Question = {
  key: 'ST1',
  kind: 'long-text',
  required: false,
  length_max: 600,
  label: {
    fr: 'Quelle décision ou quel changement voulez-vous éclairer ?',
    en: 'Which decision or change do you want light on?',
  },
  why: {
    fr: 'Le mentor proposé sera choisi pour avoir vécu une situation proche.',
    en: 'The proposed mentor will be someone who has lived something close to it.',
  },
}

const past: Question = {
  key: 'ST3',
  kind: 'long-text',
  required: false,
  length_max: 600,
  label: {
    fr: 'Dans quels secteurs ou situations avez-vous exercé ?',
    en: 'In which sectors or situations have you worked?',
  },
  why: {
    fr: 'Votre expérience est ce que cherche la personne mentorée : elle la lira avant d’accepter la rencontre.',
    en: 'Your experience is what the mentee is looking for: it is read before the meeting is accepted.',
  },
}

const undertaking: Question = {
  key: 'ST2C',
  kind: 'agreement',
  required: true,
  label: { fr: 'Engagement de confidentialité', en: 'Confidentiality undertaking' },
  text: {
    fr: 'Je garde pour moi ce que j’apprends sur l’entreprise et sur mon binôme.',
    en: 'I keep to myself what I learn about the company and about my partner.',
  },
  missing: {
    fr: 'Cochez l’engagement de confidentialité : sans lui, aucune rencontre stratégique n’est possible.',
    en: 'Tick the confidentiality undertaking: no strategic meeting is possible without it.',
  },
  why: {
    fr: 'On parle ici de décisions qui ne sont pas publiques.',
    en: 'These talks are about decisions that are not public.',
  },
}

const conflicts: Question = {
  key: 'ST2',
  kind: 'long-text',
  required: false,
  length_max: 600,
  label: {
    fr: 'Organisations avec lesquelles on ne doit pas me mettre en relation (conflits d’intérêts)',
    en: 'Organisations I must not be matched with (conflicts of interest)',
  },
  help: {
    fr: 'Une par ligne. Laissez vide s’il n’y en a pas.',
    en: 'One a line. Leave empty if there are none.',
  },
  why: {
    fr: 'L’équipe du programme la relit avant chaque proposition, pour que personne ne soit mis dans l’embarras.',
    en: 'The programme team checks this list before each proposal, so that nobody is put in an awkward place.',
  },
}

/** ST1–ST3 of strategic mentoring (questionnaires.md §8). */
export function strategic(asked: { mentor: boolean; mentee: boolean }): Block {
  return {
    key: 'strategy',
    title: { fr: 'Éclairage stratégique', en: 'Strategic light' },
    questions: [...(asked.mentee ? [light] : []), ...(asked.mentor ? [past] : []), conflicts, undertaking],
  }
}

const point: Question = {
  key: 'EX1',
  kind: 'long-text',
  required: true,
  length_min: 40,
  length_max: 400,
  label: { fr: 'Quel point précis voulez-vous débloquer ?', en: 'Which precise point do you want unlocked?' },
  help: {
    fr: 'Une seule question, en 40 à 400 caractères : plus elle est précise, plus la séance sera utile.',
    en: 'One question, in 40 to 400 characters: the more precise it is, the more useful the session.',
  },
  missing: {
    fr: 'Écrivez la question à débloquer, en 40 à 400 caractères.',
    en: 'Write the question to unlock, in 40 to 400 characters.',
  },
  why: {
    fr: 'La séance traite un seul point. L’expert doit pouvoir dire s’il l’a déjà rencontré.',
    en: 'The session deals with one point. The expert must be able to say whether it is familiar.',
  },
}

const tried: Question = {
  key: 'EX2',
  kind: 'long-text',
  required: false,
  length_max: 600,
  label: { fr: 'Ce que vous avez déjà essayé', en: 'What you have tried' },
  why: { fr: 'Pour ne pas refaire le même chemin.', en: 'So as not to walk the same path twice.' },
}

const deadline: Question = {
  key: 'EX3',
  kind: 'day',
  required: false,
  label: { fr: 'Échéance', en: 'Deadline' },
  help: {
    fr: 'Le jour avant lequel une réponse vous serait utile.',
    en: 'The day before which an answer would help.',
  },
  why: {
    fr: 'Nous cherchons d’abord des experts disponibles avant cette date.',
    en: 'We first look for experts who are free before that day.',
  },
}

const lived: Question = {
  key: 'EX4',
  kind: 'long-text',
  required: false,
  length_max: 800,
  label: {
    fr: 'Quelle situation semblable avez-vous vécue, et qu’est-ce qui l’a débloquée ?',
    en: 'What similar situation have you lived, and what unlocked it?',
  },
  why: {
    fr: 'La séance partage une expérience vécue, pas une solution toute faite.',
    en: 'The session shares lived experience, not a ready-made solution.',
  },
}

/** EX1–EX3 for who asks, EX4 for the expert (questionnaires.md §8). */
export function expert(asked: { mentor: boolean; mentee: boolean }): Block {
  return {
    key: 'request',
    title: asked.mentee
      ? { fr: 'La question à débloquer', en: 'The question to unlock' }
      : { fr: 'Mon expérience', en: 'My experience' },
    questions: [...(asked.mentee ? [point, tried, deadline] : []), ...(asked.mentor ? [lived] : [])],
  }
}
