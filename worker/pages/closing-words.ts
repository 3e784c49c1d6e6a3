import type { Language } from '#domain/language.ts'

const fr = {
  title: 'Au terme de notre binôme',
  completed: (partner: string) =>
    `Votre binôme avec ${partner} est arrivé au bout du programme. Merci pour ce temps.`,
  nearly: 'Le programme touche à sa fin\u00a0: c’est le moment de se remercier et de dire ce qui a changé.',
  survey: 'Répondre au questionnaire',
  certificate: 'Ouvrir mon attestation',
  received: (partner: string) => `Le mot de ${partner}`,
  note: (partner: string) => `Un mot de remerciement pour ${partner}`,
  noteHint: (partner: string) =>
    `600 caractères au plus. ${partner} le lit ici et sur son attestation\u00a0; personne d’autre. Vous pouvez le récrire quand vous voulez.`,
  send: 'Envoyer mon mot',
  change: 'Récrire mon mot',
  talent: 'Ma visibilité auprès de l’équipe talents',
  visible: 'Aujourd’hui, l’équipe talents voit ceci de vous, et rien d’autre\u00a0:',
  hidden:
    'Aujourd’hui, l’équipe talents ne voit rien de vous. Si vous l’acceptiez, elle verrait ceci, et rien d’autre\u00a0:',
  stop: 'Ne plus être visible',
  show: 'Être visible',
  name: 'Nom',
  role: 'Rôle',
  topics: 'Sujets transmis',
  learned: 'Sujets appris',
  none: 'aucun en commun dans vos questionnaires',
  sessions: 'Séances tenues',
  hours: 'Heures ensemble',
  certificateTitle: 'Attestation de participation',
  attests: (name: string, programme: string) =>
    `${name} a pris part au programme «\u00a0${programme}\u00a0».`,
  with: (partner: string) => `En binôme avec ${partner}`,
  between: (from: string, to: string) => `Du ${from} au ${to}`,
  noGrade: 'Cette attestation ne comporte ni note ni appréciation.',
  thanks: (partner: string) => `Ce que ${partner} a écrit`,
  print: 'Pour garder cette page, imprimez-la ou enregistrez-la en PDF depuis votre navigateur.',
  back: 'Revenir à mon binôme',
}

const en: typeof fr = {
  title: 'At the end of our pair',
  completed: (partner) =>
    `Your pair with ${partner} has come to the end of the programme. Thank you for this time.`,
  nearly: 'The programme is nearly over: time to thank each other and to say what has changed.',
  survey: 'Answer the survey',
  certificate: 'Open my certificate',
  received: (partner) => `The note from ${partner}`,
  note: (partner) => `A note of thanks to ${partner}`,
  noteHint: (partner) =>
    `600 characters at most. ${partner} reads it here and on their certificate; nobody else does. You may write it anew whenever you like.`,
  send: 'Send my note',
  change: 'Write my note anew',
  talent: 'What the talent team sees of me',
  visible: 'Today the talent team sees this of you, and nothing else:',
  hidden: 'Today the talent team sees nothing of you. If you agreed, it would see this, and nothing else:',
  stop: 'Stop being visible',
  show: 'Be visible',
  name: 'Name',
  role: 'Role',
  topics: 'Topics passed on',
  learned: 'Topics learned',
  none: 'none in common in your questionnaires',
  sessions: 'Sessions held',
  hours: 'Hours together',
  certificateTitle: 'Certificate of participation',
  attests: (name, programme) => `${name} took part in the programme “${programme}”.`,
  with: (partner) => `Paired with ${partner}`,
  between: (from, to) => `From ${from} to ${to}`,
  noGrade: 'This certificate holds no grade and no appraisal.',
  thanks: (partner) => `What ${partner} wrote`,
  print: 'To keep this page, print it or save it as a PDF from your browser.',
  back: 'Back to my pair',
}

export const CLOSING_WORDS: Record<Language, typeof fr> = { fr, en }
