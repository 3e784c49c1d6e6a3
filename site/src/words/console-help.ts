import type { Both, Language } from '#domain/language.ts'

const fr = {
  title: 'Demandes d’aide',
  lead: 'Ce que des personnes vous confient. Votre nom, ou celui de l’équipe, leur a été donné avant l’envoi\u00a0: personne d’autre ne lit cette page.',
  none: 'Personne n’attend de réponse de votre part.',
  done: 'Déjà closes',
  asked: (day: string) => `Envoyée le ${day}`,
  due: (day: string) => `à répondre au plus tard le ${day}`,
  late: 'en retard',
  pulse: 'A coché «\u00a0Je souhaite qu’on me contacte\u00a0» après une séance.',
  noText: 'Sans un mot de plus\u00a0: prenez simplement contact.',
  write: (name: string) => `Écrire à ${name}`,
  outcome: [
    'Ce qui a été convenu',
    'Facultatif, et pour vous seulement. N’y écrivez rien que la personne ne puisse lire.',
  ] as [string, string],
  close: 'Clore la demande',
  of: (name: string) => ` de ${name}`,
  closed: (name: string) => `La demande de ${name} est close.`,
  referent: {
    title: 'Personne référente',
    lead: 'La personne à qui l’on parle en confiance\u00a0: elle lit les demandes d’aide et les motifs de séparation. Son nom est donné à chaque personne avant l’envoi.',
    who: ['Qui lit ce que l’on confie', 'Quelqu’un de l’équipe, qui organise ou qui accompagne.'] as [
      string,
      string,
    ],
    team: 'Toute l’équipe qui organise',
    save: 'Enregistrer',
    saved: (who: string) => `Désormais, qui lit\u00a0: ${who}.`,
    read: 'Lire les demandes d’aide',
  },
}

const en: typeof fr = {
  title: 'Requests for help',
  lead: 'What people confide to you. Your name, or that of the team, was given to them before they sent it: nobody else reads this page.',
  none: 'Nobody is waiting for an answer from you.',
  done: 'Closed already',
  asked: (day) => `Sent on ${day}`,
  due: (day) => `to be answered by ${day}`,
  late: 'late',
  pulse: 'Ticked “I would like someone to contact me” after a session.',
  noText: 'Without another word: simply get in touch.',
  write: (name) => `Write to ${name}`,
  outcome: ['What was agreed', 'Optional, and for you alone. Write nothing that the person could not read.'],
  close: 'Close the request',
  of: (name) => ` of ${name}`,
  closed: (name) => `The request of ${name} is closed.`,
  referent: {
    title: 'Referent',
    lead: 'The person to whom people speak in confidence: they read requests for help and the reasons for parting. Their name is given to everybody before anything is sent.',
    who: ['Who reads what is confided', 'Somebody of the team who organises or coaches.'],
    team: 'The whole team who organise',
    save: 'Save',
    saved: (who) => `Who reads from now on: ${who}.`,
    read: 'Read the requests for help',
  },
}

const WORDS: Both<typeof fr> = { fr, en }

export function helpWordsIn(language: Language): typeof fr {
  return WORDS[language]
}
