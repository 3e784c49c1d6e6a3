import type { Both } from '#domain/language.ts'
import type { Block, Question, ScaleQuestion } from '../question.ts'

/** How far people agree with a statement, 1 to 5. */
export const AGREE: ScaleQuestion['steps'] = [
  { fr: 'Pas du tout', en: 'Not at all' },
  { fr: 'Plutôt non', en: 'Rather not' },
  { fr: 'Entre les deux', en: 'In between' },
  { fr: 'Plutôt oui', en: 'Rather yes' },
  { fr: 'Tout à fait', en: 'Fully' },
]

const whyMentor: Both = {
  fr: 'Savoir ne suffit pas pour transmettre. Vos réponses servent à vous proposer un appui ; aucune ne ferme la porte du programme.',
  en: 'Knowing is not enough to pass something on. Your answers serve to offer you support; none of them keeps you out.',
}

const whyMentee: Both = {
  fr: 'Ces réponses servent à vous proposer un appui si vous en voulez un ; aucune ne ferme la porte du programme.',
  en: 'These answers serve to offer support if you want some; none of them keeps you out.',
}

function statement(key: ScaleQuestion['key'], label: Both, why: Both): ScaleQuestion {
  return { key, kind: 'scale', required: false, label, steps: AGREE, why }
}

const mentorSays: ScaleQuestion[] = [
  statement(
    'MS1',
    {
      fr: 'Si mon interlocuteur ne suit pas, je cherche une autre façon d’expliquer.',
      en: 'If someone does not follow, I look for another way to explain.',
    },
    whyMentor,
  ),
  statement(
    'MS2',
    {
      fr: 'Après une explication, je propose à la personne d’essayer.',
      en: 'After explaining, I invite the person to try.',
    },
    whyMentor,
  ),
  statement('MS3', { fr: 'J’utilise des mots simples.', en: 'I use plain words.' }, whyMentor),
  statement(
    'MS4',
    { fr: 'J’écoute jusqu’au bout avant de répondre.', en: 'I listen to the end before I answer.' },
    whyMentor,
  ),
  statement(
    'MS5',
    {
      fr: 'Il m’arrive de demander conseil à des collègues d’autres métiers.',
      en: 'I sometimes ask colleagues in other fields for advice.',
    },
    whyMentor,
  ),
  statement(
    'MS6',
    {
      fr: 'Je donnerais facilement un avis franc à un dirigeant.',
      en: 'I would readily give an executive a frank opinion.',
    },
    whyMentor,
  ),
]

const menteeSays: ScaleQuestion[] = [
  statement(
    'MO1',
    {
      fr: 'Je dis volontiers « je ne sais pas », quel que soit mon interlocuteur.',
      en: 'I readily say “I don’t know”, whoever I am talking to.',
    },
    whyMentee,
  ),
  statement(
    'MO2',
    {
      fr: 'Il m’arrive de changer d’avis grâce à une remarque de l’équipe.',
      en: 'A remark from the team sometimes changes my mind.',
    },
    whyMentee,
  ),
]

/** The third statement of the mentee turns with the direction of the programme (questionnaires.md §7 and §8). */
const ledByMentor: Both = {
  fr: 'Je suis à l’aise pour que mon mentor anime la séance.',
  en: 'I am comfortable with my mentor running the session.',
}
const ledByMentee: Both = {
  fr: 'Je prépare mes questions avant chaque séance.',
  en: 'I prepare my questions before each session.',
}

const coach: Question = {
  key: 'COACH',
  kind: 'choice',
  required: false,
  label: {
    fr: 'Un échange avec un coach avant la première séance vous serait-il utile ?',
    en: 'Would a talk with a coach before the first session help?',
  },
  options: [
    { value: 'yes', name: { fr: 'oui', en: 'yes' } },
    { value: 'no', name: { fr: 'non', en: 'no' } },
    { value: 'later', name: { fr: 'plus tard', en: 'later' } },
  ],
  why: {
    fr: 'Un coach peut aider à préparer une rencontre qui intimide un peu. La proposition est faite à tout le monde.',
    en: 'A coach can help prepare a meeting that feels a little daunting. Everybody gets the offer.',
  },
}

/** MS1–MS6 for who passes on, MO1–MO3 for who learns, then COACH for all. */
export function exchange(asked: { mentor: boolean; mentee: boolean; isReverse: boolean }): Block {
  return {
    key: 'exchange',
    title: { fr: 'Ma façon d’échanger', en: 'How I work with others' },
    intro: {
      fr: 'Dites simplement ce qui vous ressemble. Il n’y a pas de bonne réponse.',
      en: 'Simply say what is like you. There is no right answer.',
    },
    questions: [
      ...(asked.mentor ? mentorSays : []),
      ...(asked.mentee
        ? [...menteeSays, statement('MO3', asked.isReverse ? ledByMentor : ledByMentee, whyMentee)]
        : []),
      coach,
    ],
  }
}
