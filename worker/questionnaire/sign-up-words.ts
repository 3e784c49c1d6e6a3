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
  submit: { fr: 'Envoyer mon inscription', en: 'Send my sign-up' },
  next: {
    fr: 'Vous recevrez un message pour confirmer votre adresse. Votre inscription compte à partir de ce moment.',
    en: 'You will receive a message to confirm your address. Your sign-up counts from then on.',
  },
  problem: { fr: 'Il y a un problème', en: 'There is a problem' },
  nothingLost: {
    fr: 'Rien n’est perdu : vos réponses sont toujours là.',
    en: 'Nothing is lost: your answers are still here.',
  },
  whyOne: { fr: 'Pourquoi cette question ?', en: 'Why this question?' },
  whyMany: { fr: 'Pourquoi ces questions ?', en: 'Why these questions?' },
  back: { fr: 'Retour', en: 'Back' },
  forward: { fr: 'Continuer', en: 'Continue' },
  steps: { fr: 'Les parties du questionnaire', en: 'The parts of the questionnaire' },
  left: { fr: '{n} parties restantes', en: '{n} parts left' },
  leftOne: { fr: '1 partie restante', en: '1 part left' },
  leftNone: { fr: 'Dernière partie', en: 'Last part' },
} satisfies Record<string, Both>
