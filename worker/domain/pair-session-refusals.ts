import type { Both } from './language.ts'

/** Why something cannot be done with a session, and what can be done instead. */
export const SESSION_REFUSALS = {
  length: {
    fr: 'Une séance dure de 15 minutes à 4 heures. Choisissez une durée entre les deux.',
    en: 'A session lasts between 15 minutes and 4 hours. Choose a length in between.',
  },
  tooSoon: {
    fr: 'Cette heure est passée, ou trop proche\u00a0: il faut au moins une demi-heure pour que l’autre personne le voie. Choisissez une heure plus tard.',
    en: 'This time has passed or is too close: the other person needs at least half an hour to see it. Choose a later time.',
  },
  tooLate: {
    fr: 'Le programme sera terminé à ce moment-là. Choisissez une date plus tôt.',
    en: 'The programme will have ended by then. Choose an earlier date.',
  },
  busy: {
    fr: 'L’un de vous deux a déjà une séance, proposée ou prévue, à ce moment-là. Choisissez une autre heure.',
    en: 'One of you two already has a session, proposed or planned, at that time. Choose another time.',
  },
  enough: {
    fr: 'Votre binôme a déjà autant de séances que le programme en permet. Annulez-en une, ou parlez-en à l’équipe du programme.',
    en: 'Your pair already has as many sessions as the programme allows. Cancel one, or speak to the programme team.',
  },
  notMeeting: {
    fr: 'Votre binôme est en pause ou arrêté\u00a0: aucune date ne peut être fixée pour l’instant. Votre espace dit où il en est.',
    en: 'Your pair is on a break or has ended: no date can be set for now. Your space says where it stands.',
  },
  over: {
    fr: 'Cette séance est close\u00a0: elle ne change plus. Vous pouvez en proposer une autre depuis la page de votre binôme.',
    en: 'This session is closed: it no longer changes. You can propose another one from the page of your pair.',
  },
  ownProposal: {
    fr: 'C’est vous qui avez proposé cette date\u00a0: l’autre personne y répondra. Vous pouvez la changer ou l’annuler.',
    en: 'You proposed this date yourself: the other person will answer. You can change or cancel it.',
  },
  passed: {
    fr: 'Cette date est passée. Proposez-en une autre, ou notez la séance si elle a eu lieu.',
    en: 'This date has passed. Propose another one, or log the session if it took place.',
  },
  toLog: {
    fr: 'L’heure de cette séance est passée. Dites si elle a eu lieu, ou proposez une autre date.',
    en: 'The time of this session has passed. Say whether it took place, or propose another date.',
  },
  notYet: {
    fr: 'Cette séance n’a pas encore commencé. Vous pourrez la noter dès l’heure prévue.',
    en: 'This session has not begun yet. You can log it from its start on.',
  },
  neverPlanned: {
    fr: 'Cette date n’avait pas été acceptée\u00a0: il n’y a rien à noter. Vous pouvez l’annuler ou en proposer une autre.',
    en: 'This date had not been accepted: there is nothing to log. You can cancel it or propose another one.',
  },
  otherLogged: {
    fr: 'L’autre personne vient de noter cette séance. Lisez ce qu’elle a noté\u00a0: vous pouvez confirmer ou dire que vous le voyez autrement.',
    en: 'The other person has just logged this session. Read what they noted: you can confirm it, or say that you see it otherwise.',
  },
  nothingLogged: {
    fr: 'Il n’y a rien à confirmer pour cette séance. Si elle a eu lieu, notez-la.',
    en: 'There is nothing to confirm for this session. If it took place, log it.',
  },
  ownLog: {
    fr: 'C’est vous qui avez noté cette séance\u00a0: l’autre personne confirmera. Vous pouvez encore corriger.',
    en: 'You logged this session yourself: the other person will confirm. You can still correct it.',
  },
} as const satisfies Record<string, Both>
