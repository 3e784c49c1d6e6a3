import type { Both } from '#domain/language.ts'

/** What the sign-up form says around its questions. */
export const SIGN_UP_WORDS = {
  minutes: {
    fr: 'Environ cinq minutes. Les réponses marquées « obligatoire » servent à former les binômes ; vous pouvez laisser les autres vides.',
    en: 'About five minutes. Answers marked “required” serve to form pairs; you may leave the others empty.',
  },
  minutesBoth: {
    fr: 'Environ sept minutes pour les deux rôles. Les réponses marquées « obligatoire » servent à former les binômes ; vous pouvez laisser les autres vides.',
    en: 'About seven minutes for both roles. Answers marked “required” serve to form pairs; you may leave the others empty.',
  },
  role: { fr: 'Je m’inscris comme…', en: 'I am signing up as…' },
  both: { fr: 'les deux', en: 'both' },
  identity: { fr: 'Qui je suis', en: 'About me' },
  given_name: { fr: 'Prénom', en: 'Given name' },
  family_name: { fr: 'Nom', en: 'Family name' },
  email: { fr: 'Adresse e-mail professionnelle', en: 'Work e-mail address' },
  emailExternal: { fr: 'Adresse e-mail', en: 'E-mail address' },
  emailHelp: {
    fr: 'Vous y recevrez un lien pour confirmer votre inscription. Sans messagerie professionnelle, indiquez une adresse personnelle.',
    en: 'You will receive a link there to confirm your sign-up. Without a work mailbox, give a personal address.',
  },
  consent: { fr: 'Mon accord', en: 'My agreement' },
  charterTitle: { fr: 'Lire la charte', en: 'Read the charter' },
  volunteer: { fr: 'Je participe volontairement', en: 'I take part of my own will' },
  charter: { fr: 'J’ai lu la charte', en: 'I have read the charter' },
  reminders: { fr: 'Je souhaite recevoir les rappels', en: 'Send me reminders' },
  remindersHelp: {
    fr: 'Cette dernière case est une préférence : vous pourrez la changer quand vous voulez.',
    en: 'This last box is a preference: you can change it whenever you like.',
  },
  trap: { fr: 'Laissez ce champ vide', en: 'Leave this field empty' },
  check: { fr: 'Vérifier mes réponses', en: 'Check my answers' },
  checkHelp: {
    fr: 'Rien ne part encore : vous relisez d’abord vos réponses.',
    en: 'Nothing is sent yet: you read your answers again first.',
  },
  save: { fr: 'Continuer plus tard', en: 'Go on later' },
  saveHelp: {
    fr: 'Un lien part à l’adresse indiquée plus haut. Il rouvre vos réponses sur n’importe quel appareil pendant trente jours.',
    en: 'A link goes to the address given above. It opens your answers on any device for thirty days.',
  },
  saveAgainHelp: {
    fr: 'Le lien que vous avez déjà reste valable trente jours de plus.',
    en: 'The link you already have stays valid for thirty more days.',
  },
  erase: { fr: 'Effacer mes réponses', en: 'Erase my answers' },
  code: { fr: 'Code remis par les ressources humaines', en: 'Code given by human resources' },
  codeFold: { fr: 'Je n’ai pas de messagerie professionnelle', en: 'I have no work mailbox' },
  codeHelp: {
    fr: 'Deux groupes de cinq lettres ou chiffres, sur la feuille qu’on vous a remise. Avec lui, l’adresse e-mail devient facultative.',
    en: 'Two groups of five letters or digits, on the slip you were given. With it, the e-mail address becomes optional.',
  },
  codeUnknown: {
    fr: 'Ce code n’est pas connu, ou il a déjà servi. Vérifiez-le sur votre feuille, ou demandez-en un autre à l’équipe du programme.',
    en: 'This code is not known, or has been used. Check it on your slip, or ask the programme team for another one.',
  },
  notice: { fr: 'Notice sur vos données', en: 'Notice on your data' },
  newTab: { fr: '(nouvel onglet)', en: '(new tab)' },
  restored: {
    fr: 'Vos réponses, gardées sur cet appareil, sont revenues.',
    en: 'Your answers, kept on this device, are back.',
  },
  startAgain: { fr: 'Effacer et repartir de zéro', en: 'Erase and start again' },
  offline: {
    fr: 'Pas de connexion pour l’instant. Vos réponses sont gardées sur cet appareil : réessayez quand elle revient.',
    en: 'No connection for now. Your answers are kept on this device: try again when it is back.',
  },
  prefilled: {
    fr: 'Votre entité, votre lieu de travail et votre métier viennent des ressources humaines. Corrigez-les s’ils ne sont plus justes.',
    en: 'Your company, workplace and field come from human resources. Correct them if they are no longer right.',
  },
  problem: { fr: 'Il y a un problème', en: 'There is a problem' },
  nothingLost: {
    fr: 'Rien n’est perdu : vos réponses sont toujours là.',
    en: 'Nothing is lost: your answers are still here.',
  },
  whyOne: { fr: 'Pourquoi cette question ?', en: 'Why this question?' },
  whyMany: { fr: 'Pourquoi ces questions ?', en: 'Why these questions?' },
  checkIdentity: { fr: 'Qui je suis', en: 'About me' },
  name: { fr: 'Nom', en: 'Name' },
  unanswered: { fr: 'Sans réponse', en: 'Not answered' },
  change: { fr: 'Modifier', en: 'Change' },
  send: { fr: 'Envoyer mon inscription', en: 'Send my sign-up' },
  tooFast: {
    fr: 'Relisez vos réponses, puis envoyez-les. Rien n’est encore parti.',
    en: 'Read your answers again, then send them. Nothing has been sent yet.',
  },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  back: { fr: 'Retour', en: 'Back' },
  forward: { fr: 'Continuer', en: 'Continue' },
  steps: { fr: 'Les parties du questionnaire', en: 'The parts of the questionnaire' },
  left: { fr: '{n} parties restantes', en: '{n} parts left' },
  leftOne: { fr: '1 partie restante', en: '1 part left' },
  leftNone: { fr: 'Dernière partie', en: 'Last part' },
} satisfies Record<string, Both>
