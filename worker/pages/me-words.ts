import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import type { MeView } from './me-view.ts'

type ParticipationState = MeView['participations'][number]['state']

const fr = {
  signIn: {
    title: 'Mon espace',
    lead: 'Donnez votre adresse e-mail : nous y envoyons un code à six chiffres. Aucun mot de passe.',
    email: 'Adresse e-mail',
    emailHint: 'Celle de votre inscription, ou votre adresse professionnelle.',
    send: 'Recevoir un code',
    notYet: 'Pas encore d’inscription ?',
    programmes: 'Voir les programmes',
  },
  code: {
    title: 'Votre code',
    lead: (email: string) =>
      `Si l’adresse ${email} est connue d’un programme, un code à six chiffres vient d’y arriver.`,
    leadUnknown: 'Si votre adresse est connue d’un programme, un code à six chiffres vient d’y arriver.',
    code: 'Code à six chiffres',
    codeHint: 'Il vaut dix minutes. Vous pouvez le coller.',
    open: 'Ouvrir mon espace',
    again: 'Recevoir un autre code',
    other: 'Utiliser une autre adresse',
  },
  title: 'Mon espace',
  hello: (name: string | null) => (name ? `Bonjour ${name}` : 'Bonjour'),
  waiting: (count: number) =>
    count === 1 ? 'Une proposition attend votre réponse' : `${count} propositions attendent votre réponse`,
  proposals: 'Mes propositions',
  pairs: 'Mes binômes',
  participations: 'Mes programmes',
  youAre: {
    reverse: { mentor: 'Vous seriez mentor', mentee: 'Vous seriez la personne mentorée' },
    classic: { mentor: 'Vous seriez mentor', mentee: 'Vous seriez la personne mentorée' },
    strategic: { mentor: 'Vous seriez mentor stratégique', mentee: 'Vous seriez la personne mentorée' },
    expert: { mentor: 'Vous apporteriez votre expertise', mentee: 'Vous apporteriez votre question' },
  } as Record<ProgrammeKind, Record<Role, string>>,
  role: {
    reverse: { mentor: 'Mentor', mentee: 'Personne mentorée' },
    classic: { mentor: 'Mentor', mentee: 'Personne mentorée' },
    strategic: { mentor: 'Mentor stratégique', mentee: 'Personne mentorée' },
    expert: { mentor: 'Expertise', mentee: 'Question' },
  } as Record<ProgrammeKind, Record<Role, string>>,
  why: 'Pourquoi vous deux',
  tips: 'Pour bien commencer',
  until: (when: string) => `Vous pouvez répondre ${when}.`,
  ends: (when: string) => `Chaque personne peut répondre ${when}.`,
  accept: 'Accepter',
  refuse: 'Décliner',
  with: (name: string) => ` la proposition avec ${name}`,
  discreet:
    'Votre réponse n’est montrée à personne. Décliner ne demande aucune raison, et cette rencontre ne vous sera plus proposée.',
  answered: {
    acceptance:
      'Vous avez accepté. Le binôme sera formé si les deux réponses sont positives, et un message vous le dira.',
    refusal: 'Vous avez décliné. C’est noté, et vous n’avez rien d’autre à faire.',
  },
  state: {
    open: 'En attente de réponse',
    answered: 'Réponse enregistrée',
    paired: 'Binôme formé',
    lapsed: 'Arrivée à son terme',
  },
  paired: 'Vous avez accepté tous les deux. Le binôme paraît parmi vos binômes.',
  lapsed:
    'Cette proposition est arrivée à son terme sans donner de binôme. Cela arrive souvent, et pour toutes sortes de raisons.',
  since: (when: string) => `Binôme formé le ${when}.`,
  openPair: 'Ouvrir mon binôme',
  withPartner: (name: string) => ` avec ${name}`,
  ended: 'Binôme terminé. Merci pour ce que vous avez partagé.',
  suspended: 'Votre binôme est en pause\u00a0: l’organigramme ou les règles ont changé.',
  suspendedThen:
    'Personne n’y est pour rien. L’équipe du programme vous écrit dans les jours qui viennent\u00a0; d’ici là, vous pouvez continuer à vous parler.',
  participation: {
    pending: 'Votre accord est encore attendu. Vous ne participez à aucun binôme d’ici là.',
    active: 'Vous participez.',
    withdrawn: 'Vous ne participez plus à ce programme.',
  } satisfies Record<ParticipationState, string>,
  next: (when: string) => `Prochaine formation de binômes : ${when}.`,
  noNext: 'La prochaine formation de binômes n’a pas encore de date.',
  empty: 'Vous ne participez encore à aucun programme.',
  emptyThen: 'Choisissez-en un : l’inscription prend cinq minutes.',
  quiet: 'Rien ne vous attend aujourd’hui. Un message vous préviendra dès qu’un binôme vous sera proposé.',
  data: {
    title: 'Mes données',
    text: 'Tout ce que le programme sait de vous, dans un fichier que vous gardez.',
    export: 'Télécharger mes données (JSON)',
    preferences: 'Messages, fuseau horaire et agenda',
    erase: 'Effacer ce que j’ai donné',
  },
  signedIn: (email: string) => `Vous êtes dans l’espace de ${email}.`,
  signOut: 'Se déconnecter',
  console: 'Ouvrir la console',
  team: 'Vous faites partie de l’équipe du programme',
  teamText: 'La console montre les participants, les propositions et ce qu’il y a à faire.',
}

const en: typeof fr = {
  signIn: {
    title: 'My space',
    lead: 'Give your e-mail address: we send a six-digit code to it. No password.',
    email: 'E-mail address',
    emailHint: 'The one you signed up with, or your work address.',
    send: 'Send me a code',
    notYet: 'Not signed up yet?',
    programmes: 'See the programmes',
  },
  code: {
    title: 'Your code',
    lead: (email) =>
      `If the address ${email} is known to a programme, a six-digit code has just been sent to it.`,
    leadUnknown: 'If your address is known to a programme, a six-digit code has just been sent to it.',
    code: 'Six-digit code',
    codeHint: 'It works for ten minutes. You can paste it.',
    open: 'Open my space',
    again: 'Send another code',
    other: 'Use another address',
  },
  title: 'My space',
  hello: (name) => (name ? `Hello ${name}` : 'Hello'),
  waiting: (count) =>
    count === 1 ? 'One proposal awaits your answer' : `${count} proposals await your answer`,
  proposals: 'My proposals',
  pairs: 'My pairs',
  participations: 'My programmes',
  youAre: {
    reverse: { mentor: 'You would be the mentor', mentee: 'You would be the mentee' },
    classic: { mentor: 'You would be the mentor', mentee: 'You would be the mentee' },
    strategic: { mentor: 'You would be the strategic mentor', mentee: 'You would be the mentee' },
    expert: { mentor: 'You would bring your expertise', mentee: 'You would bring your question' },
  },
  role: {
    reverse: { mentor: 'Mentor', mentee: 'Mentee' },
    classic: { mentor: 'Mentor', mentee: 'Mentee' },
    strategic: { mentor: 'Strategic mentor', mentee: 'Mentee' },
    expert: { mentor: 'Expertise', mentee: 'Question' },
  },
  why: 'Why the two of you',
  tips: 'For a good start',
  until: (when) => `You can answer ${when}.`,
  ends: (when) => `Each person can answer ${when}.`,
  accept: 'Accept',
  refuse: 'Decline',
  with: (name) => ` the proposal with ${name}`,
  discreet:
    'Your answer is shown to nobody. Declining needs no reason, and this meeting will not be proposed to you again.',
  answered: {
    acceptance:
      'You have accepted. The pair is formed if both answers are positive, and a message will tell you.',
    refusal: 'You have declined. It is noted, and there is nothing else for you to do.',
  },
  state: {
    open: 'Awaiting your answer',
    answered: 'Answer saved',
    paired: 'Pair formed',
    lapsed: 'Come to its end',
  },
  paired: 'You have both accepted. The pair appears among your pairs.',
  lapsed:
    'This proposal has come to its end without becoming a pair. This happens often, for all sorts of reasons.',
  since: (when) => `Pair formed on ${when}.`,
  openPair: 'Open my pair',
  withPartner: (name) => ` with ${name}`,
  ended: 'This pair has ended. Thank you for what you have shared.',
  suspended: 'Your pair is on hold: the organisation chart or the rules have changed.',
  suspendedThen:
    'It is nobody’s doing. The programme team will write to you in the coming days; until then you can go on talking.',
  participation: {
    pending: 'Your agreement is still awaited. Until then you are part of no pair.',
    active: 'You are taking part.',
    withdrawn: 'You no longer take part in this programme.',
  },
  next: (when) => `Next pairs formed: ${when}.`,
  noNext: 'The next time pairs are formed has no date yet.',
  empty: 'You are not taking part in any programme yet.',
  emptyThen: 'Choose one: signing up takes five minutes.',
  quiet: 'Nothing awaits you today. A message will tell you as soon as a pair is proposed to you.',
  data: {
    title: 'My data',
    text: 'Everything the programme knows of you, in a file to keep.',
    export: 'Download my data (JSON)',
    preferences: 'Messages, time zone and calendar',
    erase: 'Erase what I gave',
  },
  signedIn: (email) => `You are in the space of ${email}.`,
  signOut: 'Sign out',
  console: 'Open the console',
  team: 'You are part of the programme team',
  teamText: 'The console shows the participants, the proposals and what there is to do.',
}

export const ME_WORDS: Both<typeof fr> = { fr, en }
