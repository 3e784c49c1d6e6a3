import type { Both, Language } from '#domain/language.ts'

const fr = {
  trainingHours: 'Heures de formation (CSV)',
  invite: {
    title: 'Inviter des personnes',
    heading: (name: string) => `Inviter dans «\u00a0${name}\u00a0»`,
    missing: 'Cette adresse ne nomme aucun programme. Ouvrez-en un depuis la console.',
    lead: 'Chaque personne reçoit un message qui dit qui la propose, et qu’elle est libre de dire non. Tant qu’elle n’a pas dit oui, elle ne participe à rien. Qui refuse et qui ne répond pas se ressemblent\u00a0: personne ne peut les distinguer.',
    role: 'On leur propose d’être',
    roles: { mentor: 'mentor', mentee: 'personne mentorée' },
    by: [
      'Qui les propose',
      'Telles que ces personnes le liront. Par exemple\u00a0: Claire Martin, directrice des ressources humaines.',
    ],
    people: [
      'Les personnes',
      'Un identifiant ou une adresse connue des ressources humaines par ligne, 500 au plus.',
    ],
    send: 'Envoyer les invitations',
    tooMany: 'Pas plus de 500 personnes à la fois. Envoyez la suite en une deuxième fois.',
    nobody: 'Écrivez au moins un identifiant ou une adresse.',
    refused: (line: string, detail: string) => `${line}\u00a0: ${detail}`,
    sent: (count: number) =>
      count === 1 ? 'Une invitation est partie.' : `${count} invitations sont parties.`,
    already: (count: number) =>
      count === 1
        ? 'Une personne de la liste y est déjà\u00a0: elle n’a pas reçu de second message.'
        : `${count} personnes de la liste y sont déjà\u00a0: elles n’ont pas reçu de second message.`,
    unreachable: (count: number) =>
      count === 1
        ? 'Une personne n’a pas d’adresse. Remettez-lui ce code en main propre.'
        : `${count} personnes n’ont pas d’adresse. Remettez-leur ces codes en main propre.`,
  },
  codes: {
    title: 'Codes pour les personnes sans messagerie',
    lead: 'Un code permet à une personne sans messagerie de s’inscrire une fois, de son plein gré. Il vaut soixante jours, et un nouveau code remplace le précédent.',
    people: ['Pour qui', 'Un identifiant par ligne, 500 au plus.'],
    make: 'Préparer les codes',
    once: 'Ces codes ne seront plus jamais affichés. Imprimez-les maintenant.',
    print: 'Imprimer la feuille',
    sheet: 'Codes à découper',
  },
  conversations: {
    title: 'Entretiens à proposer',
    heading: (name: string) => `Entretiens à proposer dans «\u00a0${name}\u00a0»`,
    lead: 'Ces personnes participent comme les autres. Un échange amical de dix minutes les aiderait à bien commencer. Leurs réponses ne sont pas montrées ici, et rien de ce qui est noté n’entre dans un calcul. La personne peut lire ce que vous écrivez.',
    none: 'Aucun entretien n’est à proposer aujourd’hui.',
    done: 'Déjà décidés',
    outcome: ['Ce qui est convenu', 'Quelques mots, que la personne peut lire.'],
    held: 'L’entretien a eu lieu',
    waived: 'Ce n’est pas utile',
    of: (name: string) => ` pour ${name}`,
    state: { open: 'À proposer', held: 'A eu lieu', waived: 'Sans objet' },
    saved: (name: string) => `C’est noté pour ${name}.`,
    write: (name: string) => `Écrire à ${name}`,
  },
}

export type PeopleWords = typeof fr

const en: PeopleWords = {
  trainingHours: 'Hours of training (CSV)',
  invite: {
    title: 'Invite people',
    heading: (name) => `Invite to “${name}”`,
    missing: 'This address names no programme. Open one from the console.',
    lead: 'Each person gets a message that says who proposes them, and that they are free to say no. Until they have said yes, they take part in nothing. Those who decline and those who do not answer look alike: nobody can tell them apart.',
    role: 'They are proposed as',
    roles: { mentor: 'mentor', mentee: 'mentee' },
    by: [
      'Who proposes them',
      'As these people will read it. For example: Claire Martin, head of human resources.',
    ],
    people: ['The people', 'One identifier or address known to human resources a line, 500 at most.'],
    send: 'Send the invitations',
    tooMany: 'No more than 500 people at a time. Send the rest in a second go.',
    nobody: 'Write at least one identifier or address.',
    refused: (line, detail) => `${line}: ${detail}`,
    sent: (count) => (count === 1 ? 'One invitation has left.' : `${count} invitations have left.`),
    already: (count) =>
      count === 1
        ? 'One person on the list is in already: they got no second message.'
        : `${count} people on the list are in already: they got no second message.`,
    unreachable: (count) =>
      count === 1
        ? 'One person has no address. Hand them this code.'
        : `${count} people have no address. Hand them these codes.`,
  },
  codes: {
    title: 'Codes for people without a mailbox',
    lead: 'A code lets somebody without a mailbox sign up once, of their own will. It works for sixty days, and a new code takes the place of the one before.',
    people: ['For whom', 'One identifier a line, 500 at most.'],
    make: 'Prepare the codes',
    once: 'These codes will never be shown again. Print them now.',
    print: 'Print the sheet',
    sheet: 'Codes to cut out',
  },
  conversations: {
    title: 'Talks to offer',
    heading: (name) => `Talks to offer in “${name}”`,
    lead: 'These people take part like everybody else. A friendly ten-minute talk would help them to start well. Their answers are not shown here, and nothing that is noted enters any calculation. The person can read what you write.',
    none: 'There is no talk to offer today.',
    done: 'Already decided',
    outcome: ['What was agreed', 'A few words, which the person can read.'],
    held: 'The talk took place',
    waived: 'It is not needed',
    of: (name) => ` for ${name}`,
    state: { open: 'To offer', held: 'Took place', waived: 'Not needed' },
    saved: (name) => `Noted for ${name}.`,
    write: (name) => `Write to ${name}`,
  },
}

const PEOPLE_WORDS: Both<PeopleWords> = { fr, en }

/** The words of the pages that invite people and list the talks to offer. */
export function peopleWordsIn(language: Language): PeopleWords {
  return PEOPLE_WORDS[language]
}

/** What a slip to cut out says, in both languages whatever the console speaks: its reader may speak either. */
export const SLIP_WORDS = {
  fr: {
    code: 'Votre code',
    how: (address: string, fold: string) =>
      `Ouvrez ${address} sur n’importe quel appareil. Dans la première partie, dépliez «\u00a0${fold}\u00a0» et écrivez ce code.`,
    until: (day: string) => `Il sert une fois, jusqu’au ${day}. Ne le donnez à personne.`,
    proposed: (who: string) =>
      `${who} vous propose de participer. Vous êtes libre de dire non\u00a0: il suffit de ne rien faire, et personne n’en est informé.`,
  },
  en: {
    code: 'Your code',
    how: (address: string, fold: string) =>
      `Open ${address} on any device. In the first part, unfold “${fold}” and write this code.`,
    until: (day: string) => `It works once, until ${day}. Give it to nobody.`,
    proposed: (who: string) =>
      `${who} proposes that you take part. You are free to say no: simply do nothing, and nobody is told.`,
  },
}
