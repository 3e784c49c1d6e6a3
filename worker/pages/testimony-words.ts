import type { Both } from '#domain/language.ts'

const fr = {
  title: 'Témoignages',
  lead: 'Ce que disent des personnes qui ont transmis, appris, ou les deux. Chacun est publié avec l’accord de son auteur, après lecture par l’équipe.',
  listHeading: 'Ils et elles racontent',
  none: 'Aucun témoignage n’est encore publié. Le vôtre peut être le premier.',
  form: 'Raconter à votre tour',
  formLead:
    'Dites ce que vous avez vécu, ce qui a aidé, ce qui a manqué. L’équipe lit avant de publier, et ne change pas votre texte.',
  text: [
    'Votre témoignage',
    'Mille cinq cents caractères au plus. Ne nommez personne d’autre, ne dites rien de confidentiel.',
  ],
  author: [
    'Comment vous nommer',
    'Votre nom, un prénom, ou «\u00a0une mentore, métier achats\u00a0»\u00a0: c’est vous qui choisissez.',
  ],
  organisation: ['Votre organisation (facultatif)', ''],
  consent: 'J’accepte que ce texte soit publié sur ce site, sous le nom que j’ai donné.',
  consentHint: 'Vous pouvez demander son retrait à tout moment, par la page de contact.',
  send: 'Envoyer mon témoignage',
  trap: 'Laissez ce champ vide',
  again:
    'Relisez votre texte, puis envoyez-le de nouveau\u00a0: la page était ouverte depuis trop peu de temps, ou depuis trop longtemps.',
  thanks: 'Merci de votre témoignage',
  thanksText: [
    'L’équipe du programme le lit. Il paraît sur la page s’il est retenu, sous le nom que vous avez donné.',
    'Pour le retirer plus tard, écrivez-nous\u00a0: c’est fait sans question.',
  ],
  back: 'Revenir aux témoignages',
}

const en: typeof fr = {
  title: 'Testimonies',
  lead: 'What people say who have passed on, learnt, or both. Each is published with its author’s agreement, once the team has read it.',
  listHeading: 'In their own words',
  none: 'No testimony is published yet. Yours may be the first.',
  form: 'Tell yours',
  formLead:
    'Say what you lived, what helped, what was missing. The team reads before publishing, and does not change your text.',
  text: [
    'Your testimony',
    'Fifteen hundred characters at most. Name nobody else, and say nothing confidential.',
  ],
  author: ['How to name you', 'Your name, a first name, or “a mentor in purchasing”: you choose.'],
  organisation: ['Your organisation (optional)', ''],
  consent: 'I agree to this text being published on this site, under the name I have given.',
  consentHint: 'You may ask for it to be withdrawn at any time, through the contact page.',
  send: 'Send my testimony',
  trap: 'Leave this field empty',
  again:
    'Read your text again, then send it once more: the page had been open for too short a time, or for too long.',
  thanks: 'Thank you for your testimony',
  thanksText: [
    'The programme team reads it. If it is kept, it appears on the page under the name you gave.',
    'To withdraw it later, write to us: it is done without a question.',
  ],
  back: 'Back to the testimonies',
}

export const TESTIMONY_WORDS: Both<typeof fr> = { fr, en }
