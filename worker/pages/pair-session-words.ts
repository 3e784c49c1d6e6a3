import type { Both } from '#domain/language.ts'
import type { PairSessionState } from '#domain/pair-session.ts'

const fr = {
  title: 'Nos séances',
  session: (moment: string) => `Séance du ${moment}`,
  with: (partner: string) => `Séance avec ${partner}`,
  back: (partner: string) => `Revenir au binôme avec ${partner}`,
  held: (count: number) => (count === 1 ? 'Une séance a eu lieu.' : `${count} séances ont eu lieu.`),
  next: 'À venir',
  history: 'Ce qui s’est passé',
  state: {
    proposed: 'Date proposée',
    planned: 'Prévue',
    held: 'A eu lieu',
    missed: 'N’a pas eu lieu',
    cancelled: 'Annulée',
  } satisfies Record<PairSessionState, string>,
  lasts: (length: string) => `Durée\u00a0: ${length}`,
  lasted: (length: string) => `Durée réelle\u00a0: ${length}`,
  place: (place: string) => `Lieu\u00a0: ${place}`,
  waitsForThem: (partner: string) => `Vous avez proposé cette date. ${partner} va répondre.`,
  waitsForMe: (partner: string) => `${partner} vous propose cette date.`,
  toLog: 'L’heure est passée. Cette séance a-t-elle eu lieu\u00a0?',
  toConfirm: {
    held: (partner: string, length: string) =>
      `${partner} a noté que la séance a eu lieu et qu’elle a duré ${length}.`,
    missed: (partner: string) => `${partner} a noté que la séance n’a pas eu lieu.`,
  },
  waitsForConfirmation: (partner: string) => `Vous l’avez noté\u00a0: ${partner} va confirmer.`,
  cancelledOn: 'Cette séance a été annulée.',
  open: 'Ouvrir cette séance',
  another: 'Proposer un autre moment',
  respond: 'Changer ou annuler cette séance',
  calendar: 'Ajouter à votre agenda',
  propose: {
    title: 'Proposer une date',
    lead: (partner: string) =>
      `Choisissez un moment\u00a0: ${partner} pourra accepter ou en proposer un autre.`,
    slots: 'Des moments qui vous conviennent à tous les deux',
    noSlots: (partner: string) =>
      `Vos disponibilités et celles de ${partner} n’ont pas de moment commun dans les trois semaines qui viennent. Choisissez une autre date.`,
    more: 'D’autres moments communs',
    other: 'Un autre moment, que je choisis',
    day: 'Jour',
    time: (zone: string) => `Heure, chez vous (${zone})`,
    minutes: 'Durée en minutes',
    place: 'Lieu ou lien de visioconférence (facultatif)',
    split:
      'Une séance d’expert dure de 180 à 240 minutes. Vous pouvez aussi la faire en deux fois\u00a0: proposez deux séances plus courtes.',
    send: 'Proposer',
  },
  blocked: {
    preparation: 'Un échange de préparation vient d’abord. La première séance se fixe juste après.',
    break: 'Votre binôme fait une pause\u00a0: de nouvelles dates se fixeront ensuite.',
    ended: null,
    enough: 'Votre binôme a déjà toutes les séances que le programme permet.',
  },
  accept: 'Accepter cette date',
  move: {
    title: 'Changer la date, la durée ou le lieu',
    send: 'Proposer ce moment',
    keep: 'Changer la séance',
  },
  moveHint: {
    planned: (partner: string) => `La séance reste prévue. ${partner} sera prévenu, et vos agendas suivront.`,
    proposed: (partner: string) => `${partner} recevra votre proposition et pourra l’accepter.`,
  },
  cancel: {
    title: 'Annuler la séance',
    lead: 'Cela arrive. Les deux personnes reçoivent le même message, sans raison à donner.',
    send: 'Annuler la séance',
  },
  log: {
    title: 'Dire si elle a eu lieu',
    correct: 'Corriger ce que j’ai noté',
    legend: 'Cette séance a-t-elle eu lieu\u00a0?',
    yes: 'Oui, elle a eu lieu',
    no: 'Non, elle n’a pas eu lieu',
    minutes: 'Si oui, sa durée réelle en minutes',
    send: 'Noter',
  },
  confirm: {
    title: 'Est-ce bien cela\u00a0?',
    yes: 'Oui, je confirme',
    no: 'Je le vois autrement',
    hint: 'Si vous le voyez autrement, la séance attend simplement d’être notée de nouveau. Un mot entre vous suffit le plus souvent.',
  },
}

const en: typeof fr = {
  title: 'Our sessions',
  session: (moment) => `Session of ${moment}`,
  with: (partner) => `Session with ${partner}`,
  back: (partner) => `Back to my pair with ${partner}`,
  held: (count) => (count === 1 ? 'One session took place.' : `${count} sessions took place.`),
  next: 'To come',
  history: 'What happened',
  state: {
    proposed: 'Date proposed',
    planned: 'Planned',
    held: 'Took place',
    missed: 'Did not take place',
    cancelled: 'Cancelled',
  },
  lasts: (length) => `Length: ${length}`,
  lasted: (length) => `Real length: ${length}`,
  place: (place) => `Place: ${place}`,
  waitsForThem: (partner) => `You proposed this date. ${partner} will answer.`,
  waitsForMe: (partner) => `${partner} proposes this date to you.`,
  toLog: 'Its time has passed. Did this session take place?',
  toConfirm: {
    held: (partner, length) => `${partner} noted that the session took place and lasted ${length}.`,
    missed: (partner) => `${partner} noted that the session did not take place.`,
  },
  waitsForConfirmation: (partner) => `You logged it: ${partner} will confirm.`,
  cancelledOn: 'This session has been cancelled.',
  open: 'Open this session',
  another: 'Propose another time',
  respond: 'Change or cancel this session',
  calendar: 'Add to your calendar',
  propose: {
    title: 'Propose a date',
    lead: (partner) => `Choose a time: ${partner} can accept it or propose another.`,
    slots: 'Times that suit both of you',
    noSlots: (partner) =>
      `Your availability and that of ${partner} have no time in common within the next three weeks. Choose another date.`,
    more: 'More times in common',
    other: 'Another time, which I choose',
    day: 'Day',
    time: (zone) => `Time, on your clock (${zone})`,
    minutes: 'Length in minutes',
    place: 'Place or link of a call (optional)',
    split:
      'An expert session lasts 180 to 240 minutes. You can also split it in two: propose two shorter sessions.',
    send: 'Propose',
  },
  blocked: {
    preparation: 'A talk to prepare comes first. The first session is set right after it.',
    break: 'Your pair is on a break: new dates will be set afterwards.',
    ended: null,
    enough: 'Your pair already has all the sessions that the programme allows.',
  },
  accept: 'Accept this date',
  move: {
    title: 'Change the date, the length or the place',
    send: 'Propose this time',
    keep: 'Change the session',
  },
  moveHint: {
    planned: (partner) =>
      `The session stays planned. ${partner} will be told, and your calendars will follow.`,
    proposed: (partner) => `${partner} will receive your proposal and can accept it.`,
  },
  cancel: {
    title: 'Cancel the session',
    lead: 'It happens. Both people receive the same message, and no reason is asked.',
    send: 'Cancel the session',
  },
  log: {
    title: 'Say whether it took place',
    correct: 'Correct what I logged',
    legend: 'Did this session take place?',
    yes: 'Yes, it took place',
    no: 'No, it did not take place',
    minutes: 'If so, how long it really was, in minutes',
    send: 'Log it',
  },
  confirm: {
    title: 'Is that right?',
    yes: 'Yes, I confirm',
    no: 'I see it otherwise',
    hint: 'If you see it otherwise, the session simply waits to be logged again. A word between you is usually enough.',
  },
}

export const PAIR_SESSION_WORDS: Both<typeof fr> = { fr, en }
