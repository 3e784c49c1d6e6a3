import type { Both } from '#domain/language.ts'
import type { NextStepKind } from '#domain/next-step.ts'

/** What a step is called, what it brings, and what the button says; `name` is the partner, `when` an instant in words. */
interface StepWords {
  title: (name: string, when: string) => string
  text: string
  action: string | null
}

const fr: { heading: string; others: string; steps: Record<NextStepKind, StepWords> } = {
  heading: 'Ce qui vient ensuite',
  others: 'Et aussi',
  steps: {
    'accept-session': {
      title: (name, when) => `${name} vous propose une séance, ${when}`,
      text: 'Acceptez, ou proposez un autre moment.',
      action: 'Répondre',
    },
    'confirm-session': {
      title: (name, when) => `Votre séance avec ${name}, ${when}, a-t-elle bien eu lieu\u00a0?`,
      text: 'L’autre personne l’a notée. Un geste la confirme.',
      action: 'Confirmer',
    },
    'log-session': {
      title: (name, when) => `Vous deviez voir ${name}, ${when}`,
      text: 'Dites en un geste si la séance a eu lieu, et combien de temps elle a duré.',
      action: 'Noter la séance',
    },
    pulse: {
      title: (name) => `Comment s’est passée votre séance avec ${name}\u00a0?`,
      text: 'Trente secondes. Votre partenaire et l’équipe ne lisent pas vos réponses.',
      action: 'Donner mon ressenti',
    },
    survey: {
      title: () => 'Quelques questions sur le programme',
      text: 'Cinq minutes au plus. Vos réponses ne paraissent que dans des totaux.',
      action: 'Répondre',
    },
    'accept-agreement': {
      title: (name) => `${name} a écrit votre accord de binôme`,
      text: 'Lisez-le\u00a0: acceptez-le, ou changez ce qui ne vous convient pas.',
      action: 'Lire l’accord',
    },
    meet: {
      title: (name, when) => `Vous voyez ${name}, ${when}`,
      text: 'Tout est prêt. Vous pouvez encore changer de date.',
      action: 'Voir la séance',
    },
    preparation: {
      title: () => 'Une préparation vient d’abord',
      text: 'Quelqu’un de l’équipe vous contacte avant la première séance. Vous n’avez rien à faire.',
      action: 'En savoir plus',
    },
    'first-session': {
      title: (name) => `Proposez une première séance à ${name}`,
      text: 'Une première date dans les quinze jours\u00a0: rien n’aide plus un binôme à prendre.',
      action: 'Choisir un moment',
    },
    'next-session': {
      title: (name) => `Proposez la prochaine séance à ${name}`,
      text: 'Une par mois environ. Nous cherchons les moments qui vous vont à tous les deux.',
      action: 'Choisir un moment',
    },
    'write-agreement': {
      title: (name) => `Dites à ${name} ce que vous attendez du binôme`,
      text: 'Trois phrases à deux, pour savoir où vous allez.',
      action: 'Écrire l’accord',
    },
    paused: {
      title: (name, when) => `Votre binôme avec ${name} fait une pause jusqu’au ${when}`,
      text: 'Il reprend de lui-même ce jour-là. Vous pouvez aussi le reprendre avant.',
      action: 'Voir mon binôme',
    },
  },
}

const en: typeof fr = {
  heading: 'What comes next',
  others: 'And also',
  steps: {
    'accept-session': {
      title: (name, when) => `${name} suggests a session, ${when}`,
      text: 'Accept it, or suggest another time.',
      action: 'Answer',
    },
    'confirm-session': {
      title: (name, when) => `Did your session with ${name}, ${when}, take place?`,
      text: 'The other person has logged it. One press confirms it.',
      action: 'Confirm',
    },
    'log-session': {
      title: (name, when) => `You were to see ${name}, ${when}`,
      text: 'Say in one press whether the session took place, and how long it was.',
      action: 'Log the session',
    },
    pulse: {
      title: (name) => `How was your session with ${name}?`,
      text: 'Thirty seconds. Neither your partner nor the team reads your answers.',
      action: 'Say how it was',
    },
    survey: {
      title: () => 'A few questions about the programme',
      text: 'Five minutes at most. Your answers only appear in totals.',
      action: 'Answer',
    },
    'accept-agreement': {
      title: (name) => `${name} has written your agreement`,
      text: 'Read it: accept it, or change what does not suit you.',
      action: 'Read the agreement',
    },
    meet: {
      title: (name, when) => `You are seeing ${name}, ${when}`,
      text: 'All is ready. You can still change the date.',
      action: 'See the session',
    },
    preparation: {
      title: () => 'A preparation comes first',
      text: 'Somebody of the team contacts you before the first session. There is nothing for you to do.',
      action: 'Find out more',
    },
    'first-session': {
      title: (name) => `Suggest a first session to ${name}`,
      text: 'A first date within two weeks: nothing helps a pair more to take root.',
      action: 'Choose a time',
    },
    'next-session': {
      title: (name) => `Suggest the next session to ${name}`,
      text: 'About one a month. We look for times that suit you both.',
      action: 'Choose a time',
    },
    'write-agreement': {
      title: (name) => `Tell ${name} what you expect of the pair`,
      text: 'Three sentences written together, to know where you are going.',
      action: 'Write the agreement',
    },
    paused: {
      title: (name, when) => `Your pair with ${name} is taking a break until ${when}`,
      text: 'It goes on by itself on that day. You can also take it up again before.',
      action: 'See my pair',
    },
  },
}

export const NEXT_STEP_WORDS: Both<typeof fr> = { fr, en }
