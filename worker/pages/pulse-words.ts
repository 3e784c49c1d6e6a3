import type { Both } from '#domain/language.ts'
import type { PulseKey } from '#domain/pulse.ts'

/** What a pulse asks (questionnaires.md §9), each to be answered from 0 to 4. */
export const PULSE_QUESTIONS: Record<PulseKey, Both> = {
  PU1: { fr: 'Cette séance m’a été utile.', en: 'This session was useful to me.' },
  PU2: { fr: 'J’ai pu parler franchement.', en: 'I could speak frankly.' },
  PU3: { fr: 'J’ai appris quelque chose.', en: 'I learned something.' },
  PU4: { fr: 'J’ai apporté quelque chose.', en: 'I gave something.' },
  PUF: { fr: 'Nous avons trouvé un terrain commun.', en: 'We found common ground.' },
}

const fr = {
  title: 'Comment s’est passée votre séance\u00a0?',
  about: (partner: string, day: string) => `Votre séance avec ${partner}, ${day}`,
  lead: 'Répondez à ce que vous voulez, du premier mouvement. Rien n’est obligatoire.',
  least: 'pas du tout',
  most: 'tout à fait',
  readers: {
    none: 'Personne ne lit vos réponses une par une\u00a0: ni l’autre personne, ni votre hiérarchie, ni l’équipe. L’équipe voit seulement si un binôme va bien, sans savoir qui a dit quoi.',
    some: (names: string) =>
      `Vos réponses ne sont lues que par ${names}. L’autre personne, votre hiérarchie et le reste de l’équipe ne les voient jamais. L’équipe voit seulement si un binôme va bien, sans savoir qui a dit quoi.`,
    and: ' et ',
  },
  contact: 'Je souhaite qu’on me contacte.',
  contactReader: (reader: string) =>
    `Ce souhait est lu par ${reader}, qui vous écrit. Personne d’autre n’en sait rien.`,
  contactTeam:
    'Ce souhait est lu par l’équipe du programme, qui vous écrit. L’autre personne n’en sait rien.',
  send: 'Envoyer ma réponse',
  space: 'Ouvrir mon espace',
  answered: {
    title: 'Merci',
    lead: 'Votre réponse est bien arrivée.',
    text: 'Elle ne change plus, et ce lien ne permet à personne de la relire. Vous pouvez fermer cette page.',
  },
  expired: {
    title: 'Cette question n’est plus posée',
    lead: 'Le temps a passé depuis cette séance, et ce n’est pas grave\u00a0: rien ne vous est reproché.',
    text: 'Votre espace montre ce qui vous attend. Vous pouvez aussi y demander de l’aide à tout moment.',
  },
  over: {
    title: 'Cette question n’est plus posée',
    lead: 'Il n’y a plus rien à répondre ici, et rien ne vous est reproché.',
    text: 'Votre espace montre ce qui vous attend. Vous pouvez aussi y demander de l’aide à tout moment.',
  },
  open: {
    heading: 'Votre avis',
    pulse: (partner: string, day: string) =>
      `Comment s’est passée votre séance avec ${partner}, ${day}\u00a0? Trente secondes suffisent.`,
    survey: (partner: string) => `Quelques questions sur votre binôme avec ${partner} vous attendent.`,
    answer: 'Répondre',
    answerPulse: (day: string) => `au sujet de la séance du ${day}`,
    answerSurvey: (partner: string) => `aux questions sur le binôme avec ${partner}`,
  },
}

const en: typeof fr = {
  title: 'How was your session?',
  about: (partner, day) => `Your session with ${partner}, ${day}`,
  lead: 'Answer what you like, as it comes to mind. Nothing is required.',
  least: 'not at all',
  most: 'very much',
  readers: {
    none: 'Nobody reads your answers one by one: not the other person, nor your managers, nor the team. The team sees only whether a pair is doing well, and not who said what.',
    some: (names) =>
      `Your answers are read by ${names} only. The other person, your managers and the rest of the team never see them. The team sees only whether a pair is doing well, and not who said what.`,
    and: ' and ',
  },
  contact: 'I would like someone to contact me.',
  contactReader: (reader) =>
    `This wish is read by ${reader}, who will write to you. Nobody else knows of it.`,
  contactTeam:
    'This wish is read by the programme team, who will write to you. The other person knows nothing of it.',
  send: 'Send my answer',
  space: 'Open my space',
  answered: {
    title: 'Thank you',
    lead: 'Your answer has arrived.',
    text: 'It no longer changes, and nobody can read it again through this link. You can close this page.',
  },
  expired: {
    title: 'This question is no longer asked',
    lead: 'Time has passed since that session, and that is all right: nobody holds it against you.',
    text: 'Your space shows what is waiting for you. You can also ask for help there at any time.',
  },
  over: {
    title: 'This question is no longer asked',
    lead: 'There is nothing left to answer here, and nobody holds anything against you.',
    text: 'Your space shows what is waiting for you. You can also ask for help there at any time.',
  },
  open: {
    heading: 'Your view',
    pulse: (partner, day) => `How was your session with ${partner}, ${day}? Thirty seconds are enough.`,
    survey: (partner) => `A few questions about your pair with ${partner} are waiting for you.`,
    answer: 'Answer',
    answerPulse: (day) => `about the session of ${day}`,
    answerSurvey: (partner) => `the questions about the pair with ${partner}`,
  },
}

export const PULSE_WORDS: Both<typeof fr> = { fr, en }
