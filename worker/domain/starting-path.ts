import type { Both } from './language.ts'
import type { Role } from './participant.ts'
import type { ProgrammeKind } from './programme.ts'

/** A step of a path, before a programme makes it its own. */
export interface StartingModule {
  role: Role | 'both'
  title: Both
  text: Both
  minutes: number
  before_first: boolean
}

const POSTURE: StartingModule = {
  role: 'mentor',
  title: { fr: 'Trouver sa place de mentor', en: 'Finding your place as a mentor' },
  text: {
    fr: [
      'Vous ne donnez pas un cours\u00a0: vous montrez ce que vous faites vraiment, et vous laissez l’autre personne essayer.',
      '- Partez de sa situation, pas de votre savoir.\n- Dites ce que vous ne savez pas\u00a0: cela autorise l’autre à faire de même.\n- Gardez vos certitudes pour des exemples\u00a0: «\u00a0chez moi, cela a marché ainsi\u00a0» s’entend mieux que «\u00a0il faut\u00a0».\n- Si l’autre personne a un titre impressionnant, rappelez-vous qu’elle a choisi d’apprendre de vous.',
      'Avant la séance, notez une chose que vous aimeriez transmettre et une que vous aimeriez comprendre.',
    ].join('\n\n'),
    en: [
      'You are not giving a lesson: you show what you really do, and you let the other person try.',
      '- Start from their situation, not from what you know.\n- Say what you do not know: it lets the other do the same.\n- Keep your certainties for examples: “for me it worked like this” is easier to hear than “you must”.\n- If the other person has an impressive title, remember that they chose to learn from you.',
      'Before the session, write down one thing you would like to pass on and one you would like to understand.',
    ].join('\n\n'),
  },
  minutes: 10,
  before_first: true,
}

const LEARNING: StartingModule = {
  role: 'mentee',
  title: { fr: 'Apprendre de quelqu’un de plus récent', en: 'Learning from somebody newer' },
  text: {
    fr: [
      'Votre expérience reste entière. Pour une heure, elle se met au service d’une question que vous ne maîtrisez pas encore.',
      '- Apportez un cas réel, même petit\u00a0: un document, un outil, une réunion à venir.\n- Posez la question que vous n’oseriez pas poser ailleurs.\n- Laissez des silences\u00a0: l’autre personne n’osera pas vous interrompre.\n- Dites à la fin ce que vous allez essayer, et quand.',
    ].join('\n\n'),
    en: [
      'Your experience stays whole. For an hour it serves a question that you do not master yet.',
      '- Bring a real case, however small: a document, a tool, a meeting to come.\n- Ask the question that you would not dare ask elsewhere.\n- Leave silences: the other person will not dare interrupt you.\n- At the end, say what you are going to try, and when.',
    ].join('\n\n'),
  },
  minutes: 10,
  before_first: true,
}

const LISTENING: StartingModule = {
  role: 'both',
  title: { fr: 'Écouter jusqu’au bout', en: 'Hearing each other out' },
  text: {
    fr: [
      'Un exercice à faire à deux, cinq minutes chacun. L’une des deux personnes raconte une situation de travail qui lui résiste. L’autre écoute sans conseiller.',
      '- Redites avec vos mots ce que vous avez compris, puis demandez\u00a0: «\u00a0est-ce bien cela\u00a0?\u00a0»\n- Posez une question ouverte\u00a0: «\u00a0qu’avez-vous déjà essayé\u00a0?\u00a0»\n- Ne proposez une idée que si l’autre la demande.',
    ].join('\n\n'),
    en: [
      'An exercise for two, five minutes each. One of you tells of a situation at work that resists. The other listens without advising.',
      '- Say again in your own words what you understood, then ask: “is that it?”\n- Ask an open question: “what have you tried already?”\n- Offer an idea only when the other asks for one.',
    ].join('\n\n'),
  },
  minutes: 15,
  before_first: false,
}

const FIRST_SESSION: StartingModule = {
  role: 'both',
  title: { fr: 'La première séance, pas à pas', en: 'The first session, step by step' },
  text: {
    fr: [
      'Une heure suffit, sans support ni présentation.',
      '- Dix minutes\u00a0: qui nous sommes, ce qui nous a fait dire oui.\n- Vingt minutes\u00a0: une situation réelle, racontée par la personne qui veut apprendre.\n- Vingt minutes\u00a0: un premier geste, essayé ensemble.\n- Dix minutes\u00a0: écrire l’accord du binôme et choisir la prochaine date.',
    ].join('\n\n'),
    en: [
      'An hour is enough, without slides.',
      '- Ten minutes: who we are, what made us say yes.\n- Twenty minutes: a real situation, told by whoever wants to learn.\n- Twenty minutes: a first step, tried together.\n- Ten minutes: write the agreement of the pair and choose the next date.',
    ].join('\n\n'),
  },
  minutes: 10,
  before_first: true,
}

const TEACH_BACK: StartingModule = {
  role: 'both',
  title: { fr: 'Redire pour retenir', en: 'Saying it back to keep it' },
  text: {
    fr: [
      'En fin de séance, la personne qui apprend explique à l’autre ce qu’elle vient de voir, comme si elle le découvrait à un collègue.',
      '- Qui transmet écoute, puis corrige une seule chose.\n- Si l’explication bloque, c’est que l’exemple était trop grand\u00a0: prenez-en un plus petit.\n- Notez ce qui sera essayé avant la prochaine fois.',
    ].join('\n\n'),
    en: [
      'At the end of a session, whoever learns explains what they have just seen, as if showing it to a colleague.',
      '- Whoever passes on listens, then corrects a single thing.\n- If the explanation gets stuck, the example was too large: take a smaller one.\n- Write down what will be tried before next time.',
    ].join('\n\n'),
  },
  minutes: 10,
  before_first: false,
}

const STORY: StartingModule = {
  role: 'mentor',
  title: {
    fr: 'Histoire, obstacles, ce qui a tout débloqué',
    en: 'Story, obstacles, what unlocked it',
  },
  text: {
    fr: [
      'On ne vous demande pas une solution, mais une expérience vécue. Trois temps suffisent.',
      '- L’histoire\u00a0: où vous en étiez, avec qui, ce que vous vouliez obtenir.\n- Les obstacles\u00a0: ce qui a résisté, ce que vous avez essayé sans succès, ce que cela a coûté.\n- Ce qui a tout débloqué\u00a0: la rencontre, le geste ou l’idée qui a fait avancer, et pourquoi selon vous.',
      'Gardez la moitié du temps pour les questions. Dites ce qui, dans la situation de l’autre, est différent de la vôtre.',
    ].join('\n\n'),
    en: [
      'You are not asked for a solution but for something you lived through. Three parts are enough.',
      '- The story: where you stood, with whom, what you were after.\n- The obstacles: what resisted, what you tried in vain, what it cost.\n- What unlocked it: the meeting, the step or the idea that moved things, and why, in your view.',
      'Keep half of the time for questions. Say what differs between their situation and yours.',
    ].join('\n\n'),
  },
  minutes: 15,
  before_first: true,
}

const ONE_QUESTION: StartingModule = {
  role: 'mentee',
  title: { fr: 'Préparer une seule question', en: 'Preparing a single question' },
  text: {
    fr: [
      'Une bonne séance tient à une bonne question.',
      '- Écrivez votre projet en trois phrases, sans sigle.\n- Dites ce qui bloque aujourd’hui, et ce que vous avez déjà tenté.\n- Terminez par une question, une seule, à laquelle un récit peut répondre.',
    ].join('\n\n'),
    en: [
      'A good session hangs on a good question.',
      '- Write your project down in three sentences, without acronyms.\n- Say what is stuck today, and what you have tried already.\n- End with one question, and only one, that a story can answer.',
    ].join('\n\n'),
  },
  minutes: 15,
  before_first: true,
}

/** Who learns from somebody more experienced, or from outside, is told so in other words. */
const LEARNING_FORWARD: StartingModule = {
  ...LEARNING,
  title: { fr: 'Tirer le meilleur de chaque séance', en: 'Making the most of each session' },
  text: {
    fr: 'Vous conduisez ce binôme autant que votre mentor.\n\n- Apportez une situation réelle et ce que vous en pensez déjà.\n- Demandez une expérience plutôt qu’un avis\u00a0: «\u00a0comment cela s’est-il passé pour vous\u00a0?\u00a0»\n- Dites ce que vous allez essayer, et racontez la fois suivante ce qu’il en a été.',
    en: 'You lead this pair as much as your mentor does.\n\n- Bring a real situation and what you think of it already.\n- Ask for an experience rather than an opinion: “how did it go for you?”\n- Say what you are going to try, and tell next time how it went.',
  },
}

/**
 * The path that a programme may start from, in the order in which it is walked: how to stand, how to listen, how to hold
 * the first session, how to keep what was learnt (F6, D10, D34); for experts the guide to telling an experience (F19).
 */
export const STARTING_PATHS: Record<ProgrammeKind, readonly StartingModule[]> = {
  reverse: [POSTURE, LEARNING, FIRST_SESSION, LISTENING, TEACH_BACK],
  classic: [POSTURE, LEARNING_FORWARD, FIRST_SESSION, LISTENING, TEACH_BACK],
  strategic: [POSTURE, LEARNING_FORWARD, FIRST_SESSION, LISTENING],
  expert: [STORY, ONE_QUESTION, LISTENING],
}
